"""What pairs in doubt weigh: found once, and kept until something else is told of one of the two."""

import threading
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import islice
from typing import Any

from tizim.claims import Claim
from tizim.identity import Context, Person, Rarity, best_names, compare_score, context_of, likelihood
from tizim.tallies import at_stake, definition, shipped
from tizim.timelines import Chronicle, KeptLives, Leaf, Timeline, timeline
from tizim.web.desk.courtesy import give_way
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import knowledge, one_state, opened, register, told
from tizim.web.desk.people.seen import standing_documents
from tizim.web.desk.same.rolls import rarity

_FEW, _TOGETHER, _SECONDS, _DAYS = 100, 10, 0.05, 3
"""So many a page weighs whatever it takes; of more, some at once for so long. So many days are held."""

Two = tuple[str, str]
_Leaves = tuple[Leaf | None, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """What a pair weighs: the lists that it moves, how likely the two are one, how well names agree."""

    lists: tuple[str, ...]
    probability: float
    score: float


class Weighing:
    """What pairs weigh on the latest few days that were asked for."""

    def __init__(self) -> None:
        self._days: dict[str, dict[Two, tuple[_Leaves, Weight]]] = {}
        self._lock = threading.Lock()

    def of(self, wanted: Set[Two], asked: Moment) -> Mapping[Two, Weight]:
        """What these pairs weigh, as far as there is time."""
        found = self._known(wanted, asked)
        left = wanted - found.keys()
        few, until, rest = len(left) <= _FEW, time.monotonic() + _SECONDS, iter(left)
        while (some := [*islice(rest, _TOGETHER)]) and (few or time.monotonic() < until):
            found |= self._more(some, asked)
        return found

    def ahead(self, wanted: Set[Two], asked: Moment) -> Iterator[None]:
        """Weighs all that are left, a little at a time; may be left at any."""
        left = [*(wanted - self._known(wanted, asked).keys())]
        for at in range(0, len(left), _TOGETHER):
            with one_state(asked):
                leaves = leaves_of(told(asked))
                self._more([two for two in left[at : at + _TOGETHER] if leaves.keys() >= {*two}], asked)
            yield

    def row(self, chronicled: Chronicle) -> Any:
        """What is known of pairs as they are told there, to be kept."""
        leaves = leaves_of(chronicled)
        with self._lock:
            days = {day: list(known.items()) for day, known in self._days.items()}
        return {
            day: [
                [*two, weight.lists, weight.probability, weight.score]
                for two, (stamp, weight) in known
                if stamp == tuple(map(leaves.get, two))
            ]
            for day, known in days.items()
        }

    def take_up(self, chronicled: Chronicle, row: Any) -> None:
        """Goes on from what was kept."""
        leaves = leaves_of(chronicled)
        for day, known in row.items():
            self._days[day] = {
                (one, other): ((leaves.get(one), leaves.get(other)), Weight(tuple(lists), likely, score))
                for one, other, lists, likely, score in known
            }

    def _known(self, wanted: Set[Two], asked: Moment) -> dict[Two, Weight]:
        leaves, kept = leaves_of(told(asked)), self._day(asked)
        return {
            two: kept[two][1]
            for two in wanted & kept.keys()
            if kept[two][0] == (leaves.get(two[0]), leaves.get(two[1]))
        }

    def _more(self, some: Sequence[Two], asked: Moment) -> dict[Two, Weight]:
        leaves, found = leaves_of(told(asked)), _weigh(some, asked)
        kept = self._day(asked)
        kept |= {two: (tuple(map(leaves.get, two)), weight) for two, weight in found.items()}
        return found

    def _day(self, asked: Moment) -> dict[Two, tuple[_Leaves, Weight]]:
        """What is known on the day of the moment; that of the days before the latest few is left."""
        day = asked.as_of.isoformat()
        with self._lock:
            kept = self._days[day] = self._days.pop(day, {})
            while len(self._days) > _DAYS:
                del self._days[next(iter(self._days))]
        return kept


def weighing(asked: Moment) -> Weighing:
    """What pairs weigh as known at the moment; it goes on with the register."""

    def begin() -> Weighing:
        made = Weighing()
        chronicled, row = opened().found_before("weighing", asked, made.row)
        if row:
            made.take_up(chronicled, row)
        return made

    found: Weighing = opened().lasting(("weighing", asked.known_at, asked.basis), begin)
    return found


def leaves_of(chronicled: Chronicle) -> Mapping[str, Leaf]:
    """The lives as they are kept: another leaf where something else is told."""
    assert isinstance(chronicled.lives, KeptLives)
    return chronicled.lives.leaves


def _weigh(some: Sequence[Two], asked: Moment) -> dict[Two, Weight]:
    """What these pairs weigh; their claims are fetched together. Pages go first, pair by pair."""
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
    give_way()
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
