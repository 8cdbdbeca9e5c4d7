"""Persons who hang together by doubts, as one definition sees them on one day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tizim.identity import Near, places_in
from tizim.tallies.definition import Class, Definition
from tizim.tallies.fitting import Fit, answer_in, fits, possible_acts, whole
from tizim.tallies.trying import blocks_of
from tizim.timelines import NOT, SURELY, ActMark, InDoubt, Mark, Timeline, Whoever

# So many persons are tried in every reading whatever it costs, more only while it costs little: so many
# marks (what a claim says of a state) may be folded for it.
_ALWAYS_TRIED = 5
_MOST_MARKS = 4_000


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
    """What the definition sees of one person: the acts that it asks for, and how the classes fit."""

    acts: tuple[ActMark, ...]
    fits: tuple[Fit, ...]


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
    def whoever(self) -> Whoever:
        """What is true of the states in every reading."""
        return Whoever(self.marks, self.near, day=self.day, reach=self.of.reach)

    def acts(self, one: int) -> tuple[ActMark, ...]:
        """The acts against one of them for which the classes ask."""
        return self.seen[one].acts if one in self.seen else ()

    def possible(self, one: int, asked: Class) -> int:
        """How many different acts of the class one of them has suffered at most by the day."""
        return len({act.days for act in possible_acts(self.acts(one), asked, self.day)})

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
        return fits(Timeline(episodes, self.merged_acts(block)), self.of, self.day)

    def counted(self, blocks: Sequence[int], code: str | None) -> Bounds:
        """How many of the blocks are surely counted, and how many perhaps or surely."""
        answers = [self.answer(block, code) for block in blocks]
        return Bounds(answers.count(SURELY), len(answers) - answers.count(NOT))

    @cached_property
    def is_cheap(self) -> bool:
        """Whether every reading is to be tried."""
        if self.people.bit_count() <= _ALWAYS_TRIED:
            return True
        blocks = blocks_of(self.people, self.near)
        if blocks is None:
            return False
        weights = {one: len(marks) for one, marks in self.marks.items()}
        return sum(weights[one] for block in blocks for one in places_in(block)) <= _MOST_MARKS
