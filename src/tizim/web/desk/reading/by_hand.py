"""Words of a document found again: where a claim that a person adds says that it stands."""

import re
from dataclasses import dataclass

from tizim.documents import Span

LONGEST = 5_000
_MOST, _AROUND = 20, 60


@dataclass(frozen=True, slots=True)
class Place:
    """One place where the words stand, with what is around it."""

    start: int
    end: int
    before: str
    after: str


def places_of(text: str, quote: str, start: str = "", end: str = "") -> list[Place]:
    """The places where the words stand: the one given if they do there, else all, white space left aside."""
    words = quote[:LONGEST].split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    if start.isdecimal() and end.isdecimal() and len(start) < 10 and len(end) < 10:
        given = pattern.search(text, max(0, int(start) - 2), min(len(text), int(end) + 2))
        if given:
            return [_place(text, given)]
    found = []
    for match in pattern.finditer(text):
        found.append(_place(text, match))
        if len(found) == _MOST:
            break
    return found


def span_of(place: Place) -> Span:
    """The letters of the place."""
    return Span(place.start, place.end)


def _place(text: str, match: re.Match[str]) -> Place:
    start, end = match.span()
    return Place(start, end, text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
