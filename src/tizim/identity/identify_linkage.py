"""Average linkage: two clusters join while their members are, on average over all pairs, alike enough.

One wrong pair does not chain two clusters together, as it would if the best pair decided.
"""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush

Pair = tuple[int, int]


def average_linkage(size: int, pairs: Mapping[Pair, float], cut: float) -> list[int]:
    """The cluster of each number below ``size``, named by its smallest member.

    ``pairs`` (smaller number first) give how alike two are, 0 to 1; a pair that is not there counts 0. The
    most alike clusters join first, of equally alike ones those of the smallest members: the same pairs give
    the same clusters. The time grows with the pairs, not with the square of ``size``.
    """
    sums: list[dict[int, float]] = [{} for _ in range(size)]
    for (one, other), alike in pairs.items():
        sums[one][other] = sums[other][one] = alike
    members = [1] * size
    heap = [(-alike, one, other) for (one, other), alike in pairs.items() if alike >= cut]
    heapify(heap)
    joined = list(range(size))
    while heap:
        alike, one, other = heappop(heap)
        if joined[one] != one or joined[other] != other or -_average(sums, members, one, other) != alike:
            continue
        _join(sums, members, one, other)
        joined[other] = one
        for near in sums[one]:
            average = _average(sums, members, one, near)
            if average >= cut:
                heappush(heap, (-average, min(one, near), max(one, near)))
    return [_root(joined, number) for number in range(size)]


def _average(sums: list[dict[int, float]], members: list[int], one: int, other: int) -> float:
    return sums[one].get(other, 0.0) / (members[one] * members[other])


def _join(sums: list[dict[int, float]], members: list[int], one: int, other: int) -> None:
    """Puts the second cluster into the first."""
    mine, others = sums[one], sums[other]
    for near, alike in others.items():
        del sums[near][other]
        if near != one:
            mine[near] = sums[near][one] = mine.get(near, 0.0) + alike
    members[one] += members[other]
    sums[other] = {}


def _root(joined: list[int], number: int) -> int:
    while joined[number] != number:
        joined[number] = joined[joined[number]]
        number = joined[number]
    return number
