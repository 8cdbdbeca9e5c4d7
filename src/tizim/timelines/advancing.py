"""From what was told to what new entries make of it: only whom and what they touch is told anew."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from tizim.claims import Claim
from tizim.identity import Change, Person, Roll
from tizim.ledger import ById, Entry
from tizim.timelines.archive import Packed
from tizim.timelines.chronicle import KINDS, Chronicle, GroupMark, group_mark, is_counted, origins_of
from tizim.timelines.ids import Ids
from tizim.timelines.in_doubt import InDoubt, group_in_doubt
from tizim.timelines.kept_lives import KeptLives
from tizim.timelines.marks import Origin
from tizim.timelines.timeline import timeline
from tizim.timelines.upkeep import Moved, Shelf, Upkeep, origins_with


def advanced(ledger: Shelf, before: Packed, kept: tuple[Roll, Upkeep], new: Sequence[Entry]) -> Packed:
    """What was told with what the new entries change.

    Roll and upkeep are brought up to date. Who is new stands at the end.
    """
    roll, upkeep = kept
    entries = [entry for entry in new if entry.kind in KINDS]
    unreviewed = Ids.of(before.told.unreviewed)
    moved = upkeep.moved(entries, ledger, unreviewed, roll.place)
    origins = None if moved.documents else origins_with(entries, before.origins)
    other: frozenset[str] = frozenset()
    if origins is None:
        origins = origins_of(ledger.documents())
        other = _unlike(before.origins, origins)
    change = roll.change(moved.added.values(), moved.gone, moved.judgements, places=moved.added.keys())
    again = roll.persons_in(other) if other else frozenset()
    now = Chronicle(
        basis=before.told.basis,
        lives=lives_with(before.told, change, ledger, origins, [roll.persons[one] for one in again]),
        doubts=doubts_with(
            before.told.doubts, replace(change, beside=change.beside | again), roll, ledger, origins
        ),
        groups=_groups(
            before.told.groups, _marked_anew(before.told.groups, moved, other, ledger), upkeep, origins
        ),
        contradictions=roll.contradictions,
        unreviewed=unreviewed,
        strays=roll.strays(),
    )
    return Packed(now, origins, before.head)


def _unlike(before: Mapping[str, Origin], now: Mapping[str, Origin]) -> frozenset[str]:
    """The documents behind which something else stands than before."""
    return frozenset(one for one in before.keys() | now.keys() if before.get(one) != now.get(one))


def _marked_anew(groups: Iterable[GroupMark], moved: Moved, other: Collection[str], ledger: Shelf) -> Moved:
    """What moved, with the counted groups in documents behind which something else stands now."""
    if not other:
        return moved
    gone = {claim.id for claim in moved.gone}
    ids = [one.claim_id for one in groups if one.document_id in other and one.claim_id not in gone]
    claims = tuple(_claims(ledger, ids).values())
    added = {-at: claim for at, claim in enumerate(claims, 1)}
    return replace(moved, added=added | dict(moved.added), gone=(*moved.gone, *claims))


def in_order(told: Chronicle, roll: Roll) -> Chronicle:
    """The same, the lives in the order of first claims."""
    return replace(told, lives=KeptLives.of(told.lives).in_order(roll.first_place))


def lives_with(
    before: Chronicle,
    change: Change,
    ledger: ById,
    origins: Mapping[str, Origin],
    again: Sequence[Person] = (),
) -> KeptLives:
    """The lives after a change of who is who; those to be told ``again`` though their claims are the same."""
    claims = _claims(ledger, (claim for person in (*change.new, *again) for claim in person.claim_ids))
    return KeptLives.of(before.lives).followed_by(
        change, lambda person: timeline([claims[one] for one in person.claim_ids], origins), again
    )


def doubts_with(
    before: Iterable[InDoubt], change: Change, roll: Roll, ledger: ById, origins: Mapping[str, Origin]
) -> tuple[InDoubt, ...]:
    """The groups in doubt: those that hold nobody touched as they were, the others made anew."""
    touched = change.beside.union(one.id for one in (*change.new, *change.gone))
    if not touched:
        return tuple(before)
    found = roll.doubts(touched)
    touched |= {one for doubt in found for one in doubt.person_ids}
    about = {one: roll.persons[one].claim_ids for doubt in found for one in doubt.person_ids}
    claims = _claims(ledger, (claim for ids in about.values() for claim in ids))
    told_of = {one: [claims[claim] for claim in ids] for one, ids in about.items()}
    left = [group for group in before if touched.isdisjoint(group.person_ids)]
    new = [group_in_doubt(doubt, told_of, origins) for doubt in found]
    return tuple(sorted([*left, *new], key=lambda group: group.person_ids))


def _groups(
    before: Sequence[GroupMark], moved: Moved, upkeep: Upkeep, origins: Mapping[str, Origin]
) -> tuple[GroupMark, ...]:
    gone = {claim.id for claim in moved.gone if claim.group}
    new = [group_mark(claim, origins) for claim in moved.added.values() if is_counted(claim)]
    if not gone and not new:
        return tuple(before)
    marks = [*(mark for mark in before if mark.claim_id not in gone), *new]
    return tuple(sorted(marks, key=lambda mark: upkeep.nameless[mark.claim_id]))


def _claims(ledger: ById, ids: Iterable[str]) -> Mapping[str, Claim]:
    return {entry.id: entry for entry in ledger.of(ids) if isinstance(entry, Claim)}
