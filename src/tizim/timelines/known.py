"""The chronicle as known at a moment, from a ledger; kept as derived bytes and brought up to date."""

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Protocol

from tizim.claims import Basis, Claim, Review
from tizim.documents import Document
from tizim.identity import Change, Judgement, Roll
from tizim.ledger import ById, Chain, Derived, Entry, Head, Ledger, stands
from tizim.timelines.archive import FORM, Packed, packed, packed_roll, unpacked, unpacked_roll
from tizim.timelines.chronicle import (
    KINDS,
    Chronicle,
    FoldedLives,
    Ground,
    GroupMark,
    chronicle,
    group_mark,
    is_counted,
    told,
)
from tizim.timelines.in_doubt import InDoubt, group_in_doubt
from tizim.timelines.kept_lives import KeptLives
from tizim.timelines.marks import Origin
from tizim.timelines.timeline import timeline
from tizim.timelines.upkeep import Moved, Upkeep, origins_with

# So many entries since the chronicle was kept are looked at one by one; more are cheaper told anew.
_LOOKED_AT = 500
# After so few entries what was kept stays as it is: writing it anew takes longer than the entries do.
_LEFT = 100


class Book(Ledger, Chain, ById, Protocol):
    """A ledger that also shows its entries in their places, and single ones."""


def known(
    ledger: Book, derived: Derived | None = None, *, at: str | None = None, basis: Basis = "all"
) -> Chronicle:
    """What the ledger told at the moment (``None`` is now).

    What is known now is kept in ``derived``, tied to the ledger's head. Where entries were added since,
    only the persons and doubts that they touch are computed anew, and nothing where they change nothing;
    the answer equals that of a full fold.
    """
    with _uncollected():
        if at is not None or derived is None:
            return chronicle(ledger.known_at(at, kinds=KINDS), basis=basis)
        return _up_to_date(ledger, derived, basis)[0].told


def known_roll(ledger: Book, derived: Derived, *, basis: Basis = "all") -> tuple[Chronicle, Roll]:
    """What the ledger tells now, and the roll of everybody in it: who else each of them may be."""
    now = known_whole(ledger, derived, basis=basis)
    return now.told, now.roll


class Known:
    """What a ledger told at a moment, with the origins and the roll that it was told from."""

    def __init__(self, told: Chronicle, origins: Mapping[str, Origin], roll: Callable[[], Roll]) -> None:
        self.told, self.origins, self._fill = told, origins, roll

    @cached_property
    def roll(self) -> Roll:
        """Everybody told of: who else each of them may be, and why."""
        with _uncollected():
            return self._fill()


def known_whole(ledger: Book, derived: Derived, *, at: str | None = None, basis: Basis = "all") -> Known:
    """What ``known`` gives, with the roll and the origins behind it."""
    with _uncollected():
        if at is None:
            now, fill = _up_to_date(ledger, derived, basis)
            return Known(now.told, now.origins, fill)
        ground, roll = Ground.of(ledger.known_at(at, kinds=KINDS), basis=basis), Roll()
        return Known(told(ground, roll, FoldedLives(())), ground.origins, lambda: roll)


def judged_otherwise(
    ledger: Book, derived: Derived, judgements: Iterable[Judgement], *, basis: Basis = "all"
) -> Chronicle:
    """What the ledger would tell now if these judgements stood in place of those that stand."""
    with _uncollected():
        now, known_now = _up_to_date(ledger, derived, basis)
        roll = known_now()
        change = roll.change(judgements=judgements)
        return replace(
            now.told,
            lives=_lives(now.told, change, roll, ledger, now.origins),
            doubts=_doubts(now.told.doubts, change, roll, ledger, now.origins),
            contradictions=roll.contradictions,
            strays=roll.strays(),
        )


@contextmanager
def _uncollected() -> Iterator[None]:
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
    new = _since(ledger, before.head) if before else None
    same = _still(before, new) if before and new is not None else None
    if before and same:
        return replace(before, told=same), lambda: _roll(ledger, derived, before, basis)
    brought = _brought_up(ledger, derived, before, new) if before and new is not None else None
    if brought and len(new or ()) <= _LEFT:
        return brought[0], lambda: brought[1]
    now, roll, upkeep = brought or _anew(ledger, before, basis)
    lives = KeptLives.of(now.told.lives)  # packed as they will be found again, so that versions stay the same
    now = replace(now, head=head, told=replace(now.told, lives=lives))
    derived.save(key, FORM, packed(now))
    derived.save(f"roll/{basis}", FORM, packed_roll(roll, upkeep, head))
    return now, lambda: roll


