"""What a ledger tells now, held in memory: entries written since are taken in, whoever wrote them.

What was given out stays as it was; the roll behind it goes on with the ledger. One thread at a time.
"""

from collections.abc import Sequence
from dataclasses import replace

from tizim.claims import Basis
from tizim.identity import Roll
from tizim.ledger import Derived, Entry, Head
from tizim.timelines.advancing import advanced, in_order
from tizim.timelines.archive import FORM, Packed, unpacked, unpacked_roll
from tizim.timelines.known import (
    Book,
    Known,
    Reviewed,
    ReviewsOf,
    anew,
    entries_since,
    is_kept_last,
    keep,
    uncollected,
)
from tizim.timelines.upkeep import Upkeep

# So many entries at once, and a tenth of all, are taken in one by one; more are cheaper told anew.
_ONE_BY_ONE = 500


class Live:
    """The chronicle of now on one basis, with roll and upkeep; equal to a full fold of the ledger."""

    def __init__(
        self, ledger: Book, derived: Derived, basis: Basis = "all", reviews_of: ReviewsOf | None = None
    ) -> None:
        """``reviews_of`` finds the decisions on some claims, in the order written."""
        self._ledger, self._derived, self._basis = ledger, derived, basis
        self._shelf = Reviewed(ledger, reviews_of)
        self._known: Known | None = None
        self._behind: tuple[Roll, Upkeep] | None = None
        self._kept: Known | None = None

    @property
    def kept(self) -> Known | None:
        """What was kept last, as the next start will find it: what goes with it can be kept beside it."""
        return self._kept

    @property
    def is_kept_last(self) -> bool:
        """Whether nobody else has kept another state since."""
        kept = self._kept
        return (
            kept is not None and kept.head is not None and is_kept_last(self._derived, self._basis, kept.head)
        )

    @property
    def at_hand(self) -> Known | None:
        """What was told last, as it was then; None before the first question."""
        return self._known

    def known(self) -> Known:
        """What the ledger tells now."""
        head = self._ledger.head()
        found = self._known
        if found is None or found.head != head:
            self._known = None
            with uncollected():
                found = self._known = self._brought_up(found, head)
        return found

    @property
    def unkept(self) -> int:
        """How many entries were taken in since what is told was kept."""
        known, kept = self._known, self._kept
        return known.head.seq - (kept.head.seq if kept and kept.head else 0) if known and known.head else 0

    def keep(self, into: Derived | None = None) -> None:
        """Keeps what is told as derived bytes, so that the next start is quick."""
        known, behind = self._known, self._behind
        kept = self._kept.head if self._kept else None
        if known is None or behind is None or known.head is None or known.head == kept:
            return
        with uncollected():
            told = in_order(known.told, behind[0])
            self._kept = self._state(
                keep(into or self._derived, Packed(told, known.origins, known.head), *behind)
            )

    def not_kept(self, before: Known | None) -> None:
        """What was to be kept together was not: what was kept ``before`` counts still."""
        self._kept = before

    def _brought_up(self, before: Known | None, head: Head) -> Known:
        """The state at a later head."""
        if before is None:
            before = self._found()
        if before is not None and before.head != head:
            before = self._taken_in(before, head)
        return before or self._anew(head)

    def _found(self) -> Known | None:
        """What was kept, if roll and upkeep are there too."""
        payload = self._derived.load(f"chronicle/{self._basis}", FORM)
        told = unpacked(payload) if payload else None
        beside = self._derived.load(f"roll/{self._basis}", FORM) if told else None
        self._behind = unpacked_roll(beside, told) if told and beside else None
        if told is None or self._behind is None:
            return None
        self._kept = self._state(told)
        return self._kept

    def _taken_in(self, before: Known, head: Head) -> Known | None:
        """The earlier state with the entries written since; None where that takes everything."""
        assert before.head is not None and self._behind is not None
        new = entries_since(self._ledger, before.head, max(_ONE_BY_ONE, before.head.seq // 10))
        if new is None:
            return None
        known = Packed(before.told, before.origins, before.head)
        now = advanced(self._shelf, known, self._behind, _until(new, head, before.head))
        return self._state(replace(now, head=head)) if now else None

    def _anew(self, head: Head) -> Known:
        """Everything told anew, and kept."""
        told, roll, upkeep = anew(self._ledger, head, self._basis)
        self._behind = roll, upkeep
        self._kept = self._state(keep(self._derived, told, roll, upkeep))
        return self._kept

    def _state(self, now: Packed) -> Known:
        assert self._behind is not None
        roll = self._behind[0]
        return Known(now.told, now.origins, lambda: roll, now.head)


def _until(new: Sequence[Entry], head: Head, before: Head) -> Sequence[Entry]:
    """The entries up to the head; what was written after it was asked for comes the next time."""
    return new[: head.seq - before.seq]
