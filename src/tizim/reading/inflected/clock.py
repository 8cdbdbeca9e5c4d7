"""Times of day at the head of lines: a chronicle in which "11.05" is an hour and no day."""

import re

from tizim.reading.calendar import Day
from tizim.reading.inflected.dates import Dated
from tizim.reading.inflected.sentence import Sentence

_TIME = re.compile(r"([01]?\d|2[0-3])[.:]([0-5]\d)")
_LINES, _MONTHS = 3, 12


def keeps_time(sentences: list[Sentence]) -> bool:
    """Whether at least three lines open with a time, and one of these can be no day and month."""
    heads: dict[int, str] = {}
    for sentence in sentences:
        if sentence.tokens:
            heads.setdefault(sentence.span.line, sentence.tokens[0].text)
    found = [match for head in heads.values() if (match := _TIME.fullmatch(head)) is not None]
    return len(found) >= _LINES and any(int(match[2]) > _MONTHS for match in found)


def opens_with_time(sentence: Sentence) -> bool:
    """Whether a sentence opens with figures like a time."""
    return bool(sentence.tokens) and _TIME.fullmatch(sentence.tokens[0].text) is not None


def opens_story(sentence: Sentence, dates: list[Dated], own: Day | None) -> bool:
    """Whether a line opens with a day past and a dash or colon, as those of a chronicle do: what follows is
    told in the present tense."""
    first = next((one for one in dates if one.first <= 1 and not one.since and not one.relative), None)
    led = first is not None and sentence.lower(first.last) in ("–", "—", "-", ":")
    return first is not None and led and own is not None and first.day.order() < own.order()
