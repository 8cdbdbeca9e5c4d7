"""What may be appended: the one check that every store makes before it writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.ledger.entry import Entry, Withdrawal
from tizim.ledger.errors import DuplicateEntry, LedgerError
from tizim.ledger.moment import moment, next_moment
from tizim.ledger.port import Head
from tizim.ledger.shape import stamped


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and by whom a batch is recorded."""

    at: str
    by: str


def stamp(head: Head, *, at: str, by: str) -> Stamp:
    """The stamp of the next batch: ``at``, or just after the head if the head is not earlier."""
    if not by:
        raise LedgerError("An append needs to say who writes: 'by' is empty")
    asked = moment(at)
    return Stamp(asked if asked > head.recorded_at else next_moment(head.recorded_at), by)


def ids_in(entries: Iterable[Entry]) -> set[str]:
    """The ids of the entries and of what they correct: a keeper looks up their kinds for ``stamp_batch``."""
    ids: set[str] = set()
    for entry in entries:
        ids.add(entry.id)
        if entry.corrects is not None:
            ids.add(entry.corrects)
    return ids


def stamp_batch(
    entries: Sequence[Entry], mark: Stamp, known: Mapping[str, str], *, skip_known: bool = False
) -> tuple[Entry, ...]:
    """The entries to be written, stamped; LedgerError if one of them may not be.

    ``known`` gives the kind of each id in ``ids_in(entries)`` that stands in the ledger already. With
    ``skip_known`` an id that stands already, or that comes twice in the batch, is left out.
    """
    fresh = _fresh(entries, known, skip_known)
    kinds: dict[str, str] = {}
    for entry in fresh:
        wrong = wrong_target(entry, kinds, known)
        if wrong:
            raise LedgerError(f"{entry.kind} {entry.id} {wrong}")
        kinds[entry.id] = entry.kind
    return tuple(stamped(fresh, mark.at, mark.by))


def wrong_target(entry: Entry, *earlier: Mapping[str, str]) -> str | None:
    """What is wrong with what an entry corrects, given the kinds of all earlier entries by id."""
    if entry.corrects is None:
        return "takes nothing back: it must name an entry" if isinstance(entry, Withdrawal) else None
    kind = next((kinds[entry.corrects] for kinds in earlier if entry.corrects in kinds), None)
    if kind is None:
        return f"corrects {entry.corrects}, which is not an earlier entry"
    if kind != entry.kind and not isinstance(entry, Withdrawal):
        return f"corrects {entry.corrects}, which is a {kind}: a correction has the kind of what it corrects"
    return None


def _fresh(entries: Iterable[Entry], known: Mapping[str, str], skip_known: bool) -> list[Entry]:
    seen: set[str] = set()
    fresh = []
    for entry in entries:
        if not (entry.id and entry.kind):
            raise LedgerError("An entry without an id or a kind cannot be written")
        if entry.id not in known and entry.id not in seen:
            fresh.append(entry)
        elif not skip_known:
            raise DuplicateEntry(f"{entry.kind} {entry.id} stands in the ledger already or comes twice")
        seen.add(entry.id)
    return fresh
