"""A day that notes how far what is found on it holds: between which days comparisons come out the same."""

from datetime import date
from typing import Any

EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()


class Watch(date):
    """A day that is asked about. What is found with it holds from ``first`` to ``last`` (as numbers).

    Whoever does more than compare it, learns of this day alone.
    """

    __slots__ = ("first", "last", "number")
    first: int
    last: int
    number: int

    @classmethod
    def on(cls, number: int) -> "Watch":
        """The day of that number."""
        found = cls.fromordinal(number)
        found.number, found.first, found.last = number, EARLIEST, LATEST
        return found

    def from_on(self, number: int) -> None:
        """It holds from that day on at the earliest."""
        self.first = max(self.first, number)

    def until(self, number: int) -> None:
        """It holds until that day at the latest."""
        self.last = min(self.last, number)

    def __le__(self, other: date) -> bool:
        """Not after the other day; noted."""
        return self._before(date.toordinal(other) + 1)

    def __lt__(self, other: date) -> bool:
        """Before the other day; noted."""
        return self._before(date.toordinal(other))

    def __ge__(self, other: date) -> bool:
        """Not before the other day; noted."""
        return not self._before(date.toordinal(other))

    def __gt__(self, other: date) -> bool:
        """After the other day; noted."""
        return not self._before(date.toordinal(other) + 1)

    def __eq__(self, other: object) -> bool:
        """That very day; noted."""
        if not isinstance(other, date):
            return NotImplemented
        number = date.toordinal(other)
        return not self._before(number) and self._before(number + 1)

    def __hash__(self) -> int:
        """As that of the day."""
        return hash(self._alone())

    @property
    def year(self) -> int:
        """Its year; what is found so holds for this day alone."""
        return self._alone().year

    @property
    def month(self) -> int:
        """Its month; what is found so holds for this day alone."""
        return self._alone().month

    @property
    def day(self) -> int:
        """Its day of the month; what is found so holds for this day alone."""
        return self._alone().day

    def toordinal(self) -> int:
        """Its number; what is found so holds for this day alone."""
        return self._alone().toordinal()

    def replace(self, *given: Any, **named: Any) -> date:  # type: ignore[override]
        """Another day of its year or month; what is found so holds for this day alone."""
        return self._alone().replace(*given, **named)

    def __add__(self, other: Any) -> Any:
        """A day later; what is found so holds for this day alone."""
        return self._alone() + other

    def __sub__(self, other: Any) -> Any:
        """A day earlier, or how far it is from another; what is found so holds for this day alone."""
        return self._alone() - other

    def __rsub__(self, other: Any) -> Any:
        """How far another day is from it; what is found so holds for this day alone."""
        return other - self._alone()

    def _before(self, number: int) -> bool:
        found = self.number < number
        if found:
            self.until(number - 1)
        else:
            self.from_on(number)
        return found

    def _alone(self) -> date:
        self.first = self.last = self.number
        return date.fromordinal(self.number)
