"""Whom lists count and do not name to an account: why they stand there only closed documents tell."""

from tizim.tallies import Tally
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.roster import roster
from tizim.web.desk.people.seen import hidden
from tizim.web.desk.sight import Sight


def near(asked: Moment, sight: Sight) -> frozenset[str]:
    """Everybody of whom some document tells that is closed to the account."""
    if not sight.closed:
        return frozenset()
    by_document = roster(asked).by_document
    return frozenset(one for document in sight.closed for one in by_document.get(document, ()))


def unnamed(found: Tally, asked: Moment, sight: Sight) -> frozenset[str]:
    """Those on the list whom no open document names, or for whose standing there no open claim speaks."""
    return hidden(asked, sight) | {one for one in _on(found, asked, sight) if not _open(found, one, sight)}


def veiled(found: Tally, asked: Moment, sight: Sight) -> frozenset[str]:
    """Those on the list for whose standing there a closed claim speaks: since when and how is not told."""
    some = _on(found, asked, sight)
    return frozenset(one for one in some if len(_open(found, one, sight)) < len(_because(found, one)))


def _on(found: Tally, asked: Moment, sight: Sight) -> frozenset[str]:
    return frozenset(one for one in near(asked, sight) if one in found.rows)


def _because(found: Tally, person_id: str) -> tuple[str, ...]:
    return tuple(found.member(person_id).fit.because)


def _open(found: Tally, person_id: str, sight: Sight) -> list[str]:
    return sight.open_claims(_because(found, person_id))
