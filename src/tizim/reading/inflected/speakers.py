"""Who speaks in a paragraph: the one person beside a verb of saying there; "I" and "me" mean that person."""

from tizim.reading.inflected.people import PeopleFinder
from tizim.reading.inflected.sentence import Sentence

_BESIDE = 3
_LETTER = 3
_QUOTES = '«»“”"'


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
    alone = {line: next(iter(people)) for line, people in found.items() if len(people) == 1}
    lines = _narrated(sentences)
    return {line: speaker for speaker in _narrator(alone, lines) for line in lines} | alone


def _narrated(sentences: list[Sentence]) -> set[int]:
    """The paragraphs that say "I" outside quotation marks."""
    said = {one.span.line for one in sentences if any(mark.value == "me" for mark in one.of("pronouns"))}
    return said - {
        one.span.line
        for one in sentences
        if one.span.line in said and any(token.text in _QUOTES for token in one.tokens)
    }


def _narrator(alone: dict[int, int], lines: set[int]) -> set[int]:
    """Who tells the whole text, as in a letter: the one who speaks, of himself, in most of its paragraphs."""
    tellers = set(alone.values())
    if len(tellers) != 1 or len(lines) < _LETTER:
        return set()
    return tellers if lines & set(alone) or min(alone) < min(lines) else set()


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
