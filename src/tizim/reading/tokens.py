"""Words of a text with their places; numbers, possessive endings and marks are tokens of their own."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"(?P<poss>['’]s\b)"
    r"|(?P<word>[^\W\d_](?:\w|['’](?!s\b)(?=\w)|[-‑](?:\n(?=[a-z])|(?=\w)))*(?:(?<=s)['’](?!\w))?)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th)\b|-[^\W\d_]+(?:-[^\W\d_]+)*)?)"
    r"|(?P<mark>[^\w\s])"
)
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "‑": "-"})


@dataclass(slots=True)
class Token:
    """One word, number or mark: as written, in small letters, where it stands, and its kind."""

    text: str
    lower: str
    start: int
    end: int
    kind: str

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of ``text`` between two offsets, in order."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        kind = match.lastgroup or "mark"
        lower = word.lower()
        lower = lower if lower.isascii() else lower.translate(_STRAIGHT)
        lower = lower.replace("-\n", "") if "\n" in lower else lower
        found.append(Token(word, lower, match.start(), match.end(), kind))
    return found
