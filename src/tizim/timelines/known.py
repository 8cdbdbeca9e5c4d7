"""The chronicle as known at a moment, from a ledger; kept as derived bytes and brought up to date."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Protocol

from tizim.claims import Basis, Review
from tizim.documents import Document
from tizim.identity import Judgement, Roll
from tizim.ledger import ById, Chain, Derived, Entry, Head, Ledger, Withdrawal, moment, stands
from tizim.timelines.advancing import advanced, doubts_with, in_order, lives_with
from tizim.timelines.archive import FORM, Packed, packed, packed_roll, unpacked, unpacked_roll
from tizim.timelines.chronicle import KINDS, Chronicle, FoldedLives, Ground, chronicle, told
from tizim.timelines.kept_lives import KeptLives
from tizim.timelines.marks import Origin
from tizim.timelines.upkeep import Upkeep

# So many entries since the chronicle was kept are looked at one by one; more are cheaper told anew.
_LOOKED_AT = 500
# After so few entries what was kept stays as it is: writing it anew takes longer than the entries do.
_LEFT = 100


ReviewsOf = Callable[[Collection[str]], Iterable[Review]]


class Book(Ledger, Chain, ById, Protocol):
    """A ledger that also shows its entries in their places, and single ones."""


class Reviewed:
    """A ledger that finds the decisions on claims too: by the way that is given, else it reads them all."""

    def __init__(self, ledger: Book, reviews_of: ReviewsOf | None = None) -> None:
        self._ledger, self._reviews_of = ledger, reviews_of

    def of(self, ids: Iterable[str]) -> Iterator[Entry]:
        """See ``ById``."""
        return self._ledger.of(ids)

    def reviews(self, claims: Collection[str]) -> Iterable[Review]:
        """See ``Shelf``."""
        if self._reviews_of:
            return self._reviews_of(claims)
        every = self._ledger.known_at(kinds=(Review.kind,))
        return [one for one in every if isinstance(one, Review) and one.claim_id in claims]

    def documents(self) -> Iterable[Entry]:
        """See ``Shelf``."""
        return self._ledger.known_at(kinds=(Document.kind, Withdrawal.kind))


def known(
    ledger: Book, derived: Derived | None = None, *, at: str | None = None, basis: Basis = "all"
) -> Chronicle:
    """What the ledger told at the moment (``None`` is now, and so is one after which nothing was written).

    What is known now is kept in ``derived``, tied to the ledger's head. Where entries were added since,
    only the persons and doubts that they touch are computed anew, and nothing where they change nothing;
    the answer equals that of a full fold.
    """
    with uncollected():
        if derived is None or (at is not None and moment(at) < ledger.head().recorded_at):
            return chronicle(ledger.known_at(at, kinds=KINDS), basis=basis)
        return _up_to_date(ledger, derived, basis)[0].told


def known_roll(ledger: Book, derived: Derived, *, basis: Basis = "all") -> tuple[Chronicle, Roll]:
    """What the ledger tells now, and the roll of everybody in it: who else each of them may be."""
    now = known_whole(ledger, derived, basis=basis)
    return now.told, now.roll


class Known:
    """What a ledger told at a moment, with the origins and the roll that it was told from."""

    def __init__(
        self,
        told: Chronicle,
        origins: Mapping[str, Origin],
        roll: Callable[[], Roll],
        head: Head | None = None,
    ) -> None:
        self.told, self.origins, self._fill, self.head = told, origins, roll, head

    @cached_property
    def roll(self) -> Roll:
        """Everybody told of: who else each of them may be, and why."""
        with uncollected():
            return self._fill()


def known_whole(ledger: Book, derived: Derived, *, at: str | None = None, basis: Basis = "all") -> Known:
    """What ``known`` gives, with the roll and the origins behind it."""
    with uncollected():
        if at is None:
            now, fill = _up_to_date(ledger, derived, basis)
            return Known(now.told, now.origins, fill)
        ground, roll = Ground.of(ledger.known_at(at, kinds=KINDS), basis=basis), Roll()
        then = told(ground, roll, FoldedLives(()))
        return Known(replace(then, lives=KeptLives.of(then.lives)), ground.origins, lambda: roll)


def judged_otherwise(
    ledger: Book, derived: Derived, judgements: Iterable[Judgement], *, basis: Basis = "all"
) -> Chronicle:
    """What the ledger would tell now if these judgements stood in place of those that stand."""
    with uncollected():
        now, known_now = _up_to_date(ledger, derived, basis)
        roll = known_now()
        change = roll.change(judgements=judgements)
        would = replace(
            now.told,
            lives=lives_with(now.told, change, ledger, now.origins),
            doubts=doubts_with(now.told.doubts, change, roll, ledger, now.origins),
            contradictions=roll.contradictions,
            strays=roll.strays(),
        )
        return in_order(would, roll)


@contextmanager
def uncollected() -> Iterator[None]:
    """A span without garbage collection: what is made in it is kept, and looking it through takes long."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _up_to_date(ledger: Book, derived: Derived, basis: Basis) -> tuple[Packed, Callable[[], Roll]]:
    """The chronicle of now, and what gives the roll of everybody in it."""
    key, head = f"chronicle/{basis}", ledger.head()
    kept = derived.load(key, FORM)
    before = unpacked(kept) if kept else None
    if before and before.head == head:
        return before, lambda: _roll(ledger, derived, before, basis)
    new = entries_since(ledger, before.head) if before else None
    same = _still(before, new) if before and new is not None else None
    if before and same:
        return replace(before, told=same), lambda: _roll(ledger, derived, before, basis)
    brought = _brought_up(ledger, derived, before, new) if before and new is not None else None
    if brought and len(new or ()) <= _LEFT:
        return brought[0], lambda: brought[1]
    now, roll, upkeep = brought or anew(ledger, head, basis, before)
    now = keep(derived, replace(now, head=head), roll, upkeep)
    return now, lambda: roll


