"""Whom a sentence names as saying so: "according to …", up to the next comma."""

from tizim.reading.inflected.sentence import Sentence

_LONGEST = 9
_STOPS = frozenset({",", ";", ":", ".", "(", ")", "—", "–"})


def reporter_of(text: str, sentence: Sentence) -> str | None:
    """The words behind a phrase of reporting, or before one that stands after its name."""
    for mark in sentence.of("reported"):
        said = _behind(text, sentence, mark.last)
        if said is not None:
            return said
    for mark in sentence.of("reported_after"):
        quoted = sentence.ends_at("quoting", mark.first) is not None
        said = _behind(text, sentence, mark.last) if quoted else _before(text, sentence, mark.first)
        if said is not None:
            return said
    return None


def _before(text: str, sentence: Sentence, last: int) -> str | None:
    first = last
    while first > 0 and last - first < _LONGEST and sentence.tokens[first - 1].text not in _STOPS:
        first -= 1
    if not last - _LONGEST < first < last:
        return None
    start, end = sentence.said(first, last)
    return text[start:end]


def _behind(text: str, sentence: Sentence, first: int) -> str | None:
    """Who says it, named behind the verb of saying ("…, деп хабарлады X")."""
    last = first
    while (
        last < len(sentence.tokens) and last - first < _LONGEST and sentence.tokens[last].text not in _STOPS
    ):
        last += 1
    if not first < last < first + _LONGEST:
        return None
    start, end = sentence.said(first, last)
    return text[start:end]
