"""Bodies named beside what somebody is there: "Vesta chairman X", "the group's lawyer Y"."""

from tizim.reading.marks import Sentence
from tizim.reading.who import Who

_LONG = 4
_RANKS = ("vice", "deputy", "'s", "press", "branch", "board")


def of_a_body(sentence: Sentence, index: int) -> bool:
    """Whether a word between two names is a body, or its possessive, right before a title."""
    own, most = index + 1, min(index + _LONG, len(sentence.tokens))
    while own < most and (sentence.lower(own) in _RANKS or sentence.tokens[own].capital):
        own += 1
    return sentence.at("title", own) is not None and (
        sentence.tokens[index].kind == "word" or sentence.lower(index) == "'s"
    )


def of_the_body(sentence: Sentence, index: int) -> bool:
    """Of "and the group's lawyer Y": what Y is there, and nobody's kin."""
    return sentence.lower(index - 1) == "'s" and index > 1 and not sentence.tokens[index - 2].capital


def only_of_kin(sentence: Sentence, person: Who, who: Who) -> bool:
    """Of "X, the wife of Y, and Z were jailed": Y only says who X is."""
    if not (person.kind == who.kind == "person") or not 3 <= who.first - person.last <= _DESCRIBED:
        return False
    lead = sentence.lower(person.last) == "," and sentence.lower(who.first - 1) == "of"
    closed = sentence.lower(who.last) == "," and sentence.lower(who.last + 1) == "and"
    noun = sentence.any_at(("kinship", "family", "title"), who.first - 2) is not None
    plain = "," not in sentence.lowers[person.last + 1 : who.first]
    return lead and closed and noun and plain


_DESCRIBED = 8
