"""From which day "two weeks after the trial" is counted: that of the trial, where the text told it."""

from dataclasses import dataclass, field

from tizim.reading.calendar import Day
from tizim.reading.inflected.sentence import Sentence


@dataclass(slots=True)
class Measured:
    """The words of the sentences of a text, and the days that they told."""

    told: list[tuple[Day | None, frozenset[str]]] = field(default_factory=list)

    def note(self, sentence: Sentence, days: list[Day]) -> None:
        """Remembers a sentence that was read, with its only exact day."""
        exact = [day for day in days if day.day is not None]
        lemmas = frozenset(lemma for word in sentence.words for lemma in word.lemmas)
        self.told.append((exact[0] if len(exact) == 1 else None, lemmas))

    def base(self, sentence: Sentence, at: int, other: Day | None) -> Day | None:
        """The day of what is named behind "after" at a token; the other day where none is known."""
        mark = sentence.at("measured_from", at + 1)
        if mark is None or sentence.at("since", at) is None:
            return other
        words = frozenset(str(mark.value).split())
        for place in range(len(self.told) - 1, -1, -1):
            day, lemmas = self.told[place]
            undated = place and self.told[place - 1][0] is None
            before = self.told[place - 1][1] if undated else frozenset[str]()
            if day is not None and words & (lemmas | before):
                return day
        return other
