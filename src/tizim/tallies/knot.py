"""Persons who hang together by doubts, as one definition sees them on one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import takewhile

from tizim.identity import Near, places_in, sum_of
from tizim.tallies.definition import Class, Definition
from tizim.tallies.fitting import Fit, answer_in, distinct, fits, possible_acts, whole
from tizim.timelines import NOT, SURELY, ActMark, InDoubt, Mark, Timeline, Whoever


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count between two numbers."""

    at_least: int
    at_most: int

    def __add__(self, other: "Bounds") -> "Bounds":
        """The bounds of two counts that share nobody."""
        return Bounds(self.at_least + other.at_least, self.at_most + other.at_most)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the definition sees of one person: the acts that it asks for, and how the classes fit.

    ``mention_ids`` are the person's, where anything was decided on them that the definition asks for.
    """

    acts: tuple[ActMark, ...]
    fits: tuple[Fit, ...]
    mention_ids: tuple[str, ...] = ()


@dataclass(frozen=True)
class Knot:
    """Persons of one group by their places (``people`` is the set of them); ``near`` is who may be one.

    Whoever is not ``seen`` fits no class alone and has none of the acts.
    """

    of: Definition
    day: date
    group: InDoubt
    near: Near
    people: int
    seen: Mapping[int, Seen]
    _fits: dict[int, tuple[Fit, ...]] = field(default_factory=dict, compare=False)
    _earlier: dict[str, tuple[int, int]] = field(default_factory=dict, compare=False)
    _possible: dict[tuple[int, str], int] = field(default_factory=dict, compare=False)
    bounds: dict[str | None, Bounds] = field(default_factory=dict, compare=False)

    @cached_property
    def states(self) -> frozenset[str]:
        """The states that the classes ask for."""
        return frozenset(state for one in self.of.classes for state in one.states)

    @cached_property
    def marks(self) -> dict[int, Sequence[Mark]]:
        """What is said of each person that bears on the states."""
        if not self.states:
            return {one: () for one in places_in(self.people)}
        return {one: self.group.marks(one, self.states) for one in places_in(self.people)}

    @cached_property
    def spoken_of(self) -> frozenset[str]:
        """The states that are said of one of them to have begun or to hold."""
        return self.group.spoken_of(self.people)

    def is_about(self, code: str | None) -> bool:
        """Whether anything is told that puts a person into the class (or into any)."""
        asked = (one for one in self.of.classes if code in (None, one.code))
        return any(not one.states or not one.states.isdisjoint(self.spoken_of) for one in asked)

    @cached_property
    def whoever(self) -> Whoever:
        """What is true of the states in every reading."""
        return Whoever(self.marks, self.near, day=self.day, reach=self.of.reach)

    @cached_property
    def decided(self) -> int:
        """The set of those on whom people decided what the definition asks for."""
        return sum_of([one for one, each in self.seen.items() if each.mention_ids])

    def acts(self, one: int) -> tuple[ActMark, ...]:
        """The acts against one of them for which the classes ask."""
        return self.seen[one].acts if one in self.seen else ()

    def possible(self, one: int, asked: Class) -> int:
        """How many different acts of the class one of them has suffered at most by the day."""
        key = (one, asked.code)
        if key not in self._possible:
            self._possible[key] = distinct(possible_acts(self.acts(one), asked, self.day))
        return self._possible[key]

    def in_earlier_class(self, asked: Class) -> tuple[int, int]:
        """Those who may bring a person into a class before this one: by what is said of a state, by acts."""
        if asked.code not in self._earlier:
            earlier = list(takewhile(lambda one: one.code != asked.code, self.of.classes))
            states = {state for one in earlier for state in one.states}
            said = [at for at, marks in self.marks.items() if any(mark.state in states for mark in marks)]
            acts = [at for at in self.seen for one in earlier if one.acts and self.possible(at, one)]
            self._earlier[asked.code] = sum_of(said), sum_of(acts)
        return self._earlier[asked.code]

    def answer(self, block: int, code: str | None) -> str:
        """Whether these persons, if they are one, are counted in the class (or at all)."""
        found = self.block_fits(block)
        return whole(found) if code is None else answer_in(code, found)

    def block_fits(self, block: int) -> tuple[Fit, ...]:
        """How these persons fit the classes if they are one."""
        if block not in self._fits:
            self._fits[block] = self._fitted(block)
        return self._fits[block]

    def merged_acts(self, block: int) -> tuple[ActMark, ...]:
        """The acts against these persons, if they are one."""
        acts = (act for one in places_in(block) for act in self.acts(one))
        return tuple(sorted(acts, key=lambda act: act.claim_id))

    def _fitted(self, block: int) -> tuple[Fit, ...]:
        if block & (block - 1) == 0:
            one = block.bit_length() - 1
            return self.seen[one].fits if one in self.seen else ()
        episodes = self.group.merged(block, self.states) if self.states else ()
        seen = (self.seen[one] for one in places_in(block) if one in self.seen)
        mentions = tuple(mention for one in seen for mention in one.mention_ids)
        return fits(Timeline(episodes, self.merged_acts(block)), self.of, self.day, mentions)

    def alone(self, code: str | None) -> tuple[int, int]:
        """The persons who are surely counted alone, and those who are surely or perhaps."""
        answers = [(one, self.answer(1 << one, code)) for one in self.seen]
        sure = sum_of([one for one, answer in answers if answer == SURELY])
        return sure, sum_of([one for one, answer in answers if answer != NOT])

    def cost(self, block: int) -> int:
        """How many marks are folded to tell of these persons as one."""
        return sum(len(self.marks[one]) for one in places_in(block)) if block & (block - 1) else 0
