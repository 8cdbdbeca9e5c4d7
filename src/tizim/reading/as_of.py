"""The day for which lists and states hold: of a document, where its top says so, and of one sentence."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from tizim.reading.calendar import Day
from tizim.reading.dates import DateFound
from tizim.reading.drafts import Draft, changed
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


def held_day(text: str, dates: Iterable[DateFound], language: str) -> Day | None:
    """The exact day, told as such, for which one sentence tells a state: "as of 30 June X was in custody"."""
    for found in dates:
        if (
            not found.relative
            and found.day.exact()
            and _phrase(language).search(text[max(0, found.start - _LEAD) : found.start])
        ):
            return found.day
    return None


def with_states_held(drafts: Iterable[Draft], held: Mapping[int, Day]) -> list[Draft]:
    """The drafts; what a sentence tells as a state on its day held then, which is not when it began."""
    return [
        changed(draft, day=None, day_from=None, status=STATES[draft.act], as_of=draft.day.edtf())
        if draft.act in STATES
        and draft.person is not None
        and draft.day
        and draft.day == held.get(draft.sentence)
        else draft
        for draft in drafts
    ]


STATES = {
    "house_arrest": "house_arrest",
    "pretrial_detention": "custody",
    "detention": "custody",
    "sentence": "serving_sentence",
}
"""The acts that last, each with what somebody is in by it."""


@cache
def _phrase(language: str) -> re.Pattern[str]:
    phrases: list[str] = words_of(language).tables["layout"]["as_of"]
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})\s+$", re.IGNORECASE)
