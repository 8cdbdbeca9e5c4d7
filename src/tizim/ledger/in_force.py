"""What stands: which entries a correction or a withdrawal has hidden, and which came back."""

from collections.abc import Iterable, Sequence

from tizim.ledger.entry import Entry, Withdrawal
from tizim.ledger.port import Ledger


def in_force(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The standing entries of a ``known_at`` answer, in order.

    An entry counts for nothing once a withdrawal that counts names it. A correction that counts hides
    what it corrects, even when it is itself corrected: the newer correction stands in its place. So
    withdrawing a correction gives back what it hid, and withdrawing a withdrawal brings back its target.
    One walk from the last entry to the first, since nothing points to a later entry.
    """
    hidden: set[str] = set()
    withdrawn: set[str] = set()
    still = []
    for entry in reversed(tuple(entries)):
        if entry.corrects is not None and entry.id not in withdrawn:
            hidden.add(entry.corrects)
            if isinstance(entry, Withdrawal):
                withdrawn.add(entry.corrects)
        if entry.id not in hidden:
            still.append(entry)
    return tuple(reversed(still))


def standing(ledger: Ledger, moment: str | None = None, *, kinds: Sequence[str] = ()) -> tuple[Entry, ...]:
    """The entries of these kinds in force at the moment (withdrawals are asked for, whatever the kinds)."""
    asked = tuple({*kinds, Withdrawal.kind}) if kinds else ()
    found = in_force(ledger.known_at(moment, kinds=asked))
    return tuple(entry for entry in found if entry.kind in kinds) if kinds else found
