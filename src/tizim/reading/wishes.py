"""Verbs behind "that" and "to": what is only wished, and what is said to have happened."""

from tizim.reading.marks import Sentence
from tizim.reading.words import set_of


def only_wished(sentence: Sentence, aux: int) -> bool:
    """Of "I request that X be freed", but not of "ordered that X be freed"."""
    return (
        sentence.lower(aux) == "be"
        and "that" in sentence.bag
        and set_of("en", "grammar", "ruled_words").isdisjoint(sentence.lowers[:aux])
    )


def said_to(sentence: Sentence, index: int) -> bool:
    """Of "is said to have been beaten", "is reported to have been moved": it is told."""
    said = sentence.lower(index - 1) in _SAID
    return said and sentence.lower(index + 1) == "have"


_SAID = frozenset(
    "said reported alleged known believed thought claimed claims understood appear appears".split()
)
