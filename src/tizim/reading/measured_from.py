"""From which day "two weeks after the trial" is counted: that of the trial, where the text told it."""

import re

from tizim.reading.calendar import Day, shifted
from tizim.reading.marks import Sentence
from tizim.reading.measures import number_at
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


COUNTING = frozenset(("after", "before", "since", "following"))
"""Words behind a length of time that count it from what comes next."""


def leads_back(sentence: Sentence, index: int) -> bool:
    """Whether "after" at a token counts from what follows: "two days after | his arrest", "hours before"."""
    if sentence.lower(index) not in COUNTING:
        return False
    return bool(sentence.at("time_units", index - 1) or sentence.at("time_units", index - 2))


def counted_from(sentence: Sentence, index: int, days: list[tuple[int, Day]]) -> Day | None:
    """Of "died on 24 February, two days after his arrest": the day of the arrest, 22 February."""
    base = next((day for at, day in reversed(days) if at < index), None)
    unit = sentence.at("time_units", index - 1)
    if base is None or unit is None or sentence.lower(index) == "since":
        return None
    if str(unit.value) == "H":
        return base if base.day is not None else None
    count = _count(sentence, index - 2)
    if not count or (base.day is None and str(unit.value) in "DW"):
        return None
    whole = {"M": Day(base.year, base.month), "Y": Day(base.year)}.get(str(unit.value), base)
    return shifted(whole, count if sentence.lower(index) == "before" else -count, str(unit.value))


def _count(sentence: Sentence, index: int) -> int:
    """How many units: a number, or one for "a week", "the day"; none for "days after"."""
    if sentence.lower(index) in ("a", "an", "the", "one"):
        return 1
    number = next(
        (one for at in (index, index - 1) if (one := number_at(sentence, at)) and one.last == index + 1), None
    )
    return int(number.value) if number is not None and not number.vague else 0
