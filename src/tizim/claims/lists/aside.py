"""Rows set aside: written as a CSV to be corrected, and known again when they come back."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from tizim.claims.csv_form import csv_lines
from tizim.claims.lists.faults import Fault
from tizim.claims.lists.words import bare, words
from tizim.claims.lists.workbook import Book, ListRow

if TYPE_CHECKING:
    from tizim.claims.lists.planned import SetAside

_SEPARATOR = ";"
"""Opened as columns by spreadsheet programs in Russian and Kazakh, and recognised here."""


@dataclass(frozen=True, slots=True)
class Aside:
    """A file of rows that were set aside: the row of its headings, its two own columns (from 1), and the
    document of the list that the rows belong to.
    """

    header: int
    problem_at: int
    where_at: int
    document_id: str
    places: dict[int, str]

    def where(self, row: int) -> str:
        """Where a row stood when it was first set aside."""
        return self.places.get(row, "")

    def home(self, row: ListRow) -> str:
        """The sheet that a row stood in."""
        return self.where(row.number).partition(" ")[2].rpartition("!")[0]

    def without(self, row: ListRow) -> ListRow:
        """The row without what was written beside it."""
        own = (self.problem_at, self.where_at)
        return replace(row, cells=tuple("" if at in own else cell for at, cell in enumerate(row.cells, 1)))


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(bare(one) for one in words()["aside"][name].values())


def heading(name: str, language: str) -> str:
    """The heading of the column ``problem`` or ``where``."""
    return str(words()["aside"][name].get(language, words()["aside"][name]["en"]))


def aside_of(book: Book) -> Aside | None:
    """Whether the file holds rows that were set aside, by its two own headings."""
    if len(book.sheets) != 1:
        return None
    rows = book.sheets[0].rows
    for row in islice(rows(), 5):
        names = [bare(cell) for cell in row.cells]
        problem = next((at for at, name in enumerate(names, 1) if name in _known("problem")), 0)
        where = next((at for at, name in enumerate(names, 1) if name in _known("where")), 0)
        if problem and where:
            places = {
                one.number: one.cells[where - 1].strip()
                for one in rows()
                if one.number > row.number and len(one.cells) >= where
            }
            first = next((place for place in places.values() if place), "")
            return Aside(row.number, problem, where, first.partition(" ")[0], places)
    return None


def aside_csv(rows: Sequence["SetAside"], language: str, tell: Callable[[Fault], str]) -> Iterator[str]:
    """The lines of the CSV: the columns of the list, what is wrong, and where the row stood.

    ``tell`` puts a fault into words. No cell begins a formula.
    """
    headings = list(dict.fromkeys(name for row in rows for name in row.cells))
    columns = (*headings, heading("problem", language), heading("where", language))
    cells = (
        (*(row.cells.get(name, "") for name in headings), " | ".join(map(tell, row.faults)), row.where)
        for row in rows
    )
    return csv_lines(columns, cells, _SEPARATOR)
