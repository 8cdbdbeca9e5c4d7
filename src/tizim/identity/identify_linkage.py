"""Clusters by average linkage: two join while what all their pairs say, on average, is for one person.

One wrong pair does not chain two clusters together, as it would if the best pair decided; and one mention
with an age parts two namesakes even where most of their mentions have none.
"""

import math
from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from typing import NamedTuple

Pair = tuple[int, int]
UNLIKE = -6.0
"""What a pair of names that are not alike says, in bits, within the average."""
_NEVER_CLOSE = 0.6
"""Of many spellings of a person some are nearly equal; where none is, a doubling of the pairs takes this."""


class Evidence(NamedTuple):
    """What the pairs between two clusters say, in bits: by names, and by each aspect of the contexts.

    ``alike`` pairs have names that are alike, with ``names`` bits in all. ``sums`` and ``counts``: for each
    aspect the bits of the pairs that have it on both sides, and how many these are. ``close``: whether the
    names of any pair are nearly equal.
    """

    alike: int
    names: float
    close: bool = True
    sums: tuple[float, ...] = ()
    counts: tuple[int, ...] = ()

    def __add__(self, other: "Evidence") -> "Evidence":  # type: ignore[override]
        """All pairs of both."""
        return Evidence(
            self.alike + other.alike,
            self.names + other.names,
            self.close or other.close,
            tuple([one + two for one, two in zip(self.sums, other.sums, strict=True)]),
            tuple([one + two for one, two in zip(self.counts, other.counts, strict=True)]),
        )

    def bits(self, pairs: int, unlike: float = UNLIKE) -> float:
        """What so many pairs say on average; an aspect is averaged over the pairs that have it."""
        names = (self.names + unlike * (pairs - self.alike)) / pairs
        names -= 0.0 if self.close else _NEVER_CLOSE * math.log2(self.alike)
        told = zip(self.sums, self.counts, strict=True)
        return round(names + sum(total / count * _sure(count) for total, count in told if count), 9)


def _sure(count: int) -> float:
    """How much more the average of so many pairs says than one pair does: twice as much at most."""
    return min(2.0, 1.0 + math.log2(count) / 3.0)


def average_linkage(size: int, pairs: Mapping[Pair, Evidence], *, unlike: float = UNLIKE) -> list[int]:
    """The cluster of each number below ``size``, named by its smallest member.

    ``pairs`` have the smaller number first; pairs that are not there have names that are not alike and say
    ``unlike`` bits. The clusters that belong together most join first, of equal ones those of the smallest
    members, until none has more than 0 bits: the same pairs give the same clusters.
    """
    near: list[dict[int, Evidence]] = [{} for _ in range(size)]
    for (one, other), evidence in pairs.items():
        near[one][other] = near[other][one] = evidence
    members = [1] * size
    joined = list(range(size))
    heap = [(-evidence.bits(1), one, other) for (one, other), evidence in pairs.items()]
    heap = [waiting for waiting in heap if waiting[0] < 0.0]
    heapify(heap)
    while heap:
        bits, one, other = heappop(heap)
        if joined[one] != one or joined[other] != other:
            continue
        if -near[one][other].bits(members[one] * members[other], unlike) != bits:
            continue
        _join(near, one, other)
        members[one] += members[other]
        joined[other] = one
        for third, evidence in near[one].items():
            again = evidence.bits(members[one] * members[third], unlike)
            if again > 0.0:
                heappush(heap, (-again, min(one, third), max(one, third)))
    return [_root(joined, number) for number in range(size)]


def _join(near: list[dict[int, Evidence]], one: int, other: int) -> None:
    """Puts the second cluster into the first."""
    mine = near[one]
    for third, evidence in near[other].items():
        del near[third][other]
        if third != one:
            mine[third] = near[third][one] = mine[third] + evidence if third in mine else evidence
    near[other] = {}


def _root(joined: list[int], number: int) -> int:
    while joined[number] != number:
        joined[number] = joined[joined[number]]
        number = joined[number]
    return number
