"""From which day "two weeks after the trial" is counted: that of the trial, where the text told it."""

import re

from tizim.reading.calendar import Day
from tizim.reading.spans import Span
from tizim.reading.words import words_of

_OF = re.compile(r"\s(?:the|his|her|their|its|that|being)\s(\w+)")


class Measured:
    """The days of a text with what their sentences tell."""

    def __init__(self, text: str, spans: list[Span], language: str) -> None:
        self.text, self.spans = text, spans
        self.words: dict[str, list[str]] = words_of(language).tables["numbers"]["measured_from"]
        self.days: list[tuple[Day, int]] = []

    def note(self, day: Day, sentence: int) -> None:
        """Remembers a day as told in a sentence."""
        if day.day is not None:
            self.days.append((day, sentence))

    def base(self, text: str, end: int, other: Day | None) -> Day | None:
        """The day of the trial, arrest or verdict named behind "after"; the other day where none is known."""
        named = _OF.match(text, end)
        words = self.words.get(named[1].lower()) if named is not None else None
        if words is None:
            return other
        return next((day for day, at in reversed(self.days) if self._tells(at, words)), other)

    def _tells(self, at: int, words: list[str]) -> bool:
        """Whether the sentence of a day, or the undated one before it, has one of the words."""
        dated = {number for _, number in self.days}
        near = [at] if at - 1 in dated else [at, at - 1]
        said = " ".join(self.text[self.spans[i].start : self.spans[i].end].lower() for i in near if i >= 0)
        return any(word in said for word in words)
