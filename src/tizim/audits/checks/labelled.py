"""A number of a row of a table told otherwise in the text, by the label of the row."""

import re
from collections.abc import Iterator

from tizim.audits.checks.columns import Cell, table_cells
from tizim.audits.counts import Count
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import UPPER
from tizim.documents import Span

_FEWEST, _STEM = 3, 6  # rows of a table; letters of a label that its case forms share
_NEAR, _LEAST, _OFF = 70, 5, 0.15
_UNITS = ("persons", "cases", "acts")
_LABEL = re.compile(rf"[{UPPER}][^\W\d_]{{3,}}")


def labelled_rows(draft: Draft) -> Iterator[Finding]:
    """ "Aktobe … 12" in a table, and "Aktobe reported 13 cases" beside it: no number of its row."""
    rows = {label: cells for label, cells in _rows(draft) if label}
    for label, cells in rows.items():
        values = {cell.value for cell in cells if cell.value is not None}
        for hit in re.finditer(rf"\b{re.escape(label)}\w*", draft.text):
            count = _said(draft, hit, set(rows) - {label})
            near = [cell for cell in cells if count and _close(cell, count)]
            if count and near and count.value not in values:
                spans = ((hit.start(), count.end), (near[0].start, near[0].end))
                span = (min(hit.start(), count.start), max(hit.end(), count.end))
                shown = listed([draft.text[count.start : count.end], near[0].text])
                yield draft.finding("two_numbers", span, *spans[1:], forms=shown)


def _rows(draft: Draft) -> Iterator[tuple[str, list[Cell]]]:
    """The labels of the rows of the one table that has labels with a capital letter, and their numbers."""
    told: list[tuple[str, list[Cell]]] = []
    for at in draft.paragraphs:
        cells = table_cells(draft, at)
        label = _LABEL.match(cells[0].text) if cells else None
        numbers = [cell for cell in cells[1:] if cell.value is not None]
        if label and numbers:
            told.append((label.group()[:_STEM], numbers))
    labels = [label for label, _ in told]
    yield from (one for one in told if labels.count(one[0]) == 1 and len(told) >= _FEWEST)


def _said(draft: Draft, hit: re.Match[str], others: set[str]) -> Count | None:
    """The one number that a sentence tells of a label; None where it names another label too."""
    sentence = draft.sentence(hit.start())
    text = draft.text[sentence.start : sentence.end]
    if "\t" in text or "|" in text or any(re.search(rf"\b{re.escape(one)}", text) for one in others):
        return None
    near = Span(max(sentence.start, hit.start() - _NEAR), min(sentence.end, hit.end() + _NEAR))
    own = [one for one in draft.counts_in(near) if one.unit in _UNITS]
    plain = len(own) == 1 and own[0].exact and not own[0].of_them and not own[0].other
    return own[0] if plain and own[0].value >= _LEAST else None


def _close(cell: Cell, count: Count) -> bool:
    return cell.value is not None and 0 < abs(cell.value - count.value) <= max(2, _OFF * cell.value)
