"""The one entry of this room: a list was frozen for publication."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEdition(Entry):
    """A list by this definition, for this day and as known at this moment, was frozen under a number.

    With ``as_of`` (a day, EDTF) and ``known_at`` (a moment in the ledger) the edition can be computed
    again at any time; ``digest`` (SHA-256 of the published bytes) shows whether that gives the same.
    ``number`` counts the editions of one definition from 1. ``signature`` is over the digest.
    """

    kind: ClassVar[str] = "list_edition"

    definition: str
    as_of: str
    known_at: str
    number: int
    digest: str
    signature: str | None = None
    note: str | None = None
