"""Patterns of many words, tried only where a word stands that can open what they find."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

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
        match, until = self.pattern.match, 0
        for start in self._places(runs_of(text)):
            found = match(text, start) if start >= until else None
            if found is not None:
                until = found.end()
                yield found

    def inside(self, text: str, found: re.Match[str], end: int) -> re.Match[str] | None:
        """What was found, or what there is of it before an end: a date does not go on in the next line."""
        return found if found.end() <= end else self.pattern.match(text, found.start(), end)

    def _places(self, runs: dict[str, list[int]]) -> list[int]:
        """Where one of the openings stands, or a figure where figures can open."""
        found = [start for word in self.openings & runs.keys() for start in runs[word]]
        if self.figures:
            found += runs[_FIGURES]
        found.sort()
        return found


_FIGURES = ""


@lru_cache(maxsize=2)
def runs_of(text: str) -> dict[str, list[int]]:
    """Where each word of a text begins, by the word in small letters; figures stand together under ""."""
    found: dict[str, list[int]] = {_FIGURES: []}
    for run in _RUN.finditer(text):
        word = _FIGURES if run.lastgroup else run[0].lower()
        if word in found:
            found[word].append(run.start())
        else:
            found[word] = [run.start()]
    return found


def first_words(phrases: Iterable[object]) -> frozenset[str]:
    """The first word of each phrase, in small letters."""
    firsts = (_FIRST.search(str(phrase)) for phrase in phrases)
    return frozenset(first[0].lower() for first in firsts if first is not None)
