"""The queue of pairs in doubt: those first whose judgement moves a list on the day, then the likeliest.

A page weighs pairs for a moment at most and leaves the rest to what goes on beside the pages, so that a
register with very many doubts opens at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tizim.identity import Roll, open_pairs
from tizim.timelines import InDoubt
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened
from tizim.web.desk.people.seen import hidden
from tizim.web.desk.same.rolls import known_alone
from tizim.web.desk.same.weighing import Two, Weight, weighing
from tizim.web.desk.sight import Sight

PAGE = 20
_UNSURE = "unsure"


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
    weights, left = weighing(asked).of(pairs(asked), asked)
    ordered = _ordered(asked, weights)
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
