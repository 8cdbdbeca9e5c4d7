"""Everybody in the order of names; for each value of a facet the set of whom it is true: bits of a number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from tizim.web.desk.people.facets import UNKNOWN, Code
from tizim.web.desk.people.roster import Part

Asked = Mapping[str, Sequence[str]]
"""Facets, each with the values of which one must be true."""


@dataclass(frozen=True)
class Columns:
    """Everybody by place: ids in the order of names, their parts, and sets of places."""

    ids: Sequence[str]
    parts: Sequence[Part]
    sets: Mapping[str, Mapping[str, int]]
    place: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, parts: Mapping[str, Part], held: Mapping[str, frozenset[Code]]) -> "Columns":
        """The columns of these people; ``held`` is what holds of each on the day."""
        ids = sorted(parts, key=lambda one: (parts[one].name.casefold(), one))
        bits: dict[Code, bytearray] = defaultdict(lambda: bytearray((len(ids) >> 3) + 1))
        for at, one in enumerate(ids):
            byte, bit = at >> 3, 1 << (at & 7)
            for code in parts[one].codes | held[one]:
                bits[code][byte] |= bit
        sets: dict[str, dict[str, int]] = defaultdict(dict)
        for (facet, value), true in bits.items():
            sets[facet][value] = int.from_bytes(true, "little")
        return cls(ids, [parts[one] for one in ids], dict(sets), {one: at for at, one in enumerate(ids)})

    @property
    def everybody(self) -> int:
        """The set of all."""
        return (1 << len(self.ids)) - 1

    def set_of(self, ids: Iterable[str]) -> int:
        """The set of these people; who is not here is passed over."""
        found = 0
        for one in ids:
            if one in self.place:
                found |= 1 << self.place[one]
        return found

    def narrowed(self, among: int, asked: Asked, *, leaving: str = "") -> int:
        """Those among the set of whom one value of each facet is true; one facet may be left aside."""
        for facet, values in asked.items():
            if values and facet != leaving:
                among &= self.any_of(facet, values)
        return among

    def any_of(self, facet: str, values: Iterable[str]) -> int:
        """The set of those of whom one of the values is true."""
        true = 0
        for value in values:
            true |= self.sets.get(facet, {}).get(value, 0)
        return true

    def counts(self, facet: str, among: int) -> list[tuple[str, int]]:
        """For each value of the facet, of how many in the set it is true; the most first, unknown last."""
        found = ((value, (among & true).bit_count()) for value, true in self.sets.get(facet, {}).items())
        return sorted((one for one in found if one[1]), key=lambda one: (one[0] == UNKNOWN, -one[1], one[0]))

    def slice(self, among: int, start: int, length: int) -> list[str]:
        """So many of the set from there on, in the order of names."""
        places = places_in(among)
        return [self.ids[at] for at, _ in zip(_skipped(places, start), range(length), strict=False)]

    @cached_property
    def by_document(self) -> Mapping[str, Sequence[int]]:
        """For each document the places of those whom it tells of."""
        return _by(enumerate(part.documents for part in self.parts))

    @cached_property
    def by_event(self) -> Mapping[str, Sequence[int]]:
        """For each event, as claims name it, the places of those who are told of in it."""
        return _by(enumerate(part.events for part in self.parts))


def places_in(among: int) -> Iterator[int]:
    """The places in a set, in order."""
    text = bin(among)[:1:-1]
    at = text.find("1")
    while at >= 0:
        yield at
        at = text.find("1", at + 1)


def _skipped(places: Iterator[int], count: int) -> Iterator[int]:
    for _ in range(count):
        next(places, None)
    return places


def _by(told: Iterable[tuple[int, Iterable[str]]]) -> Mapping[str, Sequence[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, each in told:
        for one in each:
            found[one].append(at)
    return found
