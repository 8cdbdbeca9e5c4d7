"""Everybody in the order of names; for each value of a facet the set of whom it is true: bits of a number."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from tizim.web.desk.people.facets import CRITERIA, UNKNOWN, Code
from tizim.web.desk.people.roster import Part

Asked = Mapping[str, Sequence[str]]
"""Facets, each with the values of which one must be true."""
Span = tuple[int, int, int]
_MANY = 100
"""When more people come, go or are called otherwise at once, the columns are made anew."""
_FEW = 200
"""So few people are counted one by one; more by sets."""


Row = tuple[Part, frozenset[Code]]
"""What is known of one person, and what holds on the day."""


@dataclass(frozen=True)
class Columns:
    """Everybody by place: ids in the order of names, what is known of each, and sets of places."""

    ids: Sequence[str]
    rows: Sequence[Row]
    sets: Mapping[str, Mapping[str, int]]
    place: Mapping[str, int] = field(repr=False)

    @classmethod
    def of(cls, rows: Mapping[str, Row]) -> "Columns":
        """The columns of these people."""
        ids = sorted(rows, key=lambda one: _order(one, rows[one]))
        bits: dict[Code, bytearray] = defaultdict(lambda: bytearray((len(ids) >> 3) + 1))
        for at, one in enumerate(ids):
            byte, bit = at >> 3, 1 << (at & 7)
            for code in _codes(rows[one]):
                bits[code][byte] |= bit
        sets: dict[str, dict[str, int]] = defaultdict(dict)
        for (facet, value), true in bits.items():
            sets[facet][value] = int.from_bytes(true, "little")
        return cls(ids, [rows[one] for one in ids], dict(sets), {one: at for at, one in enumerate(ids)})

    def changed(self, rows: Mapping[str, Row | None]) -> "Columns":
        """The same with other rows for these people; None for who is here no more."""
        moving = [one for one, row in rows.items() if not self._stays(one, row)]
        if len(moving) > _MANY:
            left = {one: self.rows[at] for one, at in self.place.items() if one not in rows}
            return Columns.of({**left, **{one: row for one, row in rows.items() if row}})
        before = self._without([one for one in moving if one in self.place])
        here = before._with({one: row for one in moving if (row := rows[one])})
        return here._told({one: row for one, row in rows.items() if row and self.row(one) != row})

    def row(self, one: str) -> Row | None:
        """What is known of the person; None of who is not here."""
        at = self.place.get(one)
        return None if at is None else self.rows[at]

    def part(self, one: str) -> Part:
        """The part of a person who is here."""
        return self.rows[self.place[one]][0]

    def _stays(self, one: str, row: Row | None) -> bool:
        """Whether the person keeps the place."""
        before = self.row(one)
        if before is None or row is None:
            return before is row
        return before[0].name == row[0].name

    def _without(self, ids: Collection[str]) -> "Columns":
        if not ids:
            return self
        out = sorted({self.place[one] for one in ids})
        spans = [(start + 1, end, 0) for start, end in pairwise([-1, *out, len(self.ids)])]
        left, rows = list(self.ids), list(self.rows)
        for at in reversed(out):
            del left[at], rows[at]
        return self._cut(left, rows, spans)

    def _with(self, new: Mapping[str, Row]) -> "Columns":
        if not new:
            return self
        ids, rows = list(self.ids), list(self.rows)
        orders = sorted((_order(one, row), one) for one, row in new.items())
        at = [bisect_left(self.ids, order, key=self._order_of) for order, _ in orders]
        for place, (_, one) in reversed(list(zip(at, orders, strict=True))):
            ids.insert(place, one)
            rows.insert(place, (_nobody(new[one][0].name), frozenset()))
        spans = [(start, end, 1) for start, end in pairwise([0, *at])]
        return self._cut(ids, rows, [*spans, (at[-1], len(self.ids), 0)])

    def _order_of(self, one: str) -> tuple[str, str]:
        return _order(one, self.rows[self.place[one]])

    def _cut(self, ids: Sequence[str], rows: Sequence[Row], spans: Sequence[Span]) -> "Columns":
        """The sets with only these spans of places, each followed by so many empty ones."""
        sets = {
            facet: {value: left for value, true in values.items() if (left := _cut(true, spans))}
            for facet, values in self.sets.items()
        }
        return Columns(ids, rows, sets, dict(zip(ids, range(len(ids)), strict=True)))

    def _told(self, rows: Mapping[str, Row]) -> "Columns":
        """The same with other rows in the same places."""
        if not rows:
            return self
        mine = list(self.rows)
        turned: dict[Code, int] = defaultdict(int)
        for one, row in rows.items():
            at = self.place[one]
            for code in _codes(mine[at]) ^ _codes(row):
                turned[code] ^= 1 << at
            mine[at] = row
        sets = {facet: dict(values) for facet, values in self.sets.items()}
        for (facet, value), bits in turned.items():
            values = sets.setdefault(facet, {})
            values[value] = values.get(value, 0) ^ bits
            if not values[value]:
                del values[value]
        return Columns(self.ids, mine, sets, self.place)

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
        found = self._counted(facet, among)
        return sorted((one for one in found if one[1]), key=lambda one: (one[0] == UNKNOWN, -one[1], one[0]))

    def _counted(self, facet: str, among: int) -> Iterable[tuple[str, int]]:
        if among.bit_count() > _FEW or facet == CRITERIA:
            return ((value, (among & true).bit_count()) for value, true in self.sets.get(facet, {}).items())
        codes = (code for at in places_in(among) for code in _codes(self.rows[at]))
        return Counter(value for each, value in codes if each == facet).items()

    def slice(self, among: int, start: int, length: int) -> list[str]:
        """So many of the set from there on, in the order of names."""
        places = places_in(among)
        return [self.ids[at] for at, _ in zip(_skipped(places, start), range(length), strict=False)]


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


def _codes(row: Row) -> frozenset[Code]:
    return row[0].codes | row[1]


def _nobody(name: str) -> Part:
    """Of whom nothing is known yet but the name."""
    return Part(name, (), frozenset(), frozenset(), frozenset())


def _order(one: str, row: Row) -> tuple[str, str]:
    return row[0].name.casefold(), one


def _cut(true: int, spans: Sequence[Span]) -> int:
    """The spans of a set put one after the other, each followed by its gap."""
    found = at = 0
    for start, end, gap in spans:
        found |= (true >> start & (1 << end - start) - 1) << at
        at += end - start + gap
    return found
