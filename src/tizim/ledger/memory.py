"""A ledger in memory: the plainest keeper, and the one that the others are compared with."""

from collections.abc import Iterable, Iterator, Sequence

from tizim.ledger.batch import ids_in, stamp, stamp_batch
from tizim.ledger.chain import linked
from tizim.ledger.entry import Entry
from tizim.ledger.moment import moment as moment_of
from tizim.ledger.port import Computed, Derived, Head, Link


class MemoryLedger:
    """Keeps entries in a list; a ``Ledger``, a ``Chain``, a ``ById`` and a ``Later``."""

    def __init__(self) -> None:
        self._links: list[Link] = []
        self._kinds: dict[str, str] = {}

    def append(
        self, entries: Sequence[Entry], *, at: str, by: str, skip_known: bool = False
    ) -> tuple[Entry, ...]:
        """Writes all of the entries or none; see ``Ledger.append``."""
        known = {id_: self._kinds[id_] for id_ in ids_in(entries) if id_ in self._kinds}
        head = self.head()
        written = stamp_batch(entries, stamp(head, at=at, by=by), known, skip_known=skip_known)
        self._links += list(linked(head, written))
        self._kinds.update((entry.id, entry.kind) for entry in written)
        return written

    def known_at(self, moment: str | None = None, *, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry recorded at or before the moment, in the order written."""
        until = moment_of(moment) if moment is not None else self.head().recorded_at
        for link in tuple(self._links):
            if link.entry.recorded_at > until:
                return
            if not kinds or link.entry.kind in kinds:
                yield link.entry

    def since(self, moment: str, *, kinds: Sequence[str] = ()) -> Iterator[Entry]:
        """Every entry recorded after the moment, in the order written."""
        after = moment_of(moment)
        later = (link.entry for link in tuple(self._links) if link.entry.recorded_at > after)
        return (entry for entry in later if not kinds or entry.kind in kinds)

    def head(self) -> Head:
        """Where the ledger stands."""
        if not self._links:
            return Head()
        last = self._links[-1]
        return Head(last.seq, last.digest, last.entry.recorded_at)

    def links(self, after: int = 0) -> Iterator[Link]:
        """The links after the given place, in order."""
        yield from self._links[after:]

    def of(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The entries with these ids, in the order written."""
        wanted = frozenset(ids)
        return (link.entry for link in tuple(self._links) if link.entry.id in wanted)


class MemoryDerived:
    """Keeps computed things in a dictionary; a ``Derived``."""

    def __init__(self) -> None:
        self._kept: dict[str, tuple[str, bytes]] = {}

    def load(self, key: str, digest: str) -> bytes | None:
        """What was computed for that key from the ledger with that digest, or None."""
        kept_digest, payload = self._kept.get(key, ("", b""))
        return payload if kept_digest == digest else None

    def save(self, key: str, digest: str, payload: bytes) -> None:
        """Keeps what was computed, in place of what was kept for the key before."""
        self.save_all([(key, digest, payload)])

    def save_all(self, rows: Iterable[Computed]) -> None:
        """Keeps all of these, or none."""
        self._kept |= {key: (digest, payload) for key, digest, payload in rows}


class Together:
    """What is to be kept as one: held back, and found already, until all of it is there; a ``Derived``."""

    def __init__(self, derived: Derived) -> None:
        self._derived, self._rows = derived, dict[str, Computed]()

    def load(self, key: str, digest: str) -> bytes | None:
        """What is held back for the key, else what was kept."""
        held = self._rows.get(key)
        if held is None:
            return self._derived.load(key, digest)
        return held[2] if held[1] == digest else None

    def save(self, key: str, digest: str, payload: bytes) -> None:
        """Holds it back."""
        self._rows[key] = key, digest, payload

    def save_all(self, rows: Iterable[Computed]) -> None:
        """Holds all of these back."""
        for row in rows:
            self.save(*row)

    def keep(self) -> None:
        """Keeps all that was held back, or nothing of it."""
        self._derived.save_all(self._rows.values())
