"""The days that weights choose in English, where the rules leave one open in a report of some length."""

from typing import TYPE_CHECKING

from tizim.reading.day_signs import Page
from tizim.reading.drafts import SERVED, Draft
from tizim.reading.weighed_days import STEP, dated_by_weights
from tizim.reading.weighing import weights_of

if TYPE_CHECKING:
    from tizim.reading.english import EnglishReading

LEAST, SURE = 8, 0.5
"""Texts of fewer sentences are not weighed, for a paragraph alone leaves more days rightly open; nor is a day
chosen that is less probable: a wrong day does more harm than none."""


def with_weighed_days(english: "EnglishReading", drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the days that the weights choose where the rules give none."""
    if len(english.spans) < LEAST or not any(map(is_without, drafts)):
        return drafts
    return dated_by_weights(drafts, page_of(english), weights_of("en", STEP), weigh=is_without, least=SURE)


def is_without(draft: Draft) -> bool:
    """Whether the rules gave an act no day at all; a month that heads a chapter is more than a guess.

    A term that somebody serves began on no day that the text tells, nor did what somebody is said to be in.
    """
    if draft.day is not None or draft.status is not None:
        return False
    return SERVED.isdisjoint(word for one in draft.why for word in one.split())


def page_of(english: "EnglishReading") -> Page:
    """The text with the days that it names."""
    page = Page(english.text, english.spans, english.own)
    for number, row in enumerate(english.dates):
        for found in row:
            kinds = (("since", found.since), ("relative", found.relative), ("aside", found.aside))
            page.name(number, found.start, found.day, *(kind for kind, said in kinds if said))
    return page
