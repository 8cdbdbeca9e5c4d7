"""Whom a sentence is about by its opening words: "As to X, the appeal was dismissed"."""

from tizim.reading.events import Told
from tizim.reading.who import Who

_PAIRS = (("as", "to"), ("as", "for"), ("with", "regard"), ("in", "relation"))
_SINGLE = ("for", "regarding", "concerning")
_LEAD = 5


def topic(told: Told) -> Who | None:
    """The person or people that the opening of a sentence names as what it is about."""
    sentence = told.sentence
    opens = (sentence.lower(0), sentence.lower(1)) in _PAIRS or sentence.lower(0) in _SINGLE
    who = told.whos[0] if told.whos and opens else None
    if who is None or who.kind not in ("person", "group", "pronoun") or who.possessive or who.head > _LEAD:
        return None
    return who if who.first <= _LEAD and not _verb_before(told, who) else None


def _verb_before(told: Told, who: Who) -> bool:
    return any(told.sentence.any_at(("be", "have", "act"), at) is not None for at in range(1, who.first))
