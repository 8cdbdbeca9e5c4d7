"""Numbers under each other in the lines of a list or the rows of a table: their total, a column of parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.numerals import value_of
from tizim.documents import Span

_BETWEEN = re.compile(r"\s*[\t|]\s*")
_LABELLED = re.compile(
    r"[-–—•*·\s]*(?P<label>[^\d:|\t\n]{2,60}?)\s*(?::|\s[–—-]|\()\s*"
    r"(?P<number>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6})(?![\d.:/%-]|\s?%)\)?(?: [^\W\d]+){0,2}[.,;]?"
)
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6}")
_FEWEST = 2
_MARKS = "-–—•*·"
_FEW, _MANY = 0.5, 2  # numbers that make less or more of a total are no parts of it
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row, where, and its number if it is one."""

    start: int
    end: int
    text: str
    value: int | None


def columns(draft: Draft) -> Iterator[Finding]:
    """A total in a list or a table beside its numbers; the number of a heading beside those below it."""
    for head, rows in _blocks(draft):
        total = next((row for row in (rows[-1], rows[0]) if _is_total(draft, row)), None)
        total = total or (rows[0] if _leads(draft, rows) else None) or _adds_up(rows)
        parts = [row for row in rows if row is not total]
        if total and len(parts) >= _FEWEST:
            for number, cell in enumerate(total):
                yield from _beside(draft, cell, [row[number] for row in parts])
        elif head and len(parts) > _FEWEST and len(rows[0]) == 2:
            yield from _beside(draft, head, [row[1] for row in parts])


def _is_total(draft: Draft, row: list[Cell]) -> bool:
    first = draft.found("total_row", within=Span(row[0].start, row[0].end))
    return bool(first) and first[0].start() - row[0].start <= 2


def _adds_up(rows: list[list[Cell]]) -> list[Cell] | None:
    """The last row, whatever its label, where one of its numbers is the sum of all those above it."""
    *parts, last = rows
    sums = [
        last[n].value == sum(row[n].value or 0 for row in parts)
        for n in range(1, len(last)) if last[n].value and all(row[n].value is not None for row in parts)
    ]  # fmt: skip
    return last if len(parts) > _FEWEST and any(sums) else None


def _leads(draft: Draft, rows: list[list[Cell]]) -> bool:
    """Whether the first line heads the others: they are items with a mark, and it is none."""
    marked = [draft.text[draft.paragraph(row[0].start).start] in _MARKS for row in rows]
    return len(rows) > _FEWEST + 1 and not marked[0] and all(marked[1:])


def _beside(draft: Draft, total: Cell, parts: list[Cell]) -> Iterator[Finding]:
    """A total that its numbers do not make; nothing where one of them is missing or is a year."""
    values = [one.value for one in parts if one.value is not None]
    if total.value is None or len(values) != len(parts) or any(one in _YEARS for one in values):
        return
    made = sum(values)
    if made != total.value and _FEW * total.value <= made <= _MANY * total.value:
        spans = ((total.start, total.end), *((one.start, one.end) for one in parts))
        shown = " + ".join(map(str, values))
        yield draft.finding("sum", *spans, whole=total.value, parts=f"{shown} = {made}")


def parts_of_columns(draft: Draft) -> Iterator[Finding]:
    """A column headed "of them" in which a number is larger than in the column before."""
    for number, at in enumerate(draft.paragraphs[:-1]):
        names = table_cells(draft, at)
        inside = [
            n for n, cell in enumerate(names)
            if n > 1 and draft.says("of_them", within=Span(cell.start, cell.end))
        ]  # fmt: skip
        for following in draft.paragraphs[number + 1 :] if inside else ():
            row = table_cells(draft, following)
            if len(row) != len(names):
                break
            for part, whole in ((row[n], row[n - 1]) for n in inside):
                if part.value is not None and whole.value is not None and part.value > whole.value:
                    spans = ((part.start, part.end), (whole.start, whole.end))
                    yield draft.finding("part_exceeds_whole", *spans, part=part.value, whole=whole.value)


def _blocks(draft: Draft) -> Iterator[tuple[Cell | None, list[list[Cell]]]]:
    """Each run of rows of one width with numbers in them, and the number of the line that heads it."""
    rows = [_row(draft, at) for at in draft.paragraphs]
    first = None
    for number, row in enumerate([*rows, None]):
        width = len(row) if row else 0
        if first is not None and width != len(rows[first] or ()):
            if number - first >= _FEWEST:
                found = [one for one in rows[first:number] if one]
                yield (_heads(draft, draft.paragraphs[first - 1]) if first else None), found
            first = None
        if first is None and row:
            first = number


def _row(draft: Draft, at: Span) -> list[Cell] | None:
    """The label and the numbers of a line; None for a line that is no row of numbers."""
    cells = table_cells(draft, at)
    if len(cells) > 1:
        return cells if any(one.value is not None for one in cells[1:]) else None
    hit = _LABELLED.fullmatch(draft.text, at.start, at.end)
    if hit is None or any(hit.start("number") < day.end and day.start < at.end for day in draft.days_in(at)):
        return None
    label = Cell(hit.start("label"), hit.end("label"), hit.group("label"), None)
    return [label, _cell(draft, hit.start("number"), hit.end("number"))]


def table_cells(draft: Draft, at: Span) -> list[Cell]:
    """The columns of a line set apart by tabs or bars."""
    line = draft.text[at.start : at.end]
    if "\t" not in line and "|" not in line:
        return []
    edges = [(0, 0), *(hit.span() for hit in _BETWEEN.finditer(line)), (len(line), len(line))]
    spans = [(one[1], other[0]) for one, other in pairwise(edges)]
    return [_cell(draft, at.start + start, at.start + end) for start, end in spans if end > start]


def _cell(draft: Draft, start: int, end: int) -> Cell:
    text = draft.text[start:end]
    value = value_of(text, draft.language(start)) if _NUMBER.fullmatch(text) else None
    return Cell(start, end, text, None if value is None else int(value))


def _heads(draft: Draft, at: Span) -> Cell | None:
    """The one exact number of the line before a list."""
    own = [one for one in draft.counts_in(at) if one.unit not in ("time", "money")]
    if len(own) != 1 or not own[0].exact or draft.says("including", within=at):
        return None
    return Cell(own[0].start, own[0].end, draft.text[own[0].start : own[0].end], own[0].value)
