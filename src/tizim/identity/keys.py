"""The keys of a written name: two full names that may be one person's share one, and few others do.

A key is the consonants of two words of a name, whichever stands first, kinds of consonants that spellings
confuse taken for one (``data/keys.yml``), vowels left out. One of the words may lack a consonant: so a name
is found again with one slip, and in its other forms, endings and cases. Where a space is lost or too many,
the consonants of the whole name are the key.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, product
from typing import NamedTuple
from unicodedata import normalize

from tizim.identity.spelling import rules
from tizim.identity.spoken import CASE, FAMILY, PET, Spoken, spoken
from tizim.identity.written import Written, names_in

_NO_CONSONANT = "-"
_MOST_UNSURE = 2
_MOST_BELIEVED = 0.15  # forms that cost more (a half of the name left out) are no stems


class WordKeys(NamedTuple):
    """The consonants of all forms of a word, and of its stems with one of them left out."""

    whole: frozenset[str]
    lacking: frozenset[str]


def name_keys(text: str, *, run_together: bool = True) -> frozenset[str]:
    """The keys of a written name; none where it has no word.

    Two names of two words or more of one person whose ``compare_score`` is 0.45 or more share a key in more
    than 99.5% of such pairs, in each language measured (docs/identity.md). A surname alone, or with initials,
    shares no key with a full name; a name without spaces does, where the other spelling has the same
    consonants, unless ``run_together`` is False.
    """
    found: set[str] = set()
    for name in names_in(text).names:
        found.update(_keys(name, run_together))
    return frozenset(found)


def word_keys(word: str) -> frozenset[str]:
    """The keys of one word of a name: words that may be one name share one."""
    whole, lacking = keys_of(spoken(word.casefold()))
    return whole | lacking


def sound_of(word: str) -> str:
    """The word of a name as it sounds, in one alphabet: the same for any script, not for another ending."""
    return next(iter(spoken(word.casefold()).forms), word.casefold())


@lru_cache(maxsize=65536)
def keys_of(word: Spoken) -> WordKeys:
    """The keys of a word that was read before."""
    whole = frozenset(
        skeleton(read, apart=word.unvowelled) for signs in word.forms for read in _consonant_or_vowel(signs)
    )
    return WordKeys(whole, frozenset(one for stem in _stems(word) or whole for one in _lacking_one(stem)))


def _stems(word: Spoken) -> frozenset[str]:
    """The consonants of all readings of the word, without endings that may be dropped; and without a case."""
    plain: set[str] = set()
    inflected: set[str] = set()
    for signs, form in word.forms.items():
        if form.cost < _MOST_BELIEVED and form.step not in (FAMILY, PET):
            stems = inflected if form.step == CASE else plain
            stems.add(skeleton(signs, apart=word.unvowelled))
    shortest = sorted(inflected, key=lambda each: (len(each), each))[:1]
    return frozenset([*shortest, *(one for one in plain if not _is_longer(one, plain))])


def _is_longer(stem: str, stems: set[str]) -> bool:
    """Whether another stem, of two consonants or more, is this one without its end."""
    return any(len(one) > 1 and one != stem and stem.startswith(one) for one in stems)


def _consonant_or_vowel(signs: str) -> Iterator[str]:
    """The signs, each one that may be a consonant or a vowel in both ways."""
    yield signs
    for sign, consonant in rules("keys")["consonant_or_vowel"].items():
        pieces = signs.split(sign)
        if 1 < len(pieces) <= _MOST_UNSURE + 1:
            for taken in product((sign, consonant), repeat=len(pieces) - 1):
                yield "".join([piece + after for piece, after in zip(pieces, (*taken, ""), strict=True)])


@lru_cache(maxsize=65536)
def skeleton(signs: str, *, apart: bool = False) -> str:
    """The consonants of the signs, one letter a kind, those of one kind beside each other once.

    With ``apart`` every one counts: where short vowels are not written, one may stand between them.
    """
    found, last = [], ""
    for sign in signs:
        kind = _kind(sign)
        if kind != last or apart:
            found.append(kind)
        last = kind
    return "".join(found) or _NO_CONSONANT


@cache
def _kind(sign: str) -> str:
    """The kind of consonant; a letter with a mark that no table knows is taken for the plain one."""
    kinds = _kinds()
    plain = sign if sign in kinds else normalize("NFD", sign)[0]
    return kinds.get(plain, plain)


@cache
def _kinds() -> dict[str, str]:
    known = rules("keys")
    kinds = {sign: kind[0] for kind in known["kinds"] for sign in kind}
    return kinds | dict.fromkeys(known["vowels"], "")


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
