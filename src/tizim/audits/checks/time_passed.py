"""More time than has passed, and arrests of so many days against the day on which somebody came out."""

from collections.abc import Iterator
from datetime import date

from tizim.audits.checks.between import singles
from tizim.audits.chronology.apart import tellings
from tizim.audits.chronology.clauses import Clause
from tizim.audits.chronology.stages import events_of
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.documents import Span

_BESIDE, _LONGEST, _SHORTEST, _TIMES = 44, 60, 5, 6
_CREDITED, _LATE, _NEXT = 2, 2, 3
_ROUGHLY, _SLACK = 1.12, 45


def more_than_passed(draft: Draft) -> Iterator[Finding]:
    """ "Sixteen years, since 2013", told in 2025: nobody has done anything for so long."""
    until = _last_day(draft)
    for length in draft.lengths if until else ():
        if length.unit not in ("year", "month"):
            continue
        sentence = draft.sentence(length.start)
        near = Span(max(sentence.start, length.start - _BESIDE), min(sentence.end, length.end + _BESIDE))
        days = [one for one in draft.days_in(sentence) if one.first]
        if (
            len(days) != 1
            or draft.says("given_term", within=sentence)
            or not draft.says("spent", within=near)
        ):
            continue
        begun = days[0].first
        if until and begun and draft.says("begun_then", within=_around(draft, sentence, days[0])):
            passed = (until - begun).days
            if passed >= 0 and length.in_days > passed * _ROUGHLY + _SLACK:
                spans = ((length.start, length.end), (days[0].start, days[0].end))
                shown = draft.text[length.start : length.end]
                yield draft.finding("duration_dates", *spans, length=shown, days=passed)


def _around(draft: Draft, sentence: Span, day: Day) -> Span:
    """What stands before a day and right behind it: "since", "from", "…нан бері"."""
    return Span(max(sentence.start, day.start - _BESIDE), min(sentence.end, day.end + 16))


def _last_day(draft: Draft) -> date | None:
    """The last day of which a text tells as past: its own, or the latest in it."""
    told = [one.last if one.day else one.first for one in draft.days if one.own_year and one.month]
    return max((one for one in told if one), default=None)


def arrests_and_release(draft: Draft) -> Iterator[Finding]:
    """ "Given fifteen days on 18 August. … She walked out on 28 August": too early, or too late."""
    told = tellings(draft)
    stages = events_of(draft)
    freed = {id(one.clause) for one in stages if one.stage == "freed"}
    freed -= {id(one.clause) for one in stages if one.after}
    for place, clause in enumerate(told):
        length = _arrest(draft, clause)
        for later in told[place + 1 :] if length and clause.day.day else ():
            apart = later.sentence - clause.sentence
            together = draft.paragraph(later.at.start) == draft.paragraph(clause.at.start)
            if not together or apart > _NEXT:
                break
            if id(later) not in freed or not later.day.day or length is None:
                continue
            between = Span(clause.at.start, draft.sentence(later.day.start).end)
            days = (later.first - clause.first).days
            wrong = days < length.value - _CREDITED - 1 or days > length.value + _LATE
            if wrong and 0 < days < _TIMES * length.value and not draft.says("let_go_early", within=between):
                spans = ((length.start, length.end), (later.day.start, later.day.end))
                shown = draft.text[length.start : length.end]
                yield draft.finding("duration_dates", *spans, length=shown, days=days)
            break


def still_held(draft: Draft) -> Iterator[Finding]:
    """ "Held for more than a year", of somebody taken half a year before the day of the text."""
    until = _last_day(draft)
    held = [one.clause for one in events_of(draft) if one.stage == "held" and one.clause.day.day]
    for length in (*draft.lengths, *singles(draft)) if until else ():
        sentence, paragraph = draft.sentence(length.start), draft.paragraph(length.start)
        inside = draft.says("still_lasts", within=sentence) and draft.says("in_custody_for", within=sentence)
        taken = [one for one in held if paragraph.start <= one.at.start < paragraph.end]
        known = (
            inside and len(taken) == 1 and length.unit in ("year", "month") and not draft.days_in(sentence)
        )
        if not known or until is None or draft.says("given_term", within=sentence):
            continue
        passed = (until - taken[0].first).days
        if passed >= 0 and length.in_days > passed * _ROUGHLY + _SLACK:
            spans = ((length.start, length.end), (taken[0].day.start, taken[0].day.end))
            shown = draft.text[length.start : length.end]
            yield draft.finding("duration_dates", *spans, length=shown, days=passed)


def _arrest(draft: Draft, clause: Clause) -> Length | None:
    """The one length of days to which somebody is put under arrest in a clause."""
    lengths = [one for one in draft.lengths_in(clause.at) if one.unit == "day"]
    known = len(lengths) == 1 and _SHORTEST <= lengths[0].value <= _LONGEST
    return lengths[0] if known and draft.says("put_under_arrest", within=clause.at) else None
