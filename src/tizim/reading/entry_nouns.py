"""Entries that name somebody and what befell them by a noun: "X – fine of 300 euros", "Y: a travel ban"."""

from tizim.reading.events import Told
from tizim.reading.marks import Mark
from tizim.reading.who import Who

_ACTS = frozenset(("fine", "travel_ban", "administrative_arrest", "house_arrest", "dismissal", "search"))
_SIGNS = frozenset((":", "–", "—", "-"))
_LEADS = frozenset(("a", "an", "another"))


def of_the_entry(told: Told, mark: Mark, act: str) -> Who | None:
    """Who opens the entry, where nothing but a dash or a colon stands between the name and the noun."""
    first = told.whos[0] if act in _ACTS and told.whos else None
    if first is None or first.kind != "person" or first.head > 1 or first.governed or first.possessive:
        return None
    sign = mark.first - 1 - (told.sentence.lower(mark.first - 1) in _LEADS)
    return first if first.last == sign and told.sentence.lower(sign) in _SIGNS else None
