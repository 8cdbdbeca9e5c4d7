"""Decisions of a court in its own words: "ruled to remand X", "The court ruled: to find X guilty; to …"."""

from tizim.reading.clauses import Verb
from tizim.reading.events import Told, courtly
from tizim.reading.marks import Sentence
from tizim.reading.words import set_of

_LANGUAGE = "en"
_REACH = 12


def ruled(told: Told, verb: Verb) -> bool:
    """Whether an infinitive is what a court decided: it hangs on "ruled to", or is a point of a ruling."""
    before = told.sentence.lower(_before(told.sentence, verb))
    if verb.voice != "infinitive" or before not in ("to", "and"):
        return False
    if told.ruling:
        return True
    return before == "to" and courtly(told.sentence) and _decided(told.sentence, _before(told.sentence, verb))


def _before(sentence: Sentence, verb: Verb) -> int:
    return verb.start if sentence.lower(verb.start) == "to" else verb.start - 1


def _decided(sentence: Sentence, at: int) -> bool:
    """Whether a word of deciding governs "to": right before it, or before the "to" of another point."""
    deciding = set_of(_LANGUAGE, "layout", "deciding")
    for index in range(at - 1, max(-1, at - _REACH), -1):
        if sentence.lower(index) in deciding:
            parted = sentence.lower(index + 1) != "to" or sentence.at("negations", index + 1) is not None
            denied = sentence.any_at(("negations", "modals"), index - 1) is not None
            return not (parted or denied)
    return False


def opens_ruling(sentence: Sentence) -> bool:
    """Whether a line announces the points of a ruling: "The court ruled:"."""
    deciding = set_of(_LANGUAGE, "layout", "deciding")
    return sentence.lower(len(sentence.tokens) - 1) == ":" and not deciding.isdisjoint(sentence.bag)


def is_point(sentence: Sentence) -> bool:
    """Whether a line is a point of a ruling: it opens with "to" or ends with a semicolon."""
    first = 1 if sentence.tokens and sentence.tokens[0].kind != "word" else 0
    return sentence.lower(first) == "to" or sentence.lower(len(sentence.tokens) - 1) == ";"
