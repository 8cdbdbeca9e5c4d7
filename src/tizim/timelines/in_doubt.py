"""Groups of persons who may be fewer, with the timelines of those that may be one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tizim.identity import People, Person
from tizim.timelines.episode import Timeline

# Groups in doubt up to this size are tried in every allowed way; larger ones get outer bounds.
MOST_TRIED = 5


@dataclass(frozen=True, slots=True)
class InDoubt:
    """Persons who may be fewer: the pairs in doubt, and the timeline of every set that may be one.

    Groups too large to be tried (``MOST_TRIED``) carry neither.
    """

    person_ids: tuple[str, ...]
    pairs: frozenset[tuple[str, str]]
    merged: Mapping[frozenset[str], Timeline]

    def tried(self) -> bool:
        """Whether every allowed reading can be tried."""
        return len(self.person_ids) <= MOST_TRIED


def in_doubt(known: People, fold: Callable[[Sequence[Person]], Timeline]) -> tuple[InDoubt, ...]:
    """The groups in doubt; ``fold`` gives the timeline of persons taken as one."""
    persons = {person.id: person for person in known.persons}
    found = []
    for doubt in known.doubts:
        if len(doubt.person_ids) > MOST_TRIED:
            found.append(InDoubt(doubt.person_ids, frozenset(), {}))
            continue
        pairs = doubt.pairs
        merged = {
            frozenset(group): fold([persons[one] for one in group])
            for size in range(2, len(doubt.person_ids) + 1)
            for group in combinations(doubt.person_ids, size)
            if may_be_one(group, pairs)
        }
        found.append(InDoubt(doubt.person_ids, pairs, merged))
    return tuple(found)


def may_be_one(group: Sequence[str], pairs: frozenset[tuple[str, str]]) -> bool:
    """Whether every two of the persons are in doubt with each other, so that all may be one."""
    return all((min(a, b), max(a, b)) in pairs for a, b in combinations(group, 2))
