"""Days against the day of the text itself, the span that it covers, and a founding in one sentence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tizim.audits.checks.dates import with_year
from tizim.audits.checks.heads import heading_year
from tizim.audits.days import Day, is_real
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.documents import Span
from tizim.vocab import vague_date

_HEAD_LINES, _HEAD = 4, 110
_FEW = 2  # days after the day of a text: if there are more, that day is not the text's
_CLAUSE = 70
_GAP = 400


def own_day(draft: Draft) -> tuple[Day | None, date] | None:
    """The last day that a text can know of: its own date, or the end of the month in its heading."""
    if draft.date:
        last = vague_date(draft.date).days.last
        return (None, last) if last else None
    lines = [
        at for at in draft.paragraphs[:_HEAD_LINES]
        if at.end - at.start < _HEAD and not draft.mentions_in(at)
        and (draft.text[at.end - 1] not in ".;:" or draft.says("written_on", within=at))
    ]  # fmt: skip
    days = [one for at in lines for one in draft.days_in(at) if one.own_year and one.month and one.last]
    day = max(days, key=lambda one: (one.last or date.min, bool(one.day)), default=None)
    return (day, day.last) if day and day.last else None


def after_own_day(draft: Draft) -> Iterator[Finding]:
    """Something told as done on a day after that of the text."""
    own = own_day(draft)
    if own is None:
        return
    first, last = own
    known = [one if one.own_year else _headed(draft, one) for one in draft.days]
    later = [one for one in known if one.exact and one.exact > last]
    if not later or len(later) > max(_FEW, len(draft.days) // 10):
        return
    for day in later:
        if _done(draft, day) and (day.exact or last).toordinal() - last.toordinal() < _GAP:
            spans = ((day.start, day.end), *(((first.start, first.end),) if first else ()))
            yield draft.finding(
                "outside_span", *spans, day=draft.text[day.start : day.end], span=f"… – {last.isoformat()}"
            )


def _headed(draft: Draft, day: Day) -> Day:
    """A day without a year, with that of the heading over it; without one where there is no such heading."""
    year = heading_year(draft, day.start) if day.month and day.day else None
    known = replace(day, year=year)
    return known if year and is_real(known) else replace(day, year=None)


def _done(draft: Draft, day: Day) -> bool:
    """Whether a day is told as past, and nothing is said to be planned, due or to end then."""
    at = draft.sentence(day.start)
    ahead = draft.says("ahead", within=at) or draft.says(
        "until", within=Span(max(at.start, day.start - 24), at.end)
    )
    return draft.says("told_as_past", within=at) and not ahead


def covered(draft: Draft) -> Iterator[Finding]:
    """ "The interviews were held from January to June. The last was on 14 September": outside the span."""
    for hit in draft.found("span_covered"):
        days = draft.days_in(Span(hit.start(), hit.end()))
        if not days or not days[-1].last:
            continue
        begun = with_year(draft, days[0]).first if len(days) > 1 else date.min
        ended = days[-1].last
        after = Span(hit.end(), draft.section(hit.start()).end)
        for said in draft.found("ends_of_span", within=after):
            own = draft.days_in(Span(said.start(), draft.sentence(said.start()).end))
            day = with_year(draft, own[0]) if own else None
            if day and begun and day.first and day.last and (day.last < begun or day.first > ended):
                spans = ((said.start(), day.end), hit.span())
                span = " ".join(hit.group().split())
                yield draft.finding("outside_span", *spans, day=draft.text[day.start : day.end], span=span)


def founded_after_deed(draft: Draft) -> Iterator[Finding]:
    """A body that did something, or to which something was done, before it was founded: in one sentence."""
    for hit in draft.found("founded"):
        at = draft.sentence(hit.start())
        days = [with_year(draft, one) for one in draft.days_in(at)]
        days = [one for one in days if one.first and one.last]
        founded = min(days, key=lambda one: _far(one, hit), default=None)
        if founded is None or _far(founded, hit) > _CLAUSE or len(draft.found("founded", within=at)) > 1:
            continue
        for day in days:
            near = Span(max(at.start, day.start - _CLAUSE), min(at.end, day.end + _CLAUSE))
            before = day is not founded and day.last and founded.first and day.last < founded.first
            if before and draft.says("body_deed", within=near) and not draft.says("predecessor", within=at):
                spans = ((day.start, day.end), (founded.start, founded.end))
                shown = [draft.text[one.start : one.end] for one in (founded, day)]
                yield draft.finding("before_founding", *spans, forms=listed(shown))


def _far(day: Day, hit: re.Match[str]) -> int:
    return max(day.start - hit.end(), hit.start() - day.end, 0)
