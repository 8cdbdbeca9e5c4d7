"""Dates in a text, in the ways English, Russian and Kazakh write them, with their form."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from tizim.audits.tables import table
from tizim.documents import Span

_YEAR = r"(?P<year>(?:19|20)\d\d)"
_DAY = r"(?P<day>[0-3]?\d)"
_NUMERIC = (
    ("d.m.y", rf"(?<![\d.]){_DAY}\.(?P<month>[01]?\d)\.{_YEAR}(?!\d)"),
    ("d/m/y", rf"(?<![\d/]){_DAY}/(?P<month>[01]?\d)/{_YEAR}(?!\d)"),
    ("y-m-d", rf"(?<!\d){_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?!\d)"),
)
_FORMS = {
    "en": (
        ("d-th month y", rf"(?<!\d){_DAY}(?:st|nd|rd|th)(?: of)? (?P<name>{{m}})(?:,? {_YEAR})?"),
        ("d month y", rf"(?<![\d.,]){_DAY} (?P<name>{{m}})(?:,? {_YEAR})?"),
        ("month d-th, y", rf"(?P<name>{{m}}) {_DAY}(?:st|nd|rd|th)(?:,? {_YEAR})?"),
        ("month d, y", rf"(?P<name>{{m}}) {_DAY}(?![\d%:])(?:,? {_YEAR})?"),
        ("month y", rf"(?P<name>{{m}})(?: of)? {_YEAR}"),
    ),
    "ru": (
        ("d month y", rf"(?<![\d.,]){_DAY}(?:-го)? (?P<name>{{m}})(?: {_YEAR})?"),
        ("month y", rf"(?P<name>{{m}}) {_YEAR}"),
        ("word month", rf"(?P<word>{{w}}) (?P<name>{{m}})(?: {_YEAR})?"),
    ),
    "kk": (
        ("y d month", rf"{_YEAR}(?:[\s-]*(?:жылғы|жылдың|жылы|ж\.))?\s{_DAY}[\s-](?P<name>{{m}})"),
        ("d month", rf"(?<![\d.,-]){_DAY}[\s-](?P<name>{{m}})"),
        ("month d-suffix", rf"(?P<name>{{m}}) {_DAY}-(?:і|ы|сі|сы|у|н)\w*"),
        ("y month", rf"{_YEAR} (?:жылғы|жылдың|жылы) (?P<name>{{m}})"),
    ),
}
_RANGE = re.compile(
    r"(?<![\d.])(?P<day>[0-3]?\d)"
    r"(?: (?:to|and|until|по|до) |-(?:нан|нен|дан|ден|тан|тен|інен|ынан|сінен|сынан) )$"
)
_ONLY_YEAR = re.compile(rf"(?<![\d./-]){_YEAR}(?![\d/]|-(?!(?:м|го|му|й|х)\b)|\.\d)")


@dataclass(frozen=True, slots=True)
class Day:
    """A date as written: its parts as far as they stand there, and the form in which it is written."""

    start: int
    end: int
    form: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    own_year: bool = True

    @property
    def first(self) -> date | None:
        """The first day it may mean; None without a year."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date | None:
        """The last day it may mean; None without a year."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def exact(self) -> date | None:
        """The day, where day, month and year are known."""
        return self.first if self.day else None


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    months = [form for forms in table(f"{language}/numbers")["months"].values() for form in forms]
    either = "|".join(re.escape(one).replace(r"\*", r"\w*") for one in sorted(months, key=len, reverse=True))
    counted = "|".join(sorted(_day_words(language), key=len, reverse=True))
    written = {"{m}": f"(?:{either})", "{w}": rf"(?<!\w)(?i:{counted})"}
    named = []
    for form, one in _FORMS[language]:
        for mark, words in written.items():
            one = one.replace(mark, words)
        named.append((form, re.compile(one + r"(?!\w)")))
    return (*((form, re.compile(one)) for form, one in _NUMERIC), *named, ("y", _ONLY_YEAR))


@cache
def _day_words(language: str) -> dict[str, str]:
    """The days of a month told by a word: "десятого марта"."""
    return dict(table(f"{language}/threads").get("day_words", {}))


@cache
def month_of(word: str, language: str) -> int | None:
    """The month that a word names, in any case form."""
    for number, forms in table(f"{language}/numbers")["months"].items():
        for form in forms:
            if word == form or (form.endswith("*") and word.startswith(form[:-1])):
                return int(number)
    return None


def days_in(text: str, at: Span, language: str) -> list[Day]:
    """The dates of a stretch of text. One without a year takes that of a date before it in its sentence."""
    found: list[Day] = []
    for form, pattern in _patterns(language):
        for hit in pattern.finditer(text, at.start, at.end):
            if not any(day.start < hit.end() and hit.start() < day.end for day in found):
                day = _day(hit, form, language)
                if day is not None:
                    found.append(day)
    found += [first for day in found if (first := _range_begins(text, day)) is not None]
    return _with_years(text, sorted(found, key=lambda day: day.start))


def no_days(text: str, at: Span, language: str) -> list[tuple[int, int]]:
    """Where a stretch of text names a day that no calendar has: 31 September, 29 February 2023."""
    found = []
    for _form, pattern in _patterns(language):
        for hit in pattern.finditer(text, at.start, at.end):
            parts = hit.groupdict()
            month = month_of(parts["name"], language) if parts.get("name") else int(parts.get("month") or 0)
            if month and parts.get("day") and 28 < int(parts["day"]) <= 31:
                year = int(parts.get("year") or 2000)
                day = Day(hit.start(), hit.end(), "", year, month, int(parts["day"]))
                found += [] if month > 12 or is_real(day) else [hit.span()]
    return list(dict.fromkeys(found))


def _range_begins(text: str, day: Day) -> Day | None:
    """The bare number before a date that begins a range: "from 1 to 12 September 2023"."""
    hit = _RANGE.search(text, max(0, day.start - 12), day.start) if day.day and day.month else None
    if hit is None or not 1 <= int(hit.group("day")) <= (day.day or 0):
        return None
    span = (hit.start("day"), hit.end("day"))
    return Day(*span, day.form, day.year, day.month, int(hit.group("day")), own_year=False)


def _day(hit: re.Match[str], form: str, language: str) -> Day | None:
    parts = hit.groupdict()
    month = int(parts["month"]) if parts.get("month") else None
    if parts.get("name"):
        month = month_of(parts["name"], language)
    year, day = parts.get("year"), parts.get("day")
    if parts.get("word"):
        day = _day_words(language)[parts["word"].lower()]
    found = Day(hit.start(), hit.end(), form, int(year) if year else None, month, int(day) if day else None)
    return replace(found, own_year=year is not None) if is_real(found) else None


def is_real(day: Day) -> bool:
    """Whether there is such a day."""
    if day.month is not None and not 1 <= day.month <= 12:
        return False
    longest = monthrange(day.year or 2000, day.month)[1] if day.month else 31
    return day.day is None or 1 <= day.day <= longest


def _with_years(text: str, found: list[Day]) -> list[Day]:
    out: list[Day] = []
    for day in found:
        if day.year is None and out and out[-1].year and not _sentence_ends(text, out[-1].end, day.start):
            day = replace(day, year=out[-1].year)
        elif day.year is None:
            after = next((one for one in found if one.start >= day.end and one.own_year), None)
            if after and after.start - day.end <= 5 and after.month:
                day = replace(day, year=after.year)
        out.append(day)
    return out


def _sentence_ends(text: str, start: int, end: int) -> bool:
    return re.search(r"[.!?]\s|\n", text[start:end]) is not None
