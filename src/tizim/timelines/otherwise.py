"""What would be told if other judgements stood: of those whom they touch, before and after."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from tizim.claims import Claim
from tizim.identity import Change, Doubt, Judgement, Person
from tizim.timelines.chronicle import Chronicle, FoldedLives, Life
from tizim.timelines.episode import Timeline
from tizim.timelines.in_doubt import InDoubt, group_in_doubt
from tizim.timelines.kept_lives import KeptLives
from tizim.timelines.known import Known
from tizim.timelines.timeline import timeline

Fetch = Callable[[Iterable[str]], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """Who is touched, and what is told of them as it is and as it would be.

    ``before`` and ``after`` hold those touched and all who hang together with them by doubts, and nobody
    else; where strays are about, everybody (``whole``), since a stray may be anybody. ``near`` are the ids
    of those touched and of those in doubt with them.
    """

    change: Change
    before: Chronicle
    after: Chronicle
    near: frozenset[str]
    whole: bool


def otherwise(known: Known, judgements: Sequence[Judgement], claims_of: Fetch) -> Otherwise:
    """What would be told if these judgements stood in place of those that stand.

    ``claims_of`` fetches claims by id. The roll is turned to the judgements and back again: nobody else may
    use it meanwhile.
    """
    told, roll = known.told, known.roll
    standing = roll.judged
    try:
        change = roll.change(judgements=judgements)
        touched = {one.id for one in (*change.gone, *change.new)} | change.beside
        found = roll.doubts(touched)
        reached = touched.union(*(doubt.person_ids for doubt in found))
        were = [group for group in told.doubts if not reached.isdisjoint(group.person_ids)]
        groups = _groups(found, change, told, known, claims_of)
        strays, clashes = roll.strays(), roll.contradictions
    finally:
        roll.change(judgements=standing)
    near = frozenset(reached.union(*(group.person_ids for group in were)))
    whole = bool(told.strays or strays)
    before = replace(told, groups=())
    after = replace(before, contradictions=clashes, strays=strays)
    lines = _folded(change.new, known, claims_of)
    if whole:
        gone = {id(group) for group in were}
        left = [group for group in told.doubts if id(group) not in gone]
        lives = KeptLives.of(told.lives).with_change(change, lambda one: lines[one.id])
        after = replace(after, lives=lives, doubts=(*left, *groups))
    else:
        still = [told.lives[one] for one in sorted(near - {one.id for one in (*change.gone, *change.new)})]
        were_alone = [told.lives[one.id] for one in change.gone]
        will_be = [Life(one, lines[one.id]) for one in change.new]
        before = replace(before, lives=FoldedLives([*still, *were_alone]), doubts=tuple(were))
        after = replace(after, lives=FoldedLives([*still, *will_be]), doubts=tuple(groups))
    return Otherwise(change, before, after, near, whole)


def _folded(persons: Iterable[Person], known: Known, claims_of: Fetch) -> dict[str, Timeline]:
    """The timelines of persons who are not yet."""
    every = tuple(persons)
    claims = {one.id: one for one in claims_of({claim for person in every for claim in person.claim_ids})}
    return {one.id: timeline([claims[claim] for claim in one.claim_ids], known.origins) for one in every}


def _groups(
    found: Iterable[Doubt], change: Change, told: Chronicle, known: Known, claims_of: Fetch
) -> list[InDoubt]:
    """The groups in doubt of afterwards; those that stay as they are, as they are."""
    new = {one.id: one for one in change.new}
    same = {group.person_ids: group for group in told.doubts}
    groups = []
    for doubt in found:
        before = same.get(doubt.person_ids)
        if before and _is(before, doubt) and new.keys().isdisjoint(doubt.person_ids):
            groups.append(before)
            continue
        ids = {one: (new.get(one) or told.lives[one].person).claim_ids for one in doubt.person_ids}
        claims = {one.id: one for one in claims_of({claim for some in ids.values() for claim in some})}
        about = {one: [claims[claim] for claim in some] for one, some in ids.items()}
        groups.append(group_in_doubt(doubt, about, known.origins))
    return groups


def _is(group: InDoubt, doubt: Doubt) -> bool:
    return group.crowds == doubt.crowds and group.different == doubt.different
