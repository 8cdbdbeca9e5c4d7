"""Lengths of time against dates, against each other, and ages against birth years."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from tizim.audits.checks.dates import spans_of
from tizim.audits.checks.stages import dated
from tizim.audits.dates_said import now_said
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.audits.patterns import group
from tizim.documents import Span

_NEAR = 70
_APART, _BEFORE = 30, 14  # how far behind, or before, the words a day may stand
_ANY_YEAR = 2001
_EXACTLY = 45  # so many days are counted, not told roughly
_TOLERANCE = 1
_YEAR = 365.25


def from_to(draft: Draft, one: Day, other: Day) -> bool:
    """Whether two dates that follow each other are the ends of a span."""
    return any(True for _ in spans_of(draft, [one, other]))


def lengths_and_dates(draft: Draft) -> Iterator[Finding]:
    """ "For 10 days, from 9 to 14 May": the length beside the days."""
    for length in draft.lengths:
        sentence = draft.sentence(length.start)
        near = Span(max(sentence.start, length.start - _NEAR), min(sentence.end, length.end + _NEAR))
        days = draft.days_in(near)
        for one, other in spans_of(draft, days):
            first, last = _ends(one, other, length)
            aside = any(other.end < day.start < length.start for day in days)
            if first and last and length.unit != "hour" and last > first and not aside:
                between = (last - first).days
                if not _holds(length, between):
                    spans = ((length.start, length.end), (one.start, other.end))
                    yield draft.finding(
                        "duration_dates",
                        _joined(spans),
                        length=draft.text[length.start : length.end],
                        days=between,
                    )


def _ends(one: Day, other: Day, length: Length) -> tuple[date | None, date | None]:
    """The ends of a span; days without any year are taken to be of one."""
    if one.year is None and other.year is None:
        one, other = replace(one, year=_ANY_YEAR), replace(other, year=_ANY_YEAR)
    if length.unit == "year" and not (one.month or other.month):
        return one.first, other.first
    return one.exact, other.exact


def counted_from(draft: Draft) -> Iterator[Finding]:
    """ "Two days earlier, on 2 February": no day before it in the paragraph is two days later."""
    for length, sign, end in (*_said_apart(draft), *_single(draft), *_next_days(draft)):
        sentence = draft.sentence(length.start)
        near = draft.days_in(sentence)
        behind = [d for d in near if 0 <= d.start - end < _APART]
        told = next(iter((*behind, *(d for d in near if 0 <= length.start - d.end < _BEFORE))), None)
        day = dated(draft, told) if told else None
        named = re.match(r" [^\W\d]{3,}", draft.text[end : end + 5])  # "after the release": of that day alone
        start = sentence.start if named else draft.paragraph(length.start).start
        others = [d for d in draft.days_in(Span(start, sentence.end)) if d.month and d is not told]
        anchors = [(d, on) for d in others if (on := dated(draft, d))]
        if told is None or day is None or not anchors or len(anchors) < len(others):
            continue
        wanted = sign * length.in_days
        if not any(abs((day - on).days - wanted) <= _apart_slack(length) for _, on in anchors):
            spans = (
                (min(length.start, told.start), max(end, told.end)),
                (anchors[-1][0].start, anchors[-1][0].end),
            )
            shown = draft.text[length.start : end]
            yield draft.finding("duration_dates", *spans, length=shown, days=abs((day - anchors[-1][1]).days))


def years_since(draft: Draft) -> Iterator[Finding]:
    """ "Since 2016, that is for ten years": the length beside the year of the text."""
    now = now_said(draft)
    for length in draft.lengths if now else ():
        sentence = draft.sentence(length.start)
        years = [d for d in draft.days_in(Span(sentence.start, length.start)) if d.year and not d.month]
        since = bool(years) and draft.says("since_then", within=Span(sentence.start, length.start))
        if length.unit != "year" or not since or not now or length.start - years[-1].end > _APART:
            continue
        gap = now - (years[-1].year or now)
        told = draft.says("in_other_words", within=Span(years[-1].end, length.start))
        if told and abs(gap - length.value) > 1:
            spans = ((length.start, length.end), (years[-1].start, years[-1].end))
            shown = draft.text[length.start : length.end]
            yield draft.finding("duration_dates", *spans, length=shown, days=round(gap * _YEAR))


def those_days(draft: Draft) -> Iterator[Finding]:
    """ "From 28 June to 12 July. In those 25 days …": the length beside the span of the sentence before."""
    for hit in draft.found("those_days"):
        length = next(
            (one for one in draft.lengths_in(Span(hit.end(), hit.end() + 2)) if one.unit == "day"), None
        )
        number = draft.sentence_number(hit.start())
        if length is None or not number or draft.sentences[number].start != draft.around(hit.start()).start:
            continue
        before = draft.sentences[number - 1]
        for one, other in spans_of(draft, draft.days_in(before)):
            first, last = _ends(one, other, length)
            if first and last and last > first and not _holds(length, (last - first).days):
                spans = ((hit.start(), length.end), (one.start, other.end))
                shown = draft.text[length.start : length.end]
                yield draft.finding("duration_dates", *spans, length=shown, days=(last - first).days)


def _said_apart(draft: Draft) -> Iterator[tuple[Length, int, int]]:
    """Lengths before or behind "later" and "earlier", with the way they count and where the words end."""
    for key, sign in (("later_by", 1), ("earlier_by", -1)):
        for hit in draft.found(key):
            length = next(
                (one for one in draft.lengths if hit.start() <= one.start and one.end <= hit.end()), None
            )
            if length and length.unit != "hour":
                yield length, sign, hit.end()


def _single(draft: Draft) -> Iterator[tuple[Length, int, int]]:
    """ "A week later", as a length of one week."""
    for unit in ("day", "week", "month", "year"):
        for hit in draft.found("single_lengths", unit):
            back = draft.says("earlier_than", within=Span(*hit.span()))
            yield Length(hit.start(), hit.end(), 1, unit), -1 if back else 1, hit.end()


def _next_days(draft: Draft) -> Iterator[tuple[Length, int, int]]:
    """ "The next day", as a length of one day."""
    for key, sign in (("day_after", 1), ("day_before", -1)):
        for hit in draft.found(key):
            yield Length(hit.start(), hit.end(), 1, "day"), sign, hit.end()


def _apart_slack(length: Length) -> float:
    return {"day": 1, "week": 3, "month": 16, "year": 190}[length.unit]


def _joined(spans: tuple[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)


def _holds(length: Length, between: int) -> bool:
    """Whether a length is that of a span: a few days to the day, with or without the last; others roughly."""
    if length.unit == "day" and between <= _EXACTLY:
        return between <= length.value <= between + 1
    return abs(length.in_days - between) <= _slack(length, between)


def _slack(length: Length, between: int) -> float:
    """Both ends may be counted; months and years are told roughly."""
    return {"day": _TOLERANCE, "week": 3, "month": 16, "year": 190}[length.unit] + 0.02 * between


def held_and_released(draft: Draft) -> Iterator[Finding]:
    """Held for three days, released after two."""
    for hit in draft.found("released_after"):
        released = _after(draft, hit.start(), hit.end())
        reach = draft.around(hit.start(), before=1)
        held = _held(
            draft, Span(reach.start, min(len(draft.text), draft.around(hit.start(), after=0).end)), released
        )
        if released and held and held.unit == released.unit and held.value != released.value:
            shown = {
                "one": draft.text[held.start : held.end],
                "other": draft.text[released.start : released.end],
            }
            start = min(released.start, max(hit.start(), released.start - 12))
            spans = ((start, released.end), (held.start, held.end))
            yield draft.finding("duration_conflict", *spans, **shown)


def _after(draft: Draft, start: int, end: int) -> Length | None:
    """The length that says after how long: behind the words, or before them in Kazakh."""
    after = [one for one in draft.lengths if 0 <= one.start - end <= 16]
    before = [one for one in draft.lengths if 0 <= start - one.end <= 16]
    return next(iter((*after, *before)), None)


def _held(draft: Draft, near: Span, released: Length | None) -> Length | None:
    lengths = [
        one for one in draft.lengths if near.start <= one.start and one.end <= near.end and one != released
    ]
    for one in lengths:
        end = min(draft.sentence(one.start).end, one.end + 20)
        around = Span(max(near.start, one.start - 34), end)
        if draft.says("held", within=around) and not draft.says(
            "released_after", within=Span(one.end, max(one.end, end))
        ):
            return one
    return None


def ages(draft: Draft) -> Iterator[Finding]:
    """An age and a birth year, in one sentence or of the one person of a paragraph, that do not fit."""
    for hit in draft.found("age"):
        written, sentence = group(hit, "age"), draft.sentence(hit.start())
        if not written or draft.says("died", within=sentence):
            continue
        own = _births(draft, sentence)
        born, years = (own[:1], _now(draft)) if own else _of_paragraph(draft, hit.start())
        for day, mark in born:
            fits = {year - day.year - more for year in years if day.year for more in (0, 1)}
            if fits and int(written) not in fits:
                near = (hit.start(), hit.end()) if not own else _around(hit.span(), mark, day)
                spans = (near,) if own else (near, _around(mark, mark, day))
                yield draft.finding("age_birth", *spans, age=written, year=day.year, now=max(years))


def _now(draft: Draft) -> set[int]:
    now = now_said(draft)
    return {now} if now else set()


def _of_paragraph(draft: Draft, at: int) -> tuple[list[tuple[Day, tuple[int, int]]], set[int]]:
    """The one birth of a paragraph that names one person, and the years of which the paragraph speaks."""
    paragraph = draft.paragraph(at)
    born = _births(draft, paragraph)
    people = {m.person for m in draft.mentions_in(paragraph)}
    if len(born) != 1 or len(people) > 1:
        return [], set()
    own = born[0][0].year
    told = {d.year for d in draft.days_in(paragraph) if d.year and d.year != own}
    return born, told | _now(draft)


def _births(draft: Draft, at: Span) -> list[tuple[Day, tuple[int, int]]]:
    """The birth days of a stretch, each with the words that say so."""
    return [
        (day, mark.span()) for mark in draft.found("born", within=at) for day in draft.days_in(at)
        if _beside(draft, day.start, day.end, mark.span())
    ]  # fmt: skip


def _around(one: tuple[int, int], other: tuple[int, int], day: Day) -> tuple[int, int]:
    return min(one[0], other[0], day.start), max(one[1], other[1], day.end)


def _beside(draft: Draft, start: int, end: int, mark: tuple[int, int]) -> bool:
    return min(abs(start - mark[1]), abs(mark[0] - end), abs(start - mark[0])) <= 12
