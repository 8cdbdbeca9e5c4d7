"""Kazakh in Latin letters, as Cyrillic with the place of every letter: one reader reads both."""

import re
from dataclasses import dataclass
from functools import cache

from tizim.reading.kazakh_words import table

_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_ACUTE = re.compile("[áǵńóúýıÁǴŃÓÚÝ]")
_FEW = 3
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
    """``2021``, ``2018`` or ``2017``: the alphabet of a text, by the letters that it alone has."""
    for name, rules in table("latin")["alphabets"].items():
        if re.search(rules["only"], text):
            return str(name)
    return "2021"


def cyrillic(text: str, alphabet: str | None = None) -> Cyrillic:
    """A text with its Latin words in Cyrillic letters; words with letters foreign to Kazakh stay."""
    letters = _letters(alphabet or alphabet_of(text))
    out: list[str] = []
    places: list[int] = []
    at = 0
    for word in _WORD.finditer(text):
        _keep(text, at, word.start(), out, places)
        size = _borrow(word.group(), word.start(), out, places)
        _turn(word.group()[size:], word.start() + size, letters, out, places)
        at = word.end()
    _keep(text, at, len(text), out, places)
    return Cyrillic("".join(out), (*places, len(text)))


def is_latin(text: str) -> bool:
    """Whether most letters of a text are Latin."""
    latin = len(_LATIN.findall(text))
    return latin > 2 * sum("\u0400" <= letter <= "\u04ff" for letter in text)


def looks_kazakh(text: str) -> bool:
    """Whether a Latin text has the acute letters of 2018 beside q, as no neighbour's alphabet has."""
    return len(_ACUTE.findall(text)) >= _FEW and re.search("q[^u]", text, re.IGNORECASE) is not None


def _keep(text: str, first: int, last: int, out: list[str], places: list[int]) -> None:
    for index in range(first, last):
        out.append(text[index])
        places.append(index)


def _borrow(word: str, start: int, out: list[str], places: list[int]) -> int:
    """Turns the stem of a borrowed word that letters alone would not give back; how many letters it has."""
    low = _lower(word)
    stem = next((stem for stem in _loans() if low.startswith(stem)), "")
    signs = _loans().get(stem, "")
    out.extend(signs[:1].upper() + signs[1:] if word[0].isupper() else signs)
    places.extend(start + min(at, len(stem) - 1) for at in range(len(signs)))
    return len(stem)


def _turn(
    word: str, start: int, letters: tuple[dict[str, str], ...], out: list[str], places: list[int]
) -> None:
    at, before = 0, ""
    while at < len(word):
        size, signs = _sign(word, at, letters)
        if signs == "и" and before in _VOWELS:
            signs = "й"
        before = signs[-1]
        signs = signs[0].upper() + signs[1:] if word[at].isupper() and signs.isalpha() else signs
        out.extend(signs)
        places.extend([start + at] * len(signs))
        at += size


def _sign(word: str, at: int, letters: tuple[dict[str, str], ...]) -> tuple[int, str]:
    """How many Latin letters from a place on make one sign, and the Cyrillic for it."""
    for size in (3, 2, 1):
        piece = word[at : at + size]
        found = letters[size - 1].get(_lower(piece)) if len(piece) == size else None
        if found:
            return size, found
    return 1, word[at]


def _lower(piece: str) -> str:
    """Small letters; Turkish capitals keep their dots apart (I is ı, İ is i)."""
    return piece.replace("İ", "i").replace("I", "ı").lower()


@cache
def _loans() -> dict[str, str]:
    """The stems of borrowed words, the longest first."""
    stems: dict[str, str] = table("latin")["borrowed"]
    return {stem: stems[stem] for stem in sorted(stems, key=len, reverse=True)}


_VOWELS = frozenset("аәоөұүыіеуэияю")


@cache
def _letters(alphabet: str) -> tuple[dict[str, str], ...]:
    """The signs of an alphabet with one, two and three letters."""
    every: dict[str, str] = {**table("latin")["common"], **table("latin")["alphabets"][alphabet]["letters"]}
    return tuple({latin: sign for latin, sign in every.items() if len(latin) == size} for size in (1, 2, 3))
