"""Tables as they come in, CSV or JSON lines or a spreadsheet: a name, columns, and rows with their places."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePath
from typing import Any

from tizim.claims.cells import blank
from tizim.claims.csv_form import csv_rows, csv_text, separator_of
from tizim.claims.errors import UnreadableTableError
from tizim.claims.fields import field_named
from tizim.claims.flat import opened
from tizim.claims.sheets import Line, sheet_rows

_SHEETS = (".xlsx", ".xlsm", ".xls")
_LINES = (".jsonl", ".ndjson")
_TEXTS = (".csv", ".tsv", ".txt")
_SOUGHT = 30
"""Filled rows among which the header is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet program shows it, where it stands, what its columns hold.

    ``fault`` says why the row as a whole cannot be read; ``skip`` why it is no row of claims (blank, a
    title over the whole width).
    """

    number: int
    locator: str
    cells: Mapping[str, Any] = field(default_factory=dict)
    fault: str = ""
    skip: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, and ``rows()``, which goes through it from the start each time."""

    columns: tuple[str, ...]
    rows: Callable[[], Iterator[Row]]


def read_table(name: str, content: bytes, *, sheet: str | None = None) -> Table:
    """The table in a file, read by what its name ends in.

    ``sheet`` names a sheet of a spreadsheet, otherwise the first is taken. UnreadableTableError says what is
    wrong with the file as a whole.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _SHEETS:
        return _sheet(content, sheet)
    if ending in _LINES:
        return _json_lines(csv_text(content))
    if ending in _TEXTS:
        return _csv(csv_text(content))
    known = ", ".join((*_TEXTS, *_LINES, *_SHEETS))
    raise UnreadableTableError(f"A table is read from files that end in {known}.")


def _csv(text: str) -> Table:
    mark = separator_of(text.removeprefix("\ufeff"))
    return _headed(lambda: (Line(*line) for line in enumerate(csv_rows(text, mark), 1)), "row {}")


def _sheet(content: bytes, sheet: str | None) -> Table:
    name, lines = sheet_rows(content, sheet)
    return _headed(lambda: iter(lines), name + "!A{}")


def _headed(lines: Callable[[], Iterator[Line]], place: str) -> Table:
    header = _header(line for line in lines() if not line.title)
    columns = _headings(header.cells)

    def rows() -> Iterator[Row]:
        for line in lines():
            if line.number != header.number:
                yield _row(line, place.format(line.number), columns, above=line.number < header.number)

    return Table(columns, rows)


def _json_lines(text: str) -> Table:
    lines = text.split("\n")

    def rows() -> Iterator[Row]:
        for number, line in enumerate(lines, 1):
            yield json_row(number, line)

    columns = {column: None for row in rows() if not row.fault for column in row.cells}
    return Table(tuple(columns), rows)


def json_row(number: int, line: str) -> Row:
    """One line of JSON lines as a row; what is no JSON object is a row at fault."""
    where = f"row {number}"
    if not line.strip():
        return Row(number, where, skip="blank")
    try:
        values = json.loads(line)
    except (ValueError, RecursionError):
        return Row(number, where, {"line": line}, fault="is no JSON.")
    if not isinstance(values, dict):
        return Row(number, where, {"line": line}, fault="is no JSON object.")
    return Row(number, where, opened(values))


def _header(lines: Iterator[Line]) -> Line:
    """The first row that names two known fields, otherwise the first that is not blank."""
    filled = list(islice((line for line in lines if not all(blank(cell) for cell in line.cells)), _SOUGHT))
    if not filled:
        raise UnreadableTableError("The table is empty. The first row names the columns.")
    return next((line for line in filled if _known(line) > 1), filled[0])


def _known(line: Line) -> int:
    return sum(field_named(str(cell)) is not None for cell in line.cells)


def _headings(cells: Sequence[Any]) -> tuple[str, ...]:
    headings: list[str] = []
    for place, cell in enumerate(cells, 1):
        heading = str(cell).strip() or f"column {place}"
        while heading in headings:
            heading += f" (column {place})"
        headings.append(heading)
    return tuple(headings)


def _row(line: Line, where: str, columns: tuple[str, ...], *, above: bool) -> Row:
    if all(blank(cell) for cell in line.cells):
        return Row(line.number, where, skip="blank")
    if line.title or above:
        return Row(line.number, where, skip="title" if line.title else "above the header")
    values = dict(zip(columns, line.cells, strict=False))
    beyond = {f"column {at}": cell for at, cell in enumerate(line.cells, 1) if at > len(columns)}
    if all(blank(cell) for cell in beyond.values()):
        return Row(line.number, where, values)
    fault = f"has {len(line.cells)} cells under {len(columns)} headings."
    return Row(line.number, where, {**values, **beyond}, fault=fault)
