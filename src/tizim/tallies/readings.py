"""Counting a group of persons who may be fewer, by trying every allowed reading of who is who."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from tizim.timelines import NOT, SURELY, Chronicle, InDoubt, Timeline


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count between two numbers."""

    at_least: int
    at_most: int

    def __add__(self, other: "Bounds") -> "Bounds":
        """The bounds of two counts that share nobody."""
        return Bounds(self.at_least + other.at_least, self.at_most + other.at_most)


def readings(doubt: InDoubt, told: Chronicle, answer: Callable[[Timeline], str]) -> Bounds:
    """The bounds over all allowed readings of the group; a state is not monotone under merging.

    A group too large to try gives nobody for sure and everybody at most.
    """
    if not doubt.tried():
        return Bounds(0, len(doubt.person_ids))
    answers = {frozenset([one]): answer(told.lives[one].timeline) for one in doubt.person_ids}
    answers |= {people: answer(line) for people, line in doubt.merged.items()}
    counts = [
        (sum(answers[block] == SURELY for block in reading), sum(answers[block] != NOT for block in reading))
        for reading in _partitions(doubt.person_ids, answers.keys())
    ]
    return Bounds(min(low for low, _ in counts), max(high for _, high in counts))


def _partitions(
    people: Sequence[str], allowed: Collection[frozenset[str]]
) -> Iterator[tuple[frozenset[str], ...]]:
    """Every way to part the people into sets that may each be one person."""
    if not people:
        yield ()
        return
    first, rest = people[0], people[1:]
    for block in allowed:
        if first in block and block <= set(people):
            remaining = [one for one in rest if one not in block]
            for others in _partitions(remaining, allowed):
                yield (block, *others)
