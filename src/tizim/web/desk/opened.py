"""The register that this process serves, and what it tells, kept in memory until something is written."""

import base64
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from cryptography.fernet import Fernet

from tizim.ledger import Entry
from tizim.timelines import Chronicle, Known, known_whole
from tizim.web.desk.moment import Moment
from tizim.wiring import Register, now

_KEPT = 64
_LASTING = 8
_OPEN: list["Open"] = []


class Open:
    """An open register with what was told from it; answers are kept until something is written."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._answers: OrderedDict[Any, Any] = OrderedDict()
        self._head: str | None = None
        self._lasting: OrderedDict[Any, Any] = OrderedDict()
        self._lock = threading.RLock()

    def kept(self, key: Any, compute: Callable[[], Any]) -> Any:
        """The answer for that key, computed once as long as nothing is written."""
        with self._lock:
            head = self.register.ledger.head().digest
            if head != self._head:
                self._answers.clear()
                self._head = head
            if key not in self._answers:
                self._answers[key] = compute()
                while len(self._answers) > _KEPT:
                    self._answers.popitem(last=False)
            self._answers.move_to_end(key)
            return self._answers[key]

    def lasting(self, key: Any, make: Callable[[], Any]) -> Any:
        """What outlives writing, because it brings itself up to date; only the latest few of them."""
        with self._lock:
            if key not in self._lasting:
                self._lasting[key] = make()
                while len(self._lasting) > _LASTING:
                    self._lasting.popitem(last=False)
            self._lasting.move_to_end(key)
            return self._lasting[key]


@contextmanager
def serving(register: Register) -> Iterator[Open]:
    """A span in which this process serves the register."""
    one = Open(register)
    _OPEN.append(one)
    try:
        yield one
    finally:
        _OPEN.remove(one)


def opened() -> Open:
    """What this process serves."""
    return _OPEN[-1]


def register() -> Register:
    """The register that this process serves."""
    return opened().register


def seal() -> Fernet:
    """What encrypts small secrets of accounts."""
    return Fernet(base64.urlsafe_b64encode(register().keys.desk_seal))


def knowledge(asked: Moment) -> Known:
    """What the register tells at the moment asked for, with the roll and the origins behind it."""
    found: Known = opened().kept(
        ("knowledge", asked.known_at, asked.basis),
        lambda: known_whole(register().ledger, register().derived, at=asked.known_at, basis=asked.basis),
    )
    return found


def told(asked: Moment) -> Chronicle:
    """What the register tells at the moment asked for, on the basis asked for."""
    return knowledge(asked).told


def write(entries: Sequence[Entry], *, by: str) -> tuple[Entry, ...]:
    """Appends the entries under the working name of an account; what is known already is not doubled."""
    return register().ledger.append(entries, at=now(), by=by, skip_known=True)
