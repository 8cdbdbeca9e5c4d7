"""Rows of penalties over several sentences: "X got six years. Y, his cousin, three."."""

from tizim.reading.events import Event, Told
from tizim.reading.listings import announces_verdicts, opens_verdicts, paired, row_of_terms
from tizim.reading.marks import Sentence
from tizim.reading.measures import Length, Money, number_at
from tizim.reading.who import Who
from tizim.reading.words import ActWord, set_of

_LANGUAGE = "en"
_VERBS = ("be", "have", "modals", "attribution", "receive", "give")
_ENDS = ("", ".", ",", ";", "each", "and", "for")
_MOST, _LONGEST, _LONG_ROW = 60, 26, 8
_YEARS = 17  # more beside a name is an age


class VerdictRow:
    """Which line opened a row of penalties, and the penalty that the sentence before told."""

    def __init__(self) -> None:
        self.line = -1
        self.announced = self.grown = False
        self.last: tuple[Length | None, int, int] = (None, -9, -9)
        self.asked = (-9, -9)

    @property
    def years(self) -> bool:
        """Whether the sentence before told of years."""
        length = self.last[0]
        return length is not None and length.unit == "Y"

    def shorter(self, told: Told, number: int) -> list[Length]:
        """The bare number of an entry that goes on with a row, as a time: "Y, his cousin, three."."""
        self.grown = False
        before, line, at = self.last
        near = line == told.sentence.span.line and number - at == 1
        who = entry(told) if before is not None and near and not told.lengths else None
        found = _number(told.sentence, who.last) if who is not None else None
        if before is None or found is None or before.unit not in "YMD":
            return []
        first, last, value = found
        if before.unit == "Y" and value > _YEARS:
            return []
        self.grown, whole = True, int(value)
        half = "6M" if value != whole and before.unit == "Y" else ""
        return [Length(first, last, f"P{whole}{before.unit}{half}", before.unit, before.kind)]

    def only_asked(self, told: Told, number: int) -> bool:
        """Of "The prosecutor made his demands. For X: three years.": a time without a verb is asked for."""
        sentence, last = told.sentence, (told.sentence.span.line, number - 1)
        if self.asked != last and "prosecution" not in sentence.marks:
            return False
        goes_on = self.asked == last and bool(told.lengths) and _SAID.isdisjoint(sentence.marks)
        asks = not told.lengths and "prosecution" in sentence.marks
        if goes_on or (asks and not set_of("en", "grammar", "asking_words").isdisjoint(sentence.bag)):
            self.asked = (sentence.span.line, number)
        return goes_on

    def note(self, told: Told, number: int) -> None:
        """Remembers the penalty that a sentence told."""
        spoken = [one for one in told.lengths if one.iso and not one.possible]
        years = [one for one in spoken if one.unit == "Y"]
        told_last = years or spoken
        self.last = (told_last[-1] if told_last else None, told.sentence.span.line, number)

    def row(self, told: Told, orphans: list[Length], heading: str | None) -> bool:
        """Whether times beside names are penalties: under "The terms:", or several of them in a sentence."""
        sentence = told.sentence
        self.announced = False
        if opens_verdicts(sentence, _LANGUAGE):
            self.line = sentence.span.line
            return True
        if announces_verdicts(sentence, _LANGUAGE):
            self.line, self.announced = sentence.span.line, True
        below = sentence.span.heading and self.line >= 0 and sentence.span.line - self.line <= 1
        if below and row_of_terms(sentence, orphans):
            self.line = sentence.span.line
            return True
        inside = sentence.span.item and self.line >= 0
        inside = (
            inside
            or heading == "sentence"
            or self.grown
            or (sentence.span.line == self.line and self._goes_on(told))
        )
        if not inside and sentence.span.line != self.line:
            self.line = self.line if sentence.span.item else -1
        return inside or paired(sentence, [one for one in orphans if one.kind is None and one.unit in "YM"])

    def _goes_on(self, told: Told) -> bool:
        return len(told.sentence.tokens) <= _LONGEST and entry(told) is not None

    def sums(self, told: Told, sums: list[Money]) -> list[Event]:
        """A sum alone behind a name of a row of verdicts: "Z, 300,000 roubles."."""
        who = entry(told) if self.line == told.sentence.span.line and len(sums) == 1 else None
        if who is None or told.lengths or told.found:
            return []
        return [Event("sentence", sums[0].first, sums[0].last, who, "bare", money=list(sums), start=who.head)]


_SAID = frozenset(("be", "have", "attribution", "receive", "give"))


def entry(told: Told) -> Who | None:
    """The person of a sentence that is a name and what belongs to it, without a verb."""
    sentence = told.sentence
    who = told.whos[0] if told.whos else None
    if who is None or who.kind != "person" or who.head > 1 or who.possessive or who.governed:
        return None
    verbs = any(
        sentence.any_at(_VERBS, at) is not None or _acts(sentence, at) for at in range(len(sentence.tokens))
    )
    return None if verbs else who


def _acts(sentence: Sentence, at: int) -> bool:
    mark = sentence.at("act", at)
    penal = sentence.at("penalty", at) is not None
    return (
        mark is not None
        and not penal
        and any(isinstance(one, ActWord) and one.shape in ("verbs", "subject") for one in mark.values)
    )


def _number(sentence: Sentence, first: int) -> tuple[int, int, float] | None:
    """The last number of a short entry, where nothing follows it."""
    if len(sentence.tokens) > _LONGEST - _LONG_ROW:
        return None
    for at in range(len(sentence.tokens) - 1, first - 1, -1):
        number = number_at(sentence, at)
        if number is None:
            continue
        half = sentence.lowers[number.last : number.last + 3] == ["and", "a", "half"]
        last = number.last + (3 if half else 0)
        free = sentence.lower(at - 1) in (",", ":", "–", "—", "-", "only", "to") and not number.vague
        if free and sentence.lower(last) in _ENDS and 0 < number.value < _MOST and _closes(sentence, last):
            return at, last, number.value + (0.5 if half else 0.0)
        return None
    return None


def _closes(sentence: Sentence, last: int) -> bool:
    return all(
        sentence.tokens[at].kind == "mark" or sentence.lower(at) == "each"
        for at in range(last, len(sentence.tokens))
    )
