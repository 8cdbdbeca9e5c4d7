"""How the letters of one word are folded, so that two ways to print it give one form.

Scripts are kept apart: a Cyrillic word never becomes a Latin one, except a stray letter of the one
alphabet inside a word of the other.
"""

import unicodedata
from functools import cache, lru_cache

from tizim.identity.words import letter_pairs

_STRESS = frozenset("\u0300\u0301")
_DIAERESIS = "\u0308"


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """The word without case, without marks on Latin letters, without stress marks, ё as е.

    The other Cyrillic letters with marks (й, ї, ғ) are letters of their own and stay.
    """
    if word.isascii():
        return word.casefold()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    plain = plain.translate(_latin_letters())
    return unicodedata.normalize("NFC", _without_marks(one_alphabet(plain)))


def one_alphabet(word: str) -> str:
    """The word with look-alikes of the rarer alphabet replaced, if that makes it wholly of one."""
    latin = {letter for letter in word if _is_latin(letter)}
    cyrillic = {letter for letter in word if _is_cyrillic(letter)}
    if not latin or not cyrillic:
        return word
    to_latin, to_cyrillic = _look_alikes()
    count = sum(letter in latin for letter in word) - sum(letter in cyrillic for letter in word)
    if cyrillic <= to_latin.keys() and (count >= 0 or not latin <= to_cyrillic.keys()):
        return "".join([to_latin.get(letter, letter) for letter in word])
    if latin <= to_cyrillic.keys():
        return "".join([to_cyrillic.get(letter, letter) for letter in word])
    return word


def _without_marks(word: str) -> str:
    kept, base = [], ""
    for letter in word:
        if not unicodedata.combining(letter):
            base = letter
        elif _is_latin(base) or letter in _STRESS or (base == "е" and letter == _DIAERESIS):
            continue
        kept.append(letter)
    return "".join(kept)


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and (letter.isascii() or unicodedata.name(letter, "").startswith("LATIN"))


def _is_cyrillic(letter: str) -> bool:
    return "\u0400" <= letter <= "\u052f" and letter.isalpha()


@cache
def _look_alikes() -> tuple[dict[str, str], dict[str, str]]:
    to_latin = letter_pairs("look_alikes")
    return to_latin, {latin: cyrillic for cyrillic, latin in to_latin.items()}


@cache
def _latin_letters() -> dict[int, str]:
    return str.maketrans(letter_pairs("latin_letters"))
