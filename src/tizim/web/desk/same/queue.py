"""The queue of pairs in doubt: those first whose judgement moves a list on the day, then the likeliest.

A page weighs pairs for a moment at most and leaves the rest to what goes on beside the pages, so that a
register with very many doubts opens at once.
"""

import threading
from bisect import bisect_left, insort
from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass, field
from operator import attrgetter

from tizim.identity import Roll, open_pairs
from tizim.timelines import Chronicle, InDoubt, Known
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, told
from tizim.web.desk.people.seen import hidden
from tizim.web.desk.same.rolls import known_alone
from tizim.web.desk.same.weighing import Two, Weight, leaves_of, weighing
from tizim.web.desk.sight import Sight

PAGE, _MANY = 20, 200
_RANK = attrgetter("rank")
_UNSURE = "unsure"
Whys = Mapping[Two, tuple[str, ...]]
"""Pairs in doubt, each with why it is open."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A pair that waits for a judgement, and why it is open; ``rank`` is by what it stands in the queue."""

    left: str
    right: str
    why: tuple[str, ...]
    weight: Weight
    rank: tuple[object, ...]

    @property
    def pair(self) -> Two:
        """Both ids."""
        return self.left, self.right


@dataclass(frozen=True, slots=True)
class Queue:
    """The pairs in their order; ``unweighed`` are not among them yet."""

    waiting: Sequence[Waiting]
    unweighed: int
    _by_pair: Mapping[Two, Waiting]

    def place(self, pair: Two) -> int | None:
        """The place of a pair, from 0."""
        one = self._by_pair.get(pair)
        at = bisect_left(self.waiting, one.rank, key=_RANK) if one else len(self.waiting)
        return at if at < len(self.waiting) and self.waiting[at] is one else None


@dataclass(frozen=True, slots=True)
class Doubts:
    """Every pair in doubt, by the groups; and what is other than it was ``before``."""

    whys: Whys = field(default_factory=dict)
    groups: Mapping[int, tuple[InDoubt, Whys]] = field(default_factory=dict)
    before: Whys = field(default_factory=dict)
    other: Set[Two] = frozenset()

    def next(self, known: Known) -> "Doubts":
        """The same of what is known next; only groups that were not there before are looked at."""
        was, doubts = self.groups, known.told.doubts
        now = {id(one): was.get(id(one)) or (one, _pairs_in(one, known.roll)) for one in doubts}
        gone = [pairs for one, (_, pairs) in was.items() if one not in now]
        new = [pairs for one, (_, pairs) in now.items() if one not in was]
        whys = dict(self.whys)
        for two in (two for pairs in gone for two in pairs):
            del whys[two]
        for pairs in new:
            whys |= pairs
        changed = {two for pairs in (*gone, *new) for two in pairs}
        return Doubts(whys, now, self.whys, {two for two in changed if self.whys.get(two) != whys.get(two)})

    def otherwise(self, than: Whys) -> Set[Two]:
        """The pairs of which something else holds than was known once."""
        if than is self.whys:
            return frozenset()
        if than is self.before:
            return self.other
        every = than.keys() | self.whys.keys()
        return {two for two in every if than.get(two) != self.whys.get(two)}

    def of(self, people: frozenset[str]) -> Set[Two]:
        """The pairs of these people."""
        near = (pairs for one, pairs in self.groups.values() if not people.isdisjoint(one.person_ids))
        return {two for pairs in near for two in pairs if not people.isdisjoint(two)}


