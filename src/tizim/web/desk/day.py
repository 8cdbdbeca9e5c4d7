"""What the first page tells of the moment asked for."""

from dataclasses import dataclass
from datetime import timedelta

from tizim.tallies import Definition, Difference, Tally, definition, difference, tally
from tizim.timelines import Deadline, deadlines
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told

_CHANGES, _AHEAD, _PASSED = timedelta(days=30), timedelta(days=60), timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Overview:
    """The count of people in custody, what changed in a month, and the terms that run out."""

    definition: Definition
    held: Tally
    changed: Difference
    deadlines: tuple[Deadline, ...]


def overview(asked: Moment) -> Overview:
    """The first page's content; kept until something is written."""
    found: Overview = opened().kept(("overview", asked.key), lambda: _overview(asked))
    return found


def _overview(asked: Moment) -> Overview:
    of, chronicled = definition("in-custody"), told(asked)
    now = tally(of, chronicled, as_of=asked.as_of, known_at=asked.known_at)
    before = tally(of, chronicled, as_of=asked.as_of - _CHANGES, known_at=asked.known_at)
    recorded = {
        one.id: one.recorded_at for one in register().ledger.known_at(asked.known_at, kinds=("claim",))
    }
    lines = ((one.person.id, one.timeline) for one in chronicled.lives.values())
    ahead = deadlines(lines, since=asked.as_of - _PASSED, until=asked.as_of + _AHEAD)
    return Overview(of, now, difference(of, before, now, told=chronicled, recorded=recorded), ahead)
