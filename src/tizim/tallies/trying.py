"""Every allowed reading of a group in doubt tried, as far as that is cheap."""

from collections.abc import Callable, Iterable, Iterator

from tizim.identity import Near, places_in

# Readings are tried if so few sets of the persons may be one; what is left to part is remembered.
MOST_BLOCKS = 300
_MOST_LEFTOVERS = 5_000

Choose = Callable[[Iterable[int]], int]


class _TooManyError(Exception):
    """There are more ways to part the persons than are tried."""


def blocks_of(group: int, near: Near) -> list[int] | None:
    """Every set of the group that may be one person; nothing if they are too many to be tried."""
    found: list[int] = []
    left = group
    while left:
        lowest = left & -left
        left ^= lowest
        for block in _blocks(lowest, near[lowest.bit_length() - 1] & left, near):
            found.append(block)
            if len(found) > MOST_BLOCKS:
                return None
    return found


def over_readings(group: int, near: Near, value: Callable[[int], int], choose: Choose) -> int | None:
    """The least or the most (``choose``) that the values of the blocks come to in any reading.

    A reading parts the group into blocks that may each be one person. Nothing comes back if there are too
    many to be tried.
    """
    trial = _Trial(near, value, choose)
    try:
        return trial.best(group)
    except _TooManyError:
        return None


class _Trial:
    """One question to all readings; each rest of the group is answered once."""

    def __init__(self, near: Near, value: Callable[[int], int], choose: Choose) -> None:
        self._near = near
        self._value = value
        self._choose = choose
        self._known: dict[int, int] = {0: 0}

    def best(self, left: int) -> int:
        """The answer for these persons."""
        total = 0
        while left:
            part = self._part(left)
            total += self._known[part] if part in self._known else self._parted(part)
            left &= ~part
        return total

    def _parted(self, part: int) -> int:
        """The answer for persons who hang together: whom one of them with fewest namesakes is one with."""
        if len(self._known) > _MOST_LEFTOVERS:
            raise _TooManyError
        near = self._near
        first = min(places_in(part), key=lambda one: (near[one] & part).bit_count())
        alone = 1 << first
        found = self._choose(
            self._value(block) + self.best(part & ~block)
            for block in _blocks(alone, near[first] & part & ~alone, near)
        )
        self._known[part] = found
        return found

    def _part(self, left: int) -> int:
        """Those who hang together with the first of them."""
        part, ahead = 0, left & -left
        while ahead:
            part |= ahead
            beside = 0
            for one in places_in(ahead):
                beside |= self._near[one]
            ahead = beside & left & ~part
        return part


def _blocks(block: int, ahead: int, near: Near) -> Iterator[int]:
    """The block, and every larger one that some of ``ahead`` make with it."""
    yield block
    while ahead:
        lowest = ahead & -ahead
        ahead ^= lowest
        yield from _blocks(block | lowest, ahead & near[lowest.bit_length() - 1], near)
