"""Spreadsheets: the rows of one sheet as texts, merged cells spread, title rows marked."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import IO, Any

from tizim.claims.errors import UnreadableTableError
from tizim.claims.trial import survives

LARGEST = 1 << 30
"""Unpacked bytes past which a spreadsheet is not opened."""

WIDEST = 10_000_000
"""Cells between the first and the last filled one past which a sheet is not opened: they are all laid out."""

_CELL = re.compile(rb"""<(?:\w+:)?(?:c|row)\s[^>]*?\br=["']([A-Z]{0,3})(\d{1,7})["']""")
_CHUNK = 1 << 20
_OLD_FORM = b"\xd0\xcf\x11\xe0"
UNOPENED = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError, KeyError
)  # fmt: skip
"""What the opening of a damaged or hostile spreadsheet raises."""

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

    try:
        _refuse_bombs(content)
        if not survives(content):
            raise ValueError
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        name = _sheet_name(book.sheet_names, sheet)
        chosen = book.get_sheet_by_name(name)
        return name, _lines(chosen.to_python(skip_empty_area=False), chosen.merged_cell_ranges or ())
    except (CalamineError, *UNOPENED) as wrong:
        raise UnreadableTableError(f"The spreadsheet cannot be opened ({type(wrong).__name__}).") from None


def _refuse_bombs(content: bytes) -> None:
    """Small files that would fill the memory: by what is packed, or by one cell far away.

    The old binary form has at most 65,536 rows of 256 cells and needs no look; other forms are refused.
    """
    if content.startswith(_OLD_FORM):
        return
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        items = packed.infolist()
        if sum(item.file_size for item in items) > LARGEST:
            raise UnreadableTableError("Unpacked, the spreadsheet is larger than 1 GB. Give it in parts.")
        if "xl/workbook.xml" not in packed.namelist():
            raise UnreadableTableError("The file is no XLSX spreadsheet. Save it as one, or as CSV.")
        for item in items:
            with packed.open(item) as stream:
                _refuse_far_cells(stream)


def _refuse_far_cells(stream: IO[bytes]) -> None:
    rows = columns = 1
    kept = b""
    while piece := stream.read(_CHUNK):
        for letters, number in _CELL.findall(kept + piece):
            rows, columns = max(rows, int(number)), max(columns, column_number(letters.decode()))
        kept = piece[-200:]
        if rows * columns > WIDEST:
            hint = "Delete stray cells far from the table, or save it as CSV."
            raise UnreadableTableError(f"A sheet reaches to row {rows} and column {columns}. {hint}")


def column_number(letters: str) -> int:
    """The column that letters name, from 1."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number


def _sheet_name(names: list[str], wanted: str | None) -> str:
    if not names:
        raise UnreadableTableError("The spreadsheet has no sheet.")
    if wanted is not None and wanted not in names:
        raise UnreadableTableError(f"The spreadsheet has no such sheet. It has: {', '.join(names)}.")
    return wanted or names[0]


def _lines(rows: list[list[Any]], merged: Iterable[_Range]) -> list[Line]:
    grid = [[cell_text(cell) for cell in row] for row in rows]
    wide: set[tuple[int, int]] = set()
    for (top, left), (bottom, right) in merged:
        if top >= len(grid):
            continue
        if left < right:
            wide.update((row, left) for row in range(top, min(bottom + 1, len(grid))))
        _spread(grid[top + 1 : bottom + 1], slice(left, right + 1), grid[top][left : right + 1])
    return [Line(place + 1, tuple(row), _title(place, row, wide)) for place, row in enumerate(grid)]


def _title(place: int, row: list[str], wide: set[tuple[int, int]]) -> bool:
    filled = [column for column, cell in enumerate(row) if cell]
    return len(filled) == 1 and (place, filled[0]) in wide


def _spread(rows: list[list[str]], columns: slice, cells: list[str]) -> None:
    """A cell merged over several rows holds for each of them."""
    for row in rows:
        row[columns] = cells


def cell_text(cell: Any) -> str:
    """A value of a spreadsheet as text: days in ISO, whole numbers without a point."""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(int(cell.total_seconds())) if isinstance(cell, timedelta) else str(cell)
