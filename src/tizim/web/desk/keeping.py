"""What the desk does by itself beside its pages: it looks ahead, and keeps what it has learnt."""

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connections

from tizim.stores.errors import StoreError
from tizim.tallies import definition, shipped
from tizim.timelines import Chronicle
from tizim.web.desk.courtesy import beside, give_way
from tizim.web.desk.figures import lasting
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import opened, told
from tizim.web.desk.people.roster import holding
from tizim.web.desk.same.queue import pairs
from tizim.web.desk.same.weighing import weighing

_WORK, _REST, _AWAIT, _PAUSE, _UNKEPT = 0.01, 0.02, 0.2, 30.0, 2_000
"""Seconds at work, then at rest, longer after somebody asked for a page; kept after so many entries."""
_MUCH = 50
"""What was found out is kept where it is more than one thing about each so many people."""


class Keeper(threading.Thread):
    """Goes on beside the pages until it is told to end."""

    def __init__(self, *, rest: float = _REST, pause: float = _PAUSE) -> None:
        super().__init__(name="desk-keeper", daemon=True)
        self._rest, self._pause, self._end = rest, pause, threading.Event()
        self._seen: Chronicle | None = None
        self._found = 0

    def run(self) -> None:
        """Looks ahead whenever something is new, and keeps what is held when it is much."""
        try:
            with beside():
                while not self._end.wait(self._pause):
                    self._try(self.look_ahead)
                    self._try(lambda: opened().keep(_UNKEPT))
        finally:
            connections.close_all()

    def look_ahead(self) -> None:
        """Finds out what nobody has asked about yet."""
        now = told(moment_of({}))
        if now is not self._seen and all(self._looked(steps) for steps in _ahead(now)):
            self._seen = now
            if self._found * _MUCH > len(now.lives):
                self._found = 0
                opened().keep_beside()

    def close(self) -> None:
        """Ends at the next step."""
        self._end.set()
        self.join(timeout=30)

    def _looked(self, steps: Iterator[None]) -> bool:
        until = time.monotonic() + _WORK
        for _ in steps:
            give_way()
            self._found += 1
            if time.monotonic() > until:
                if self._end.wait(_AWAIT if opened().is_busy else self._rest):
                    return False
                until = time.monotonic() + _WORK
        return True

    def _try(self, work: Callable[[], None]) -> None:
        try:
            work()
        except (DatabaseError, StoreError) as fault:  # a full disk, a server that restarts: tried again
            print(f"fault in the desk's keeper: {type(fault).__name__}", file=sys.stderr)  # noqa: T201


def _ahead(now: Chronicle) -> Iterator[Iterator[None]]:
    """What finds out how pairs weigh, then about the days to come and gone: lists, everybody's states."""
    asked = moment_of({})
    yield weighing(asked).ahead(pairs(asked).keys(), asked)
    yield from (lasting(definition(name), asked).seek(now) for name in shipped())
    yield holding(asked).seek(now)


@contextmanager
def keeping() -> Iterator[Keeper]:
    """A span in which somebody looks ahead."""
    keeper = Keeper()
    keeper.start()
    try:
        yield keeper
    finally:
        keeper.close()
