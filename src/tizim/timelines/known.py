"""The chronicle as known at a moment, from a ledger."""

from tizim.ledger import Ledger
from tizim.timelines.chronicle import Chronicle, chronicle


def known(ledger: Ledger, *, at: str | None = None, basis: str = "all") -> Chronicle:
    """What the ledger told at the moment (``None`` is now)."""
    return chronicle(ledger.known_at(at), basis=basis)
