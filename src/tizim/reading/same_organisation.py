"""Organisations spoken of without their name: "it was blocked", "the newspaper was fined"."""

from tizim.reading.marks import Sentence
from tizim.reading.words import set_of

Name = tuple[int, int, str]
_REACH = 2


class Spoken:
    """The organisation that a text named last."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.at = -9

    def names(self, sentence: Sentence, named: list[Name], number: int) -> list[Name]:
        """The organisations of a sentence, with those that "it" and "the newspaper" mean."""
        meant = [*named]
        for first, last in _mentions(sentence):
            before = [one[2] for one in named if one[1] <= first]
            name = before[-1] if before else self.name if number - self.at <= _REACH else None
            if name is not None:
                meant.append((first, last, name))
        if named:
            self.name, self.at = named[-1][2], number
        return sorted(meant)


def _mentions(sentence: Sentence) -> list[tuple[int, int]]:
    """Where "it" or "the newspaper" is the subject of a passive."""
    nouns = set_of("en", "things", "organisation_nouns")
    out: list[tuple[int, int]] = []
    if "it" not in sentence.bag and nouns.isdisjoint(sentence.bag):
        return out
    for at, word in enumerate(sentence.lowers):
        alone = word == "it"
        noun = word in nouns and sentence.lower(at - 1) in ("the", "its")
        if (alone or noun) and sentence.any_at(("be", "have"), at + 1) is not None:
            out.append((at, at + 1) if alone else (at - 1, at + 1))
    return out
