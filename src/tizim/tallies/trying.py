"""Every allowed reading of a group in doubt tried, as far as that is cheap."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from tizim.identity import Near, places_in

# So many persons are tried in every reading whatever it costs, more only while it costs little.
ALWAYS_TRIED = 5
# Eight persons any two of whom may be one have 255 blocks and take 6,561 steps.
MOST_BLOCKS = 300
_MOST_STEPS = 7_000
_MOST_MARKS = 1_000

Choose = Callable[[Iterable[int]], int]


class TooManyError(Exception):
    """There are more readings than are tried."""


@dataclass(slots=True)
class Trial:
    """One question to all readings of a group: ``choose`` of what its blocks come to, ``max`` or ``min``.

    A reading parts the group into blocks that may each be one person; ``value`` is what a block counts,
    ``cost`` how many marks are folded to know it.
    """

    near: Near
    value: Callable[[int], int]
    cost: Callable[[int], int]
    choose: Choose
    _known: dict[int, int] = field(default_factory=lambda: {0: 0})
    _values: dict[int, int] = field(default_factory=dict)
    _steps: int = 0

    def over(self, group: int) -> int | None:
        """The answer for the group, or nothing if there are more readings than are tried."""
        size = group.bit_count()
        if size > ALWAYS_TRIED and (size > MOST_BLOCKS or not self._is_cheap(group)):
            return None
        try:
            return self._best(group)
        except TooManyError:
            return None

    def _is_cheap(self, group: int) -> bool:
        """Whether there are few blocks, and few marks to be folded for them."""
        found, marks, left = 0, 0, group
        while left:
            lowest = left & -left
            left ^= lowest
            for block in _blocks(lowest, self.near[lowest.bit_length() - 1] & left, self.near):
                found, marks = found + 1, marks + self.cost(block)
                if found > MOST_BLOCKS or marks > _MOST_MARKS:
                    return False
        return True

    def _best(self, left: int) -> int:
        total = 0
        while left:
            part = self._part(left)
            total += self._known[part] if part in self._known else self._parted(part)
            left &= ~part
        return total

    def _parted(self, part: int) -> int:
        """The answer for persons who hang together: whom one of them with fewest namesakes is one with."""
        near = self.near
        first = min(places_in(part), key=lambda one: (near[one] & part).bit_count())
        alone = 1 << first
        found = self.choose(
            self._counted(block) + self._best(part & ~block)
            for block in _blocks(alone, near[first] & part & ~alone, near)
        )
        self._known[part] = found
        return found

    def _counted(self, block: int) -> int:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise TooManyError
        if block not in self._values:
            self._values[block] = self.value(block)
        return self._values[block]

    def _part(self, left: int) -> int:
        """Those who hang together with the first of them."""
        part, ahead = 0, left & -left
        while ahead:
            part |= ahead
            beside = 0
            for one in places_in(ahead):
                beside |= self.near[one]
            ahead = beside & left & ~part
        return part


def _blocks(block: int, ahead: int, near: Near) -> Iterator[int]:
    """The block, and every larger one that some of ``ahead`` make with it."""
    yield block
    while ahead:
        lowest = ahead & -ahead
        ahead ^= lowest
        yield from _blocks(block | lowest, ahead & near[lowest.bit_length() - 1], near)
