"""Lengths of time against dates, against each other, and ages against birth years."""

from collections.abc import Iterator

from tizim.audits.checks.dates import spans_of
from tizim.audits.dates_said import now_said
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.audits.patterns import group
from tizim.documents import Span

_NEAR = 70
_TOLERANCE = 1


def from_to(draft: Draft, one: Day, other: Day) -> bool:
    """Whether two dates that follow each other are the ends of a span."""
    return any(True for _ in spans_of(draft, [one, other]))


def lengths_and_dates(draft: Draft) -> Iterator[Finding]:
    """ "For 10 days, from 9 to 14 May": the length beside the days."""
    for length in draft.lengths:
        sentence = draft.sentence(length.start)
        near = Span(max(sentence.start, length.start - _NEAR), min(sentence.end, length.end + _NEAR))
        days = [d for d in draft.days if near.start <= d.start < near.end]
        for one, other in spans_of(draft, days):
            if one.exact and other.exact and length.unit != "hour" and other.exact > one.exact:
                between = (other.exact - one.exact).days
                if abs(length.in_days - between) > _slack(length, between):
                    spans = ((length.start, length.end), (one.start, other.end))
                    yield draft.finding(
                        "duration_dates",
                        _joined(spans),
                        length=draft.text[length.start : length.end],
                        days=between,
                    )


def _joined(spans: tuple[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in spans), max(end for _, end in spans)


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
    """An age and a birth year in one sentence that do not fit the time of the text."""
    now = now_said(draft)
    for hit in draft.found("age"):
        written = group(hit, "age")
        age = int(written) if written else None
        sentence = draft.sentence(hit.start())
        born = [
            (day, mark) for mark in draft.found("born", within=sentence) for day in draft.days
            if sentence.start <= day.start < sentence.end and _beside(draft, day.start, day.end, mark.span())
        ]  # fmt: skip
        if age is None or now is None or not born or draft.says("died", within=sentence):
            continue
        day, mark = born[0]
        if day.year and age not in (now - day.year - 1, now - day.year):
            span = (min(hit.start(), mark.start(), day.start), max(hit.end(), mark.end(), day.end))
            yield draft.finding("age_birth", span, age=age, year=day.year, now=now)


def _beside(draft: Draft, start: int, end: int, mark: tuple[int, int]) -> bool:
    return min(abs(start - mark[1]), abs(mark[0] - end), abs(start - mark[0])) <= 12
