"""Who may be one with whom in a group in doubt: persons by their places, sets of them as bits of a number.

The largest set of persons any two of whom are surely different proves that they cannot be fewer.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

from tizim.identity.sets import DisjointSets

# What is left after the easy steps is searched whole up to this size, beyond that step by step.
EXACT_UP_TO = 20
_LOOKED_THROUGH = 2_000

Near = Sequence[int]


def near(
    person_ids: Sequence[str], crowds: Iterable[Collection[str]], different: Iterable[tuple[str, str]]
) -> list[int]:
    """For each person the set of those that may be the same, the person included.

    ``crowds`` are sets of persons any two of whom may be one, ``different`` the pairs that may not;
    persons that are not among ``person_ids`` are left aside.
    """
    places = {one: place for place, one in enumerate(person_ids)}
    found = [1 << place for place in range(len(person_ids))]
    shared: dict[tuple[int, int], int] = {}  # members of the same crowds share one number
    for crowd in crowds:
        members = [places[one] for one in crowd if one in places]
        together = sum_of(members)
        for one in members:
            before = 0 if found[one] == 1 << one else found[one]
            found[one] = shared.setdefault((before, together), before | together)
    for left, right in different:
        if left in places and right in places:
            one, other = places[left], places[right]
            found[one] &= ~(1 << other)
            found[other] &= ~(1 << one)
    return found


def within(near: Near, group: int) -> list[int]:
    """The same, but only persons of the group for anybody."""
    shared: dict[int, int] = {}
    return [shared[id(one)] if id(one) in shared else shared.setdefault(id(one), one & group) for one in near]


def sum_of(places: Iterable[int]) -> int:
    """The set of these places."""
    found = bytearray()
    for place in places:
        if place >> 3 >= len(found):
            found.extend(bytes((place >> 3) + 1 - len(found)))
        found[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(found, "little")


def places_in(group: int) -> Iterator[int]:
    """The places in the set, the lowest first."""
    while group:
        lowest = group & -group
        yield lowest.bit_length() - 1
        group ^= lowest


def parts_of(group: int, near: Near) -> list[int]:
    """The group in parts that hang together; nobody of one may be one with somebody of another."""
    members = list(places_in(group))
    at = {place: number for number, place in enumerate(members)}
    sets = DisjointSets(len(members))
    seen: set[int] = set()
    for place in members:
        beside = near[place] & group
        if id(near[place]) not in seen:
            seen.add(id(near[place]))
            for other in places_in(beside):
                sets.join(at[place], at[other])
        else:
            sets.join(at[place], at[next(places_in(beside))])
    found: dict[int, list[int]] = {}
    for number, place in enumerate(members):
        found.setdefault(sets.root(number), []).append(place)
    return [sum_of(part) for part in found.values()]


def most_apart(group: int, near: Near) -> int:
    """The largest set of the group in which no two may be one.

    It is the largest for certain wherever what is left after the easy steps hangs together in parts of at
    most 20; beyond that it may be smaller.
    """
    taken, left = _easily_apart(group, near)
    for part in parts_of(left, near):
        taken |= _searched(part, near) if part.bit_count() <= EXACT_UP_TO else _stepwise(part, near)
    return taken


def fewest_blocks(group: int, near: Near) -> list[int]:
    """The group as few people as it may be, as sets of those that are one; none can be joined further.

    They are the fewest wherever every part has somebody all of whose namesakes may be one.
    """
    found: list[int] = []
    left = group
    while left:
        one = next(_settled(left, near), None)
        block = near[one] & left if one is not None else _crowd_around(left, near)
        found.append(block)
        left &= ~block
    return found


def may_be_one(block: int, near: Near) -> bool:
    """Whether all of the block may be one person."""
    return all(near[one] & block == block for one in places_in(block))


def _easily_apart(group: int, near: Near) -> tuple[int, int]:
    """Somebody all of whose namesakes may be one with each other is in a largest set; and what is left."""
    taken, left, before = 0, group, -1
    while left != before:
        before = left
        for one in list(places_in(left)):
            if left >> one & 1 and _is_settled(one, left, near):
                taken |= 1 << one
                left &= ~near[one]
    return taken, left


def _settled(group: int, near: Near) -> Iterator[int]:
    return (one for one in places_in(group) if _is_settled(one, group, near))


def _is_settled(one: int, group: int, near: Near) -> bool:
    """Whether all that may be this person may be one with each other."""
    around = near[one] & group
    return all(near[other] is near[one] or near[other] & around == around for other in places_in(around))


def _searched(left: int, near: Near) -> int:
    """A largest set, by trying with and without the person who has most namesakes."""
    taken, left = _easily_apart(left, near)
    if not left:
        return taken
    most = max(places_in(left), key=lambda one: (near[one] & left).bit_count())
    with_it = _searched(left & ~near[most], near) | 1 << most
    without = _searched(left & ~(1 << most), near)
    return taken | max(with_it, without, key=int.bit_count)


def _stepwise(left: int, near: Near) -> int:
    """A large set, perhaps not the largest: who has most namesakes is left out, again and again."""
    taken = 0
    if left.bit_count() > _LOOKED_THROUGH:
        for one in sorted(places_in(left), key=lambda one: ((near[one] & left).bit_count(), one)):
            if left >> one & 1:
                taken, left = taken | 1 << one, left & ~near[one]
        return taken
    while left:
        now, left = _easily_apart(left, near)
        taken |= now
        if left:
            left &= ~(1 << max(places_in(left), key=lambda one: (near[one] & left).bit_count()))
    return taken


def _crowd_around(left: int, near: Near) -> int:
    """Some people of whom any two may be one, and with whom nobody else of ``left`` may be."""
    first = min(places_in(left), key=lambda one: (near[one] & left).bit_count())
    block, ahead = 1 << first, near[first] & left & ~(1 << first)
    while ahead:
        one = max(places_in(ahead), key=lambda one: (near[one] & ahead).bit_count())
        block |= 1 << one
        ahead &= near[one] & ~(1 << one)
    return block