def keep(derived: Derived, now: Packed, roll: Roll, upkeep: Upkeep) -> Packed:
    """Keeps it; what comes back is packed as it will be found again, so that versions stay the same."""
    now = replace(now, told=replace(now.told, lives=KeptLives.of(now.told.lives)))
    derived.save(f"chronicle/{now.told.basis}", FORM, packed(now))
    derived.save(f"roll/{now.told.basis}", FORM, packed_roll(roll, upkeep, now.head))
    derived.save(f"head/{now.told.basis}", FORM, now.head.digest.encode())
    return now


def is_kept_last(derived: Derived, basis: Basis, head: Head) -> bool:
    """Whether the state at this head is the one that was kept last."""
    return derived.load(f"head/{basis}", FORM) in (None, head.digest.encode())


def _roll(ledger: Book, derived: Derived, before: Packed, basis: Basis) -> Roll:
    """The roll that was kept with the chronicle; filled anew where it was lost."""
    payload = derived.load(f"roll/{before.told.basis}", FORM)
    kept = unpacked_roll(payload, before) if payload else None
    return kept[0] if kept else anew(ledger, before.head, basis, before)[1]


def entries_since(ledger: Book, head: Head, most: int = _LOOKED_AT) -> tuple[Entry, ...] | None:
    """The entries written since; None where there are too many, or the ledger is another one."""
    if not stands(ledger, head):
        return None
    links = tuple(islice(ledger.links(head.seq), most + 1))
    return tuple(link.entry for link in links) if len(links) <= most else None


def anew(ledger: Book, head: Head, basis: Basis, before: Packed | None = None) -> tuple[Packed, Roll, Upkeep]:
    """Everything told anew up to the head; lives whose claims are the same are taken over as they are."""
    entries = tuple(ledger.known_at(head.recorded_at, kinds=KINDS)) if head.seq else ()
    ground = Ground.of(entries, basis=basis)
    still = before and all(ground.origins.get(one) == origin for one, origin in before.origins.items())
    roll = Roll()
    now = told(ground, roll, before.told.lives if before and still else FoldedLives(()))
    return Packed(now, ground.origins, head), roll, Upkeep.of(entries, ground)


def _brought_up(
    ledger: Book, derived: Derived, before: Packed, new: Sequence[Entry]
) -> tuple[Packed, Roll, Upkeep] | None:
    """What was kept with what the new entries change; None where that takes everything."""
    payload = derived.load(f"roll/{before.told.basis}", FORM)
    kept = unpacked_roll(payload, before) if payload else None
    now = advanced(Reviewed(ledger), before, kept, new) if kept else None
    if kept is None or now is None:
        return None
    roll, upkeep = kept
    return replace(now, told=in_order(now.told, roll)), roll, upkeep


def _still(before: Packed, new: Collection[Entry]) -> Chronicle | None:
    """The chronicle that was kept, if nothing written since changes it but what was accepted."""
    unreviewed = set(before.told.unreviewed)
    roots = {origin.root for origin in before.origins.values()}
    for entry in new:
        if not _is_idle(entry, before.told.basis, unreviewed, roots):
            return None
        if isinstance(entry, Review):
            unreviewed.discard(entry.claim_id)
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
