"""Who is meant by a name as somebody writes it: the people whose names fit best, with reasons."""

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from tizim.identity.because import compare
from tizim.identity.compare import compare_score
from tizim.identity.shelves import Shelves
from tizim.identity.spelling import rules
from tizim.identity.tries import Try, as_written, otherwise, unfinished
from tizim.identity.walking import agreeing, beginning, having

LONGEST_QUERY = 200
_LOOKED_AT = 15
_PATIENCE = 4
_LEAST_FIT = 0.35
_LEAST = 0.3
_FAR_BEHIND = 0.78
_SURE = 0.7
_ENOUGH = 0.94
_BEGUN = 0.9  # what a word is worth of which only the beginning is asked for


@dataclass(frozen=True, slots=True)
class Found:
    """A person, the name of theirs that fits best, how well the two names agree, and why, in words."""

    person_id: str
    name: str
    score: float
    reasons: tuple[str, ...]


class _Scored(NamedTuple):
    """A name that was compared: how well it agrees with which text, and what is told of that."""

    score: float
    name: str
    person_id: str
    text: str
    told: str


def find(shelves: Shelves, query: str, *, limit: int, typing: bool, language: str) -> tuple[Found, ...]:
    """The people whose names fit best, the best first."""
    if len(query) > LONGEST_QUERY or limit < 1:
        return ()
    scored = sorted(_tried(shelves, query, limit, typing), key=lambda one: (-one.score, *one[1:]))
    best: dict[str, _Scored] = {}
    for one in scored:
        best.setdefault(one.person_id, one)
    return tuple(_found(one, language) for one in [*best.values()][:limit])


def _tried(shelves: Shelves, query: str, limit: int, typing: bool) -> Iterator[_Scored]:
    """Every way to take the query, the unlikely ones only where no other finds a name that fits."""
    known = shelves.vocabulary
    fitting = 0.0
    for one in as_written(query, known):
        fits = _fits(shelves, one, limit)
        fitting = max(fitting, *fits.values(), 0.0) if fits else fitting
        yield from _scored(shelves, one, fits, limit)
    if typing:
        for one in unfinished(query, known):
            fits = _fits(shelves, one, limit)
            fitting = max(fitting, _SURE) if fits else fitting
            yield from _scored(shelves, one, fits, limit)
    if fitting < _SURE:
        for one in otherwise(query, known):
            yield from _scored(shelves, one, _fits(shelves, one, limit), limit)


def _fits(shelves: Shelves, asked: Try, limit: int) -> dict[int, float]:
    """The names that are worth a comparison, and how soon."""
    words = asked.words
    if not words:
        return {}
    if len(words) == 1 and asked.begun:
        return beginning(shelves, words[0], asked.initials, _looked_at(limit))
    if len(words) == 1:
        return having(shelves, words[0], asked.initials, _looked_at(limit))
    return agreeing(shelves, words, _LEAST_FIT, enough=_ENOUGH)


def _scored(shelves: Shelves, asked: Try, fits: dict[int, float], limit: int) -> Iterator[_Scored]:
    """The names that fit best, compared; those far behind the best are left out."""
    best, told = 0.0, 0
    scores: dict[str, tuple[float, str]] = {}
    for fit, name, number in _best(shelves, fits, _PATIENCE * _looked_at(limit)):
        if fit < _FAR_BEHIND * best or told == _looked_at(limit):
            return
        if name not in scores:
            scores[name] = _score(shelves, asked, name, number)
        score, text = scores[name]
        best = max(best, score)
        if score >= _LEAST:
            told += 1
            yield _Scored(score, name, shelves.whose(number), text, asked.told)


def _best(shelves: Shelves, fits: dict[int, float], count: int) -> Iterable[tuple[float, str, int]]:
    """The best of them in the order of fit, name and person, whatever order they came in."""
    if not fits:
        return ()
    least = heapq.nlargest(count, fits.values())[-1]
    told = (
        (-fit, shelves.text(number), shelves.whose(number), number)
        for number, fit in fits.items()
        if fit >= least
    )
    return ((-fit, name, number) for fit, name, _, number in heapq.nsmallest(count, told))


def _score(shelves: Shelves, asked: Try, name: str, number: int) -> tuple[float, str]:
    """How well the name agrees, and with which text: an unfinished word is finished as the name has it."""
    begun = asked.begun
    if begun is None:
        return compare_score(asked.text, name), asked.text
    ends = [word for word in shelves.words_of(number) if word in begun.begun]
    texts = [f"{asked.text} {shelves.vocabulary.texts[word]}".strip() for word in ends]
    scored = [(_BEGUN * compare_score(text, name), text) for text in texts]
    return max(scored, default=(0.0, asked.text))


def _looked_at(limit: int) -> int:
    return max(_LOOKED_AT, limit + 5)


def _found(one: _Scored, language: str) -> Found:
    reasons = compare(one.text, one.name, language=language).reasons
    if one.told:
        told = rules("finding")["reasons"][one.told]
        reasons = (*reasons, told.get(language, told["en"]))
    return Found(one.person_id, one.name, round(one.score, 6), reasons)
