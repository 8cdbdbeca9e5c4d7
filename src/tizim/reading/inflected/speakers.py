"""Who speaks in a paragraph: the one person beside a verb of saying there; "I" and "me" mean that person."""

from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence

_BESIDE = 3


def speakers_of(sentences: list[Sentence], finder: PeopleFinder) -> dict[int, int]:
    """The person who speaks, by paragraph; a paragraph in which two people speak is left out."""
    found: dict[int, set[int]] = {}
    for number, sentence in enumerate(sentences):
        if not sentence.marks.get("speaking"):
            continue
        for mention in finder.found.mentions.get(number, []):
            cases = finder.cases.get((number, mention.first), frozenset({"nom"}))
            if "nom" in cases and _speaks(sentence, mention.first, mention.last):
                found.setdefault(sentence.span.line, set()).add(mention.person)
    return {line: people.pop() for line, people in found.items() if len(people) == 1}


def _speaks(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a finished verb of saying stands beside a name, and no kin or lawyer right before it."""
    if sentence.ends_at("kin", first) is not None:
        return False
    return any(
        sentence.word(mark.first).finite
        and (0 <= first - mark.last <= _BESIDE or 0 <= mark.first - last <= 1)
        and not any(sentence.is_at("kin", at) for at in range(mark.last, first))
        for mark in sentence.of("speaking")
    )
