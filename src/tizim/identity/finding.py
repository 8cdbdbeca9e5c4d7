"""Who is meant by a name as somebody writes it: the people whose names fit best, with reasons."""

import heapq
from dataclasses import dataclass

from tizim.identity.asked import AskedWord
from tizim.identity.because import compare
from tizim.identity.compare import compare_score
from tizim.identity.shelves import Shelves
from tizim.identity.walking import agreeing, fit_of, having
from tizim.identity.written import Written, names_in

LONGEST_QUERY = 200
_LOOKED_AT = 15
_LEAST = 0.3
_FAR_BEHIND = 0.78
_SURE = 0.6


@dataclass(frozen=True, slots=True)
class Found:
    """A person, the name of theirs that fits best, how well the two names agree, and why, in words."""

    person_id: str
    name: str
    score: float
    reasons: tuple[str, ...]


def find(shelves: Shelves, query: str, *, limit: int, typing: bool, language: str) -> tuple[Found, ...]:
    """The people whose names fit best, the best first."""
    if len(query) > LONGEST_QUERY or limit < 1:
        return ()
    ranked = _ranked(shelves, query, limit)
    return tuple(
        Found(whose, text, score, compare(query, text, language=language).reasons)
        for score, text, whose in ranked
    )


def _ranked(shelves: Shelves, query: str, limit: int) -> list[tuple[float, str, str]]:
    fits: dict[int, float] = {}
    for written in names_in(query).names:
        for number, fit in _fits(shelves, written, limit).items():
            fits[number] = max(fit, fits.get(number, 0.0))
    scored = _scored(shelves, query, fits, limit)
    scored.sort(key=lambda each: (-each[0], each[1], each[2]))
    found: dict[str, tuple[float, str, str]] = {}
    for each in scored:
        found.setdefault(each[2], each)
    return [*found.values()][:limit]


def _fits(shelves: Shelves, written: Written, limit: int) -> dict[int, float]:
    words = [AskedWord(word, shelves.vocabulary) for word in written.words]
    if len(words) == 1:
        return having(shelves, words[0], lambda number: 1.0, 4 * limit)
    found = agreeing(shelves, words, 0.4)
    return {number: fit_of(shelves, words, number) for number in found} if len(words) > 2 else found


def _scored(shelves: Shelves, query: str, fits: dict[int, float], limit: int) -> list[tuple[float, str, str]]:
    least = heapq.nlargest(max(_LOOKED_AT, limit + 5), fits.values())[-1] if fits else 0.0
    order = sorted(
        (-fit, shelves.text(number), shelves.whose(number)) for number, fit in fits.items() if fit >= least
    )
    scores: dict[str, float] = {}
    found: list[tuple[float, str, str]] = []
    best = 0.0
    for fit, text, whose in order[: max(_LOOKED_AT, limit + 5)]:
        if -fit < _FAR_BEHIND * best:
            break
        if text not in scores:
            scores[text] = compare_score(query, text)
        best = max(best, scores[text])
        if scores[text] >= _LEAST:
            found.append((scores[text], text, whose))
    return found
