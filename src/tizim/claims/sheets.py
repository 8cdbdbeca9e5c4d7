"""Spreadsheets: the rows of one sheet as texts, merged cells spread, title rows marked."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from tizim.claims.errors import UnreadableTableError

LARGEST = 1 << 30
"""Unpacked bytes past which a spreadsheet is not opened."""

_Range = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet, counted from 1; ``title`` if one merged cell is all it holds."""

    number: int
    cells: tuple[str, ...]
    title: bool = False


def sheet_rows(content: bytes, sheet: str | None) -> tuple[str, list[Line]]:
    """The name of the sheet and its rows. Dates are written in ISO, whole numbers without a point."""
    from python_calamine import CalamineError, CalamineWorkbook

    _refuse_bombs(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        name = _sheet_name(book.sheet_names, sheet)
        chosen = book.get_sheet_by_name(name)
        return name, _lines(chosen.to_python(skip_empty_area=False), chosen.merged_cell_ranges or ())
    except CalamineError as wrong:
        raise UnreadableTableError(f"The spreadsheet cannot be opened ({type(wrong).__name__}).") from None


def _refuse_bombs(content: bytes) -> None:
    import zipfile

    if not zipfile.is_zipfile(io.BytesIO(content)):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if sum(item.file_size for item in packed.infolist()) > LARGEST:
            raise UnreadableTableError("Unpacked, the spreadsheet is larger than 1 GB. Give it in parts.")


def _sheet_name(names: list[str], wanted: str | None) -> str:
    if not names:
        raise UnreadableTableError("The spreadsheet has no sheet.")
    if wanted is not None and wanted not in names:
        raise UnreadableTableError(f"The spreadsheet has no such sheet. It has: {', '.join(names)}.")
    return wanted or names[0]


def _lines(rows: list[list[Any]], merged: Iterable[_Range]) -> list[Line]:
    grid = [[_cell_text(cell) for cell in row] for row in rows]
    wide: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merged:
        if top >= len(grid):
            continue
        if left < right:
            wide.update((row, left) for row in range(top, bottom + 1))
        _spread(grid[top + 1 : bottom + 1], slice(left, right + 1), grid[top][left : right + 1])
    return [Line(place + 1, tuple(row), _title(place, row, wide)) for place, row in enumerate(grid)]


def _title(place: int, row: list[str], wide: set[tuple[int, int]]) -> bool:
    filled = [column for column, cell in enumerate(row) if cell]
    return len(filled) == 1 and (place, filled[0]) in wide


def _spread(rows: list[list[str]], columns: slice, cells: list[str]) -> None:
    """A cell merged over several rows holds for each of them."""
    for row in rows:
        row[columns] = cells


def _cell_text(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(int(cell.total_seconds())) if isinstance(cell, timedelta) else str(cell)
