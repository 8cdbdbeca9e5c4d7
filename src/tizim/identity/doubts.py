"""Doubts: which persons of the finest partition may be one, as far as the judgements allow."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from tizim.identity.joining import Edge, Joining
from tizim.identity.sets import DisjointSets


@dataclass(frozen=True, slots=True)
class Doubt:
    """Persons that hang together by open questions: at most as many as stand here, perhaps fewer.

    ``crowds`` are sets of persons any two of whom may be one; ``different`` are pairs judged not to be,
    whatever the crowds say. ``why`` are codes: ``unsure`` (judged so), ``contested`` (judgements
    contradict each other), ``short_form`` (several bear it), ``longer_form`` (one part more),
    ``equal_names`` (some of one name are judged different), ``sounds_alike`` (another spelling or script).
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


def doubts_of(joining: Joining, ids: Mapping[int, str]) -> tuple[Doubt, ...]:
    """The doubts between the sets that have a person's id, in the order of these ids.

    Two may be one if both may be the same third (or one the other): a short form may be one of its
    bearers, which leaves the bearers as different as they were.
    """
    edges = _open_edges(joining)
    if not edges:
        return ()
    whole = DisjointSets(len(joining.names))
    for edge in edges:
        whole.join(edge.left, edge.right)
    by_component: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        by_component[whole.root(edge.left)].append(edge)
    different = _different(joining, ids, whole)
    found = [_doubt(group, ids, different[root]) for root, group in by_component.items()]
    kept = [doubt for doubt in found if next(doubt.open_pairs(), None)]
    return tuple(sorted(kept, key=lambda doubt: doubt.person_ids))


def _open_edges(joining: Joining) -> list[Edge]:
    """The edges between sets that are not judged different, each once."""
    different, root = joining.different_roots(), joining.sets.root
    found = {}
    for edge in joining.edges:
        left, right = root(edge.left), root(edge.right)
        if left != right and (min(left, right), max(left, right)) not in different:
            found[left, right, edge.why] = Edge(left, right, edge.why, edge.one_way)
    return list(found.values())


def _different(
    joining: Joining, ids: Mapping[int, str], whole: DisjointSets
) -> dict[int, set[tuple[str, str]]]:
    found: dict[int, set[tuple[str, str]]] = defaultdict(set)
    for left, right in joining.different_roots():
        if left in ids and right in ids and whole.one_set(left, right):
            one, other = sorted((ids[left], ids[right]))
            found[whole.root(left)].add((one, other))
    return found


def _doubt(edges: Sequence[Edge], ids: Mapping[int, str], different: set[tuple[str, str]]) -> Doubt:
    members = {one for edge in edges for one in (edge.left, edge.right)}
    return Doubt(
        person_ids=tuple(sorted(ids[one] for one in members if one in ids)),
        why=tuple(sorted({edge.why for edge in edges})),
        different=frozenset(different),
        crowds=tuple(sorted(_crowds(edges, ids))),
    )


def _crowds(edges: Sequence[Edge], ids: Mapping[int, str]) -> set[tuple[str, ...]]:
    """For each set that may be the answer, the persons that may be it."""
    level = _levels(edges)
    ways: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        if edge.one_way:
            ways[level[edge.left]].add(level[edge.right])
    crowds: dict[int, set[str]] = defaultdict(set)
    for one, own in level.items():
        for end in _reached(own, ways):
            if one in ids:
                crowds[end].add(ids[one])
    return {tuple(sorted(crowd)) for crowd in crowds.values() if len(crowd) > 1}


def _levels(edges: Sequence[Edge]) -> dict[int, int]:
    """For each set in doubt the smallest of those with which it is in doubt both ways, itself included."""
    members = sorted({one for edge in edges for one in (edge.left, edge.right)})
    places = {one: place for place, one in enumerate(members)}
    sets = DisjointSets(len(members))
    for edge in edges:
        if not edge.one_way:
            sets.join(places[edge.left], places[edge.right])
    return {one: members[sets.root(place)] for one, place in places.items()}


def _reached(start: int, ways: Mapping[int, set[int]]) -> set[int]:
    found, ahead = {start}, [start]
    while ahead:
        for one in ways.get(ahead.pop(), ()):
            if one not in found:
                found.add(one)
                ahead.append(one)
    return found
