"""What the first to come would wait for, made ready before; and what is found to stay in memory.

A register of many people takes a while until everybody's states and names are at hand.
"""

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

from tizim.web.desk import day, figures
from tizim.web.desk.courtesy import beside, quiet
from tizim.web.desk.definitions import names as names_known
from tizim.web.desk.moment import Moment, moment_of
from tizim.web.desk.opened import one_state
from tizim.web.desk.people.finding import names
from tizim.web.desk.people.seen import columns_of_all
from tizim.web.desk.reading.waiting import counted
from tizim.web.desk.same.queue import pairs
from tizim.web.desk.same.rolls import rarity

_WAIT, _TURN = 5.0, 0.0002
"""Seconds: waited for at the end, and for which a thread may go on while another waits for its turn."""
_LITTLE, _MUCH, _LOOK, _OFTEN = 2_000, 100_000, 0.1, 120
"""New objects for which nobody looks through them, and for which somebody does even within a page; seconds
between two looks; each so many looks take in what outlived the others: that holds up every page for 0.1 s."""
FIRST: tuple[Callable[[Moment], Any], ...] = (
    columns_of_all,
    names,
    counted,
    day.overview,
    lambda asked: [figures.counted(name, asked)[1].members[:1] for name in names_known(asked)],
    day.course,
    pairs,
    rarity,
    lambda asked: [
        figures.differing(name, asked, figures.a_year_before(asked)) for name in names_known(asked)
    ],
)
"""What most pages are told from, in the order in which it is needed; members in the order of their names."""


@contextmanager
def made_ready() -> Iterator[None]:
    """A span at whose beginning a thread makes ready what the first pages need."""
    ended = threading.Event()
    thread = threading.Thread(target=_make_ready, args=(ended,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(_WAIT)


@contextmanager
def settled() -> Iterator[None]:
    """A span in which garbage is looked for only among what is new: the rest has been found to stay.

    Else looking through everything that is kept of a large register holds up some page for seconds. It is
    looked for between pages; within one only where very much has come together.
    """
    before, tidier = gc.get_threshold(), Tidier()
    gc.callbacks.append(_settle)
    gc.set_threshold(_MUCH, *before[1:])
    tidier.start()
    try:
        yield
    finally:
        tidier.close()
        gc.set_threshold(*before)
        gc.callbacks.remove(_settle)


class Tidier(threading.Thread):
    """Looks for garbage while no page is being answered."""

    def __init__(self) -> None:
        super().__init__(name="desk-tidier", daemon=True)
        self._end, self._count = threading.Event(), 0

    def run(self) -> None:
        """Until it is told to end."""
        while not self._end.wait(_LOOK):
            if gc.isenabled() and gc.get_count()[0] > _LITTLE and quiet():
                self._count += 1
                gc.collect(1 if self._count % _OFTEN else 2)

    def close(self) -> None:
        """Ends at once."""
        self._end.set()
        self.join()


@contextmanager
def in_turns() -> Iterator[None]:
    """A span in which a thread that reckons lets others in at once.

    By itself Python lets it go on for 5 ms each time another has read from the database: a page reads ten
    times, so that it would wait longer for its turns than it works.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN)
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def _settle(phase: str, told: dict[str, int]) -> None:
    if phase == "stop" and told["generation"] == 2:
        gc.freeze()


def _make_ready(ended: threading.Event) -> None:
    asked = moment_of({})
    try:
        for make in FIRST:
            if not ended.is_set():
                with one_state(asked), beside():
                    make(asked)
    except Exception as fault:  # noqa: BLE001 - whoever asks meets it again; here its kind alone is told
        if not ended.is_set():
            print(f"fault in making ready: {type(fault).__name__}", file=sys.stderr)  # noqa: T201
    finally:
        connections.close_all()
