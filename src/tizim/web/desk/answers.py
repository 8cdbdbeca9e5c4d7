"""Answers that are kept, for several who ask at once: one of them computes it, the others wait for it."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar

from tizim.timelines import Chronicle, Lives
from tizim.web.desk.courtesy import holding

V = TypeVar("V")
Begin = Callable[[Chronicle], V]
GoOn = Callable[[V, Chronicle, frozenset[str]], V]
"""What was made of the lives, what is told now, whom a change touched: what is to be made of that."""
_KEPT, _TOLD, _STATES = 64, 128, 2
_MISSED: ContextVar[list[None] | None] = ContextVar("missed", default=None)
"""What is not at hand of what was asked for, where nothing else is wanted."""


class NotAtHandError(Exception):
    """Only what is at hand was asked for, and this is to be made first."""


@contextmanager
def at_hand() -> Iterator[None]:
    """A span in which nothing large is made: NotAtHandError where something would be.

    It comes at the end once more, since templates pass over what goes wrong in a condition.
    """
    missed: list[None] = []
    token = _MISSED.set(missed)
    try:
        yield
    finally:
        _MISSED.reset(token)
    if missed:
        raise NotAtHandError


def makes() -> None:
    """Said by whoever is about to make something large."""
    missed = _MISSED.get()
    if missed is not None:
        missed.append(None)
        raise NotAtHandError


class Answers:
    """The latest answers by their keys; a long one holds up nobody who asks for others."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[Any, Any] = OrderedDict()
        self._asked: dict[Any, threading.RLock] = {}
        self._lock = threading.Lock()
        self._states: list[str] = []

    def of(self, key: Any, compute: Callable[[], Any], *, state: str = "", large: bool = False) -> Any:
        """The answer for that key in a state of the register, computed if nobody has; old states are left.

        What is ``large`` is made by nobody who asks only for what is at hand, nor waited for.
        """
        key = state, key
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if large:
                makes()
            asked = self._asked.setdefault(key, threading.RLock())
        with holding(asked):
            with self._lock:
                if key in self._kept:
                    return self._kept[key]
            found = compute()
            with self._lock:
                self._keep(key, found)
        return found

    def _keep(self, key: tuple[str, Any], found: Any) -> None:
        self._kept[key] = found
        self._asked.pop(key, None)
        if key[0] not in self._states:
            self._states = [*self._states, key[0]][-_STATES:]
            for old in [one for one in self._kept if one[0] not in self._states]:
                del self._kept[old]
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)


class Last(Generic[V]):
    """The latest answer alone, computed anew where what it rests on bears another stamp."""

    def __init__(self) -> None:
        self._made: tuple[Any, V] | None = None
        self._lock = threading.RLock()

    def of(self, stamp: Any, compute: Callable[[], V]) -> V:
        """The answer for that stamp."""
        with holding(self._lock):
            if self._made is None or self._made[0] != stamp:
                self._made = stamp, compute()
            return self._made[1]


class Tale:
    """Answers about what is told at one moment; they stay while it tells the same.

    A decision that changes nobody's life, as most of them, leaves them all: it is told anew, and the same.
    """

    def __init__(self) -> None:
        self._answers = Answers(_TOLD)
        self._told: list[tuple[Chronicle, int]] = []
        self._count = 0
        self._lock = threading.Lock()

    def of(self, key: Any, told: Chronicle, compute: Callable[[], Any]) -> Any:
        """The answer for that key about what is told, computed if nobody has."""
        return self._answers.of(key, compute, state=str(self._number(told)), large=True)

    def _number(self, told: Chronicle) -> int:
        """Which telling it is: the same for two that tell the same of everybody."""
        with self._lock:
            for one, number in self._told:
                if one is told:
                    return number
            same = next((number for one, number in self._told if _tells_same(one, told)), None)
            if same is None:  # a number is never given twice: answers under it may still be kept
                self._count += 1
            number = self._count if same is None else same
            self._told = [*self._told, (told, number)][-_STATES:]
        return number


def _tells_same(one: Chronicle, other: Chronicle) -> bool:
    return (
        one.lives is other.lives
        and one.doubts is other.doubts
        and one.groups is other.groups
        and one.contradictions == other.contradictions
        and one.strays == other.strays
    )


class Following(Generic[V]):
    """Something made of all lives that goes on with them; what was given out stays as it was."""

    def __init__(self, begin: Begin[V], go_on: GoOn[V]) -> None:
        self._begin, self._go_on = begin, go_on
        self._made: list[tuple[Lives, V]] = []
        self._lock = threading.RLock()

    def at(self, told: Chronicle) -> V:
        """What it is for the lives told now."""
        for lives, made in self._made:
            if lives is told.lives:
                return made
        with holding(self._lock):
            found = next((made for lives, made in self._made if lives is told.lives), None)
            if found is None:
                found = self._next(told)
                self._made = [*self._made, (told.lives, found)][-_STATES:]
        return found

    def _next(self, told: Chronicle) -> V:
        for lives, made in reversed(self._made):
            touched = told.lives.changed_since(lives)
            if touched is not None:
                return self._go_on(made, told, touched)
        makes()
        return self._begin(told)
