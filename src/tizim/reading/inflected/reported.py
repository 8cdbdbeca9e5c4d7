"""Whom a sentence names as saying so: "according to …", up to the next comma."""

from tizim.reading.inflected.sentence import Sentence

_LONGEST = 9
_STOPS = frozenset({",", ";", ":", ".", "(", ")", "—", "–"})


def reporter_of(text: str, sentence: Sentence) -> str | None:
    """The words behind a phrase of reporting, or before one that stands after its name."""
    for mark in sentence.of("reported"):
        last = mark.last
        while (
            last < len(sentence.tokens)
            and last - mark.last < _LONGEST
            and sentence.tokens[last].text not in _STOPS
        ):
            last += 1
        if mark.last < last < mark.last + _LONGEST:
            start, end = sentence.said(mark.last, last)
            return text[start:end]
    for mark in sentence.of("reported_after"):
        first = mark.first
        while first > 0 and mark.first - first < _LONGEST and sentence.tokens[first - 1].text not in _STOPS:
            first -= 1
        if mark.first - _LONGEST < first < mark.first:
            start, end = sentence.said(first, mark.first)
            return text[start:end]
    return None
