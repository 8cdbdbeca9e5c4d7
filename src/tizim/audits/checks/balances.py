"""Rows of a table whose columns depend on each other: a total at the end, what came, went and is left."""

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from tizim.audits.checks.columns import Cell, table_cells
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.documents import Span

_FEWEST_ROWS, _MOST_COLUMNS = 3, 8
_NEARLY = 0.3
_YEARS = range(1900, 2100)
Row = list[Cell]


def rows_summed(draft: Draft) -> Iterator[Finding]:
    """A column headed "total" beside the numbers of its row."""
    for head, rows in _tables(draft):
        last = head[-1]
        if len(head) < 4 or not draft.says("total_row", within=Span(last.start, last.end)):
            continue
        for row in rows:
            *parts, whole = (one.value for one in row[1:])
            made = sum(one or 0 for one in parts)
            if whole and None not in parts and made != whole and abs(made - whole) <= _NEARLY * whole:
                yield _sum(draft, row, " + ".join(map(str, parts)), made)


def flows(draft: Draft) -> Iterator[Finding]:
    """ "Held in May, taken, freed, held in June": one number of a row that the others of most rows make."""
    for _head, rows in _tables(draft):
        values = [[one.value for one in row[1:]] for row in rows]
        if len(rows) < _FEWEST_ROWS or not 3 <= len(values[0]) <= _MOST_COLUMNS - 2:
            continue
        if any(one is None or one in _YEARS for some in values for one in some):
            continue
        signs = _relation([[one or 0 for one in some] for some in values])
        for row, some in zip(rows, values, strict=True) if signs else ():
            made = sum(sign * (one or 0) for sign, one in zip(signs or (), some[:-1], strict=True))
            if made != some[-1]:
                shown = " ".join(
                    f"{'+' if s > 0 else '−'} {one}" for s, one in zip(signs or (), some, strict=False) if s
                )
                yield _sum(draft, row, shown.removeprefix("+ "), made)


def _relation(values: list[list[int]]) -> tuple[int, ...] | None:
    """Which numbers of a row are added and which taken away to make its last, in all rows but one or two."""
    width = len(values[0]) - 1
    for taken in range(1, width):
        for minus in combinations(range(1, width), taken):
            signs = tuple(-1 if n in minus else 1 for n in range(width))
            right = [sum(s * one for s, one in zip(signs, row, strict=False)) == row[-1] for row in values]
            moved = sum(any(row[n] for n in minus) for row in values)
            if len(values) > sum(right) >= max(2, len(values) - 2) and moved > 1:
                return signs
    return None


def _sum(draft: Draft, row: Row, shown: str, made: int) -> Finding:
    return draft.finding("sum", (row[0].start, row[-1].end), whole=row[-1].value, parts=f"{shown} = {made}")


def _tables(draft: Draft) -> Iterator[tuple[Row, list[Row]]]:
    """The head and the rows of each table: lines of as many columns, numbers in all but the first."""
    rows = [_padded(draft, table_cells(draft, at)) for at in draft.paragraphs]
    rows = [row for row in rows if not row or not re.fullmatch(r"[-: |]+", "".join(one.text for one in row))]
    starts = [n for n, (one, other) in enumerate(pairwise(rows)) if _heads(one) and _counts(other, len(one))]
    for start in starts:
        width = len(rows[start])
        end = next((n for n in range(start + 1, len(rows)) if not _counts(rows[n], width)), len(rows))
        if end - start > 1:
            yield rows[start], rows[start + 1 : end]


def _padded(draft: Draft, row: Row) -> Row:
    """A row with the empty cell that it begins with: nothing stands over the labels of the lines below."""
    start = row[0].start if row else 0
    empty = bool(row) and draft.text[start - 1 : start] == "\t"
    return [Cell(start, start, "", None), *row] if empty else row


def _heads(row: Row) -> bool:
    return len(row) > 2 and all(one.value is None or one.value in _YEARS for one in row)


def _counts(row: Row, width: int) -> bool:
    return len(row) == width and sum(one.value is not None for one in row[1:]) >= width - 2
