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
    """One thing that is kept: by what name, on which basis, what gives it, at which head it was kept last."""

    name: str
    basis: Basis
    row: Callable[[Chronicle], Any]
    head: str = ""


class Aside:
    """The things that are kept beside the chronicles."""

    def __init__(self, derived: Derived) -> None:
        self._derived = derived
        self._things: dict[str, Kept] = {}

    def keeps(self, name: str, basis: Basis, row: Callable[[Chronicle], Any]) -> None:
        """From here on that thing is kept; ``row`` gives it as numbers, lists and texts."""
        key = f"{name}/{basis}"
        head = self._things[key].head if key in self._things else ""
        self._things[key] = Kept(name, basis, row, head)

    def found(self, name: str, beside: Known) -> Any:
        """What was kept by that name beside this chronicle; None where nothing was."""
        payload = self._derived.load(f"{name}/{beside.told.basis}", FORM)
        if not payload or beside.head is None:
            return None
        end = payload.index(b"\n")
        return orjson.loads(memoryview(payload)[end + 1 :]) if payload[:end] == _mark(beside) else None

    def keep(self, beside: Known, *, more: bool = False) -> None:
        """Keeps what belongs to the chronicle as it was kept, one thing after the other.

        With ``more`` also what was kept of it before, since more was found out.
        """
        for key, one in list(self._things.items()):
            if one.basis == beside.told.basis and beside.head and (more or one.head != beside.head.digest):
                payload = b"\n".join([_mark(beside), orjson.dumps(one.row(beside.told))])
                self._derived.save(key, FORM, payload)
                one.head = beside.head.digest


def _mark(beside: Known) -> bytes:
    assert beside.head is not None
    return beside.head.digest.encode()
