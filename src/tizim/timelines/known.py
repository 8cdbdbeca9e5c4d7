"""The chronicle as known at a moment, from a ledger; kept as derived bytes and brought up to date."""

from dataclasses import replace
from itertools import islice
from typing import Protocol

from tizim.claims import Basis, Review
from tizim.documents import Document
from tizim.ledger import Chain, Derived, Entry, Ledger, stands
from tizim.timelines.archive import FORM, Packed, packed, unpacked
from tizim.timelines.chronicle import KINDS, Chronicle, chronicle, origins_of

# So many entries since the chronicle was kept are looked at one by one; more are cheaper told anew.
_LOOKED_AT = 500


class Book(Ledger, Chain, Protocol):
    """A ledger that also shows its entries in their places."""


def known(
    ledger: Book, derived: Derived | None = None, *, at: str | None = None, basis: Basis = "all"
) -> Chronicle:
    """What the ledger told at the moment (``None`` is now).

    What is known now is kept in ``derived``, tied to the ledger's head. Where entries were added since,
    only the persons whose claims changed are folded anew, and nobody where the entries change nothing;
    the answer equals that of a full fold.
    """
    if at is not None or derived is None:
        return chronicle(ledger.known_at(at, kinds=KINDS), basis=basis)
    return _up_to_date(ledger, derived, basis)


def _up_to_date(ledger: Book, derived: Derived, basis: Basis) -> Chronicle:
    key, head = f"chronicle/{basis}", ledger.head()
    kept = derived.load(key, FORM)
    before = unpacked(kept) if kept else None
    if before and before.head == head:
        return before.told
    same = _still(ledger, before) if before else None
    if same:
        return same
    entries = tuple(ledger.known_at(kinds=KINDS))
    origins = origins_of(entries)
    still = before and all(origins.get(one) == origin for one, origin in before.origins.items())
    told = chronicle(entries, basis=basis, earlier=before.told.lives if before and still else None)
    derived.save(key, FORM, packed(Packed(told, origins, head)))
    return told


def _still(ledger: Book, before: Packed) -> Chronicle | None:
    """The chronicle that was kept, if nothing written since changes it but what was accepted."""
    if not stands(ledger, before.head):
        return None
    unreviewed = set(before.told.unreviewed)
    roots = {origin.root for origin in before.origins.values()}
    for number, link in enumerate(islice(ledger.links(before.head.seq), _LOOKED_AT + 1)):
        if number == _LOOKED_AT or not _is_idle(link.entry, before.told.basis, unreviewed, roots):
            return None
        if isinstance(link.entry, Review):
            unreviewed.discard(link.entry.claim_id)
    return replace(before.told, unreviewed=frozenset(unreviewed))


def _is_idle(entry: Entry, basis: str, unreviewed: set[str], roots: set[str]) -> bool:
    """Whether the entry changes no list: new material, or an accepted claim that counted already."""
    if entry.corrects is not None:
        return False
    if isinstance(entry, Review):
        return basis == "all" and entry.decision == "accept" and entry.claim_id in unreviewed
    if isinstance(entry, Document):
        return entry.id not in roots
    return entry.kind not in KINDS
