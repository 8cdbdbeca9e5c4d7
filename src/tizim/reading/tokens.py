"""Words of a text with their places; numbers, possessive endings and marks are tokens of their own."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<word>[^\W\d_]\w*+(?:(?:['’](?!s\b)(?=\w)|[-‑](?:\n(?=[a-z])|(?=\w)))\w*+)*+(?:(?<=s)['’](?!\w))?)"
    r"|(?P<poss>['’]s\b)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)\b|-[^\W\d_]+(?:-[^\W\d_]+)*)?)"
    r"|(?P<mark>[^\w\s])"
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


@dataclass(slots=True)
class Token:
    """One word, number or mark: as written, in small letters, where it stands, and its kind.

    ``capital`` says that it is a word and begins with a capital letter.
    """

    text: str
    lower: str
    start: int
    end: int
    kind: str
    capital: bool


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text`` between two offsets, in order."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word, kind = match[0], match.lastgroup or "mark"
        lower = word.lower()
        lower = lower if lower.isascii() else lower.translate(_STRAIGHT)
        lower = lower.replace("-\n", "") if "\n" in lower else lower
        first, last = match.span()
        found.append(Token(word, lower, first, last, kind, kind == "word" and word[0].isupper()))
    return found
