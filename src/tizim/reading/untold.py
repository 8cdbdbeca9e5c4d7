"""What a sentence tells that is no claim: what usually happens, what an earlier text had wrong."""

from tizim.reading.drafts import Draft
from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.words import words_of

_LANGUAGE = "en"


def usual(draft: Draft, event: Event) -> bool:
    """Whether a sentence tells what usually happens: "Some are held for a few hours"."""
    vague = event.who is not None and event.who.group is not None and event.who.group.vague
    low = draft.group is not None and draft.group.high is None and draft.group.low <= _FEW_PEOPLE
    return vague and low and event.tense in ("is", "are") and draft.day is None


_FEW_PEOPLE = 2


def retracted(sentence: Sentence) -> bool:
    """Whether a sentence tells what was wrong in an earlier text."""
    if words_of(_LANGUAGE).set("layout", "retracting_words").isdisjoint(sentence.lowers):
        return False
    said = " ".join(sentence.lowers)
    return any(phrase in said for phrase in words_of(_LANGUAGE).tables["layout"]["retracting"])
