"""Claims that came with a table are found again, taken back and brought back; nothing is deleted."""

from collections import Counter
from collections.abc import Iterable

from tizim.claims.claim import Claim
from tizim.ledger import Entry, Withdrawal, content_id, in_force

_UNDONE = "import undone: "


def table_prefix(document_id: str) -> str:
    """How the ids of the claims begin that the table with this document id brought."""
    return f"c-{document_id.partition('-')[2] or document_id}"


def from_table(claim: Claim, document_id: str) -> bool:
    """Whether the claim came with that table, whatever document its passage stands in."""
    return claim.id.startswith(table_prefix(document_id) + "-")


def claims_of_document(claims: Iterable[Claim], document_id: str) -> tuple[Claim, ...]:
    """The claims whose passage stands in that document, or that were imported with it."""
    return tuple(
        claim for claim in claims if claim.document_id == document_id or from_table(claim, document_id)
    )


def undo_import(entries: Iterable[Entry], document_id: str) -> tuple[Withdrawal, ...]:
    """The withdrawals that take back every claim which the import of that table wrote.

    Claims that people wrote in their place (corrections, amendments) are their own work and stay;
    passages stay. What was taken back already is not taken back twice.
    """
    known = tuple(entries)
    withdrawn = {entry.corrects for entry in in_force(known) if isinstance(entry, Withdrawal)}
    brought = (entry for entry in known if isinstance(entry, Claim) and from_table(entry, document_id))
    gone = [claim.id for claim in brought if claim.id not in withdrawn]
    return _withdrawals(known, gone, _UNDONE + document_id)


def restore_import(entries: Iterable[Entry], document_id: str) -> tuple[Withdrawal, ...]:
    """The withdrawals of those withdrawals: the import stands again as before its undoing."""
    known = tuple(entries)
    reason = _UNDONE + document_id
    undoing = (entry for entry in in_force(known) if isinstance(entry, Withdrawal) and entry.reason == reason)
    return _withdrawals(known, [entry.id for entry in undoing], f"import restored: {document_id}")


def withdraw(entries: Iterable[Entry], ids: Iterable[str], reason: str) -> tuple[Withdrawal, ...]:
    """Takes back entries one by one, such as claims that vanished from a newer version of their table."""
    return _withdrawals(tuple(entries), list(ids), reason)


def _withdrawals(known: tuple[Entry, ...], ids: list[str], reason: str) -> tuple[Withdrawal, ...]:
    """One withdrawal each; the number of earlier ones keeps the ids apart."""
    earlier = Counter(entry.corrects for entry in known if isinstance(entry, Withdrawal))
    return tuple(
        Withdrawal(id=content_id("w", target, earlier[target], reason), corrects=target, reason=reason)
        for target in ids
    )
