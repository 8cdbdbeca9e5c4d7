"""Things that become objects when they are asked for."""

from collections.abc import Callable, Iterator, MutableMapping
from typing import Any, Generic, TypeVar

V = TypeVar("V")


class Unpacked(MutableMapping[str, V], Generic[V]):
    """Objects by id, made of kept rows one by one; they stay, or are made again each time."""

    def __init__(self, rows: dict[str, Any], make: Callable[[str, Any], V], *, stays: bool = True) -> None:
        self._rows = rows
        self._make = make
        self._stays = stays
        self._made: dict[str, V] = {}

    def __getitem__(self, key: str) -> V:
        """The object of that id."""
        found = self._made.get(key)
        if found is None:
            found = self._make(key, self._rows[key])
            if self._stays:
                self._made[key] = found
        return found

    def __setitem__(self, key: str, value: V) -> None:
        """Puts an object in its place."""
        self._rows[key] = None
        self._made[key] = value

    def __delitem__(self, key: str) -> None:
        """Takes the object out."""
        del self._rows[key]
        self._made.pop(key, None)

    def __contains__(self, key: object) -> bool:
        """Whether there is such an object."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self._rows)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._rows)

    def glance(self, key: str, at: int, of: Callable[[V], Any]) -> Any:
        """A column of the object, which is not made for it."""
        row = self._rows[key]
        return of(self._made[key]) if row is None else row[at]

    def rows(self, pack: Callable[[V], Any]) -> dict[str, Any]:
        """The rows to keep; of objects that were put in place, as ``pack`` makes them."""
        return {key: pack(self._made[key]) if row is None else row for key, row in self._rows.items()}
