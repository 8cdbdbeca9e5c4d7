"""Time allowed or taken, against the day told beside it and the day before it; hours of one day."""

import re
from collections.abc import Iterator

from tizim.audits.checks.between import singles
from tizim.audits.checks.stages import dated
from tizim.audits.days import Day
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding
from tizim.audits.lengths import Length
from tizim.audits.numerals import value_of
from tizim.audits.patterns import group, numbered, pattern, words
from tizim.documents import Span

_BEFORE, _REACH = 30, 44
_MOST_DAYS, _TIMES = 70, 6
_SLACK = {"day": 1, "week": 2, "month": 16}
_OF_ANOTHER = re.compile(
    r"\s+(?:после|со дня|с момента|after|from|of|following)\b(?! (?:that|this|этого|того)\b)"
)
_OPENING = re.compile(
    r"(?! (?:later|afterwards|before|earlier|спустя|назад|раньше|бұрын))[^.;\d]{4,28}(?:, | and )"
)
_CLOSES = re.compile(r"[.;:!?\n]")
_NOON = 12


def allowed(draft: Draft) -> Iterator[Finding]:
    """ "Received on 2 June and answered within ten days, on 19 June": later than the time that is told."""
    for length in (*draft.lengths, *singles(draft)):
        how = _how(draft, length) if length.unit in _SLACK else None
        day = _beside(draft, length) if how else None
        on = dated(draft, day) if day else None
        before = _before(draft, length, day) if day and on else None
        start = dated(draft, before) if before else None
        if not (how and day and on and before and start) or start >= on:
            continue
        apart = (on - start).days
        if _off(how, length, apart) and apart <= max(_MOST_DAYS, _TIMES * length.in_days):
            spans = ((length.start, length.end), (day.start, day.end), (before.start, before.end))
            shown = draft.text[length.start : length.end]
            yield draft.finding("duration_dates", *spans, length=shown, days=apart)


def _how(draft: Draft, length: Length) -> str | None:
    """Whether a length is the most that something may take, or what it took; None where it is neither."""
    language = draft.language(length.start)
    before = draft.text[max(draft.sentence(length.start).start, length.start - _BEFORE) : length.start]
    behind = draft.text[length.end : length.end + _BEFORE]
    if _OF_ANOTHER.match(behind):
        return None
    if pattern(language, "within_time").search(before) or pattern(language, "within_after").search(behind):
        return "most"
    if not before.strip() and _OPENING.match(behind):
        return "took"
    took = any(pattern(language, key).search(before) for key in ("in_time", "after_time"))
    return "took" if took or pattern(language, "later_time").search(behind) else None


def _beside(draft: Draft, length: Length) -> Day | None:
    """The day right behind a length, or right before it, in its clause."""
    sentence = draft.sentence(length.start)
    behind = draft.days_in(Span(length.end, min(sentence.end, length.end + _REACH)))
    if (
        behind
        and behind[0].day
        and not _CLOSES.search(draft.text[length.end : behind[0].start].replace(":", ""))
    ):
        return behind[0]
    before = draft.days_in(Span(max(sentence.start, length.start - _REACH), length.start))
    last = before[-1] if before else None
    return last if last and last.day and draft.text[last.end : length.start].strip(" ,") in _JOINS else None


_JOINS = ("", "через", "спустя", "after", "within")


def _before(draft: Draft, length: Length, day: Day) -> Day | None:
    """The day told last before a length and its day, in its sentence or one of those before it."""
    sentence = draft.sentence(length.start)
    first = draft.around(length.start, before=1).start
    told = [one for one in draft.days_in(Span(first, min(length.start, day.start))) if one.day]
    own = [one for one in told if one.start >= sentence.start]
    behind = [one for one in draft.days_in(Span(day.end, sentence.end)) if one.day]
    if behind or len(own) > 1:
        return None
    last = (own or told)[-1] if own or told else None
    return last if last and len({dated(draft, one) for one in (own or told[-1:])}) == 1 else None


def _off(how: str, length: Length, apart: int) -> bool:
    """Whether two days are farther apart than is allowed, or otherwise than is told."""
    slack = _SLACK[length.unit]
    if how == "most":
        return apart > length.in_days + slack
    return abs(apart - length.in_days) > slack + 0.02 * apart


def _hour(written: str, language: str) -> float | None:
    known = words(language, "named_hours")
    return float(known[written]) if written in known else value_of(written, language)


def clocks(draft: Draft) -> Iterator[Finding]:
    """ "It lasted three hours, from ten to two": the hours beside those between which it was."""
    for at, language in draft.blocks():
        for hit in numbered(language, "clock_span").finditer(draft.text, at.start, at.end):
            ends = [_hour(group(hit, key) or "", language) for key in ("from", "to")]
            near = draft.around(hit.start(), after=1)
            told = [
                one for one in draft.lengths_in(near)
                if one.unit == "hour" and not hit.start() <= one.start <= hit.end()
            ]  # fmt: skip
            if None in ends or len(told) != 1 or any(one is not None and one > 24 for one in ends):
                continue
            first, last = (one or 0 for one in ends)
            lasted = {(last - first) % _NOON, (last - first) % (2 * _NOON)}
            if not any(abs(one - told[0].value) < 1 for one in lasted):
                spans = ((told[0].start, told[0].end), hit.span())
                shown = f"{draft.text[told[0].start : told[0].end]}"
                yield draft.finding("duration_hours", *spans, length=shown, hours=f"{min(lasted):g}")
