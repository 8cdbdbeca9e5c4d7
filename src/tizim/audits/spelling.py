"""When two written words are one name in other letters: transliteration, doubled letters, accents, cases."""

import re
import unicodedata
from functools import cache, lru_cache

from tizim.audits.tables import table

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LONG = 6
_MANY = 200_000


@cache
def _rules(script: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(old), new) for old, new in table("names")[script])


@lru_cache(maxsize=_MANY)
def bare(word: str) -> str:
    """What is left of a word when ways of spelling it are taken away."""
    cyrillic = _CYRILLIC.search(word) is not None
    small = word.lower() if cyrillic else without_accents(word.lower())
    for old, new in _rules("cyrillic" if cyrillic else "latin"):
        small = old.sub(new, small)
    return small


def mixed(word: str) -> bool:
    """Whether a word has letters of two scripts: that is a matter of its own."""
    return _CYRILLIC.search(word) is not None and re.search("[A-Za-z]", word) is not None


def without_accents(word: str) -> str:
    """The word without accents."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", word) if not unicodedata.combining(sign))


@cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(table("names")["endings"][language])


@lru_cache(maxsize=_MANY)
def inflected(one: str, other: str, language: str) -> bool:
    """Whether two words differ in their endings alone: cases, possessives, a woman's form of a name."""
    left, right = one.lower(), other.lower()
    ends = _endings(language)
    if language != "en":  # Russian and Kazakh stand in each other's texts
        ends = _endings("ru") | _endings("kk")
    shared = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        shared += 1
    return any(
        left[cut:] in ends and right[cut:] in ends and {left[cut:], right[cut:]} != {"", "ь"}
        for cut in range(shared, max(2, shared - 3) - 1, -1)
    )


@lru_cache(maxsize=_MANY)
def same_word(one: str, other: str, language: str) -> bool:
    """Whether two different written words are one word in other spelling, cases left aside."""
    if one == other or one.lower() == other.lower() or mixed(one) or mixed(other):
        return False
    if inflected(one, other, language):
        return False
    return _bare_alike(bare(one), bare(other), language)


def _bare_alike(left: str, right: str, language: str) -> bool:
    return left == right or (
        min(len(left), len(right)) >= 4 and language != "en" and inflected(left, right, language)
    )


@lru_cache(maxsize=_MANY)
def one_letter_apart(one: str, other: str, language: str) -> bool:
    """Whether two long words differ in one letter that is no ending and no usual way of spelling."""
    left, right = bare(one), bare(other)
    if mixed(one) or mixed(other):
        return False
    if min(len(left), len(right)) < _LONG or left[0] != right[0] or inflected(one, other, language):
        return False
    return left != right and (_near(left, right, language) or swapped(left, right))


def _near(left: str, right: str, language: str) -> bool:
    """Whether two words are one letter apart, in Russian and Kazakh when their endings are taken away."""
    if within_one(left, right):
        return True
    ends = [end for end in _endings("ru") | _endings("kk") if end] if language != "en" else []
    stems = [right.removesuffix(end) for end in ends if right.endswith(end)]
    return any(len(stem) >= _LONG and stem[0] == left[0] and within_one(left, stem) for stem in stems)


def swapped(left: str, right: str) -> bool:
    """Whether two letters that follow each other have changed places: Laptinov, Latpinov."""
    off = [n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b]
    return (
        len(left) == len(right)
        and len(off) == 2
        and off[1] == off[0] + 1
        and (left[off[0]], left[off[1]]) == (right[off[1]], right[off[0]])
    )


def within_one(left: str, right: str) -> bool:
    """Whether one letter put in, left out or changed makes the one the other."""
    if len(left) > len(right):
        left, right = right, left
    if len(right) - len(left) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return left[start + (len(left) == len(right)) :] == right[start + 1 :]


def voiced_apart(one: str, other: str) -> bool:
    """Whether two long words of one length differ in one letter alone, soft or hard: Kapbasov, Kabbasov."""
    if len(one) != len(other) or len(one) < _LONG:
        return False
    off = [{a, b} for a, b in zip(one.lower(), other.lower(), strict=True) if a != b]
    return len(off) == 1 and any(off[0] == set(pair) for pair in table("names")["voiced"])


def vowel_apart(one: str, other: str) -> bool:
    """Whether two long words differ in a vowel inside that only one of them has: Baurzhan, Bauyrzhan."""
    left, right = sorted((one.lower(), other.lower()), key=len)
    if len(left) < _LONG or len(right) - len(left) != 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), len(left))
    return 0 < at < len(left) and left[at:] == right[at + 1 :] and right[at] in table("names")["vowels"]
