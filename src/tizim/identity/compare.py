"""Whether two written names may be one person's, by the names alone: a score, and the reasons for it.

Words are compared in any order; both the given name and the surname must agree, and a patronymic where
both have one. What a word can be taken for is in ``data``: nothing here knows a name.
"""

from itertools import permutations
from typing import NamedTuple

from tizim.identity.distance import Apart, apart
from tizim.identity.spoken import Spoken, near
from tizim.identity.written import Names, Written, names_in

_STEEP = 4
_TURNED = 0.99
_TURNED_AND_DROPPED = 0.85
_WITHOUT_PATRONYMIC = 0.99
_WITHOUT_WORD = 0.96
_TOGETHER = 0.98
_INITIAL = 0.95
_OTHER_INITIAL = 0.5
_ONE_WORD = 0.84
_NEVER_EQUAL = 0.995


class Aligned(NamedTuple):
    """Which word was compared with which, and what it came to before the score is made steep."""

    agreement: float
    pairs: tuple[tuple[Spoken, Spoken, Apart], ...] = ()
    left: Written | None = None
    right: Written | None = None


def compare_score(one: str, other: str) -> float:
    """How surely two written names may be one person's: 1 for equal names, about 0.5 where it is open."""
    if one == other:
        return 1.0
    left, right = names_in(one), names_in(other)
    first, second = left.first, right.first
    if first is not None and second is not None and first.plain and second.plain and _hopeless(first, second):
        return 0.0
    if left.folded == right.folded:
        return 1.0
    return score_of(aligned(left, right))


def score_of(found: Aligned) -> float:
    """The score of an agreement; names that are not equal as written never reach 1."""
    return round(_NEVER_EQUAL * found.agreement**_STEEP, 6)


def aligned(left: Names, right: Names) -> Aligned:
    """The best that any name of the one comes to with any name of the other."""
    if right.folded < left.folded:
        found = aligned(right, left)
        pairs = tuple((two, one, Apart(by[0], by[2], by[1], by[3])) for one, two, by in found.pairs)
        return Aligned(found.agreement, pairs, found.right, found.left)
    found = [_aligned(one, other) for one in left.names for other in right.names]
    return max(found, key=lambda each: each.agreement, default=Aligned(0.0))


def _hopeless(one: Written, other: Written) -> bool:
    a, b = one.words
    c, d = other.words
    return not (near(a, c) and near(b, d)) and not (near(a, d) and near(b, c))


def _aligned(one: Written, other: Written) -> Aligned:
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    best = Aligned(0.0, (), one, other)
    for places in permutations(range(len(long.words)), len(short.words)):
        if all(near(word, long.words[place]) for word, place in zip(short.words, places, strict=True)):
            found = _by(short, long, places)
            if found.agreement > best.agreement:
                best = found
    if short is not one:
        best = _mirrored(best, one, other)
    if len(short.words) != len(long.words) and near(one.together, other.together):
        best = max(best, _run_together(one, other), key=lambda each: each.agreement)
    return best


def _mirrored(found: Aligned, one: Written, other: Written) -> Aligned:
    pairs = tuple((two, first, Apart(by[0], by[2], by[1], by[3])) for first, two, by in found.pairs)
    return Aligned(found.agreement, pairs, one, other)


def _run_together(one: Written, other: Written) -> Aligned:
    by = apart(one.together, other.together)
    agreement = (1.0 - min(by.distance, 1.0)) * _TOGETHER
    return Aligned(agreement, ((one.together, other.together, by),), one, other)


def _by(short: Written, long: Written, places: tuple[int, ...]) -> Aligned:
    pairs = [
        (word, long.words[place], apart(word, long.words[place]))
        for word, place in zip(short.words, places, strict=True)
    ]
    agreement = 1.0
    for _, _, by in pairs:
        agreement *= 1.0 - min(by.distance, 1.0)
    if list(places) != sorted(places):
        agreement *= _TURNED_AND_DROPPED if any(by.dropped for _, _, by in pairs) else _TURNED
    rest = [word for place, word in enumerate(long.words) if place not in places]
    agreement *= _left_over(short, long, rest)
    return Aligned(agreement, tuple(pairs), short, long)


def _left_over(short: Written, long: Written, rest: list[Spoken]) -> float:
    """What initials, and words that only one name has, make of an agreement."""
    agreement = 1.0
    waiting = [*rest]
    free = list(long.initials)
    for initial in short.initials:
        fitting = [word for word in waiting if word.signs[:1] == initial]
        if fitting:
            waiting.remove(fitting[0])
            agreement *= _INITIAL
        elif initial in free:
            free.remove(initial)
            agreement *= _INITIAL
        else:
            agreement *= _OTHER_INITIAL if waiting or free else _INITIAL
    for word in waiting:
        agreement *= _WITHOUT_PATRONYMIC if word.patronymic else _WITHOUT_WORD
    if len(short.words) == 1 and not short.initials:
        agreement *= _ONE_WORD
    return agreement
