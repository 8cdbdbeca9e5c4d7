"""Which events an update tells: those of its period, each in one update only, and what changed since."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.publications.facts import Fact


@dataclass(frozen=True, slots=True)
class Period:
    """A country (None: any) and a span of days."""

    first: date
    last: date
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What befell one person, or people not named, at one time, as one or several claims tell it."""

    facts: tuple[Fact, ...]

    @property
    def first(self) -> Fact:
        """The fact that places it: the most exact day."""
        return self.facts[0]

    @property
    def roots(self) -> frozenset[str]:
        """The claims by which the event is known again after corrections."""
        return frozenset(one.root for one in self.facts)

    @property
    def substance(self) -> frozenset[tuple[object, ...]]:
        """What is told of it: one more report of the same is no change."""
        return frozenset(_substance(one) for one in self.facts)

    @property
    def day(self) -> date:
        """The day on which it had happened at the latest."""
        days = self.first.days
        assert days and days.last
        return days.last


@dataclass(frozen=True, slots=True)
class Selection:
    """What an update tells: new events of the period, earlier ones newly known, changes; how many it cannot.

    ``changed`` pairs an event as told before with the event as known now; ``withdrawn`` are those told before
    of which no claim stands any more.
    """

    new: tuple[Event, ...]
    late: tuple[Event, ...] = ()
    changed: tuple[tuple[Event, Event], ...] = ()
    withdrawn: tuple[Event, ...] = ()
    undated: int = 0
    elsewhere: int = 0

    @property
    def events(self) -> tuple[Event, ...]:
        """All that are told, as known now."""
        return (*self.new, *self.late, *(now for _was, now in self.changed))


def selected(
    now: Sequence[Fact],
    period: Period,
    before: Sequence[Fact] | None = None,
    *,
    standing: frozenset[str] | None = None,
) -> Selection:
    """What the update of the period tells, after one that was drafted from ``before``.

    ``standing`` are the roots of the claims that stand now: with it, what was told and taken back since is
    announced; what still stands and may no longer be told is not.

    The one before told, or left to the time before it, whatever had happened by the day before this period
    as known then; so whatever is told now was not told yet, and nothing between two updates is lost.
    """
    here, undated, elsewhere = _events_in(now, period)
    known = [one for one in here if one.day <= period.last]
    told = [one for one in _events_in(before or (), period)[0] if one.day < period.first]
    was = {root: one for one in told for root in one.roots}
    fresh = [one for one in known if not one.roots & was.keys()]
    again = [
        (was[next(iter(sorted(one.roots & was.keys())))], one) for one in known if one.roots & was.keys()
    ]
    return Selection(
        tuple(one for one in fresh if one.day >= period.first),
        tuple(one for one in fresh if one.day < period.first) if before is not None else (),
        tuple((then, one) for then, one in again if not _told(one, was)),
        tuple(one for one in told if standing is not None and one.roots.isdisjoint(standing)),
        undated, elsewhere,
    )  # fmt: skip


def events_of(facts: Iterable[Fact]) -> tuple[Event, ...]:
    """The events in the facts that have a day, in the order of days."""
    by_what: Mapping[tuple[object, ...], list[Fact]] = _grouped(one for one in facts if one.days)
    found = [event for several in by_what.values() for event in _parted(several)]
    return tuple(sorted(found, key=lambda one: (one.day, one.first.act.act, one.first.root)))


def _told(now: Event, was: Mapping[str, Event]) -> bool:
    """Whether all that is told of the event now was told before."""
    before = {told for root in now.roots & was.keys() for told in was[root].substance}
    return now.substance <= before


def _events_in(facts: Sequence[Fact], period: Period) -> tuple[tuple[Event, ...], int, int]:
    """The events of the country, how many facts have no day, how many of them belong to no known country."""
    found = events_of(facts)
    here = tuple(one for one in found if not period.country or _country(one) == period.country)
    nowhere = sum(_country(one) is None for one in found) if period.country else 0
    return here, sum(one.days is None for one in facts), nowhere


def _country(event: Event) -> str | None:
    return next((one.country for one in event.facts if one.country), None)


def _grouped(facts: Iterable[Fact]) -> Mapping[tuple[object, ...], list[Fact]]:
    found: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for one in facts:
        unnamed = (one.event or one.root,) if one.who is None else ()
        found[(one.who, one.act.act, *unnamed)].append(one)
    return found


def _parted(facts: Sequence[Fact]) -> list[Event]:
    """One act at several times: facts of one day are one event, a vague day joins the only one it may be."""
    exact: dict[object, list[Fact]] = defaultdict(list)
    vague = []
    for one in sorted(facts, key=lambda fact: (_first(fact), fact.root)):
        if one.event or _is_exact(one):
            exact[one.event or _first(one)].append(one)
        else:
            vague.append(one)
    for one in vague:
        fitting = [key for key, several in exact.items() if any(_may_be(one, other) for other in several)]
        exact[fitting[0] if len(fitting) == 1 else (one.act.date, "vague")].append(one)
    return [Event(tuple(several)) for several in exact.values()]


def _first(fact: Fact) -> date:
    assert fact.days and fact.days.first
    return fact.days.first


def _is_exact(fact: Fact) -> bool:
    return bool(fact.days and fact.days.first == fact.days.last)


def _may_be(vague: Fact, other: Fact) -> bool:
    mine, its = vague.days, other.days
    assert mine and its and mine.first and mine.last and its.first and its.last
    return mine.first <= its.first and its.last <= mine.last


def _substance(one: Fact) -> tuple[object, ...]:
    act = one.act
    return (act.date, act.place, act.articles, act.outcome, act.certainty, one.people)
