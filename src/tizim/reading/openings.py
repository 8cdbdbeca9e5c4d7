"""Patterns of many words, tried only where a word stands that can open what they find."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_RUN = re.compile(r"(?P<figure>\d+)|[^\W\d]+|§")
_FIRST = re.compile(r"[^\W\d]+")


@dataclass(frozen=True, slots=True)
class Opened:
    """A pattern with the words (in small letters) that can open what it finds; perhaps figures, too."""

    pattern: re.Pattern[str]
    openings: frozenset[str]
    figures: bool = False

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """What the pattern finds in a text, in order, as the pattern itself would."""
        openings, figures, match, until = self.openings, self.figures, self.pattern.match, 0
        for run in _RUN.finditer(text):
            if run[0].lower() in openings or (figures and run.lastgroup):
                start = run.start()
                found = match(text, start) if start >= until else None
                if found is not None:
                    until = found.end()
                    yield found


def first_words(phrases: Iterable[object]) -> frozenset[str]:
    """The first word of each phrase, in small letters."""
    firsts = (_FIRST.search(str(phrase)) for phrase in phrases)
    return frozenset(first[0].lower() for first in firsts if first is not None)
