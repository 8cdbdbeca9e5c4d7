"""So long after or before something, and the day of its own that lies otherwise."""

from collections.abc import Iterator

from tizim.audits.chronology.apart import SLACK, Apart, aparts, beside, tellings
from tizim.audits.chronology.clauses import Clause
from tizim.audits.chronology.stages import meant, stage_of
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding

_MOST, _LEAST = 6, 10  # a gap so many times longer than told, from so many days on, is from something else


def lengths_told(draft: Draft) -> Iterator[Finding]:
    """ "Three days after the search, on 24 October": the search was on another day, as the text tells it."""
    told = tellings(draft)
    for apart in aparts(draft):
        own = [one for one in told if one.at.start <= apart.at.start < one.at.end and beside(one, apart)]
        if len(own) != 1 or own[0].spanned or own[0].day.form == "apart":
            continue
        anchors = _anchors(draft, told, apart, own[0])
        if anchors and not any(_fits(apart, own[0], one) for one in anchors):
            nearest = min(anchors, key=lambda one: abs(_apart(apart, own[0], one)))
            gap = apart.sign * (own[0].first - nearest.first).days
            if abs(gap) <= _MOST * max(apart.length.in_days, _LEAST):
                yield _finding(draft, apart, own[0], nearest, gap)


def _finding(draft: Draft, apart: Apart, own: Clause, other: Clause, gap: int) -> Finding:
    days = ((one.day.start, one.day.end) for one in (own, other))
    shown = draft.text[apart.length.start : apart.length.end]
    return draft.finding(
        "duration_dates", (apart.length.start, apart.length.end), *days, length=shown, days=gap
    )


def _anchors(draft: Draft, told: list[Clause], apart: Apart, own: Clause) -> list[Clause]:
    """What a length may be counted from: what its noun means."""
    one = meant(draft, told, apart.noun, own.at) if apart.noun else None
    if one is None or one.spanned:
        return []
    near = draft.paragraph(one.at.start) == draft.paragraph(own.at.start)
    staged = stage_of(apart.noun or "", draft.language(apart.at.start))
    return [one] if near or staged else []


def _fits(apart: Apart, own: Clause, other: Clause) -> bool:
    return abs(_apart(apart, own, other)) <= SLACK[apart.length.unit]


def _apart(apart: Apart, own: Clause, other: Clause) -> float:
    """By how many days two tellings lie otherwise than told, at the least."""
    wanted = apart.sign * apart.length.in_days
    least, most = (own.first - other.last).days, (own.last - other.first).days
    return max(least - wanted, wanted - most, 0)
