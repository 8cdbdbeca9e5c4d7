"""What the ledger asks of a keeper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from tizim.ledger.entry import Entry

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class Head:
    """Where the ledger stands: how many entries, the digest of the last one and its moment."""

    seq: int = 0
    digest: str = GENESIS
    recorded_at: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry in its place in the chain."""

    seq: int
    digest: str
    entry: Entry


class Ledger(Protocol):
    """Keeps entries: they are added, never changed, and asked for as known at a moment."""

    def append(
        self, entries: Sequence[Entry], *, at: str, by: str, skip_known: bool = False
    ) -> tuple[Entry, ...]:
        """Writes all of the entries or none, stamped with one moment; what was written comes back.

        The moment is ``at``, or just after the head's if that is later, so that no batch shares a
        moment with an earlier one. An id that stands in the ledger already raises DuplicateEntry,
        or is left out with ``skip_known`` (the same work done twice). What a correction points to must
        stand earlier, in the ledger or in the batch.
        """

    def known_at(self, moment: str | None = None, *, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry recorded at or before the moment, in the order written; ``None`` is "by now".

        ``kinds`` limits the answer; what a correction hides is still in it. Who wants what stands of
        some kinds asks ``standing``, which brings the withdrawals too.
        """

    def head(self) -> Head:
        """Where the ledger stands."""


class Chain(Protocol):
    """Shows every entry with its digest, so that tampering can be found."""

    def links(self, after: int = 0) -> Iterator[Link]:
        """The links after the given place, in order."""


class ById(Protocol):
    """Finds single entries, so that a small question need not read them all."""

    def of(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The entries with these ids, in the order written; ids that no entry has are passed over."""


class Later(Protocol):
    """Shows what was written after a moment, so that what changed since need not be looked for in all."""

    def since(self, moment: str, *, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry recorded after the moment, in the order written; ``kinds`` limits the answer."""


Computed = tuple[str, str, bytes]
"""What was computed: for which key, from the ledger with which digest, the bytes."""


class Derived(Protocol):
    """Keeps things computed from the ledger, so that they need not be computed again; may be emptied.

    What is kept for a key counts only for the state of the ledger whose head has that digest.
    """

    def load(self, key: str, digest: str) -> bytes | None:
        """What was computed for that key from the ledger with that digest, or None."""

    def save(self, key: str, digest: str, payload: bytes) -> None:
        """Keeps what was computed, in place of what was kept for the key before."""

    def save_all(self, rows: Iterable[Computed]) -> None:
        """Keeps all of these, or none: what belongs together is never found without the rest."""