def _roll(ledger: Book, derived: Derived, before: Packed, basis: Basis) -> Roll:
    """The roll that was kept with the chronicle; filled anew where it was lost."""
    payload = derived.load(f"roll/{before.told.basis}", FORM)
    kept = unpacked_roll(payload, before) if payload else None
    return kept[0] if kept else _anew(ledger, before, basis)[1]


def _since(ledger: Book, head: Head) -> tuple[Entry, ...] | None:
    """The entries written since; None where there are too many, or the ledger is another one."""
    if not stands(ledger, head):
        return None
    links = tuple(islice(ledger.links(head.seq), _LOOKED_AT + 1))
    return tuple(link.entry for link in links) if len(links) <= _LOOKED_AT else None


def _anew(ledger: Book, before: Packed | None, basis: Basis) -> tuple[Packed, Roll, Upkeep]:
    """Everything told anew; lives whose claims are the same are taken over as they are."""
    entries = tuple(ledger.known_at(kinds=KINDS))
    ground = Ground.of(entries, basis=basis)
    still = before and all(ground.origins.get(one) == origin for one, origin in before.origins.items())
    roll = Roll()
    now = told(ground, roll, before.told.lives if before and still else FoldedLives(()))
    return Packed(now, ground.origins, Head()), roll, Upkeep.of(entries, ground)


def _brought_up(
    ledger: Book, derived: Derived, before: Packed, new: Sequence[Entry]
) -> tuple[Packed, Roll, Upkeep] | None:
    """What was kept with what the new entries change; None where that takes everything."""
    entries = [entry for entry in new if entry.kind in KINDS]
    payload = derived.load(f"roll/{before.told.basis}", FORM)
    kept = unpacked_roll(payload, before) if payload else None
    origins = origins_with(entries, before.origins)
    if kept is None or origins is None:
        return None
    roll, upkeep = kept
    unreviewed = set(before.told.unreviewed)
    moved = upkeep.moved(entries, ledger, unreviewed, roll.place)
    if moved is None:
        return None
    change = roll.change(moved.added.values(), moved.gone, moved.judgements, places=moved.added.keys())
    now = Chronicle(
        basis=before.told.basis,
        lives=_lives(before.told, change, roll, ledger, origins),
        doubts=_doubts(before.told.doubts, change, roll, ledger, origins),
        groups=_groups(before.told.groups, moved, upkeep, origins),
        contradictions=roll.contradictions,
        unreviewed=frozenset(unreviewed),
        strays=roll.strays(),
    )
    return Packed(now, origins, Head()), roll, upkeep


def _lives(
    before: Chronicle, change: Change, roll: Roll, ledger: ById, origins: Mapping[str, Origin]
) -> KeptLives:
    claims = _claims(ledger, (claim for person in change.new for claim in person.claim_ids))
    return KeptLives.of(before.lives).with_change(
        change,
        lambda person: timeline([claims[one] for one in person.claim_ids], origins),
        roll.first_place,
    )


def _doubts(
    before: Iterable[InDoubt], change: Change, roll: Roll, ledger: ById, origins: Mapping[str, Origin]
) -> tuple[InDoubt, ...]:
    """The groups in doubt: those that hold nobody touched as they were, the others made anew."""
    touched = change.beside.union(one.id for one in (*change.new, *change.gone))
    found = roll.doubts(touched)
    touched |= {one for doubt in found for one in doubt.person_ids}
    about = {one: roll.persons[one].claim_ids for doubt in found for one in doubt.person_ids}
    claims = _claims(ledger, (claim for ids in about.values() for claim in ids))
    told_of = {one: [claims[claim] for claim in ids] for one, ids in about.items()}
    left = [group for group in before if touched.isdisjoint(group.person_ids)]
    new = [group_in_doubt(doubt, told_of, origins) for doubt in found]
    return tuple(sorted([*left, *new], key=lambda group: group.person_ids))


def _groups(
    before: Iterable[GroupMark], moved: Moved, upkeep: Upkeep, origins: Mapping[str, Origin]
) -> tuple[GroupMark, ...]:
    gone = {claim.id for claim in moved.gone}
    new = [group_mark(claim, origins) for claim in moved.added.values() if is_counted(claim)]
    marks = [*(mark for mark in before if mark.claim_id not in gone), *new]
    return tuple(sorted(marks, key=lambda mark: upkeep.nameless[mark.claim_id]))


def _claims(ledger: ById, ids: Iterable[str]) -> Mapping[str, Claim]:
    return {entry.id: entry for entry in ledger.of(ids) if isinstance(entry, Claim)}


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
