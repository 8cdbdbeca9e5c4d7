"""Where a sheet names its columns: title rows above, headings over several rows, the first row of data."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice

from tizim.claims.lists.words import bare, finder, phrase, words
from tizim.claims.lists.workbook import ListRow, Sheet

_SOUGHT = 40
_ENOUGH = 2


@cache
def headings_known() -> dict[str, str]:
    """Each heading that is known, and the rule it stands for."""
    return {bare(one): rule for rule, many in words()["headings"].items() for one in many}


@cache
def _padded() -> tuple[tuple[str, str], ...]:
    known = headings_known()
    return tuple((f" {one} ", known[one]) for one in sorted(known, key=len, reverse=True) if len(one) > 1)


def rule_of(heading: str) -> tuple[str, bool]:
    """The rule that a heading names, and whether it is exactly a known heading; else the longest in it."""
    shown = bare(heading)
    exact = headings_known().get(shown)
    if exact:
        return exact, True
    inside = f" {shown} "
    return next((rule for one, rule in _padded() if one in inside), ""), False


def act_of(heading: str) -> str:
    """The act that a heading names: the longest phrase in it."""
    found = list(finder("heading_acts").finditer(bare(heading)))
    if not found:
        return ""
    best = max(found, key=lambda one: one.end() - one.start())
    return _act(best[0])


@cache
def _act(text: str) -> str:
    fits = [
        (len(one), code)
        for code, many in words()["heading_acts"].items()
        for one in many
        if re.fullmatch(phrase(one), text)
    ]
    return str(max(fits)[1])


def header_of(sheet: Sheet) -> tuple[tuple[int, ...], int] | None:
    """The rows that name the columns and the first row below them; nothing if no row does."""
    rows = [row for row in islice(sheet.rows(), _SOUGHT) if not row.blank]
    scored = [(_known(row), -row.number, row) for row in rows if not row.title]
    best = max(scored, key=lambda one: one[:2], default=None)
    if best is None:
        return None
    row = best[2] if best[0] >= _ENOUGH else _widest(rows)
    header = _around(sheet, rows, row.number)
    return header, max(header) + 1


def _known(row: ListRow) -> float:
    """How many cells are known headings; those that only hold one count half, long texts nothing."""
    score = 0.0
    for cell in row.cells:
        if cell and len(cell) < 60:
            rule, exact = rule_of(cell)
            score += 1 if exact else 0.5 if rule or act_of(cell) else 0
    return score


def _widest(rows: Sequence[ListRow]) -> ListRow:
    return max(rows, key=lambda row: (sum(map(bool, row.cells)), -row.number))


def _around(sheet: Sheet, rows: Sequence[ListRow], at: int) -> tuple[int, ...]:
    """The rows of one header: those that spans tie together, and a second row of headings in a CSV."""
    first = last = at
    width = max((len(row.cells) for row in rows), default=1)
    for (top, left), (bottom, right) in sheet.spans:
        whole = right - left + 1 >= width
        if top + 1 <= at <= bottom + 1 and not whole:
            first, last = min(first, top + 1), max(last, bottom + 1)
        if top == bottom and left < right and not whole:
            if top + 1 == at:
                last = max(last, at + 1)
            elif top + 2 == at:
                first = min(first, at - 1)
    if first == last == at and not sheet.spans:
        below = next((row for row in rows if row.number == at + 1), None)
        last = at + 1 if below is not None and _second(rows, at, below) else at
    return tuple(range(first, last + 1))


def _second(rows: Sequence[ListRow], at: int, below: ListRow) -> bool:
    """Whether the row below fills gaps of the headings with headings, without a figure in it."""
    above = next(row for row in rows if row.number == at)
    gaps = [cell for place, cell in enumerate(below.cells) if cell and not _cell(above, place)]
    return (
        bool(gaps) and not any(sign.isdigit() for cell in below.cells for sign in cell) and _known(below) >= 1
    )


def _cell(row: ListRow, place: int) -> str:
    return row.cells[place] if place < len(row.cells) else ""
