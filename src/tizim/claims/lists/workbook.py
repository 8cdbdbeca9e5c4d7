"""Files of lists as sheets of texts: XLSX, XLSM, XLS, ODS through calamine, CSV in any usual encoding."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from tizim.claims.csv_form import LONGEST_CELL, unguarded
from tizim.claims.lists.encodings import text_of_csv
from tizim.claims.lists.faults import CellError
from tizim.claims.lists.marks import BookMarks, SheetMarks, column_letters, marks_of
from tizim.claims.sheets import cell_text
from tizim.claims.trial import survives

WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
_OLD_FORM = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_SEPARATORS = ";,\t|"
_ERROR_WORDS = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|ССЫЛКА!|Н/Д|ЗНАЧ!|ДЕЛ/0!|ИМЯ\?)")
_Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row, counted from 1: its cells as texts, which of them were merged down from above (column: row
    where it stands), and whether one cell merged over the width is all it holds.
    """

    number: int
    cells: tuple[str, ...]
    from_above: Mapping[int, int] = field(default_factory=dict)
    title: bool = False

    @property
    def blank(self) -> bool:
        """Nothing stands in it."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: ``rows()`` goes through it from the start each time. CSV has one, without a name."""

    name: str
    height: int
    rows: Callable[[], Iterator[ListRow]]
    hidden: bool = False
    marks: SheetMarks = field(default_factory=SheetMarks)
    spans: tuple[_Range, ...] = ()

    def address(self, row: int, column: int) -> str:
        """The address of a cell, both counted from 1: ``Sheet1!D17``, in CSV ``D17``."""
        return f"{self.name}!{column_letters(column)}{row}" if self.name else f"{column_letters(column)}{row}"

    def place(self, row: int) -> str:
        """A row as messages name it: ``Sheet1!17``."""
        return f"{self.name}!{row}" if self.name else str(row)


@dataclass(frozen=True, slots=True)
class Book:
    """A file of lists: its sheets, the year its days count from, its encoding if it is a text."""

    sheets: tuple[Sheet, ...]
    serials: int = 1900
    encoding: str = ""
    separator: str = ""
    rows_told: bool = True


def open_book(name: str, content: bytes) -> Book:
    """The file as sheets; CellError with one code where it cannot be opened."""
    ending = PurePath(name).suffix.lower()
    if ending in WORKBOOKS:
        return _workbook(content)
    if ending in TEXTS:
        return _csv(content)
    raise CellError("book_form")


def _workbook(content: bytes) -> Book:
    from python_calamine import CalamineError, PasswordError

    old = content.startswith(_OLD_FORM)
    marks = BookMarks(rows_told=False) if old else marks_of(content)
    if not survives(content):
        raise CellError("book_broken")
    try:
        sheets = _sheets(content, marks)
    except PasswordError:
        raise CellError("book_locked") from None
    except (CalamineError, ValueError, OSError) as wrong:
        locked = "assword" in str(wrong) or (old and _LOCKED in content)
        raise CellError("book_locked" if locked else "book_broken") from None
    return Book(sheets, 1904 if marks.since_1904 else 1900, rows_told=marks.rows_told)


def _sheets(content: bytes, marks: BookMarks) -> tuple[Sheet, ...]:
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return tuple(_sheet(book, one, marks) for one in book.sheets_metadata if _has_cells(one))


def _has_cells(about: Any) -> bool:
    return str(about.typ).endswith("WorkSheet")


def _sheet(book: Any, about: Any, marks: BookMarks) -> Sheet:
    found = book.get_sheet_by_name(about.name)
    spans: tuple[_Range, ...] = tuple(found.merged_cell_ranges or ())
    hidden = not str(about.visible).endswith(".Visible")
    own = marks.sheets.get(about.name, SheetMarks())

    def rows() -> Iterator[ListRow]:
        left = [""] * (found.start[1] if found.start else 0)  # rows come from the first filled column on
        return _spread(((*left, *map(_text, row)) for row in found.iter_rows()), spans)

    end = found.end
    return Sheet(about.name, end[0] + 1 if end else 0, rows, hidden, own, spans)


def _text(cell: Any) -> str:
    return cell.strip() if isinstance(cell, str) else cell_text(cell)


def _spread(rows: Iterable[Iterable[str]], spans: tuple[_Range, ...]) -> Iterator[ListRow]:
    """The rows with what is merged downwards repeated; memory for the spans that are open only."""
    begins: dict[int, list[_Range]] = {}
    for span in spans:
        begins.setdefault(span[0][0], []).append(span)
    open_spans: list[tuple[_Range, str]] = []
    for place, texts in enumerate(rows):
        cells = list(texts)
        above = _fill(cells, place, open_spans)
        starting = begins.get(place, ())
        filled = [at for at, cell in enumerate(cells) if cell]
        wide = any(span[0][1] < span[1][1] and filled == [span[0][1]] for span in starting)
        open_spans = [one for one in open_spans if one[0][1][0] > place]
        open_spans += [(span, _cell(cells, span[0][1])) for span in starting if span[1][0] > place]
        yield ListRow(place + 1, tuple(cells), above, wide)


def _cell(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _fill(cells: list[str], place: int, open_spans: list[tuple[_Range, str]]) -> dict[int, int]:
    above = {}
    for ((top, left), (bottom, _)), text in open_spans:
        if top < place <= bottom and left < len(cells) and not cells[left] and text:
            cells[left] = text
            above[left + 1] = top + 1
    return above


def _csv(content: bytes) -> Book:
    text, encoding = text_of_csv(content)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise CellError("book_encoding")
    mark = _separator(text)
    height = text.count("\n") + 1

    def rows() -> Iterator[ListRow]:
        csv.field_size_limit(LONGEST_CELL)
        read = csv.reader(io.StringIO(text, newline=""), delimiter=mark)
        try:
            for number, cells in enumerate(read, 1):
                yield ListRow(number, tuple(unguarded(cell.strip()) for cell in cells))
        except csv.Error:
            raise CellError("book_csv", line=read.line_num) from None

    return Book((Sheet("", height, rows),), encoding=encoding, separator=mark)


def _separator(text: str) -> str:
    """The sign that parts the first lines into most cells, evenly."""
    lines = [line for line in text[:100_000].splitlines()[:50] if line.strip()]

    def evenness(mark: str) -> tuple[int, int]:
        counts = [line.count(mark) for line in lines]
        usual = max(set(counts), key=lambda count: (counts.count(count) if count else 0, count), default=0)
        return (counts.count(usual) if usual else 0, usual)

    return max(_SEPARATORS, key=evenness)


def error_in(text: str) -> bool:
    """Whether the cell shows the error of a formula, as text."""
    return text.startswith("#") and _ERROR_WORDS.fullmatch(text) is not None
