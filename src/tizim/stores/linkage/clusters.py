"""Mentions that may be one person, in groups: each group is weighed as a whole, by what its pairs say."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

Pair = tuple[int, int, Sequence[float]]
"""Two mentions; the bits of prior and name, then those of each other comparison, 0 where one is missing."""
APART = -8.0
"""Bits by name of two mentions that were not compared."""
TOGETHER = 0.0
"""Bits from which two groups become one: as much speaks for it as against it."""

_Sums = list[float]
_Links = dict[int, dict[int, _Sums]]


def clusters(pairs: Iterable[Pair], *, least: float = TOGETHER) -> list[list[int]]:
    """Groups of two mentions or more. Two groups become one, those of the most bits first, while what the
    pairs between them say comes to ``least`` bits: the mean by name, and for each other comparison the mean
    of the pairs in which neither side is missing. So a mention that says little goes by the whole group.
    """
    links: _Links = {}
    for one, other, bits in pairs:
        sums = [1.0, bits[0], *(each for said in bits[1:] for each in (said, float(said != 0.0)))]
        links.setdefault(one, {})[other] = links.setdefault(other, {})[one] = sums
    members = {mention: [mention] for mention in links}
    heap = [each for one in links for each in _likely(one, links, members, least) if each[1] == one]
    heapify(heap)
    while heap:
        value, one, other = heappop(heap)
        if other in links.get(one, ()) and -_bits(one, other, links, members) == value:
            _join(one, other, links, members)
            for each in _likely(one, links, members, least):
                heappush(heap, each)
    return [group for group in members.values() if len(group) > 1]


def _likely(
    one: int, links: _Links, members: dict[int, list[int]], least: float
) -> Iterator[tuple[float, int, int]]:
    """The groups that may become one with this one."""
    for other in links[one]:
        pair = (one, other) if one < other else (other, one)
        bits = _bits(*pair, links, members)
        if bits >= least:
            yield -bits, *pair


def _bits(one: int, other: int, links: _Links, members: dict[int, list[int]]) -> float:
    sums = links[one][other]
    pairs = len(members[one]) * len(members[other])
    bits = (sums[1] + APART * (pairs - sums[0])) / pairs
    for place in range(2, len(sums), 2):
        if sums[place + 1]:
            bits += sums[place] / sums[place + 1]
    return bits


def _join(one: int, other: int, links: _Links, members: dict[int, list[int]]) -> None:
    """The other group becomes part of the one; what the pairs between groups say is added up."""
    members[one] += members.pop(other)
    for third, sums in links.pop(other).items():
        del links[third][other]
        if third != one:
            known = links[one].get(third)
            added = [a + b for a, b in zip(known, sums, strict=True)] if known else sums
            links[one][third] = links[third][one] = added
