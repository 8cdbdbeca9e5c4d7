"""Lengths of time that leave their unit to the last of a row: "to A five, to B four, to C three years"."""

from collections.abc import Iterator

from tizim.reading.inflected.numbers import Length, Number, iso, number_at
from tizim.reading.inflected.sentence import Sentence

_MOST = 40


def lengths_of_rows(sentence: Sentence, known: list[Length]) -> list[Length]:
    """The known lengths with those of their rows, in order."""
    found = [more for one in known for more in _before(sentence, one, known)]
    return sorted([*known, *found], key=lambda length: length.first)


def _before(sentence: Sentence, last: Length, known: list[Length]) -> Iterator[Length]:
    """The lengths that stand before the last of a row, the nearest first."""
    at = last.first
    while (number := _ends_before(sentence, at)) is not None:
        if any(one.first <= number.first < one.last for one in known):
            return
        yield Length(number.first, number.last, iso(number.value, last.unit), last.unit)
        at = number.first


def _ends_before(sentence: Sentence, at: int) -> Number | None:
    """The small number before a token, with a comma or "and" between, and a name (and a dash) behind that."""
    first = at - (2 if sentence.lower(at - 1) in ("–", "—") else 1)
    while first > 0 and sentence.tokens[first].kind == "word" and sentence.tokens[first].capital:
        first -= 1
    linked = sentence.lower(first) == "," or sentence.at("and", first) is not None
    starts = sorted((one for one in sentence.numeric if one < first), reverse=True) if linked else []
    found = (number for one in starts[:3] if (number := number_at(sentence, one)) is not None)
    return next((one for one in found if one.last == first and _is_bare(sentence, one)), None)


def _is_bare(sentence: Sentence, number: Number) -> bool:
    """Whether a number counts no people and bears no ending of "of them"."""
    forms = sentence.word(number.first).forms[:1]
    small = not number.vague and 0 < number.value < _MOST
    return small and sentence.at("collective", number.first) is None and not (forms and forms[0].possessed)
