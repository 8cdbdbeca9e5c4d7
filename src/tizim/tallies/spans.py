"""What was found for some spans of days, kept in little room."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from tizim.tallies.watch import EARLIEST, LATEST

V = TypeVar("V")


class Spans(Generic[V]):
    """Spans of days that do not overlap, each with what holds in it; never changed, only made anew."""

    __slots__ = ("_firsts", "_lasts", "_what")

    def __init__(self, firsts: "array[int]", lasts: "array[int]", what: tuple[V, ...]) -> None:
        self._firsts, self._lasts, self._what = firsts, lasts, what

    @classmethod
    def always(cls, what: V) -> "Spans[V]":
        """The same on every day."""
        return cls(array("i", [EARLIEST]), array("i", [LATEST]), (what,))

    @classmethod
    def none(cls) -> "Spans[V]":
        """Nothing is known of any day."""
        return cls(array("i"), array("i"), ())

    def row(self, number: Callable[[V], int]) -> list[Sequence[int]]:
        """What is to be kept: first days, last days, and the number of what holds in each span."""
        return [self._firsts.tolist(), self._lasts.tolist(), list(map(number, self._what))]

    @classmethod
    def of_row(cls, row: Any, every: Sequence[V]) -> "Spans[V]":
        """The spans of which this was kept; ``every`` has what the numbers stand for."""
        firsts, lasts, what = row
        return cls(array("i", firsts), array("i", lasts), tuple([every[one] for one in what]))

    def at(self, day: int, unknown: V) -> V:
        """What holds on the day; else ``unknown``."""
        place = bisect_right(self._firsts, day) - 1
        return self._what[place] if place >= 0 and day <= self._lasts[place] else unknown

    def more(self, first: int, last: int, what: V) -> "Spans[V]":
        """One more span; where it meets a neighbour of which the same holds, they become one."""
        firsts, lasts, every = [*self._firsts], [*self._lasts], [*self._what]
        place = bisect_right(firsts, first)
        firsts.insert(place, first)
        lasts.insert(place, last)
        every.insert(place, what)
        for at in (place + 1, place):
            if 0 < at < len(every) and every[at - 1] == every[at] and lasts[at - 1] + 1 == firsts[at]:
                lasts[at - 1] = lasts.pop(at)
                del firsts[at], every[at]
        return Spans(array("i", firsts), array("i", lasts), tuple(every))

    def gap(self) -> int | None:
        """The first day of which nothing is known."""
        day = EARLIEST
        for first, last in zip(self._firsts, self._lasts, strict=True):
            if first > day:
                return day
            day = last + 1
        return day if day <= LATEST else None
