"""Mentions that may be one person, in groups, so that a chain of pairs does not join everybody."""

from collections import defaultdict
from collections.abc import Iterable
from heapq import heapify, heappop, heappush

Edge = tuple[int, int, float]


def clusters(edges: Iterable[Edge], *, threshold: float) -> list[list[int]]:
    """Groups of two mentions or more. Two groups become one while the mean probability over all pairs between
    them reaches the threshold; pairs that have none count as 0."""
    beside: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, probability in edges:
        beside[one][other] = beside[other][one] = probability
    found: list[list[int]] = []
    seen: set[int] = set()
    for mention in beside:
        if mention not in seen:
            part = _connected(mention, beside)
            seen.update(part)
            found += _joined(sorted(part), beside, threshold)
    return found


def _connected(start: int, beside: dict[int, dict[int, float]]) -> set[int]:
    part, waiting = {start}, [start]
    while waiting:
        for other in beside[waiting.pop()]:
            if other not in part:
                part.add(other)
                waiting.append(other)
    return part


def _joined(part: list[int], beside: dict[int, dict[int, float]], threshold: float) -> list[list[int]]:
    members = {mention: [mention] for mention in part}
    links = {mention: dict(beside[mention]) for mention in part}
    heap = [(-value, one, other) for one in part for other, value in links[one].items() if one < other]
    heapify(heap)
    while heap and -heap[0][0] >= threshold:
        value, one, other = heappop(heap)
        if other in links.get(one, ()) and _mean(one, other, members, links) == -value:
            _join(one, other, members, links)
            for third in links[one]:
                pair = (one, third) if one < third else (third, one)
                heappush(heap, (-_mean(*pair, members, links), *pair))
    return [group for group in members.values() if len(group) > 1]


def _mean(one: int, other: int, members: dict[int, list[int]], links: dict[int, dict[int, float]]) -> float:
    return links[one][other] / (len(members[one]) * len(members[other]))


def _join(one: int, other: int, members: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    """The other group becomes part of the one; the sums of probabilities between groups are added up."""
    members[one] += members.pop(other)
    for third, value in links.pop(other).items():
        del links[third][other]
        if third != one:
            links[one][third] = links[third][one] = links[one].get(third, 0.0) + value
