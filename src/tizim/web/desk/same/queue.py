"""The queue of pairs in doubt: those first whose judgement moves a list on the day, then the likeliest.

What a pair weighs is kept until something else is told of one of the two; a page weighs for a while and
leaves the rest to the next, so that a register with very many doubts opens at once.
"""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tizim.claims import Claim
from tizim.identity import (
    Context,
    Person,
    Rarity,
    Roll,
    best_names,
    compare_score,
    context_of,
    likelihood,
    open_pairs,
)
from tizim.tallies import at_stake, definition, shipped
from tizim.timelines import InDoubt, KeptLives, Leaf, Timeline, timeline
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import knowledge, opened, register, told
from tizim.web.desk.people.seen import hidden, standing_documents
from tizim.web.desk.same.rolls import known_alone, rarity
from tizim.web.desk.sight import Sight

PAGE = 20
_TOGETHER, _SECONDS, _DAYS = 200, 1.0, 3
_UNSURE = "unsure"

Two = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Weight:
    """What a pair weighs: the lists that it moves, how likely the two are one, how well names agree."""

    lists: tuple[str, ...]
    probability: float
    score: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair that waits for a judgement, and why it is open."""

    left: str
    right: str
    why: tuple[str, ...]
    weight: Weight

    @property
    def pair(self) -> Two:
        """Both ids."""
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class Queue:
    """The pairs in their order; ``unweighed`` are not among them yet."""

    waiting: tuple[Waiting, ...]
    unweighed: int

    def place(self, pair: Two) -> int | None:
        """The place of a pair, from 0."""
        return next((at for at, one in enumerate(self.waiting) if one.pair == pair), None)


def pairs(asked: Moment) -> Mapping[Two, tuple[str, ...]]:
    """Every pair in doubt at the moment, and why; kept until something is written."""
    found: Mapping[Two, tuple[str, ...]] = opened().kept(
        ("pairs", asked.known_at, asked.basis), lambda: _pairs(asked)
    )
    return found


def queue(asked: Moment, sight: Sight) -> Queue:
    """The queue as the account sees it: no pair of which a side is hidden from it."""
    ordered, left = _queue(asked)
    unseen = hidden(asked, sight)
    if unseen:
        ordered = tuple(one for one in ordered if unseen.isdisjoint(one.pair))
    return Queue(ordered, left)


def _queue(asked: Moment) -> tuple[tuple[Waiting, ...], int]:
    """The pairs in their order, and how many are not weighed; kept when all are."""
    kept: list[tuple[Waiting, ...]] = opened().kept(("queue", asked.key), list)
    if kept:
        return kept[0], 0
    weighed, left = _weighed(asked)
    ordered = _ordered(asked, weighed)
    if not left:
        kept.append(ordered)
    return ordered, left


def _pairs(asked: Moment) -> Mapping[Two, tuple[str, ...]]:
    """Every pair; only groups in doubt that were not there before are looked at."""
    before: dict[int, tuple[InDoubt, Mapping[Two, tuple[str, ...]]]]
    before = opened().lasting(("open pairs", asked.known_at, asked.basis), dict)
    with known_alone(asked) as known:
        groups = known.told.doubts
        now = {id(one): before.get(id(one)) or (one, _pairs_in(one, known.roll)) for one in groups}
        before.clear()
        before |= now
    return {pair: why for _, found in now.values() for pair, why in found.items()}


def _pairs_in(group: InDoubt, roll: Roll) -> Mapping[Two, tuple[str, ...]]:
    return open_pairs(roll, group.person_ids[:1])


def _ordered(asked: Moment, weighed: Mapping[Two, Weight]) -> tuple[Waiting, ...]:
    found = [Waiting(*pair, why, weighed[pair]) for pair, why in pairs(asked).items() if pair in weighed]
    return tuple(sorted(found, key=_order))


def _order(one: Waiting) -> tuple[object, ...]:
    """Pairs that somebody was unsure of come after those that nobody has looked at."""
    weight = one.weight
    return _UNSURE in one.why, -len(weight.lists), -weight.probability, -weight.score, one.pair


def _weighed(asked: Moment) -> tuple[Mapping[Two, Weight], int]:
    """What the pairs weigh, as far as there is time, and how many are left."""
    wanted, leaves = pairs(asked), _leaves(asked)
    days: dict[str, dict[Two, tuple[tuple[Leaf | None, ...], Weight]]] = opened().lasting("weighed", dict)
    kept = days.setdefault(asked.as_of.isoformat(), {})
    while len(days) > _DAYS:
        days.pop(next(one for one in days if days[one] is not kept))
    stamp = {(one, other): (leaves.get(one), leaves.get(other)) for one, other in wanted}
    found = {one: kept[one][1] for one in wanted if one in kept and kept[one][0] == stamp[one]}
    left = [one for one in wanted if one not in found]
    until = time.monotonic() + _SECONDS
    while left and time.monotonic() < until:
        some, left = left[:_TOGETHER], left[_TOGETHER:]
        new = _weigh(some, asked)
        found |= new
        kept |= {one: (stamp[one], weight) for one, weight in new.items()}
    return found, len(left)


def _leaves(asked: Moment) -> Mapping[str, Leaf]:
    """The lives as they are kept: another leaf where something else is told."""
    lives = told(asked).lives
    assert isinstance(lives, KeptLives)
    return lives.leaves


def _weigh(some: Sequence[Two], asked: Moment) -> dict[Two, Weight]:
    """What these pairs weigh; their claims are fetched together."""
    lives = told(asked).lives
    persons = {one: lives[one].person for pair in some for one in pair}
    claims = claims_about(persons.values())
    origins = knowledge(asked).origins

    def as_one(pair: Two) -> Timeline:
        return timeline([claim for one in pair for claim in claims[one]], origins)

    moved = at_stake([definition(name) for name in shipped()], told(asked), some, as_one, as_of=asked.as_of)
    documents = standing_documents(
        {one.document_id for told_of in claims.values() for one in told_of}, asked.known_at
    )
    contexts = {one: context_of(claims[one], documents) for one in persons}
    rare = rarity(asked)
    return {pair: _weight(pair, persons, contexts, moved.get(pair, ()), rare) for pair in some}


def _weight(
    pair: Two,
    persons: Mapping[str, Person],
    contexts: Mapping[str, Context],
    lists: Iterable[str],
    rare: Rarity,
) -> Weight:
    names = best_names(*(persons[one].names for one in pair))
    two = [replace(contexts[one], name=name) for one, name in zip(pair, names, strict=True)]
    found = likelihood(*two, rarity=rare)
    return Weight(tuple(lists), found.probability, compare_score(*names))


def claims_about(persons: Iterable[Person]) -> dict[str, list[Claim]]:
    """The claims about each of these persons, in their order, fetched at once."""
    every = list(persons)
    found = register().ledger.of({claim for one in every for claim in one.claim_ids})
    claims = {one.id: one for one in found if isinstance(one, Claim)}
    return {one.id: [claims[claim] for claim in one.claim_ids if claim in claims] for one in every}
