"""Several values for one key, kept small where mostly there is one."""

from collections.abc import Hashable, Iterator, Sequence
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Several(Generic[K, V]):
    """Values by key, in the order in which they came. No value is a list."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[K, V | list[V]] = {}

    def __iter__(self) -> Iterator[K]:
        """The keys that have values."""
        return iter(self._kept)

    def of(self, key: K) -> Sequence[V]:
        """The values of that key, perhaps none; not to be changed."""
        found = self._kept.get(key)
        if found is None:
            return ()
        return found if isinstance(found, list) else (found,)

    def add(self, key: K, value: V) -> None:
        """One more value for that key."""
        known = self._kept.get(key)
        if known is None:
            self._kept[key] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            self._kept[key] = [known, value]

    def remove(self, key: K, value: V) -> None:
        """That value no longer; KeyError or ValueError where it was not there."""
        known = self._kept[key]
        if isinstance(known, list):
            known.remove(value)
        if not isinstance(known, list) or not known:
            del self._kept[key]
