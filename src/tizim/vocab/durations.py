"""Durations of terms, measures and bans (ISO 8601), and the days on which they end."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tizim.vocab.errors import DurationError, shown

_FORM = re.compile(r"P(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(\d{1,6})H)?", re.ASCII)
_SIGNS = re.compile(r"[PYMWDTHS0-9.,/ -]{1,40}")
_MONTH_IN_DAYS = 365.25 / 12  # the Julian year; only for comparing terms, never for end days
_LAST_ORDINAL = date.max.toordinal()
_MONTHS_AT_MOST = 12 * 9999


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as a source gives it: 18 months stay 18 months, weeks become days."""

    years: int = 0
    months: int = 0
    days: int = 0
    hours: int = 0

    def after(self, day: date) -> date:
        """The day on which a term that begins on the given day ends: P4Y after 2020-11-30 is 2024-11-30.

        A day that the month lacks becomes the month's last (31 January and a month: 28 February).
        Hours are rounded up to whole days: 36 hours may end two days later. Never later than the year 9999.
        """
        return shifted(day, months=self._all_months, days=self._all_days)

    def before(self, day: date) -> date:
        """The day on which a term that ends on the given day began; never earlier than the year 1."""
        return shifted(day, months=-self._all_months, days=-self._all_days)

    @property
    def in_days(self) -> float:
        """The length in days, for comparing: a month counts 30.44 days, so that 12 months equal a year."""
        return self._all_months * _MONTH_IN_DAYS + self.days + self.hours / 24

    @property
    def _all_months(self) -> int:
        return self.years * 12 + self.months

    @property
    def _all_days(self) -> int:
        return self.days + -(-self.hours // 24)

    def __str__(self) -> str:
        """The duration as ISO 8601 writes it, ``P2Y6M``."""
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        text = "P" + "".join(f"{number}{unit}" for number, unit in parts if number)
        return text + (f"T{self.hours}H" if self.hours else "" if len(text) > 1 else "0D")


@lru_cache(maxsize=4096)
def duration(text: str) -> Duration:
    """The duration that the text writes: ``P2Y6M``, ``P15D``, ``P2W``, ``PT48H``; else DurationError."""
    form = _FORM.fullmatch(text)
    if not form or form.lastindex is None:
        raise DurationError(f"{shown(text, _SIGNS)} is no duration. {_advice(text)}")
    years, months, weeks, days, hours = (int(number or 0) for number in form.groups())
    return Duration(years, months, weeks * 7 + days, hours)


def _advice(text: str) -> str:
    if re.fullmatch(r"P.*\d[.,]\d.*", text):
        return "Write whole numbers: P1Y6M for a year and a half."
    if re.fullmatch(r"P.*T.*[MS]", text):
        return "Minutes and seconds are not kept; write whole hours: PT3H."
    if re.fullmatch(r"P\d+H", text):
        return "Write a T before hours: PT48H."
    return "Write P2Y6M for two years and six months, P15D for 15 days, P2W, PT48H."


def shifted(day: date, *, months: int = 0, days: int = 0) -> date:
    """The day so many calendar months and then days away, held within the years 1 to 9999."""
    moved = _months_away(day, max(-_MONTHS_AT_MOST, min(months, _MONTHS_AT_MOST))) if months else day
    return date.fromordinal(max(1, min(moved.toordinal() + days, _LAST_ORDINAL))) if days else moved


def _months_away(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    return date(year, month + 1, min(day.day, month_end(year, month + 1).day))


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
