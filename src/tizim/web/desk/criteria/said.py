"""Groups' words on people: written, taken back by whoever sees a mistake, written again after that."""

from tizim.assessments import Recognition
from tizim.ledger import Entry, Withdrawal, content_id
from tizim.web.desk.opened import register


def recorded(word: Recognition) -> Entry:
    """The entry by which the word stands: itself, or what takes back that it was taken back."""
    last, times = _last(word.id)
    return _turned(last) if times % 2 else word


def taken_back(word: Recognition) -> Withdrawal:
    """The entry by which a word that stands does not stand any more."""
    return _turned(_last(word.id)[0])


def _turned(last: str) -> Withdrawal:
    return Withdrawal(id=content_id("w", last), corrects=last)


def _last(known: str) -> tuple[str, int]:
    """The last entry on a word, each taking back the one before it, and how many there are."""
    times = 0
    while list(register().ledger.of([content_id("w", known)])):
        known, times = content_id("w", known), times + 1
    return known, times
