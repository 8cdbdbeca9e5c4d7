"""What was done during an arrest was done on its day, wherever the text tells that day."""

from tizim.reading.calendar import Day
from tizim.reading.drafts import ELSEWHERE, Draft, changed
from tizim.reading.marks import Sentence
from tizim.reading.words import words_of

_LANGUAGE = "en"
_SUFFERED = frozenset(("ill_treatment", "threat", "search"))


def during_arrest(sentence: Sentence) -> bool:
    """Whether a sentence tells what was done "during his arrest", "while being detained"."""
    if "during" not in sentence.bag and "while" not in sentence.bag and "when" not in sentence.bag:
        return False
    said = f" {' '.join(sentence.lowers)} "
    phrases: list[str] = words_of(_LANGUAGE).tables["layout"]["during_arrest"]
    return any(f" {phrase} " in said for phrase in phrases)


def dated_by_arrest(drafts: list[Draft], sentences: list[Sentence]) -> list[Draft]:
    """The drafts; what was done during the only arrest of a person that has a day is of that day."""
    days: dict[int, set[Day]] = {}
    for draft in drafts:
        if draft.act == "detention" and draft.person is not None and draft.day is not None and draft.day.day:
            days.setdefault(draft.person, set()).add(draft.day)
    return [
        changed(draft, day=next(iter(days[draft.person])), day_from=ELSEWHERE)
        if draft.person in days
        and _waits(draft)
        and len(days[draft.person]) == 1
        and during_arrest(sentences[draft.sentence])
        else draft
        for draft in drafts
    ]


def _waits(draft: Draft) -> bool:
    return draft.act in _SUFFERED and draft.day is None and not (draft.status or draft.figure)
