"""Lengths of time beside days: "ten days later", "over the last three years", "during" a named period."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from tizim.audits.checks import dates
from tizim.audits.dates_said import now_said
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.lengths import Length
from tizim.audits.relation import FAILS, HOLDS, Relation, judged, places_of, told
from tizim.documents import Span

_AFTER, _OPENS = 24, 14
_LEAP = 2000  # a year for days that are printed without one
_EXACT = {"day": 1, "week": 7}
_YEARS = 0.99
_DAY_AND_SPAN = 3
_LEAD, _CLOSE = 5, 2


def elapsed(draft: Draft) -> Iterator[Relation]:
    """Every length of time that a day, a beginning or a named period can be set beside."""
    yield from _later(draft)
    yield from _since(draft)
    yield from _during(draft)
    for one in dates.outside(draft):
        values = {"one": one.values["day"], "other": one.values["span"]}
        yield Relation(kind="within", places=one.places, verdict=FAILS, values=values)


def _during(draft: Draft) -> Iterator[Relation]:
    """ "Signed on 27 May, during the quarantine, which lasted from … to …": the day beside the period."""
    for hit in draft.found("periods"):
        at = draft.sentence(hit.start())
        days = [day for day in draft.days if at.start <= day.start < at.end and day.month and day.day]
        before = Span(max(at.start, hit.start() - 30), hit.start())
        if len(days) != _DAY_AND_SPAN or not _in_period(draft, Span(before.start, hit.end())):
            continue
        event, one, other = days
        if event.start > hit.start() or not any(True for _ in dates.spans_of(draft, [one, other])):
            continue
        year = event.year or other.year or _LEAP
        day, first, last = (replace(each, year=year if each is event else each.year or year) for each in days)
        if day.exact and first.exact and last.exact:
            values = {"one": told(draft, event), "other": draft.text[one.start : other.end]}
            right = first.exact <= day.exact <= last.exact
            places = places_of(draft, (event, one, other))
            yield Relation(kind="within", places=places, verdict=judged(right), values=values)


def _in_period(draft: Draft, before: Span) -> bool:
    return draft.says("during", within=before) or draft.says("while_in", within=before)


def _later(draft: Draft) -> Iterator[Relation]:
    """ "On 14 June …, and ten days later": the day that comes of it, beside the day printed, if one is."""
    for length in (*draft.lengths, *_bare(draft)):
        if length.unit not in _EXACT or not _said_later(draft, length):
            continue
        base = _base(draft, length)
        if base is None:
            continue
        comes = _plain(base) + timedelta(days=int(length.value * _EXACT[length.unit]))
        printed = _printed(draft, length, base)
        right = printed is None or _plain(printed) == comes
        values = {
            "one": f"{told(draft, base)} + {told(draft, length)}",
            "other": told(draft, printed) if printed else f"{comes.day:02}.{comes.month:02}",
        }
        places = places_of(draft, (base, length, *([printed] if printed else [])))
        yield Relation(kind="lengths", places=places, verdict=judged(right), values=values)


def _bare(draft: Draft) -> Iterator[Length]:
    """Lengths without a number: "a week later"."""
    for days in ("1", "7", "14"):
        for hit in draft.found("one_later", days):
            yield Length(hit.start(), hit.end(), float(days), "day")


def _said_later(draft: Draft, length: Length) -> bool:
    """Whether the words beside a length say that something came so long after something else."""
    at = draft.sentence(length.start)
    before = Span(max(at.start, length.start - 14), length.start)
    after = Span(length.end, min(at.end, length.end + 14))
    own = Span(length.start, length.end)
    bare = any(draft.says("one_later", days, within=own) for days in ("1", "7", "14"))
    return bare or draft.says("later_before", within=before) or draft.says("later_after", within=after)


def _base(draft: Draft, length: Length) -> Day | None:
    """The day from which it is counted: "after the search of 20 March", else the last one before."""
    at = draft.sentence(length.start)
    after_what = [hit.end() for hit in draft.found("after_what", within=Span(length.end, at.end))]
    full = [day for day in draft.days if day.month and day.day]
    if after_what and after_what[0] - length.end < 14:
        own = [day for day in full if after_what[0] <= day.start < min(at.end, after_what[0] + 60)]
        if own:
            return own[0]
    opens = length.start - at.start < _OPENS
    first = draft.around(length.start, before=int(opens)).start
    before = [day for day in full if first <= day.start and day.end <= length.start]
    return before[-1] if before else None


def _printed(draft: Draft, length: Length, base: Day) -> Day | None:
    """The day printed beside the length: "ten days later, on 24 June"."""
    start = max(length.end, base.end)
    for day in draft.days:
        if (
            day.month
            and day.day
            and 0 <= day.start - start <= _AFTER
            and "." not in draft.text[start : day.start]
        ):
            return day
    return None


def _plain(day: Day) -> date:
    """The day itself, in a leap year where none is printed."""
    return date(_LEAP, day.month or 1, day.day or 1)


def _since(draft: Draft) -> Iterator[Relation]:
    """ "Over the last three years" beside "since March 2018" and the time of the text."""
    now = _now(draft)
    begins = [(hit, day) for hit in draft.found("since_when") if (day := _day_of(draft, hit.span()))]
    for length in draft.lengths:
        if length.unit != "year" or now is None or not _said_last(draft, length):
            continue
        near = [
            (hit, day)
            for hit, day in begins
            if day.first and day.first < now and _one_tale(draft, length, day)
        ]
        fit = [one for one in near if _fits(one[1], length, now)]
        if fit:
            days = [day for _, day in fit]
            counts = [
                c for c in draft.counts
                if c.unit == "persons" and any(draft.sentence(d.start).start == c.sentence for d in days)
            ]  # fmt: skip
            values = {"one": told(draft, length), "other": told(draft, days[0])}
            places = places_of(draft, (length, *days, *counts))
            yield Relation(kind="lengths", places=places, verdict=HOLDS, reason="until_now", values=values)


def _now(draft: Draft) -> date | None:
    """The time of the text: its own day, the latest full date, or the middle of its year."""
    if draft.date and len(draft.date) >= 10:
        return date.fromisoformat(draft.date[:10])
    latest = max((day.last for day in draft.days if day.last and day.month and day.own_year), default=None)
    year = now_said(draft)
    return latest if latest and year == latest.year else date(year, 7, 1) if year else None


def _said_last(draft: Draft, length: Length) -> bool:
    at = draft.sentence(length.start)
    before = Span(max(at.start, length.start - 18), length.start)
    return draft.says("over_the_last", within=before)


def _day_of(draft: Draft, span: tuple[int, int]) -> Day | None:
    """The day beside "since"; Kazakh has it before the word."""
    after = [day for day in draft.days if 0 <= day.start - span[1] <= 12]
    before = (
        [day for day in draft.days if 0 <= span[0] - day.end <= 12] if draft.language(span[0]) == "kk" else []
    )
    return next(iter((*after, *before)), None)


def _one_tale(draft: Draft, length: Length, day: Day) -> bool:
    """Whether a length and a beginning stand near each other, or the length in the lead of the text."""
    number = draft.sentence_number(length.start)
    return number < _LEAD or abs(number - draft.sentence_number(day.start)) <= _CLOSE


def _fits(day: Day, length: Length, now: date) -> bool:
    """Whether so many whole years have gone since then, and not a year more."""
    if day.first is None or day.last is None:
        return False
    if day.month is None:
        return now.year - day.first.year == int(length.value)
    gone = (now - day.first).days / 365.25
    return length.value * _YEARS <= gone < length.value + 1
