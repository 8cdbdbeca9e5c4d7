"""Lists and figures: whom a definition counts on the day, how it parts, and how two days differ."""

import threading
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from tizim.claims import Claim
from tizim.tallies import (
    Definition,
    Difference,
    Lasting,
    Member,
    StandingMembers,
    Tally,
    definition,
    difference,
    shipped,
)
from tizim.tallies import counted as tally_of
from tizim.timelines import Chronicle
from tizim.vocab import place
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told

PAGE = 50
_MOST_BARS = 15
_OVER = object()
_AGES = ((0, 17), (18, 29), (30, 44), (45, 59), (60, 150))


@dataclass(frozen=True, slots=True)
class Bar:
    """How many of a list have a trait; ``share`` is of the longest bar, in percent."""

    code: str
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class Spread:
    """The people of a list by one trait; whoever has it doubtfully or not at all is told beside."""

    trait: str
    bars: tuple[Bar, ...]
    unknown: int
    left_out: int


def names() -> tuple[str, ...]:
    """The definitions that may be asked for."""
    return tuple(shipped())


def counted(name: str, asked: Moment) -> tuple[Definition, Tally]:
    """The tally of a definition for the moment; kept until something is written."""
    of = definition(name)
    found: Tally = opened().kept(("tally", name, asked.key), lambda: _counted(name, asked))
    return of, found


def lasting(name: str, asked: Moment) -> "Counts":
    """The counts of a definition by what is known at the moment; they go on when something is written."""
    found: Counts = opened().lasting(
        ("counts", name, asked.known_at, asked.basis), lambda: Counts(definition(name))
    )
    return found


class Counts:
    """The counts of one definition, found by one at a time."""

    def __init__(self, of: Definition) -> None:
        self._by, self._lock = Lasting(of), threading.Lock()

    @contextmanager
    def alone(self) -> Iterator[Lasting]:
        """A span in which nobody else counts."""
        with self._lock:
            yield self._by

    def seek(self, chronicled: Chronicle) -> Iterator[None]:
        """Finds out what holds on other days, a little at a time."""
        steps = self._by.seek(chronicled)
        going = True
        while going:
            with self._lock:
                going = next(steps, _OVER) is not _OVER
            yield


def members(of: Definition, found: Tally, part: str, people: Collection[str] | None) -> Sequence[Member]:
    """The members in one class (or all), among these people, if some are named."""
    codes = [one.code for one in of.classes]
    assert isinstance(found.members, StandingMembers)
    return found.members.where(
        lambda one, each: part in ("", codes[each.place]) and (people is None or one in people)
    )


def _counted(name: str, asked: Moment) -> Tally:
    with lasting(name, asked).alone() as by:
        return tally_of(by, told(asked), as_of=asked.as_of, known_at=asked.known_at)


def differing(name: str, asked: Moment, earlier: Moment) -> tuple[Definition, Difference]:
    """Who joined, left or moved from the earlier moment to the one asked for."""
    of, now = counted(name, asked)
    _, before = counted(name, earlier)
    return of, differences(of, before, now, asked)


def differences(of: Definition, before: Tally, now: Tally, asked: Moment) -> Difference:
    """The same of two tallies; only of those who joined it is looked up when their claims were recorded."""
    joined = [now.member(one) for one in now.rows if one not in before.rows]
    because = {claim for one in joined for claim in one.fit.because}
    recorded = {one.id: one.recorded_at for one in register().ledger.of(because)}
    return difference(of, before, now, told=told(asked), recorded=recorded)


def spreads(name: str, asked: Moment) -> tuple[Spread, ...]:
    """The people of the list by article, place, sex and age, as their claims tell."""
    found: tuple[Spread, ...] = opened().kept(("spreads", name, asked.key), lambda: _spreads(name, asked))
    return found


def _spreads(name: str, asked: Moment) -> tuple[Spread, ...]:
    _, found = counted(name, asked)
    lives = told(asked).lives
    ids = {one.person_id: lives[one.person_id].person.claim_ids for one in found.members}
    claims = {
        one.id: one
        for one in register().ledger.of({claim for some in ids.values() for claim in some})
        if isinstance(one, Claim)
    }
    about = {person: [claims[one] for one in some if one in claims] for person, some in ids.items()}
    return tuple(_spread(trait, found.members, about, of) for trait, of in _TRAITS.items())


def _spread(
    trait: str,
    members: Sequence[Member],
    about: dict[str, list[Claim]],
    of: Callable[[Member, list[Claim]], Iterable[str]],
) -> Spread:
    found = [frozenset(of(one, about[one.person_id])) for one in members]
    counts = Counter(code for codes in found for code in codes)
    most = max(counts.values(), default=1)
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if trait == "age":
        order = sorted(counts.items())
    bars = tuple(Bar(code, n, max(1, round(100 * n / most))) for code, n in order[:_MOST_BARS])
    return Spread(trait, bars, sum(not codes for codes in found), len(order) - len(bars))


def _articles(member: Member, claims: list[Claim]) -> Iterable[str]:
    return member.fit.episode.articles if member.fit.episode else ()


def _places(member: Member, claims: list[Claim]) -> Iterable[str]:
    """The place that most claims tell, one however it is written."""
    places = Counter(_one_place(one.place) for one in claims if one.place)
    return [found for found, _ in places.most_common(1)]


def _one_place(text: str) -> str:
    known = place(text)
    return known.code if known else text


def _sexes(member: Member, claims: list[Claim]) -> Iterable[str]:
    told_of = {one.sex for one in claims if one.sex}
    return told_of if len(told_of) == 1 else ()


def _ages(member: Member, claims: list[Claim]) -> Iterable[str]:
    """The group of the age that the latest claim tells, at the time that it tells of."""
    ages = [one.age for one in claims if one.age is not None]
    return [f"{low:02}-{high}" for low, high in _AGES if ages and low <= ages[-1] <= high]


_TRAITS: dict[str, Callable[[Member, list[Claim]], Iterable[str]]] = {
    "article": _articles,
    "place": _places,
    "sex": _sexes,
    "age": _ages,
}


def a_year_before(day: date) -> date:
    """The day with which a list is compared if no other is named."""
    return day - timedelta(days=365)
