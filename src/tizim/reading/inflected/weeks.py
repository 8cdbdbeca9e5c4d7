"""Weeks and weekends counted from a day."""

from dataclasses import replace

from tizim.reading.calendar import Day, shifted, weekday_before

_SATURDAY = 5


def week(base: Day, count: int) -> Day | None:
    """The week of a day, or so many weeks later, from Monday to Sunday; a Monday's is the week just over."""
    monday = weekday_before(base, 0) if base.day is not None else None
    if monday == base and not count:
        count = -1
    first = shifted(monday, 7 * count, "D") if monday is not None else None
    return replace(first, last=shifted(first, 6, "D")) if first is not None else None


def weekend(base: Day) -> Day | None:
    """The last Saturday and Sunday before a day."""
    first = weekday_before(base, _SATURDAY) if base.day is not None else None
    return replace(first, last=shifted(first, 1, "D")) if first is not None else None
