"""Days as texts give them: partial, relative, or as a span; written as EDTF."""

import re
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class Day:
    """A year, perhaps with month and day; ``last`` ends a span, ``doubtful`` is a day that no word says."""

    year: int
    month: int | None = None
    day: int | None = None
    last: "Day | None" = None
    doubtful: bool = False

    def edtf(self) -> str:
        """The day as EDTF: ``2021-05``, ``2021-05-14``, ``2018-05/2020-11``, in doubt ``2021-05?``."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
            if self.day:
                text += f"-{self.day:02d}"
        text += "?" if self.doubtful else ""
        return f"{text}/{self.last.edtf()}" if self.last else text

    def exact(self) -> date | None:
        """The calendar day, where year, month and day are known and there is such a day."""
        if not (self.month and self.day):
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None

    def is_month(self) -> bool:
        """Whether it is one month and no more."""
        return bool(self.month) and self.day is None and self.last is None

    def order(self) -> tuple[int, int, int]:
        """For comparing: an unknown month or day counts as the first."""
        return (self.year, self.month or 1, self.day or 1)


def possible(day: Day) -> bool:
    """Whether there is such a day: no 31 April."""
    return not (day.month and day.day) or day.exact() is not None


def day_of(written: str | None) -> Day | None:
    """The day of an EDTF date without its marks of doubt; the first day of an interval."""
    if not written:
        return None
    parts = written.strip().split("/")[0].strip("~?%").split("-")
    try:
        numbers = [int(part.strip("~?%")) for part in parts[:3]]
    except ValueError:
        return None
    if not 1000 <= numbers[0] <= 2999 or (len(numbers) > 1 and not 1 <= numbers[1] <= 12):
        return None
    year, month, day = (*numbers, None, None)[:3]
    return Day(year or 0, month, day)


def plain_day(day: date) -> Day:
    """A calendar day as a ``Day``."""
    return Day(day.year, day.month, day.day)


def shifted(day: Day, count: int, unit: str) -> Day | None:
    """The day ``count`` units (D, W, M, Y) later; as exact as the day and the unit allow."""
    if unit == "Y":
        return Day(day.year + count, day.month) if day.month and abs(count) < 100 else Day(day.year + count)
    if unit == "M":
        if not day.month:
            return None
        months = day.year * 12 + day.month - 1 + count
        return Day(months // 12, months % 12 + 1) if 12000 < months < 36000 else None
    exact = day.exact()
    if exact is None or abs(count) > 40000:
        return None
    try:
        return plain_day(exact + timedelta(days=count * (7 if unit == "W" else 1)))
    except OverflowError:
        return None


def weekday_before(day: Day, weekday: int) -> Day | None:
    """The last such weekday on or before a day."""
    exact = day.exact()
    if exact is None or exact.toordinal() < 8:
        return None
    return plain_day(exact - timedelta(days=(exact.weekday() - weekday) % 7))


def numeric(written: str) -> Day | None:
    """The day that figures write: "2021-06-14", "14.06.2021", "6/14/2021"."""
    parts = [int(part) for part in written.replace(".", "-").replace("/", "-").split("-")]
    year, month, day = parts if parts[0] > 31 else parts[::-1]
    month, day = (day, month) if month > 12 >= day else (month, day)
    return Day(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


_REVIEW = re.compile(r"(?:^|.*\D)((?:19|20)\d\d)(?:\D*)$")
_TITLE, _TOP = 80, 400


def reviewed(text: str, own: Day | None) -> int | None:
    """The year that a review tells of, by its title: "Azerbaijan 2023", a year or two before its own."""
    lines = [line.strip(" .:") for line in text[:_TOP].split("\n") if line.strip()][:2]
    return next((year for line in lines if (year := _of_title(line, own)) is not None), None)


def _of_title(title: str, own: Day | None) -> int | None:
    found = _REVIEW.match(title) if len(title) < _TITLE else None
    alone = found is not None and (title.endswith(found[1]) or title.startswith(found[1]))
    year = (
        int(found[1]) if found is not None and alone and sum(map(str.isdigit, title)) == len(found[1]) else 0
    )
    return year if own is not None and year < own.year <= year + 2 else None
