"""What surely or perhaps holds of everybody on any day: known of each between which days it stays the same.

So another day asks only about those of whom something else holds then.
"""

import threading
from collections.abc import Iterable, Iterator
from typing import Any

from tizim.tallies import Row, Spans, Watch, row_of, take_up
from tizim.timelines import Chronicle, KeptLives, Leaf
from tizim.web.desk.people.facets import Code, codes_on

Codes = frozenset[Code]
_UNKNOWN: Any = object()
_NOTHING: Spans[Codes] = Spans.none()


class Holding:
    """The codes of everybody on whatever days are asked for; found by one at a time."""

    def __init__(self) -> None:
        self._same: dict[Codes, Codes] = {}
        self._lock = threading.Lock()

    def on(self, told: Chronicle, ids: Iterable[str], day: int) -> dict[str, Codes]:
        """What holds of these people on the day."""
        lives = _kept(told)
        with self._lock:
            return {one: self._of(lives, one, day) for one in ids}

    def seek(self, told: Chronicle) -> Iterator[None]:
        """Finds out what holds on all days, a little at a time; may be left at any."""
        lives = _kept(told)
        for one, leaf in lives.leaves.items():
            while (day := leaf.beside.get(self, _NOTHING).gap()) is not None:
                with self._lock:
                    self._of(lives, one, day)
                yield

    def row(self, told: Chronicle) -> Row:
        """What is known, to be kept beside the chronicle."""
        return row_of(self, _leaves(told), sorted)

    def take_up(self, told: Chronicle, row: Row) -> None:
        """Goes on from what was kept beside that chronicle."""
        take_up(self, _leaves(told), row, lambda raw: self._once(frozenset(map(tuple, raw))))

    def _of(self, lives: KeptLives, one: str, day: int) -> Codes:
        leaf = lives.leaves[one]
        spans: Spans[Codes] = leaf.beside.get(self, _NOTHING)
        found = spans.at(day, _UNKNOWN)
        if found is _UNKNOWN:
            watch = Watch.on(day)
            found = self._once(codes_on(lives[one].timeline, watch))
            leaf.beside[self] = spans.more(watch.first, watch.last, found)
        return found

    def _once(self, codes: Any) -> Codes:
        found: Codes = self._same.setdefault(codes, codes)
        return found


def _kept(told: Chronicle) -> KeptLives:
    assert isinstance(told.lives, KeptLives)
    return told.lives


def _leaves(told: Chronicle) -> list[Leaf]:
    return list(_kept(told).leaves.values())
