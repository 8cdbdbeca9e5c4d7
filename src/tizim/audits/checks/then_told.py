"""What a text says came after or before what it told just before, and their days that say otherwise."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tizim.audits.checks.clauses import Clause, clauses
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.documents import Span

_OPENING = 24  # how far from the beginning of its clause the word that ties it to the one before may stand
_LONGEST, _YEARLESS = 500, 120
_OF_TIME = re.compile(
    r"(?:\d|days?|weeks?|months?|years?|дн\w+|недел\w+|месяц\w*|лет|год\w*|күн|апта|ай|жыл)\s*$"
)


def said_order(draft: Draft) -> Iterator[Finding]:
    """ "She was let go on 9 May. Then, on 4 May, …"; "before that, on 12 May": the days are turned round."""
    for one, other in pairwise(clauses(draft)):
        near = other.sentence - one.sentence <= 1
        together = draft.paragraph(one.at.start) == draft.paragraph(other.at.start)
        exact = one.day.day and other.day.day and not other.spanned
        if not (near and together and exact):
            continue
        gap = (other.first - one.last).days
        most = _LONGEST if one.day.own_year and other.day.own_year else _YEARLESS
        turned = (gap < 0 and _opens(draft, other, "then_told")) or (
            (other.first - one.first).days > 0 and _opens(draft, other, "before_told")
        )
        if turned and abs(gap) <= most:
            yield _finding(draft, one, other, gap)


def _opens(draft: Draft, clause: Clause, key: str) -> bool:
    """Whether one of the words opens a clause, with no length of time before it."""
    start = clause.at.start
    for hit in draft.found(key, within=Span(start, min(clause.at.end, clause.day.start))):
        alone = not _OF_TIME.search(draft.text[start : hit.start()])
        if hit.start() - start <= _OPENING and alone:
            return True
    return False


def _finding(draft: Draft, one: Clause, other: Clause, gap: int) -> Finding:
    later, earlier = (other, one) if gap < 0 else (one, other)
    spans = ((other.day.start, other.day.end), (one.day.start, one.day.end))
    shown = {
        "later": draft.text[later.day.start : later.day.end],
        "earlier": draft.text[earlier.day.start : earlier.day.end],
    }
    return draft.finding("date_order", *spans, **shown)
