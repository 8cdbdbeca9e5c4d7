"""One date as EDTF writes it (ISO 8601-2:2019, level 1): its finest unit, first and last possible day."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, NoReturn

from tizim.vocab.durations import month_end
from tizim.vocab.errors import VagueDateError, shown

SEASONS: Mapping[int, tuple[int, int, int, int]] = MappingProxyType(
    {21: (0, 3, 0, 5), 22: (0, 6, 0, 8), 23: (0, 9, 0, 11), 24: (-1, 12, 1, 2)}
)
"""Season code: years away and month of the first month, the same of the last; northern half of the globe.

The winter (24) of a year may be the one it opens with or the one it closes with. Sources mean either, so
the span holds both: from December of the year before to February of the year after.
"""


class Point(NamedTuple):
    """One date: its finest unit and its span; ``mark`` is ``~``, ``?``, ``%`` or empty.

    ``unit`` is ``day``, ``month``, ``season``, ``year``, ``decade`` or ``century``.
    """

    unit: str
    first: date
    last: date
    mark: str

    @property
    def approximate(self) -> bool:
        """Whether it is marked as "about"."""
        return self.mark in ("~", "%")

    @property
    def uncertain(self) -> bool:
        """Whether it is marked as unsure."""
        return self.mark in ("?", "%")


_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?P<time>T.+)?)?)?(?P<mark>[~?%])?",
    re.ASCII,
)
_TIME = re.compile(
    r"T(?:[01]\d|2[0-4])(?::[0-5]\d(?::[0-6]\d(?:\.\d+)?)?)?(?:Z|[+-](?:[01]\d|2[0-3])(?::?[0-5]\d)?)?",
    re.ASCII,
)


def read_point(text: str) -> Point:
    """The date that the text writes; VagueDateError says which part is wrong and what to write."""
    form = _POINT.fullmatch(text)
    if not form:
        refuse(text)
    year, month, day, time, mark = form.groups()
    if time and not _TIME.fullmatch(time):
        raise VagueDateError(
            f"{shown(time, _SIGNS)} is no time of day. Write 2020-11-30T14:30:00Z or the day alone."
        )
    return Point(*_span(text, year, month or "XX", day or "XX"), mark or "")


def _span(text: str, year: str, month: str, day: str) -> tuple[str, date, date]:
    if "X" in year or month == "XX":
        return _years(text, year, month, day)
    number = int(month)
    if number in SEASONS and day == "XX":
        return "season", *_season(text, int(year), number)
    if not 1 <= number <= 12:
        raise VagueDateError(
            f"There is no month '{month}' ('{text}'). Months are 01 to 12, seasons 21 to 24."
        )
    exact = _day(text, int(year), number, 1 if day == "XX" else int(day))
    return ("month", exact, month_end(exact.year, exact.month)) if day == "XX" else ("day", exact, exact)


def _years(text: str, year: str, month: str, day: str) -> tuple[str, date, date]:
    if month != "XX" or day != "XX":
        raise VagueDateError(
            f"In '{text}' a finer part stands beside an unknown one. Write 201X, 2020-XX or 2020-11-XX."
        )
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if last < 1:
        _refuse_year(text)
    unit = ("year", "decade", "century")[year.count("X")]
    return unit, date(max(first, 1), 1, 1), date(last, 12, 31)


def _season(text: str, year: int, code: int) -> tuple[date, date]:
    back, first, on, last = SEASONS[code]
    if not 1 <= year + back <= year + on <= 9999:
        _refuse_year(text)
    return date(year + back, first, 1), month_end(year + on, last)


def _day(text: str, year: int, month: int, day: int) -> date:
    if year < 1:
        _refuse_year(text)
    last = month_end(year, month).day
    if not 1 <= day <= last:
        raise VagueDateError(f"There is no day '{day:02}' in '{text}'. That month has the days 01 to {last}.")
    return date(year, month, day)


def refuse(text: str) -> NoReturn:
    """Raises VagueDateError for a text that is no date of level 1, with advice that fits it."""
    if re.fullmatch(r"-\d\d[\dX]{2}.*|Y-?\d{5,}", text):
        _refuse_year(text)
    advice = next(say for form, say in _ADVICE if re.fullmatch(form, text))
    raise VagueDateError(f"{shown(text, _SIGNS)} is no date in EDTF. {advice}")


def _refuse_year(text: str) -> NoReturn:
    raise VagueDateError(f"{shown(text, _SIGNS)} lies outside the years 0001 to 9999; no other can be kept.")


_SIGNS = re.compile(r"[\dXxUuTZY~?%./:+\[\]{},\- ]{1,60}", re.ASCII)
_ADVICE = (
    (r"\s*", "Leave the field empty where no date is known."),
    (r"\s.*|.*\s", "Take the spaces around it away."),
    (r"(\.\.)?/(\.\.)?|X{4}(-XX){0,2}", "It says nothing: leave the field empty where no date is known."),
    (r"(\d{6}|\d{8})(T.*)?", "Put hyphens in: 2020-11-30."),
    (r"\d{1,2}([./-])\d{1,2}\1\d{4}", "Put the year first, then month and day: 2020-11-30."),
    (
        r"\d{4}([./])\d{1,2}\1\d{1,2}",
        "Use hyphens: 2020-11-30; a stroke stands between two ends of an interval.",
    ),
    (r"\d{4}-\d(-\d{1,2})?|\d{4}-\d\d-\d", "Write months and days with two digits: 2020-03-05."),
    (r".*/.*/.*", "An interval has one stroke: 2020-11-01/2020-11-30."),
    (r"[0-9]{2,4}[uxUX]{0,2}(-[0-9uxUX]{2}){0,2}", "Write a big X for an unknown digit: 201X, 2020-11-XX."),
    (r"Y\d{1,4}", "A year of four digits has no Y: 2020."),
    (
        r"[~?%].*|.*[~?%].+",
        "The sign stands at the end: 2020-11~ (about), 2020-11? (unsure), 2020-11% (both).",
    ),
    (r"[\[{].*", "Sets of dates are not read. Write an interval that holds them: 2020-11-01/2020-11-30."),
    (r"(?i)open|unknown", "An open end is '..', an unknown end is empty: 2020/.. or 2020/."),
    (r"(?s).*", "Write 2020, 2020-11, 2020-11-30 or 2020-11-01/2020-11-30, with ~ at the end for 'about'."),
)
