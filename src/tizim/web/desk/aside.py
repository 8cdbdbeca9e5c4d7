"""What the desk found out about everybody, kept beside the chronicle so that the next start is quick.

Derived, deletable, encrypted as the chronicle is. What is kept counts for that chronicle alone.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from tizim import __version__
from tizim.claims import Basis
from tizim.ledger import Derived
from tizim.timelines import Chronicle, Known

# Changed whenever what is found out, or the form in which it is kept, changes: it is then found out anew.
FORM = f"aside 2, tizim {__version__}"


@dataclass(slots=True)
class Kept:
    """One thing that is kept: on which basis, and what gives it."""

    basis: Basis
    row: Callable[[Chronicle], Any]


class Aside:
    """The things that are kept beside the chronicles."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._things: dict[str, Kept] = {}

    def keeps(self, name: str, basis: Basis, row: Callable[[Chronicle], Any]) -> None:
        """From here on that thing is kept; ``row`` gives it as numbers, lists and texts."""
        self._things[f"{name}/{basis}"] = Kept(basis, row)

    def found(self, name: str, beside: Known) -> Any:
        """What was kept by that name beside this chronicle; None where nothing was."""
        payload = self._derived.load(f"{name}/{beside.told.basis}", FORM)
        if not payload or beside.head is None:
            return None
        end = payload.index(b"\n")
        return orjson.loads(memoryview(payload)[end + 1 :]) if payload[:end] == _mark(beside) else None

    def keep(self, beside: Known, into: Derived | None = None) -> None:
        """Keeps what belongs to the chronicle as it was kept, one thing after the other."""
        for key, one in list(self._things.items()):
            if one.basis == beside.told.basis:
                payload = b"\n".join([_mark(beside), orjson.dumps(one.row(beside.told))])
                (into or self._derived).save(key, FORM, payload)


def _mark(beside: Known) -> bytes:
    assert beside.head is not None
    return beside.head.digest.encode()
