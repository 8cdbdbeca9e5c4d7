"""Kazakh in Latin letters, as Cyrillic with the place of every letter: one reader reads both."""

import re
from dataclasses import dataclass
from functools import cache

from tizim.reading.kazakh_words import table

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f'’ʼ]+")


@dataclass(frozen=True, slots=True)
class Cyrillic:
    """A text in Cyrillic letters; ``places[i]`` is where its letter ``i`` began in the text as written."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a span of the Cyrillic text stands in the text as written."""
        return self.places[start], self.places[end]


def alphabet_of(text: str) -> str:
    """``2021``, ``2018`` or ``2017`` for a Kazakh text in Latin letters, by the letters that one alone has."""
    for name, rules in table("latin")["alphabets"].items():
        if re.search(rules["only"], text):
            return str(name)
    return "2021"


def cyrillic(text: str, alphabet: str | None = None) -> Cyrillic:
    """A text with its Latin words in Cyrillic letters; words with letters foreign to Kazakh stay."""
    pairs, singles = _letters(alphabet or alphabet_of(text))
    out: list[str] = []
    places: list[int] = []
    at = 0
    for word in _WORD.finditer(text):
        _keep(text, at, word.start(), out, places)
        _turn(word.group(), word.start(), (pairs, singles), out, places)
        at = word.end()
    _keep(text, at, len(text), out, places)
    return Cyrillic("".join(out), (*places, len(text)))


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    latin = len(_LATIN.findall(text))
    return latin > 2 * sum("\u0400" <= letter <= "\u04ff" for letter in text)


def _keep(text: str, first: int, last: int, out: list[str], places: list[int]) -> None:
    for index in range(first, last):
        out.append(text[index])
        places.append(index)


def _turn(
    word: str, start: int, letters: tuple[dict[str, str], dict[str, str]], out: list[str], places: list[int]
) -> None:
    pairs, singles = letters
    at = 0
    before = ""
    while at < len(word):
        size = 2 if word[at : at + 2].lower() in pairs else 1
        piece = word[at : at + size]
        small = _lower(piece)
        letter = pairs[small] if size == 2 else singles.get(small, piece)
        if letter == "и" and before in _VOWELS:
            letter = "й"
        before = letter
        out.append(letter.upper() if piece[0].isupper() and letter.isalpha() else letter)
        places.append(start + at)
        at += size


def _lower(piece: str) -> str:
    """Small letters; Turkish capitals keep their dots apart (I is ı, İ is i)."""
    return piece.replace("İ", "i").replace("I", "ı").lower() if piece in ("İ", "I") else piece.lower()


_VOWELS = frozenset("аәоөұүыіеуэи")


@cache
def _letters(alphabet: str) -> tuple[dict[str, str], dict[str, str]]:
    rules = table("latin")["alphabets"][alphabet]
    common: dict[str, str] = table("latin")["common"]
    every = {**common, **rules["letters"]}
    return ({latin: sign for latin, sign in every.items() if len(latin) == 2},
            {latin: sign for latin, sign in every.items() if len(latin) == 1})  # fmt: skip
