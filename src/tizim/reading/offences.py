"""Days of what somebody is charged with, of sentences handed down before, of what is known of somebody."""

from tizim.reading.events import Event
from tizim.reading.marks import Sentence
from tizim.reading.words import set_of

_OF_COURT = frozenset(
    "sentence conviction charge trial appeal fine administrative_arrest ban_on_activity".split()
)
_OPENS, _REACH = 6, 16


def of_offence(event: Event, sentence: Sentence, at: int) -> bool:
    """Of "fined for blocking a road on 18 May", "on trial for taking part in protests last year"."""
    if event.act not in _OF_COURT or at <= event.first:
        return False
    for index in range(at - 1, max(event.last - 1, at - _REACH), -1):
        word = sentence.lower(index)
        if word in (",", ";", ":", "("):
            return False
        if word.endswith("ing") and sentence.lower(index - 1) in set_of("en", "grammar", "offence_leads"):
            return True
    return False


def meted_out(event: Event, sentence: Sentence, at: int) -> bool:
    """Of "upheld the sentences handed down last May to X": in May they were handed down."""
    between = sentence.lowers[event.last : at] if event.act == "appeal" else ()
    return not set_of("en", "grammar", "meted_out").isdisjoint(between)


def known_as(event: Event, sentence: Sentence) -> bool:
    """Of "on 1 May, imprisoned activist X went on hunger strike": a participle right before a description."""
    who = event.who
    if who is None or event.last != who.head or who.head == who.first or event.last - event.first > 1:
        return False
    opens = event.first == 0 or (sentence.lower(event.first - 1) == "," and event.first <= _OPENS)
    return opens and sentence.lower(event.first) in set_of("en", "grammar", "known_as")
