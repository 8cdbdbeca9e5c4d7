"""The keys of a written name: two full names that may be one person's share one, and few others do.

A key is the consonants of two words of a name, whichever stands first, kinds of consonants that spellings
confuse taken for one, vowels left out. One of the words may lack a consonant: so a name is found again with
one slip, and in its other forms, endings and cases. Where a space is lost or too many, the consonants of the
whole name are the key.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple
from unicodedata import normalize

from tizim.identity.spoken import CASE, FAMILY, Spoken, spoken
from tizim.identity.written import Written, names_in

_KINDS = ("kgh", "sScCzj", "td", "bpvf", "mnN", "r", "l")
_KIND = {sign: kind[0] for kind in _KINDS for sign in kind}
_UNSURE = frozenset("aeiouäöüëyw")
_NO_CONSONANT = "-"


class WordKeys(NamedTuple):
    """The consonants of all forms of a word, and of its shortest form with one of them left out."""

    whole: frozenset[str]
    lacking: frozenset[str]


def name_keys(text: str, *, run_together: bool = True) -> frozenset[str]:
    """The keys of a written name; none where it has no word.

    Two names of two words or more whose ``compare_score`` is 0.45 or more share a key in more than 99.5% of
    such pairs (docs/identity.md). A surname alone, or with initials, shares no key with a full name; a name
    without spaces does, where the other spelling has the same consonants, unless ``run_together`` is False.
    """
    found: set[str] = set()
    for name in names_in(text).names:
        found.update(_keys(name, run_together))
    return frozenset(found)


def word_keys(word: str) -> frozenset[str]:
    """The keys of one word of a name: words that may be one name share one."""
    whole, lacking = keys_of(spoken(word.casefold()))
    return whole | lacking


@lru_cache(maxsize=65536)
def keys_of(word: Spoken) -> WordKeys:
    """The keys of a word that was read before."""
    whole = frozenset(skeleton(signs) for signs in word.forms)
    plain = [skeleton(signs) for signs, form in word.forms.items() if form.step not in (CASE, FAMILY)]
    shortest = min(plain or whole, key=lambda each: (len(each), each))
    return WordKeys(whole, frozenset(_lacking_one(shortest)))


@lru_cache(maxsize=65536)
def skeleton(signs: str) -> str:
    """The consonants of the signs, one letter a kind, doubled ones once."""
    found, last = [], ""
    for sign in signs:
        kind = _kind(sign)
        if kind != last:
            found.append(kind)
        last = kind
    return "".join(found) or _NO_CONSONANT


@cache
def _kind(sign: str) -> str:
    """The kind of consonant; a letter with a mark that no table knows is taken for the plain one."""
    plain = sign if sign in _KIND else normalize("NFD", sign)[0]
    return "" if plain in _UNSURE else _KIND.get(plain, plain)


def _keys(name: Written, run_together: bool) -> Iterator[str]:
    many = len(name.words) > 2
    for one, other in combinations(name.words, 2):
        left, right = keys_of(one), keys_of(other)
        yield from _pairs(left.whole, right.whole)
        if not (many and (one.patronymic or other.patronymic)):
            yield from _pairs(left.whole, right.lacking)
            yield from _pairs(left.lacking, right.whole)
    if name.words and (run_together or len(name.words) == 1):
        together = keys_of(name.together)
        yield from ("+" + each for each in together.whole)
        if len(name.words) == 1:
            yield from ("+" + each for each in together.lacking)


def _pairs(left: frozenset[str], right: frozenset[str]) -> Iterator[str]:
    for one in left:
        for other in right:
            yield f"{one} {other}" if one < other else f"{other} {one}"


def _lacking_one(consonants: str) -> Iterator[str]:
    if len(consonants) > 1:
        for place in range(len(consonants)):
            yield consonants[:place] + consonants[place + 1 :]
