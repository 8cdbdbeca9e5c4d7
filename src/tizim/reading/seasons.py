"""Seasons as dates: "last autumn", "in the summer of 2021", "since the spring"."""

import re

from tizim.reading.calendar import Day
from tizim.reading.words import words_of

_LAST_MONTH = 12
_LEADS = ("last", "this", "that", "the", "the same", "that same", "the previous", "the past")
_BEFORE = re.compile(r"\b(?:in|since|by|until|during|from|early|late)\s$", re.IGNORECASE)


def season_pattern(language: str, year: str) -> str:
    """How a season is written, one named group a part; ``year`` is the pattern of a year."""
    seasons = "|".join(words_of(language).tables["numbers"]["seasons"])
    leads = "|".join(f"[{one[0].upper()}{one[0]}]{one[1:].replace(' ', chr(92) + 's')}" for one in _LEADS)
    things = "|".join(words_of(language).tables["numbers"]["season_things"])
    return (
        rf"\b(?:(?P<sl>{leads})\s)?(?P<season>{seasons})(?:(?:,|\sof)?\s(?P<sy>{year})|\sof\s(?P<ss>last|this)\syear)?\b"
        rf"(?!\s(?:{things}))(?!-)"
    )


def led(text: str, start: int, groups: dict[str, str | None]) -> bool:
    """Whether a season is a date: it has a year, a word like "last" or a preposition before it."""
    return (
        bool(groups["sl"] or groups["sy"] or groups["ss"])
        or _BEFORE.search(text, max(0, start - 8), start) is not None
    )


def said_year(groups: dict[str, str | None], own: Day | None) -> int | None:
    """The year printed beside a season, or that of "of last year"."""
    if groups["sy"]:
        return int(groups["sy"])
    return own.year - (groups["ss"] == "last") if groups["ss"] and own is not None else None


def last_season(own: Day, season: str, language: str, *, current: bool) -> Day | None:
    """The season before a day, or the one that a day is in or follows where ``current``."""
    first, last = months(season, language)
    month = own.month or _LAST_MONTH
    begun = month >= first if current else (month > last >= first)
    return span(own.year if begun else own.year - 1, season, language)


def months(season: str, language: str) -> tuple[int, int]:
    """The first and the last month of a season."""
    first, last = words_of(language).tables["numbers"]["seasons"][season]
    return int(first), int(last)


def span(year: int, season: str, language: str) -> Day:
    """The months of the season that begins in a year."""
    first, last = months(season, language)
    return Day(year, first, None, Day(year + (last < first), last))
