"""Counting a group of persons who may be fewer, by trying every allowed reading of who is who."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.tallies.definition import Definition
from tizim.tallies.fitting import Fit, fits
from tizim.timelines import NOT, SURELY, Chronicle, InDoubt


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count between two numbers."""

    at_least: int
    at_most: int

    def __add__(self, other: "Bounds") -> "Bounds":
        """The bounds of two counts that share nobody."""
        return Bounds(self.at_least + other.at_least, self.at_most + other.at_most)


Reading = tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Doubted:
    """A group in doubt: how every set that may be one person fits, and the allowed readings.

    A group too large to try has no readings: nobody counts for sure, and at most everybody of whom a
    claim speaks in any of the classes.
    """

    fits: Mapping[frozenset[str], tuple[Fit, ...]]
    readings: tuple[Reading, ...]

    def bounds(self, answer: Callable[[Sequence[Fit]], str]) -> Bounds:
        """The bounds over all readings; a state is not monotone under merging, so each is tried."""
        if not self.readings:
            return Bounds(0, sum(_spoken_of(found) for found in self.fits.values()))
        answers = {people: answer(found) for people, found in self.fits.items()}
        counts = [
            (sum(answers[one] == SURELY for one in reading), sum(answers[one] != NOT for one in reading))
            for reading in self.readings
        ]
        return Bounds(min(low for low, _ in counts), max(high for _, high in counts))


def doubted(told: Chronicle, of: Definition, day: date) -> tuple[Doubted, ...]:
    """The groups in doubt of whom the definition's classes speak at all."""
    found = (_doubted(doubt, told, of, day) for doubt in told.doubts)
    return tuple(one for one in found if any(map(_spoken_of, one.fits.values())))


def _doubted(doubt: InDoubt, told: Chronicle, of: Definition, day: date) -> Doubted:
    alone = {frozenset([one]): fits(told.lives[one].timeline, of, day) for one in doubt.person_ids}
    if not doubt.tried():
        return Doubted(alone, ())
    every = {**alone, **{people: fits(line, of, day) for people, line in doubt.merged.items()}}
    return Doubted(every, tuple(_partitions(doubt.person_ids, every.keys())))


def _spoken_of(found: Sequence[Fit]) -> bool:
    return any(fit.because or fit.why != "no_claim" for fit in found)


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
