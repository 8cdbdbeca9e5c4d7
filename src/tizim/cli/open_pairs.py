"""The pairs in doubt as a queue: those that move a current count first, then the likeliest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from tizim import TizimError
from tizim.cli.prospects import Stock
from tizim.cli.texts import say
from tizim.identity import Context, Rarity, Side, best_names, compare_score, likelihood, open_pairs
from tizim.tallies import at_stake, definition, shipped
from tizim.timelines import Origin, Timeline, origins_of, timeline

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class OpenPair:
    """One pair in doubt: both persons, the names that agree best, why it is open, the lists that it moves."""

    left: Side
    right: Side
    names: Pair
    score: float
    probability: float
    why: tuple[str, ...]
    lists: tuple[str, ...]


class Queue:
    """The pairs in doubt of a register, in the order in which they are worth a person's time."""

    def __init__(self, stock: Stock, *, as_of: date) -> None:
        self.stock, self._on = stock, as_of
        self._roll = stock.roll
        self._persons = self._roll.persons
        self._contexts: dict[str, Context] = {}

    @cached_property
    def _origins(self) -> Mapping[str, Origin]:
        return origins_of(self.stock.entries)

    @cached_property
    def rarity(self) -> Rarity:
        """How rare the words of the register's names are."""
        return Rarity(name for person in self._persons.values() for name in person.names)

    def pairs(self, who: str | None, language: str) -> list[OpenPair]:
        """All pairs, or those with one person; an unknown person is refused."""
        if who is not None and who not in self._persons:
            raise TizimError(say("no_such_one", language, id=who))
        every = open_pairs(self._roll, self._persons if who is None else [who])
        why = {pair: codes for pair, codes in every.items() if who is None or who in pair}
        moved = at_stake(
            [definition(name) for name in shipped()], self.stock.told, why, self._as_one, as_of=self._on
        )
        found = [self._pair(pair, codes, moved.get(pair, ())) for pair, codes in why.items()]
        return sorted(found, key=_order)

    def _as_one(self, pair: Pair) -> Timeline:
        claims = [one for each in pair for one in self.stock.claims_of(self._persons[each])]
        return timeline(claims, self._origins)

    def _pair(self, pair: Pair, why: tuple[str, ...], lists: Sequence[str]) -> OpenPair:
        one, other = (self._side(each) for each in pair)
        names = best_names(one.names, other.names)
        contexts = [
            replace(self._context(side), name=name) for side, name in zip((one, other), names, strict=True)
        ]
        found = likelihood(*contexts, rarity=self.rarity)
        return OpenPair(one, other, names, compare_score(*names), found.probability, why, tuple(lists))

    def _side(self, person_id: str) -> Side:
        person = self._persons[person_id]
        return Side(person.id, person.name, person.names, self.stock.claims_of(person))

    def _context(self, side: Side) -> Context:
        if side.id not in self._contexts:
            self._contexts[side.id] = side.context(self.stock.documents)
        return self._contexts[side.id]


def _order(one: OpenPair) -> tuple[object, ...]:
    return -len(one.lists), -one.probability, -one.score, one.left.id, one.right.id
