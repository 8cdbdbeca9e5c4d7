"""Days as numbers, in what is kept of lives and groups, and back."""

from datetime import date
from functools import lru_cache

from tizim.vocab import Days


def number_of(day: date | None) -> int | None:
    """The day as a number; no day is none."""
    return day.toordinal() if day else None


def numbers_of(days: Days) -> tuple[int | None, int | None]:
    """The first and the last of the days as numbers."""
    return number_of(days.first), number_of(days.last)


def day_of(number: int | None) -> date | None:
    """The day of which this is the number."""
    return date.fromordinal(number) if number else None


@lru_cache(maxsize=65536)
def days_of(first: int | None, last: int | None) -> Days:
    """The days between two of which these are the numbers."""
    return Days(day_of(first), day_of(last))
