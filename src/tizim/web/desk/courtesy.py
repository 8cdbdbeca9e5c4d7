"""Pages go first: what is made beside them gives way while one is being answered.

Python lets one thread at a time reckon. Without this a page that needs 20 ms among three threads that look at
everybody would wait for its turn four times as long.
"""

import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

_NAP, _MOST, _WORK = 0.001, 0.05, 0.01
"""Seconds: between two looks whether pages are done, given way at most at once, and worked after that."""


class Lock(Protocol):
    """A lock of whatever kind."""

    def acquire(self, blocking: bool = ...) -> bool:
        """Takes it; whether it was to be had."""

    def release(self) -> None:
        """Leaves it."""


class _Here(threading.local):
    """What this thread does: it goes beside the pages, or answers one; until when it may go on; its locks."""

    beside = answers = False
    until = 0.0

    def __init__(self) -> None:
        self.held: list[int] = []


class Pages:
    """The pages that are being answered now, without those that wait for somebody else."""

    def __init__(self) -> None:
        self._count, self._lock = 0, threading.Lock()
        self._wanted: Counter[int] = Counter()

    @contextmanager
    def more(self, by: int) -> Iterator[None]:
        """A span with so many more of them."""
        self._add(by)
        try:
            yield
        finally:
            self._add(-by)

    @contextmanager
    def wanting(self, lock: Lock) -> Iterator[None]:
        """A span in which somebody waits for the lock."""
        self._want(id(lock), 1)
        try:
            yield
        finally:
            self._want(id(lock), -1)

    def want(self, locks: Sequence[int]) -> bool:
        """Whether somebody waits for one of these."""
        return bool(self._wanted) and any(one in self._wanted for one in locks)

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self._count > 0

    def _add(self, by: int) -> None:
        with self._lock:
            self._count += by

    def _want(self, lock: int, by: int) -> None:
        with self._lock:
            self._wanted[lock] += by
            if not self._wanted[lock]:
                del self._wanted[lock]


_HERE, _PAGES = _Here(), Pages()


@contextmanager
def answering() -> Iterator[None]:
    """A span in which this thread answers a page."""
    _HERE.answers = True
    try:
        with _PAGES.more(1):
            yield
    finally:
        _HERE.answers = False


@contextmanager
def waiting() -> Iterator[None]:
    """A span in which this thread waits for what others make: nobody need give way to it."""
    if not _HERE.answers:
        yield
        return
    with _PAGES.more(-1):
        yield


@contextmanager
def beside() -> Iterator[None]:
    """A span in which this thread goes beside the pages."""
    before, _HERE.beside = _HERE.beside, True
    try:
        yield
    finally:
        _HERE.beside = before


@contextmanager
def holding(lock: Lock) -> Iterator[None]:
    """A span in which nobody else holds the lock; who has to wait for it is waited for by nobody."""
    if not lock.acquire(blocking=False):
        with waiting(), _PAGES.wanting(lock):
            lock.acquire()
    _HERE.held.append(id(lock))
    try:
        yield
    finally:
        _HERE.held.pop()
        lock.release()


def give_way() -> None:
    """Called often by what takes long: waits while pages are answered, if this thread goes beside them.

    It never waits for ever: after each 50 ms given it works for 10. Who holds what somebody else waits for
    goes on.
    """
    if not _PAGES or not _HERE.beside or time.monotonic() < _HERE.until or _PAGES.want(_HERE.held):
        return
    until = time.monotonic() + _MOST
    while _PAGES and time.monotonic() < until:
        time.sleep(_NAP)
    _HERE.until = time.monotonic() + _WORK


def quiet() -> bool:
    """Whether no page is being answered."""
    return not _PAGES
