"""How many different people a set of persons is, at least and at most."""

from collections.abc import Collection
from dataclasses import dataclass

from tizim.identity.apart import fewest_blocks, most_apart, near, places_in, sum_of
from tizim.identity.doubts import Doubt
from tizim.identity.partition import People
from tizim.identity.strays import adding_nobody

Partition = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least and at most so many people; ``doubtful`` are those that may be one with another of them.

    ``proof`` are the doubtful ones that are surely different from each other: together with those that
    are not doubtful, one each, they are the people that make ``at_least``.
    """

    at_least: int
    at_most: int
    doubtful: tuple[str, ...] = ()
    proof: tuple[str, ...] = ()


def ever_bounds(people: People, selected: Collection[str]) -> Bounds:
    """How many people the selected persons are, whatever the doubts turn out to be.

    For counts of people to whom something ever happened; a state on a day needs more (see tallies).
    ``at_most``: all as different as they stand. ``at_least``: as many as ``proof`` shows to be surely
    different from each other; for groups up to 20, and for larger ones of simple shape, no larger proof
    exists. Strays add nobody where somebody who bears their name is among the selected.
    """
    everybody = frozenset(selected) & {person.id for person in people.persons}
    astray = adding_nobody(people.strays, everybody)
    chosen = everybody - astray
    doubtful: set[str] = set()
    proof: set[str] = set()
    for doubt in people.doubts:
        some = [one for one in doubt.person_ids if one in chosen]
        beside = near(some, doubt.crowds, doubt.different) if len(some) > 1 else ()
        group = sum_of(place for place, others in enumerate(beside) if others != 1 << place)
        doubtful.update(some[place] for place in places_in(group))
        proof.update(some[place] for place in places_in(most_apart(group, beside)))
    at_least = len(chosen) - len(doubtful) + len(proof)
    return Bounds(at_least, len(everybody), tuple(sorted(doubtful | astray)), tuple(sorted(proof)))


def finest(people: People) -> Partition:
    """Everybody as different as they stand: nobody in doubt is one with anybody."""
    return tuple((person.id,) for person in people.persons)


def coarsest(people: People) -> Partition:
    """Everybody as few people as the doubts allow, each a tuple of persons who then are one.

    No two of them may be joined further. Where a short form may be one of several people it is given to
    one of them, so that another partition may be as coarse; it says nothing of who is who.
    """
    home = {doubt_id: at for at, doubt in enumerate(people.doubts) for doubt_id in doubt.person_ids}
    blocks = [block for doubt in people.doubts for block in _blocks(doubt)]
    return tuple(sorted((*blocks, *((one.id,) for one in people.persons if one.id not in home))))


def _blocks(doubt: Doubt) -> list[tuple[str, ...]]:
    beside = near(doubt.person_ids, doubt.crowds, doubt.different)
    everybody = (1 << len(doubt.person_ids)) - 1
    return [
        tuple(doubt.person_ids[place] for place in places_in(block))
        for block in fewest_blocks(everybody, beside)
    ]
