"""The points of a court's decision: "ПРИГОВОРИЛ: признать X виновным; назначить ему …"."""

from collections.abc import Sequence

from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon


def ruling_points(sentences: Sequence[Sentence], lexicon: Lexicon) -> frozenset[int]:
    """The sentences whose infinitives happened: below a line that says that a court decided."""
    deciding = lexicon.set("grammar", "deciding")
    out: set[int] = set()
    inside = False
    for number, sentence in enumerate(sentences):
        if deciding and sentence.lower(len(sentence.tokens) - 1) == ":" and _has(sentence, deciding):
            inside = True
            continue
        inside = inside and (_opens(sentence) or sentence.lower(len(sentence.tokens) - 1) == ";")
        out |= {number} if inside else set()
    return frozenset(out)


def _has(sentence: Sentence, words: frozenset[str]) -> bool:
    return any(not words.isdisjoint(word.lemmas) for word in sentence.words)


def _opens(sentence: Sentence) -> bool:
    """Whether a line has an infinitive and no finished verb."""
    if any(word.finite for word in sentence.words):
        return False
    return any(form.part == "verb" and not form.tense for word in sentence.words for form in word.forms[:1])
