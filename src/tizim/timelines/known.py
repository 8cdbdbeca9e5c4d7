"""The chronicle as known at a moment, from a ledger; kept as derived bytes and brought up to date."""

from tizim.claims import Basis
from tizim.ledger import Derived, Ledger
from tizim.timelines.archive import FORM, Packed, packed, unpacked
from tizim.timelines.chronicle import KINDS, Chronicle, chronicle, origins_of


def known(
    ledger: Ledger, derived: Derived | None = None, *, at: str | None = None, basis: Basis = "all"
) -> Chronicle:
    """What the ledger told at the moment (``None`` is now).

    What is known now is kept in ``derived``, tied to the ledger's head. Where entries were added since,
    only the persons whose claims changed are folded anew; the answer equals that of a full fold.
    """
    if at is not None or derived is None:
        return chronicle(ledger.known_at(at, kinds=KINDS), basis=basis)
    return _up_to_date(ledger, derived, basis)


def _up_to_date(ledger: Ledger, derived: Derived, basis: Basis) -> Chronicle:
    key, digest = f"chronicle/{basis}", ledger.head().digest
    kept = derived.load(key, FORM)
    before = unpacked(kept) if kept else None
    if before and before.digest == digest:
        return before.told
    entries = tuple(ledger.known_at(kinds=KINDS))
    origins = origins_of(entries)
    still = before and all(origins.get(one) == origin for one, origin in before.origins.items())
    told = chronicle(entries, basis=basis, earlier=before.told.lives if before and still else None)
    derived.save(key, FORM, packed(Packed(told, origins, digest)))
    return told
