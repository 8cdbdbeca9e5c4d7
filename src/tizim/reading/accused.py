"""Accusations: whether the state makes them, and who behind "accused of" only suffered what was done."""

from tizim.reading.clauses import Verb, subject_before
from tizim.reading.events import Told
from tizim.reading.marks import Mark, Sentence
from tizim.reading.who import Who


def accuses(sentence: Sentence, mark: Mark) -> bool:
    """Whether a verb is one of accusing."""
    return sentence.lower(mark.first).startswith("accus")


def officially(told: Told, mark: Mark, verb: Verb) -> bool:
    """Whether it is the state that accuses, not a neighbour; "the accused" tells nothing."""
    if told.sentence.lower(mark.first - 1) in ("the", "all", "an"):
        return False
    if verb.voice in ("passive", "participle"):
        return True
    subject = subject_before(told.sentence, verb.start, told.whos)
    if subject is None or subject.kind == "agent":
        return True
    return verb.voice == "open" and told.sentence.lower(verb.end) == "of"


def suffers_what(sentence: Sentence, mark: Mark, verb: Verb, who: Who | None) -> bool:
    """Of "accused of torturing detainees": the detainees are no accused."""
    first = verb.end - (sentence.lower(verb.end - 1) == "of")
    doing = sentence.lower(first) == "of" and sentence.lower(first + 1).endswith("ing")
    return doing and who is not None and who.first >= verb.end and accuses(sentence, mark)
