"""How many different people a set of persons is, at least and at most."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from tizim.identity.partition import People

EXACT_UP_TO = 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """At least and at most so many people; ``doubtful`` are those that may be one with another of them."""

    at_least: int
    at_most: int
    doubtful: tuple[str, ...] = ()


def ever_bounds(people: People, selected: Collection[str]) -> Bounds:
    """How many people the selected persons are, whatever the doubts turn out to be.

    For counts of people to whom something ever happened; a state on a day needs more (see tallies).
    ``at_most``: all as different as they stand. ``at_least``: in each group that doubts hold together
    as many as are surely different from each other, exact up to 20, beyond that a number that is never
    too high.
    """
    chosen = frozenset(selected) & {person.id for person in people.persons}
    beside = _in_doubt(people, chosen)
    sure = len(chosen) - len(beside)
    at_least = sure + sum(_surely_different(group, beside) for group in _components(beside))
    return Bounds(at_least, len(chosen), tuple(sorted(beside)))


def _in_doubt(people: People, chosen: frozenset[str]) -> dict[str, set[str]]:
    """For each chosen person the chosen ones that may be the same."""
    beside: dict[str, set[str]] = {}
    for doubt in people.doubts:
        if sum(person in chosen for person in doubt.person_ids) < 2:
            continue
        for one, other in doubt.open_pairs():
            if one in chosen and other in chosen:
                beside.setdefault(one, set()).add(other)
                beside.setdefault(other, set()).add(one)
    return beside


def _components(beside: Mapping[str, set[str]]) -> list[set[str]]:
    found, seen = [], set()
    for start in sorted(beside):
        if start in seen:
            continue
        group, ahead = {start}, [start]
        while ahead:
            new = beside[ahead.pop()] - group
            group |= new
            ahead += new
        seen |= group
        found.append(group)
    return found


def _surely_different(group: set[str], beside: Mapping[str, set[str]]) -> int:
    if len(group) > EXACT_UP_TO:
        return _greedy(group, beside)
    places = {person: place for place, person in enumerate(sorted(group))}
    masks = [sum(1 << places[other] for other in beside[person]) for person in places]
    return _most_apart((1 << len(places)) - 1, masks)


def _most_apart(left: int, masks: list[int]) -> int:
    """The size of the largest set of numbers in ``left`` of which no two are in doubt with each other."""
    if not left:
        return 0
    open_ends = {one: (masks[one] & left).bit_count() for one in range(len(masks)) if left >> one & 1}
    least = min(open_ends, key=open_ends.__getitem__)
    if open_ends[least] <= 1:
        return 1 + _most_apart(left & ~(masks[least] | 1 << least), masks)
    most = max(open_ends, key=open_ends.__getitem__)
    without = left & ~(1 << most)
    return max(1 + _most_apart(without & ~masks[most], masks), _most_apart(without, masks))


def _greedy(group: set[str], beside: Mapping[str, set[str]]) -> int:
    """Takes the person with the fewest doubts, lays aside those it may be, and so on."""
    taken, gone = 0, set()
    for person in sorted(group, key=lambda one: (len(beside[one]), one)):
        if person not in gone:
            taken += 1
            gone |= beside[person]
    return taken
