"""Decisions on claims, written; what somebody else decided meanwhile is never passed over."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tizim.claims import Claim, Review, amend, own_claim, review, withdraw
from tizim.documents import Span, passage_at
from tizim.ledger import Entry, Withdrawal
from tizim.web.desk.opened import register, write
from tizim.web.desk.reading.folder import OWN, REJECTED, Card, Folder, folder_of
from tizim.web.desk.reading.sheet import text_and_paragraphs
from tizim.web.desk.turns import turn

UNDONE = "decision undone"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decides on a claim: ``accept`` or ``reject``, with what was changed in it, and why.

    ``seen`` is what the card said when it was read (``Card.seen``), ``by`` the working name.
    """

    verdict: str
    seen: str
    by: str
    reason: str | None = None
    changes: Mapping[str, Any] | None = None


class OvertakenError(Exception):
    """Somebody else decided on the claim since it was read; ``folder`` is what stands now."""

    def __init__(self, folder: Folder) -> None:
        super().__init__("decided meanwhile")
        self.folder = folder


def decide(folder: Folder, claim_id: str, said: Decision) -> Folder:
    """Writes the decision; the document as it stands then. ``folder`` is as it was read just now.

    OvertakenError if what was read stands no more; InvalidClaimError if the changed claim cannot be written.
    """
    with turn():
        fresh, card = _read(_fresh(folder), claim_id, said.seen)
        return fresh.followed_by(_write(fresh, _entries(card, said), said.by))


def undo(folder: Folder, claim_id: str, *, seen: str, by: str) -> None:
    """Takes back the last decision on the claim, or the claim that a person added; nothing is deleted."""
    with turn():
        fresh, card = _read(_fresh(folder), claim_id, seen)
        write(withdraw(fresh.entries, _last_of(fresh, card), UNDONE), by=by)


def add(folder: Folder, span: Span, values: Mapping[str, Any], *, by: str) -> Claim:
    """Writes a claim that a person coded, citing these letters of the text."""
    text, _ = text_and_paragraphs(folder.document)
    passage = passage_at(folder.document, text, span)
    claim = own_claim(passage, values)
    with turn():
        _write(_fresh(folder) or folder, (passage, claim), by)
    return claim


def last_decided(folder: Folder, by: str) -> Card | None:
    """The card on which this account decided last, if nobody went over it since; not what a table brought."""
    mine = [card for card in folder.cards if card.last.recorded_by == by and _is_decided(card)]
    return max(mine, key=lambda card: card.last.recorded_at, default=None)


def _is_decided(card: Card) -> bool:
    return not card.waits and (card.state != OWN or card.claim.id.count("-") == 1)


def _fresh(folder: Folder) -> Folder | None:
    """The folder as it stands in this turn: read anew where anything was written since it was read."""
    if folder.head == register().ledger.head().seq:
        return folder
    return folder_of(folder.document.id)


def _read(folder: Folder | None, claim_id: str, seen: str) -> tuple[Folder, Card]:
    card = folder.card(claim_id) if folder else None
    if folder is None or card is None:
        raise LookupError
    if card.seen != seen:
        raise OvertakenError(folder)
    return folder, card


def _entries(card: Card, said: Decision) -> tuple[Entry, ...]:
    if said.verdict == "accept" and said.changes:
        return amend(card.claim, said.changes, reason=said.reason, by=said.by)
    if said.verdict == "accept" and card.claim.reader is None and card.state != REJECTED:
        return ()  # it is a person's own already
    return (review(card.claim, said.verdict, reason=said.reason, by=said.by, after=card.decision),)


def _last_of(folder: Folder, card: Card) -> list[str]:
    """The entries that made the card what it is."""
    if card.decision:
        return [card.decision.id]
    if card.state == OWN:
        return [card.claim.id]
    made = [one for one in folder.standing if isinstance(one, Review) and one.replaced_by == card.claim.id]
    return [card.claim.id, *(one.id for one in made)] if card.claim.corrects else []


def _write(folder: Folder, entries: Iterable[Entry], by: str) -> tuple[Entry, ...]:
    """Appends; what was written before and taken back since is brought back instead of doubled."""
    new = list(entries)
    standing = {one.id for one in folder.standing}
    again = {one.id for one in new if one.id in folder.by_id and one.id not in standing}
    hiding = [one.id for one in folder.standing if isinstance(one, Withdrawal) and one.corrects in again]
    fresh = [one for one in new if one.id not in folder.by_id]
    return write([*fresh, *withdraw(folder.entries, hiding, "decided so again")], by=by)
