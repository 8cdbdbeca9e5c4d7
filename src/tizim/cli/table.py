"""Tables of plain text: as wide as the screen, nothing cut off, ids and days in one piece."""

import re
from collections.abc import Sequence
from textwrap import wrap

_GAP = "  "
_WHOLE = re.compile(r"[a-z]-[0-9a-f-]+|[0-9./\s-]*")
_SPAN = re.compile(r"(?<=[0-9.]) ?/ ?(?=[0-9.])")

Cell = list[str]


def table_lines(rows: Sequence[Sequence[str]], headings: Sequence[str], width: int) -> list[str]:
    """The lines of the table; where the width is too small for one, a block of lines for each row."""
    columns = [[_SPAN.sub("/\n", row[place]) for row in rows] for place in range(len(headings))]
    heads = [_heading(*pair) for pair in zip(headings, columns, strict=True)]
    widths = _widths([[head, *column] for head, column in zip(heads, columns, strict=True)], width)
    if widths is None:
        return [line for row in rows for line in ("", *_block(row, headings))]
    cut = [[_cut(cell, wide) for cell in column] for column, wide in zip(columns, widths, strict=True)]
    top = _lines([_cut(head, wide) for head, wide in zip(heads, widths, strict=True)], widths)
    rule = "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    return ["", *top, rule, *(line for row in zip(*cut, strict=True) for line in _lines(row, widths)), ""]


def _heading(heading: str, column: Sequence[str]) -> str:
    """A heading no wider than need be over ids and days."""
    return heading.replace(" ", "\n") if all(map(_WHOLE.fullmatch, column)) else heading


def _widths(columns: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """How wide each column is: as it likes, or with its share of what its words leave over."""
    wanted = [max(len(line) for cell in column for line in (*cell.split("\n"), "")) for column in columns]
    needed = [max(len(word) for cell in column for word in _words(cell)) for column in columns]
    room = width - len(_GAP) * (len(columns) - 1)
    spare, short = room - sum(needed), sum(wanted) - sum(needed)
    if spare < 0:
        return None
    if short <= spare:
        return wanted
    return [least + (most - least) * spare // short for least, most in zip(needed, wanted, strict=True)]


def _words(cell: str) -> list[str]:
    return [*(cell.split("\n") if _WHOLE.fullmatch(cell) else cell.split()), ""]


def _cut(cell: str, width: int) -> Cell:
    if len(cell) <= width and "\n" not in cell:
        return [cell]
    return [part for line in cell.split("\n") for part in wrap(line, width, break_on_hyphens=False) or [""]]


def _lines(cells: Sequence[Cell], widths: Sequence[int]) -> list[str]:
    """The lines of one row, its cells beside each other."""
    lines = []
    for place in range(max(map(len, cells))):
        parts = (cell[place] if place < len(cell) else "" for cell in cells)
        lines.append(_GAP.join(part.ljust(wide) for part, wide in zip(parts, widths, strict=True)).rstrip())
    return lines


def _block(row: Sequence[str], headings: Sequence[str]) -> list[str]:
    """One row, cell below cell."""
    told = zip(headings[1:], row[1:], strict=True)
    return [row[0], *(f"  {heading}: {cell}" for heading, cell in told if cell)]
