"""A large set of ids of which little changes: what it was, what came, what went."""

from collections.abc import Iterable, Iterator, MutableSet
from collections.abc import Set as AbstractSet

_LITTLE = 2_000


class Ids(MutableSet[str]):
    """A set of ids; one made ``of`` another shares with it what is the same in both.

    Who passes one on does not change it any more.
    """

    def __init__(self, base: frozenset[str] = frozenset(), changed: Iterable[str] = ()) -> None:
        """``changed`` are those of which the opposite is true of what the base says."""
        self._base = base
        self._changed = set(changed)

    @classmethod
    def of(cls, ids: AbstractSet[str]) -> "Ids":
        """The same ids, to be changed."""
        if isinstance(ids, Ids) and len(ids._changed) < _LITTLE:
            return cls(ids._base, ids._changed)
        return cls(frozenset(ids))

    def __contains__(self, one: object) -> bool:
        """Whether it is one of them."""
        return (one in self._base) != (one in self._changed)

    def __iter__(self) -> Iterator[str]:
        """All of them, in no order."""
        yield from self._base - self._changed
        yield from self._changed - self._base

    def __len__(self) -> int:
        """How many they are."""
        both = sum(one in self._base for one in self._changed)
        return len(self._base) + len(self._changed) - 2 * both

    def add(self, one: str) -> None:
        """One more."""
        self._turn(one, one not in self)

    def discard(self, one: str) -> None:
        """One less."""
        self._turn(one, one in self)

    def _turn(self, one: str, needed: bool) -> None:
        if needed:
            self._changed ^= {one}
