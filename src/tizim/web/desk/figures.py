"""Lists and figures: whom a definition counts on the day, and how two days differ."""

import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from functools import cache
from hashlib import sha256
from typing import Any

from tizim.tallies import (
    Definition,
    Difference,
    Lasting,
    Member,
    StandingMembers,
    Tally,
    counts_row,
    definition_text,
    difference,
    take_up_counts,
)
from tizim.tallies import counted as tally_of
from tizim.timelines import Chronicle
from tizim.web.desk.answers import makes
from tizim.web.desk.courtesy import give_way, holding
from tizim.web.desk.deciders import asking, decided_people, stamp
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told

PAGE = 50
_OVER = object()


def counted(name: str, asked: Moment) -> tuple[Definition, Tally]:
    """The tally of a definition for the moment; kept while the same is told and decided."""
    of = asking(name, asked)
    return of, opened().telling(("tally", name, stamp(of)), asked, lambda: _counted(of, asked))


def lasting(of: Definition, asked: Moment) -> "Counts":
    """The counts of a definition by what is known at the moment; they go on when something is written.

    Where people's decisions are asked for, they are counted anew of those alone on whom there are any.
    """
    if of.wish is None:
        key = "counts", of.name, asked.known_at, asked.basis
        going: Counts = opened().lasting(key, lambda: _gone_on(of, asked))
        return going
    stamped = "counts", of.name, asked.known_at, asked.basis, stamp(of)
    found: Counts = opened().kept(stamped, lambda: Counts(of, decided_people(of, asked)))
    return found


class Counts:
    """The counts of one definition, found by one at a time."""

    def __init__(self, of: Definition, among: Collection[str] | None = None) -> None:
        self._by, self._lock = Lasting(of, among, give_way), threading.Lock()

    def row(self, chronicled: Chronicle) -> Any:
        """What is known of everybody there, to be kept."""
        return counts_row(self._by, chronicled)

    def take_up(self, chronicled: Chronicle, row: Any) -> None:
        """Goes on from what was kept."""
        take_up_counts(self._by, chronicled, row)

    @contextmanager
    def alone(self) -> Iterator[Lasting]:
        """A span in which nobody else counts."""
        with holding(self._lock):
            yield self._by

    def seek(self, chronicled: Chronicle) -> Iterator[None]:
        """Finds out what holds on other days, a little at a time."""
        steps = self._by.seek(chronicled)
        going = True
        while going:
            with holding(self._lock):
                going = next(steps, _OVER) is not _OVER
            yield


def _gone_on(of: Definition, asked: Moment) -> Counts:
    """The counts with what an earlier process found out."""
    counts = Counts(of)
    chronicled, row = opened().found_before(f"counts {_digest(of.name)}", asked, counts.row)
    if row:
        counts.take_up(chronicled, row)
    return counts


@cache
def _digest(name: str) -> str:
    """The name of a definition that ships, and what it says."""
    return f"{name} {sha256(definition_text(name).encode()).hexdigest()[:12]}"


def members(of: Definition, found: Tally, part: str, people: Collection[str] | None) -> Sequence[Member]:
    """The members in one class (or all), among these people, if some are named."""
    if not part and people is None:
        return found.members
    codes = [one.code for one in of.classes]
    assert isinstance(found.members, StandingMembers)
    return found.members.where(
        lambda one, each: part in ("", codes[each.place]) and (people is None or one in people)
    )


def _counted(of: Definition, asked: Moment) -> Tally:
    with lasting(of, asked).alone() as by:
        return tally_of(by, told(asked), as_of=asked.as_of, known_at=asked.known_at)


def differing(name: str, asked: Moment, earlier: Moment) -> tuple[Definition, Difference]:
    """Who joined, left or moved from the earlier moment to the one asked for."""
    of, now = counted(name, asked)
    _, before = counted(name, earlier)
    if earlier.known_at == asked.known_at:
        key = "difference", name, earlier.key, stamp(of)
        return of, opened().telling(key, asked, lambda: differences(of, before, now, asked))

    def found() -> Difference:
        makes()
        return differences(of, before, now, asked)

    kept: Difference = opened().kept(("difference", name, asked.key, earlier.key, stamp(of)), found)
    return of, kept


def differences(of: Definition, before: Tally, now: Tally, asked: Moment) -> Difference:
    """The same of two tallies; when claims were recorded is looked up only where that decides anything."""
    return difference(of, before, now, told=told(asked), recorded=_recorded(before, now))


def _recorded(before: Tally, now: Tally) -> Mapping[str, str]:
    """When the claims of those who joined were recorded, if the earlier list was known by another moment."""
    if before.known_at is None:
        return {}
    joined = [now.member(one) for one in now.rows if one not in before.rows]
    because = {claim for one in joined for claim in one.fit.because}
    return {one.id: one.recorded_at for one in register().ledger.of(because)}


def a_year_before(asked: Moment) -> Moment:
    """The moment with which a list is compared if no other is named."""
    return replace(asked, as_of=asked.as_of - timedelta(days=365))
