"""Vague dates: when something was, as exactly as its source says it, as spans of possible days."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from tizim.vocab.durations import Duration, shifted
from tizim.vocab.edtf import Point, read_point, refuse
from tizim.vocab.errors import VagueDateError

MARGINS: Mapping[str, Duration] = MappingProxyType(
    {
        "day": Duration(days=3),
        "month": Duration(months=1),
        "season": Duration(months=1),
        "year": Duration(years=1),
        "decade": Duration(years=5),
        "century": Duration(years=25),
    }
)
"""How far "about" reaches on either side, by the finest unit that is written: the project's convention."""


@dataclass(frozen=True, slots=True)
class Days:
    """A span of possible days, both ends included; ``None`` is no limit on that side."""

    first: date | None
    last: date | None

    def __contains__(self, day: date) -> bool:
        """Whether that day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class VagueDate:
    """When something was, as exactly as a source says it.

    ``begin`` and ``end`` are the possible first and the possible last days; they are the same where the
    text is one date and not an interval. ``approximate`` ("about") has widened them by ``MARGINS``;
    ``uncertain`` ("if at all") leaves them.
    """

    text: str
    begin: Days
    end: Days
    approximate: bool = False
    uncertain: bool = False

    @property
    def days(self) -> Days:
        """Every day that may be meant: from the first possible beginning to the last possible end."""
        return Days(self.begin.first, self.end.last)

    @property
    def ongoing(self) -> bool:
        """Whether the text says that no end was set (``2018/..``), as against an unknown end (``2018/``)."""
        return self.text.endswith("/..")

    def surely_by(self, day: date) -> bool:
        """It has surely begun by the end of that day."""
        return self.begin.last is not None and self.begin.last <= day

    def perhaps_by(self, day: date) -> bool:
        """It may have begun by the end of that day."""
        return self.begin.first is None or self.begin.first <= day

    def surely_over_by(self, day: date) -> bool:
        """Its last day has surely come by the end of that day."""
        return self.end.last is not None and self.end.last <= day

    def perhaps_over_by(self, day: date) -> bool:
        """Its last day may have come by the end of that day."""
        return self.end.first is None or self.end.first <= day


_NO_LIMIT = Days(None, None)
_OPEN = ("", "..")


@lru_cache(maxsize=65536)
def vague_date(text: str) -> VagueDate:
    """The date that the text writes in EDTF; VagueDateError says which part is wrong and what to write.

    Read are years, months, days, date-times (only the day counts, in the zone that is written), seasons,
    unspecified digits, ``~ ? %``, intervals with open (``..``) and unknown (empty) ends.
    """
    begin, stroke, end = text.partition("/")
    if stroke:
        return _interval(text, begin, end)
    point = read_point(text)
    days = _possible(point)
    return VagueDate(text, days, days, point.approximate, point.uncertain)


def _interval(text: str, begin: str, end: str) -> VagueDate:
    """An interval ends no sooner than it may begin, and begins no later than it may end."""
    if "/" in end or (begin in _OPEN and end in _OPEN):
        refuse(text)
    points = [read_point(part) for part in (begin, end) if part not in _OPEN]
    first = _NO_LIMIT if begin in _OPEN else _possible(points[0])
    last = _NO_LIMIT if end in _OPEN else _possible(points[-1])
    if first.first and last.last and first.first > last.last:
        raise VagueDateError(f"'{text}' ends before it begins. Write the earlier date first.")
    return VagueDate(
        text,
        Days(first.first, min(filter(None, (first.last, last.last)), default=None)),
        Days(max(filter(None, (first.first, last.first)), default=None), last.last),
        any(point.approximate for point in points),
        any(point.uncertain for point in points),
    )


def _possible(point: Point) -> Days:
    if not point.approximate:
        return Days(point.first, point.last)
    margin = MARGINS[point.unit]
    return Days(margin.before(point.first), _widened(point.last, margin))


def _widened(last: date, margin: Duration) -> date:
    """The last day moved on by the margin; a month after the end of June is the end of July, not the 30th."""
    return last if last == date.max else shifted(margin.after(shifted(last, days=1)), days=-1)
