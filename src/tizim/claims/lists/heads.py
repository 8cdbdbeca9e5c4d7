"""The columns of a sheet: headings over several rows joined, merged ones spread, doubles told apart."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tizim.claims.lists.faults import Fault
from tizim.claims.lists.mapping import ColumnRule, SheetMapping
from tizim.claims.lists.marks import column_letters
from tizim.claims.lists.words import bare
from tizim.claims.lists.workbook import ListRow, Sheet


@dataclass(frozen=True, slots=True)
class Head:
    """One column of a sheet: its number from 1 and its heading, unique in the sheet."""

    number: int
    heading: str


def heads_of(sheet: Sheet, header: Sequence[int]) -> tuple[Head, ...]:
    """The columns that these rows name. Headings of several rows are joined with `` / ``."""
    rows = [row for row in _first(sheet, max(header)) if row.number in header]
    width = max((len(row.cells) for row in rows), default=0)
    columns = [_joined(_column(sheet, rows, at)) for at in range(width)]
    heads: list[Head] = []
    taken: set[str] = set()
    for number, heading in enumerate(columns, 1):
        name = heading or f"column {column_letters(number)}"
        if name in taken:
            name = f"{name} ({column_letters(number)})"
        taken.add(name)
        heads.append(Head(number, name))
    return tuple(heads)


def _first(sheet: Sheet, last: int) -> Iterable[ListRow]:
    for row in sheet.rows():
        if row.number > last:
            return
        yield row


def _column(sheet: Sheet, rows: list[ListRow], at: int) -> list[str]:
    return [_over(sheet, row, at) for row in rows]


def _over(sheet: Sheet, row: ListRow, at: int) -> str:
    """What stands over the column in that row; a heading merged over several columns stands over each."""
    own = row.cells[at] if at < len(row.cells) else ""
    if own:
        return " ".join(own.split())
    for (top, left), (bottom, right) in sheet.spans:
        if top < row.number <= bottom + 1 and left < at <= right and row.number == top + 1:
            return " ".join(row.cells[left].split()) if left < len(row.cells) else ""
    return ""


def _joined(parts: list[str]) -> str:
    return " / ".join(dict.fromkeys(part for part in parts if part))


def placed(
    heads: Sequence[Head], mapping: SheetMapping, where: str
) -> tuple[dict[int, ColumnRule], list[Fault]]:
    """Which rule reads which column (by number), and the columns of the mapping that the sheet lacks.

    Headings are compared by their words alone; ``column D`` names a column by its letters.
    """
    by_name = {bare(head.heading): head.number for head in reversed(heads)}
    by_letter = {f"column {column_letters(head.number)}".casefold(): head.number for head in heads}
    found: dict[int, ColumnRule] = {}
    faults = []
    exact = {head.heading: head.number for head in heads}
    for rule in mapping.columns:
        at = (
            exact.get(rule.heading)
            or by_name.get(bare(rule.heading))
            or by_letter.get(rule.heading.casefold())
        )
        if at is None:
            faults.append(Fault(where, "column_missing", {"column": rule.heading}))
        elif at in found:
            faults.append(Fault(where, "column_twice", {"column": rule.heading}))
        else:
            found[at] = rule
    return found, faults
