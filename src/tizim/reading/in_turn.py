"""Terms of a row that several people get in turn: "A and B got 1 year 6 months and 6 months"."""

from itertools import pairwise

from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.measures import Length


def deal_in_turn(sentence: Sentence, event: Event) -> None:
    """ "A and B got 1 year 6 months and 6 months": as many terms of one kind as people are theirs in turn.

    Where there are more or fewer of them nothing tells whose is whose: they are told without lengths.
    """
    terms = sorted(event.lengths, key=lambda length: length.first)
    people = len(event.who.people) if event.who else 0
    kinds = {one.kind for one in terms if one.kind}
    if people < 2 or len(terms) < 2 or event.row or len(kinds) > 1 or not all(one.iso for one in terms):
        return
    if all(_go_on(sentence, one, other) for one, other in pairwise(terms)):
        event.row = [one.iso for one in terms] if len(terms) == people else [""] * people
        event.lengths = terms[-1:]
        terms[-1].kind = next(iter(kinds), None)


def _go_on(sentence: Sentence, one: Length, other: Length) -> bool:
    """Whether one length follows the other in a row: nothing but commas and "and" between them."""
    return all(sentence.lower(at) in (",", "and") for at in range(one.last, other.first))


def owner_of_row(sentence: Sentence, events: list[Event], length: Length) -> Event | None:
    """The act against several whose last term is the one before in a row: "to 15, 10 days, and 7 days"."""
    return next(
        (
            event
            for event in events
            if event.lengths and event.who and len(event.who.people) > 1
            if length.kind is None and event.lengths[-1].last < length.first
            and _go_on(sentence, event.lengths[-1], length)
        ),
        None,
    )  # fmt: skip
