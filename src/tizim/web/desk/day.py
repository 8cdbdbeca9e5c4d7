"""What the first page tells of the moment asked for: who is held, what changed, runs out, waits."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tizim.tallies import Change, Definition, Member, Tally, definition, difference, tally
from tizim.timelines import Chronicle, Deadline, deadlines
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told

_CHANGES, _AHEAD, _PASSED = timedelta(days=30), timedelta(days=60), timedelta(days=14)
_LONG = timedelta(days=180)
_MONTHS = 24


@dataclass(frozen=True, slots=True)
class Overview:
    """What the first page tells."""

    definition: Definition
    held: Tally
    changes: tuple[Change, ...]
    deadlines: tuple[Deadline, ...]
    stale: tuple[Member, ...]
    contradicted: tuple[tuple[str, str], ...]
    unreviewed: int


@dataclass(frozen=True, slots=True)
class Point:
    """A count on a day."""

    day: date
    at_least: int
    at_most: int


def overview(asked: Moment) -> Overview:
    """The first page's content; kept until something is written."""
    found: Overview = opened().kept(("overview", asked.key), lambda: _overview(asked))
    return found


def course(asked: Moment) -> tuple[Point, ...]:
    """How many were held at the end of each of the last months and on the day, as known at the moment."""
    found: tuple[Point, ...] = opened().kept(("course", asked.key), lambda: tuple(_course(asked)))
    return found


def _overview(asked: Moment) -> Overview:
    of, chronicled = definition("in-custody"), told(asked)
    now = tally(of, chronicled, as_of=asked.as_of, known_at=asked.known_at)
    before = tally(of, chronicled, as_of=asked.as_of - _CHANGES, known_at=asked.known_at)
    because = {one for tallied in (now, before) for one in tallied.because}
    recorded = {one.id: one.recorded_at for one in register().ledger.of(because)}
    lines = ((one.person.id, one.timeline) for one in chronicled.lives.values())
    return Overview(
        definition=of,
        held=now,
        changes=difference(of, before, now, told=chronicled, recorded=recorded).changes,
        deadlines=deadlines(lines, since=asked.as_of - _PASSED, until=asked.as_of + _AHEAD),
        stale=tuple(one for one in now.members if _is_stale(one, asked.as_of)),
        contradicted=tuple(_contradicted(chronicled)),
        unreviewed=len(chronicled.unreviewed),
    )


def _is_stale(member: Member, day: date) -> bool:
    """Whether nobody has confirmed the state for half a year."""
    episode = member.fit.episode
    last = (episode.confirmed or episode.reported or episode.begin.last) if episode else None
    return last is not None and day - last > _LONG


def _contradicted(chronicled: Chronicle) -> Iterator[tuple[str, str]]:
    for life in chronicled.lives.values():
        kinds = Counter(one.kind for one in life.timeline.contradictions)
        yield from ((life.person.id, kind) for kind in kinds)


def _course(asked: Moment) -> Iterator[Point]:
    of, chronicled = definition("in-custody"), told(asked)
    for day in [*_month_ends(asked.as_of), asked.as_of]:
        found = tally(of, chronicled, as_of=day, known_at=asked.known_at)
        at_most = found.at_least if found.at_most is None else found.at_most
        yield Point(day, found.at_least, at_most)


def _month_ends(until: date) -> list[date]:
    """The last days of the months before the day, the earliest first."""
    ends, first = [], until.replace(day=1)
    for _ in range(_MONTHS):
        ends.append(first - timedelta(days=1))
        first = ends[-1].replace(day=1)
    return ends[::-1]