class Line:
    """The pairs in their order on one day; what was given out stays as it was."""

    def __init__(self) -> None:
        self._whys: Whys = {}
        self._order: Sequence[Waiting] = ()
        self._by_pair: Mapping[Two, Waiting] = {}
        self._left: Set[Two] = frozenset()
        self._lock = threading.Lock()

    def changed(self, asked: Moment, touched: frozenset[str]) -> "Line":
        """The line of the moment; other pairs, and those of whom somebody was touched, stand elsewhere."""
        doubts, leaves = _doubts(asked), leaves_of(told(asked))
        whys = doubts.whys
        if whys is self._whys and not touched:
            return self
        other = doubts.otherwise(self._whys) | doubts.of(touched)
        line, by_pair = Line(), dict(self._by_pair)
        there = {two for two in other if two in whys and two[0] in leaves and two[1] in leaves}
        line._whys, line._left = whys, (self._left - other) | there
        gone = [by_pair.pop(two) for two in other if two in by_pair]
        line._by_pair, line._order = by_pair, _without(self._order, gone, by_pair)
        return line

    def seen(self, asked: Moment, unseen: Collection[str]) -> Queue:
        """The queue as far as its pairs are weighed, without those of whom somebody may not be known."""
        with self._lock:
            if self._left:
                self._weigh(asked)
            order, by_pair, left = self._order, self._by_pair, len(self._left)
        if unseen:
            order = [one for one in order if one.left not in unseen and one.right not in unseen]
        return Queue(order, left, by_pair)

    def _weigh(self, asked: Moment) -> None:
        weights = weighing(asked).of(self._left, asked)
        new = [_waits(two, self._whys[two], weight) for two, weight in weights.items()]
        if len(new) > _MANY:
            self._order = sorted([*self._order, *new], key=_RANK)
        else:
            order = list(self._order)
            for one in new:
                insort(order, one, key=_RANK)
            self._order = order
        self._by_pair = {**self._by_pair, **{one.pair: one for one in new}}
        self._left = self._left - weights.keys()


class Lines:
    """The latest line of one day, brought up to date when something else is told."""

    def __init__(self) -> None:
        self._latest: tuple[Chronicle, Line] | None = None
        self._lock = threading.Lock()

    def at(self, asked: Moment) -> Line:
        """The line of the moment."""
        chronicled = told(asked)
        with self._lock:
            before, line = self._latest or (None, Line())
            if before is not chronicled:
                touched = chronicled.lives.changed_since(before.lives) if before else None
                line = (Line() if touched is None else line).changed(asked, touched or frozenset())
                self._latest = chronicled, line
        return line


def pairs(asked: Moment) -> Whys:
    """Every pair in doubt at the moment, and why; kept while the same is told."""
    return _doubts(asked).whys


def queue(asked: Moment, sight: Sight) -> Queue:
    """The queue as the account sees it: no pair of which a side is hidden from it."""
    lines: Lines = opened().lasting(("queue", asked.key), Lines)
    return lines.at(asked).seen(asked, hidden(asked, sight))


def _doubts(asked: Moment) -> Doubts:
    """Every pair in doubt at the moment; kept while the same is told, then gone on with."""

    def go_on() -> Doubts:
        latest: list[Doubts]
        latest = opened().lasting(("open pairs", asked.known_at, asked.basis), lambda: [Doubts()])
        with known_alone(asked) as known:
            latest[0] = latest[0].next(known)
            return latest[0]

    return opened().telling("pairs", asked.whatever_day, go_on)


def _pairs_in(group: InDoubt, roll: Roll) -> Whys:
    return open_pairs(roll, group.person_ids[:1])


def _without(
    order: Sequence[Waiting], gone: Sequence[Waiting], left: Mapping[Two, Waiting]
) -> Sequence[Waiting]:
    """The order without those who are gone."""
    if not gone:
        return order
    if len(gone) > _MANY:
        return [one for one in order if one.pair in left]
    still = list(order)
    for one in gone:
        del still[bisect_left(still, one.rank, key=_RANK)]
    return still


def _waits(two: Two, why: tuple[str, ...], weight: Weight) -> Waiting:
    """Pairs that somebody was unsure of come after those that nobody has looked at."""
    rank = _UNSURE in why, -len(weight.lists), -weight.probability, -weight.score, two
    return Waiting(*two, why, weight, rank)
