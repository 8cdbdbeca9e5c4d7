"""Days known by a name: "on New Year's Eve", "on Victory Day 2023"."""

import re
from typing import Any

from tizim.reading.words import words_of

_LANGUAGE = "en"


def feast_pattern(language: str, year: str) -> str:
    """How such a day is written, perhaps with its year, one named group a part."""
    names = words_of(language).tables["numbers"]["feasts"]
    longest = sorted(names, key=len, reverse=True)
    said = "|".join(re.escape(name).replace("'", "['’]").replace("\\ ", r"\s") for name in longest)
    return rf"\b(?P<feast>(?i:{said}))\b(?:,?\s(?P<feasty>{year})\b)?"


def named_day(match: re.Match[str]) -> dict[str, Any]:
    """The groups of a date; a day known by a name as the day and the month that it is."""
    groups = match.groupdict()
    said = groups["feast"]
    if said is not None:
        name = " ".join(said.lower().replace("’", "'").split())
        day, month = words_of(_LANGUAGE).tables["numbers"]["feasts"][name].split()
        groups |= {"d": day, "m": month, "y": groups["feasty"]}
    return groups
