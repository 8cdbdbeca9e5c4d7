"""The day for which a document's lists and states hold, where its top says so."""

import re
from collections.abc import Iterable
from functools import cache

from tizim.reading.calendar import Day
from tizim.reading.dates import DateFound
from tizim.reading.words import words_of

_TOP = 700  # characters: a title, a dateline, the first paragraph
_LEAD = 24


def stated_day(text: str, dates: Iterable[list[DateFound]], own: Day | None, language: str) -> str | None:
    """The first exact day after "as of" at the top of the text, but none after the document's own."""
    for found in (found for row in dates for found in row):
        if found.start > _TOP:
            return None
        before = text[max(0, found.start - _LEAD) : found.start]
        exact, limit = found.day.exact(), own.exact() if own else None
        if _phrase(language).search(before) and exact and not (limit and exact > limit):
            return found.day.edtf()
    return None


@cache
def _phrase(language: str) -> re.Pattern[str]:
    phrases: list[str] = words_of(language).tables["layout"]["as_of"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\s+$", re.IGNORECASE)
