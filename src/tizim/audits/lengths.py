"""Lengths of time in a text: "five years", "через пять суток", "үш тәулік"."""

import re
from dataclasses import dataclass
from functools import cache

from tizim.audits.numerals import numeral_pattern, value_of
from tizim.audits.patterns import compiled, pattern, words
from tizim.documents import Span

UNITS = ("hour", "day", "week", "month", "year")
_NO_YEAR = 1000
_DAYS = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.4, "year": 365.25}


@dataclass(frozen=True, slots=True)
class Length:
    """A number of hours, days, weeks, months or years, as written."""

    start: int
    end: int
    value: float
    unit: str

    @property
    def in_days(self) -> float:
        """About how many days."""
        return self.value * _DAYS[self.unit]


_BETWEEN = "and a half|working|calendar|full|whole|рабочих|рабочие|календарных|полных|жұмыс|күнтізбелік"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    unit = "|".join(
        f"(?P<{name}>{compiled(words(language, 'length_units', name)).pattern})" for name in UNITS
    )
    number = numeral_pattern(language)
    return re.compile(
        rf"(?<![\w.,-])(?P<number>{number})(?:[ \u00a0-](?:(?:{_BETWEEN})[ ])?)(?:{unit})",
        re.IGNORECASE,
    )


def lengths_in(text: str, at: Span, language: str) -> list[Length]:
    """The lengths of time in a stretch of text."""
    found = []
    for hit in _pattern(language).finditer(text, at.start, at.end):
        value = value_of(hit.group("number"), language)
        unit = next(name for name in UNITS if hit.group(name))
        if value is not None and value < _NO_YEAR:
            found.append(Length(hit.start(), hit.end(), value, unit))
    return sorted([*found, *_halves(text, at, language)], key=lambda one: one.start)


def _halves(text: str, at: Span, language: str) -> list[Length]:
    """Lengths told in halves by a word: "half a year", "полтора года"."""
    return [
        Length(hit.start(), hit.end(), float(value), unit)
        for value, units in (words(language, "half_lengths") or {}).items()
        for unit in units
        for hit in pattern(language, "half_lengths", value, unit).finditer(text, at.start, at.end)
    ]
