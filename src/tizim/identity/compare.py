"""Whether two written names may be one person's, by the names alone: a score, and the reasons for it.

Words are compared in any order; both the given name and the surname must agree, and a patronymic where
both have one. What a word can be taken for is in ``data``: nothing here knows a name.
"""

import math
from functools import cache
from itertools import permutations
from typing import NamedTuple

from tizim.identity.distance import Apart, apart
from tizim.identity.spoken import Spoken, unlike
from tizim.identity.written import Names, Written, names_in

_OPEN = 0.4515  # the agreement from which names are better taken for one: it scores 0.5
_STEEP, _STEEP_BELOW = 0.86, 2.0
_TURNED = 0.99
_TURNED_AND_DROPPED = 0.85
_WITHOUT_PATRONYMIC = 0.99
_WITHOUT_WORD = 0.96
_TOGETHER = 0.98
_INITIAL = 0.87
_OTHER_INITIAL = 0.4
_ONE_WORD, _ONE_WORD_OPEN, _ONE_WORD_STEEP = 0.512, 0.73, 0.4  # one equal word scores 0.56 at most
_GIVEN_ALONE = 0.75  # one word that is not the surname of the other name
_FATHER = 0.4  # the one name is in the patronymic of the other, whose given name is left over
_NEVER_EQUAL = 0.995
_HALF = _NEVER_EQUAL * math.pow(_OPEN, _STEEP)
_NO_AGREEMENT = 0.4
_UNLIKE, _UNLIKE_ALONE = 3, 2  # bits of consonants in which names, and single words, that may agree differ


class Aligned(NamedTuple):
    """Which word was compared with which, and what it came to before the score is made steep."""

    agreement: float
    pairs: tuple[tuple[Spoken, Spoken, Apart], ...] = ()
    left: Written | None = None
    right: Written | None = None


_NOTHING = Aligned(0.0)


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
    if found.agreement < _OPEN:
        return round(_HALF * math.pow(found.agreement / _OPEN, _STEEP_BELOW), 6)
    return round(_NEVER_EQUAL * math.pow(found.agreement, _STEEP), 6)


def aligned(left: Names, right: Names) -> Aligned:
    """The best that any name of the one comes to with any name of the other, the same from both sides."""
    if right.folded < left.folded:
        left, right = right, left
    best = _NOTHING
    for one in left.names:
        for other in right.names:
            best = _aligned(one, other, best)
    return best


def _hopeless(one: Written, other: Written) -> bool:
    """Whether the consonants of two names of two words differ too much in both orders."""
    a, b = one.words
    c, d = other.words
    return too_unlike(a, c, b, d) and too_unlike(a, d, b, c)


def too_unlike(a: Spoken, c: Spoken, b: Spoken, d: Spoken) -> bool:
    """Whether the consonants of two words, and of two more, differ too much for names that agree."""
    left = unlike(a, c)
    if left > _UNLIKE_ALONE:
        return True
    right = unlike(b, d)
    return right > _UNLIKE_ALONE or left + right > _UNLIKE


def _aligned(one: Written, other: Written, best: Aligned) -> Aligned:
    short, long = (one, other) if len(one.words) <= len(other.words) else (other, one)
    for places in _placings(len(short.words), len(long.words)):
        if _likely(short, long, places):
            best = _by(short, long, places, best)
    if len(short.words) != len(long.words) and unlike(one.together, other.together) <= _UNLIKE_ALONE:
        by = apart(one.together, other.together)
        agreement = max(0.0, 1.0 - by.distance) * _TOGETHER
        if agreement > best.agreement:
            return Aligned(agreement, ((one.together, other.together, by),), one, other)
    return best


def _likely(short: Written, long: Written, places: tuple[int, ...]) -> bool:
    """Whether the words as placed may agree, by their consonants alone."""
    left = _UNLIKE if len(places) > 1 else _UNLIKE_ALONE
    for word, place in zip(short.words, places, strict=True):
        bits = unlike(word, long.words[place])
        left -= bits
        if left < 0 or bits > _UNLIKE_ALONE:
            return False
    return True


@cache
def _placings(few: int, many: int) -> tuple[tuple[int, ...], ...]:
    return tuple(permutations(range(many), few)) if few else ()


def _by(short: Written, long: Written, places: tuple[int, ...], best: Aligned) -> Aligned:
    """The words compared as placed, if that is better than the best known."""
    pairs = []
    agreement = 1.0
    for word, place in zip(short.words, places, strict=True):
        by = apart(word, long.words[place])
        agreement *= 1.0 - min(by.distance, 1.0)
        if agreement <= best.agreement or agreement < _NO_AGREEMENT:
            return best
        pairs.append((word, long.words[place], by))
    if list(places) != sorted(places):
        agreement *= _TURNED_AND_DROPPED if any(by.dropped for _, _, by in pairs) else _TURNED
    rest = [word for place, word in enumerate(long.words) if place not in places]
    agreement *= _left_over(short, long, rest)
    if len(long.words) > 2 and any(not word.patronymic for word in rest):
        taken = any(
            long.words[place].patronymic and by.dropped
            for place, (_, _, by) in zip(places, pairs, strict=True)
        )
        agreement *= _FATHER if taken else 1.0
    if len(short.words) == 1 and not (short.initials and (long.initials or len(long.words) > 1)):
        agreement = _of_one_word(agreement, pairs[0], long, places[0])
    return Aligned(agreement, tuple(pairs), short, long) if agreement > best.agreement else best


def _of_one_word(agreement: float, pair: tuple[Spoken, Spoken, Apart], long: Written, place: int) -> float:
    """What one word says alone: at best that it is open."""
    word, _, by = pair
    given = by.dropped or (word.own and not word.patronymic)
    if given and len(long.words) > 1 and place != long.surname:
        agreement *= _GIVEN_ALONE
    if agreement < _ONE_WORD_OPEN:
        return _OPEN * math.pow(agreement / _ONE_WORD_OPEN, _STEEP_BELOW)
    return _ONE_WORD * math.pow(agreement, _ONE_WORD_STEEP)


def _left_over(short: Written, long: Written, rest: list[Spoken]) -> float:
    """What initials, and words that only one name has, make of an agreement."""
    agreement = 1.0
    waiting = [*rest]
    free = list(long.initials)
    for initial in short.initials:
        fitting = [word for word in waiting if initial in word.begins]
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
    return agreement
