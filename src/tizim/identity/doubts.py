"""Doubts: which persons of the finest partition may be one, as far as the judgements allow."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

EACH, ONE_WAY, PAIR = "each", "one_way", "pair"


class Edge(NamedTuple):
    """Two who may be one person (persons, or others that stand between persons), and why that is open.

    ``way``: ``each`` (whoever may be the one may be the other), ``one_way`` (the left is a shorter name that
    may stand for the right, which says nothing of others that it may stand for), ``pair`` (these two, which
    says nothing of third ones that either of them may be).
    """

    left: str
    right: str
    why: str
    way: str = EACH


@dataclass(frozen=True, slots=True)
class Doubt:
    """Persons that hang together by open questions: at most as many as stand here, perhaps fewer.

    ``crowds`` are sets of persons any two of whom may be one; ``different`` are pairs judged not to be,
    whatever the crowds say. ``why`` are codes: ``unsure`` (judged so), ``contested`` (judgements
    contradict each other), ``short_form`` (several bear it), ``longer_form`` (one part more),
    ``equal_names`` (some of one name are judged different), ``unlike_context`` (of one name, but of ages or
    sexes that cannot be one person's), ``names_alike`` (another spelling or script).
    """

    person_ids: tuple[str, ...]
    why: tuple[str, ...]
    different: frozenset[tuple[str, str]]
    crowds: tuple[tuple[str, ...], ...]

    @property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every two persons that may be one, the smaller id first; made anew at each call."""
        return frozenset(self.open_pairs())

    def open_pairs(self) -> Iterator[tuple[str, str]]:
        """The same pairs one after the other, some perhaps twice."""
        for crowd in self.crowds:
            yield from (pair for pair in combinations(crowd, 2) if pair not in self.different)


def doubt_of(
    edges: Collection[Edge], persons: Collection[str], different: Mapping[str, Collection[str]]
) -> Doubt | None:
    """The doubt that edges which hang together come to, if any two persons may be one by it.

    Two may be one if both may be the same third (or one the other): a short form may be one of its
    bearers, which leaves the bearers as different as they were.
    """
    members = {one for edge in edges for one in (edge.left, edge.right)}
    known = sorted(one for one in members if one in persons)
    apart = {(one, other) for one in known for other in different.get(one, ()) if one < other in members}
    found = Doubt(
        person_ids=tuple(known),
        why=tuple(sorted({edge.why for edge in edges})),
        different=frozenset(apart),
        crowds=tuple(sorted(_crowds(edges, members.intersection(known)))),
    )
    return found if next(found.open_pairs(), None) else None


def _crowds(edges: Iterable[Edge], persons: Collection[str]) -> set[tuple[str, ...]]:
    """For each set that may be the answer, the persons that may be it."""
    level = _levels(edges)
    ways: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        left, right = level[edge.left], level[edge.right]
        if edge.way == ONE_WAY:
            ways[left].add(right)
        elif edge.way == PAIR:
            both = f"{min(left, right)} {max(left, right)}"
            ways[left].add(both)
            ways[right].add(both)
    crowds: dict[str, set[str]] = defaultdict(set)
    for one, own in level.items():
        if one in persons:
            for end in _reached(own, ways):
                crowds[end].add(one)
    return {tuple(sorted(crowd)) for crowd in crowds.values() if len(crowd) > 1}


def _levels(edges: Iterable[Edge]) -> dict[str, str]:
    """For each set in doubt one of those with which it is in doubt both ways, perhaps itself."""
    beside: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        for one, other in ((edge.left, edge.right), (edge.right, edge.left)):
            beside[one] += [other] if edge.way == EACH else []
    level: dict[str, str] = {}
    for start in beside:
        if start not in level:
            level.update(dict.fromkeys(_reached(start, beside), start))
    return level


def _reached(start: str, ways: Mapping[str, Iterable[str]]) -> set[str]:
    found, ahead = {start}, [start]
    while ahead:
        for one in ways.get(ahead.pop(), ()):
            if one not in found:
                found.add(one)
                ahead.append(one)
    return found
