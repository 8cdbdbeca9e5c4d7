"""Weeks, weekends and steps of time as a text speaks of them: "over the weekend", "the following year"."""

from tizim.reading.calendar import Day, shifted, weekday_before


def week_of(own: Day, step: int) -> Day | None:
    """The days from Monday to Sunday of the week before a day, or to that day of its own week."""
    monday = weekday_before(own, 0)
    first = shifted(monday, 7 * step, "D") if monday is not None else None
    if first is None:
        return None
    last = shifted(first, 6, "D") if step else own
    return Day(first.year, first.month, first.day, last if last != first else None)


def weekend_before(own: Day) -> Day | None:
    """The last Saturday and Sunday, or the Saturday that the day itself is."""
    saturday = weekday_before(own, 5)
    sunday = shifted(saturday, 1, "D") if saturday is not None else None
    if saturday is None or sunday is None:
        return None
    past = sunday.order() <= own.order()
    return Day(saturday.year, saturday.month, saturday.day, sunday if past else None)


def step_from(named: Day, step: int, unit: str) -> Day | None:
    """A day, a week, a month or a year after or before: of months and years no day is known."""
    if unit == "W" and named.day is not None:
        return week_of(named, step)
    whole = Day(named.year, named.month) if unit == "M" else Day(named.year) if unit == "Y" else named
    return shifted(whole, step, unit)


def nth_of(named: Day, groups: dict[str, str | None]) -> Day:
    """Of "on the 27th", "on the 27th and 28th": the days of the month that was named."""
    first, second = int(groups["nth"] or 0), int(groups["nth2"] or 0)
    last = Day(named.year, named.month, second) if first < second else None
    return Day(named.year, named.month, first, last)
