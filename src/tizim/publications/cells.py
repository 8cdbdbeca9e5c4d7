"""Tables of people by place, sex, age, article and the like, so coarse that nobody can be found in them.

Each person is a row of values. Rows of people whose values are not published by name are told only in blocks
of the same values with the least count at least: values are hushed from the last one on until the block is
large enough, and where few are left over, whole blocks are told more coarsely with them. Every cell and every
sum over cells is then a sum of whole blocks, so no subtraction gives back fewer people.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

HUSHED = "hushed"
Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One person of a table: the values, and whether all of them are published with the person's name."""

    values: Values
    published: bool = False


@dataclass(frozen=True, slots=True)
class Cells:
    """How many people stand in each cell: those published by name exactly, the others in blocks."""

    named: Mapping[Values, int]
    kept: Mapping[Values, int]

    @property
    def all(self) -> Mapping[Values, int]:
        """The numbers as they may be printed; ``hushed`` is a value of those who would be found by it."""
        return Counter(self.named) + Counter(self.kept)


def cells(rows: Iterable[Row], *, least: int, earlier: Cells | None = None) -> Cells:
    """The cells of these people.

    ``earlier`` are the cells of the edition before, as published: where the numbers of two editions would
    differ by fewer than the least count, those who are not published by name are told more coarsely, and at
    last not at all.
    """
    every = tuple(rows)
    depth = max((len(one.values) for one in every), default=0)
    known = Counter(one.values for one in every if one.published)
    kept = [one.values for one in every if not one.published]
    before = earlier.kept if earlier else None
    for told in range(depth, -1, -1):
        blocks = _blocks([_cut(one, told) for one in kept], least)
        if before is None or not _betrayed(blocks, before, kept, least):
            return Cells(known, blocks)
    return Cells(known, {})


def _cut(values: Values, told: int) -> Values:
    return (*values[:told], *(HUSHED for _ in values[told:]))


def _blocks(rows: Sequence[Values], least: int) -> Mapping[Values, int]:
    """The rows in blocks of at least that many, hushed from the last value on; none if there are too few."""
    if not rows:
        return {}
    blocks = Counter(rows)
    for told in range(len(rows[0]) - 1, -1, -1):
        small = {values for values, many in blocks.items() if many < least}
        around = {values[:told] for values in small}
        merged: Counter[Values] = Counter()
        for values, many in blocks.items():
            merged[_cut(values, told) if values in small else values] += many
        for front in around:
            _fill(merged, front, least)
        blocks = merged
    return {values: many for values, many in blocks.items() if many >= least}


def _fill(blocks: Counter[Values], front: Values, least: int) -> None:
    """Tells the smallest blocks beside a small leftover as coarsely as it, until it is large enough."""
    depth = len(next(iter(blocks)))
    rest = (*front, *(HUSHED for _ in range(depth - len(front))))
    while 0 < blocks[rest] < least:
        beside = [one for one in blocks if one[: len(front)] == front and one != rest]
        if not beside:
            return
        nearest = min(beside, key=lambda one: (blocks[one], one))
        blocks[rest] += blocks.pop(nearest)


def cell_of(values: Values, blocks: Collection[Values]) -> Values | None:
    """The block in which somebody with these values is counted: the one that tells most of them."""
    for told in range(len(values), -1, -1):
        if (cut := _cut(values, told)) in blocks:
            return cut
    return None


def _betrayed(
    now: Mapping[Values, int], earlier: Mapping[Values, int], rows: Sequence[Values], least: int
) -> bool:
    """Whether some blocks of both editions hold the same kinds of people, and a few more or fewer of them.

    Kinds are all that the values seen can make; tried with and without kinds that nobody has yet.
    """
    seen = {*rows, *now, *earlier}
    told = [sorted({values[at] for values in seen} - {HUSHED}) for at in range(len(next(iter(seen), ())))]
    return any(
        _few_changed(now, earlier, product(*(values + more for values in told)), least)
        for more in ([], [HUSHED])
    )


def _few_changed(
    now: Mapping[Values, int], earlier: Mapping[Values, int], kinds: Iterator[Values], least: int
) -> bool:
    pairs = {(cell_of(one, earlier), cell_of(one, now)) for one in kinds}
    while pairs:
        before, after = _together(pairs)
        if None not in before and None not in after:
            many = sum(now[one] for one in after if one) - sum(earlier[one] for one in before if one)
            if 0 < abs(many) < least:
                return True
    return False


def _together(
    pairs: set[tuple[Values | None, Values | None]],
) -> tuple[set[Values | None], set[Values | None]]:
    """Blocks of both editions that hold the same people together, and no fewer do; taken out of the pairs."""
    first, second = pairs.pop()
    before, after = {first}, {second}
    while near := {pair for pair in pairs if pair[0] in before or pair[1] in after}:
        pairs -= near
        before |= {pair[0] for pair in near}
        after |= {pair[1] for pair in near}
    return before, after
