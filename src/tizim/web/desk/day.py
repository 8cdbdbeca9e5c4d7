"""What the first page tells of the moment asked for: who is held, what changed, runs out, waits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tizim.tallies import Change, Definition, Member, StandingMembers, Tally
from tizim.timelines import Deadline
from tizim.web.desk.deciders import asking, stamp
from tizim.web.desk.figures import counted, differences
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened
from tizim.web.desk.sight import Sight
from tizim.web.desk.signs import signs_of
from tizim.web.desk.unnamed import unnamed

_LIST = "in-custody"
_CHANGES, _AHEAD, _PASSED = timedelta(days=30), timedelta(days=60), timedelta(days=14)
_LONG = timedelta(days=180)
_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page tells."""

    definition: Definition
    held: Tally
    changes: Sequence[Change]
    deadlines: Sequence[Deadline]
    stale: Sequence[Member]
    contradicted: Sequence[tuple[str, str]]
    changes_since: date


@dataclass(frozen=True, slots=True)
class Point:
    """A count on a day."""

    day: date
    at_least: int
    at_most: int


def overview(asked: Moment) -> Overview:
    """The first page's content; kept while the same is told and decided."""
    return opened().telling(("overview", stamp(listed(asked))), asked, lambda: _overview(asked))


def course(asked: Moment, name: str = _LIST) -> tuple[Point, ...]:
    """How many a list counts at the end of each of the last months and on the day, as known at the moment."""
    key = "course", name, stamp(asking(name, asked))
    return opened().telling(key, asked, lambda: tuple(_course(name, asked)))


def listed(asked: Moment) -> Definition:
    """The list that the first page tells of."""
    return asking(_LIST, asked)


def unseen(of: Overview, asked: Moment, sight: Sight) -> frozenset[str]:
    """Whom the first page does not name to the account among those held and those who joined or left."""
    earlier = replace(asked, as_of=of.changes_since)
    return unnamed(of.held, asked, sight) | unnamed(counted(_LIST, earlier)[1], earlier, sight)


def _overview(asked: Moment) -> Overview:
    of, now = counted(_LIST, asked)
    _, before = counted(_LIST, replace(asked, as_of=asked.as_of - _CHANGES))
    signs = signs_of(asked)
    return Overview(
        definition=of,
        held=now,
        changes=differences(of, before, now, asked).changes,
        deadlines=signs.deadlines(since=asked.as_of - _PASSED, until=asked.as_of + _AHEAD),
        stale=_stale(now, asked.as_of),
        contradicted=signs.contradicted,
        changes_since=asked.as_of - _CHANGES,
    )


def _stale(now: Tally, day: date) -> Sequence[Member]:
    """Those whose state nobody has confirmed for half a year."""
    assert isinstance(now.members, StandingMembers)
    by = (day - _LONG).toordinal()
    return now.members.where(lambda _, each: each.last_told < by)


def _course(name: str, asked: Moment) -> Iterator[Point]:
    for day in [*_month_ends(asked.as_of), asked.as_of]:
        _, found = counted(name, replace(asked, as_of=day))
        at_most = found.at_least if found.at_most is None else found.at_most
        yield Point(day, found.at_least, at_most)


def _month_ends(until: date) -> list[date]:
    """The last days of the months before the day, the earliest first."""
    ends, first = [], until.replace(day=1)
    for _ in range(_MONTHS):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return ends[::-1]
