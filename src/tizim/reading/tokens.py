"""Words of a text with their places; numbers, possessive endings and marks are tokens of their own."""

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

_TOKEN = re.compile(
    r"([\s_]*+)("  # what stands before the token; a word, a possessive ending, a number, a mark
    r"[^\W\d_]\w*+(?:(?:['’](?!s\b)(?=\w)|[-‑](?:\n(?=[a-z])|(?=\w)))\w*+)*+(?:(?<=s)['’](?!\w))?"
    r"|['’]s\b"
    r"|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)\b|-[^\W\d_]+(?:-[^\W\d_]+)*)?"
    r"|[^\w\s])"
)
_KNOWN = 2**14  # words whose forms are remembered
_ONE = frozenset(("a", "an", "another"))
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


@dataclass(slots=True)
class Token:
    """One word, number or mark: as written, in small letters, where it stands, and its kind.

    ``capital`` says that it is a word and begins with a capital letter, ``numeric`` that a number or a
    length of time may begin with it.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str
    capital: bool
    numeric: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text`` between two offsets, in order."""
    found = []
    for before, word in _TOKEN.findall(text, start, end):
        first = start + len(before)
        start = first + len(word)
        lower, kind, capital, numeric = _form(word)
        found.append(Token(word, lower, first, start, kind, capital, numeric))
    return found


@lru_cache(maxsize=_KNOWN)
def _form(word: str) -> tuple[str, str, bool, bool]:
    """A word in small letters, its kind, whether it begins with a capital, whether it may be a number."""
    lower = word.lower()
    lower = lower if lower.isascii() else lower.translate(_STRAIGHT)
    lower = lower.replace("-\n", "") if "\n" in lower else lower
    kind = _kind(word)
    numeric = kind == "number" or lower in _ONE or "-" in lower
    return intern(lower), kind, kind == "word" and word[0].isupper(), numeric


def _kind(word: str) -> str:
    if word[0].isalnum():
        return "number" if word[0].isdecimal() else "word"
    return "mark" if len(word) == 1 else "poss"
