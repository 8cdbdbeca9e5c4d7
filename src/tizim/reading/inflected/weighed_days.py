"""The days that weights choose in a language with cases, where its tables have weights for them."""

from collections.abc import Iterable
from typing import Protocol

from tizim.reading.as_of import with_states_held
from tizim.reading.calendar import Day
from tizim.reading.day_signs import Page
from tizim.reading.drafts import Draft
from tizim.reading.inflected.dates import Dated
from tizim.reading.inflected.figures import stated_days
from tizim.reading.inflected.sentence import Sentence
from tizim.reading.inflected.tables import Lexicon
from tizim.reading.spans import Span
from tizim.reading.weighed_days import STEP, dated_by_weights, is_open
from tizim.reading.weighing import weights_from


class Read(Protocol):
    """A text that was read: its sentences and the days named in each."""

    text: str
    spans: list[Span]
    sentences: list[Sentence]
    own: Day | None
    dates: list[list[Dated]]
    lexicon: Lexicon


def with_days(read: Read, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, with the days for which states are told, and those that weights choose."""
    held = stated_days(read.sentences, read.dates)
    return with_weighed_days(read, with_states_held(drafts, held))


def with_weighed_days(read: Read, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the days that the weights choose where no sentence tells one."""
    if not any(map(is_open, drafts)):
        return drafts
    return dated_by_weights(drafts, page_of(read), weights_from(read.lexicon.tables["weights"].get(STEP)))


def page_of(read: Read) -> Page:
    """The text with the days that it names."""
    page = Page(read.text, read.spans, read.own)
    for number, row in enumerate(read.dates):
        for found in row:
            kinds = (("since", found.since), ("relative", found.relative))
            start, _ = read.sentences[number].said(found.first, found.last)
            page.name(number, start, found.day, *(kind for kind, said in kinds if said))
    return page
