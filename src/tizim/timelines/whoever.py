"""What is true of a state on a day whoever of a group in doubt is one with whom.

Two conservative tests stand in for trying every reading. Why they hold is argued in
docs/decisions/0012-readings-of-large-groups.md; the tests compare them with every reading tried.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from tizim.identity import Near, places_in, sum_of
from tizim.timelines.bearing import counted_custody, ended_by
from tizim.timelines.marks import ENDS, HOLDS, OPENS, Mark
from tizim.timelines.rules import rule
from tizim.timelines.standing import Reach
from tizim.vocab import Duration, duration, table


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said about one person and one state: that it began or held, that it ended."""

    own: list[Mark] = field(default_factory=list)
    ends: list[Mark] = field(default_factory=list)


_NOTHING = _Said()


@dataclass(frozen=True, slots=True)
class Holders:
    """Persons to whom everybody in a state on a day can be charged, each once, in every reading.

    ``standing`` are those by whom alone somebody may be in it. Anybody else in it is at once one of the
    ``late``, reported in it after the day, and one of the ``early``, known to have been in it before.
    """

    standing: int = 0
    late: int = 0
    early: int = 0


class Whoever:
    """The persons of a group by their places, with what is said of them and the states, on one day."""

    def __init__(self, marks: Mapping[int, Sequence[Mark]], near: Near, *, day: date, reach: Reach) -> None:
        everybody = sum_of(marks)
        self._near = {one: near[one] & everybody for one in marks}
        self._day = day
        self._reach = reach
        self._told = _sorted(marks)
        self._holders: dict[str, Holders] = {}
        self._earliest: dict[tuple[str, int, str], date] = {}

    def may_hold(self, state: str) -> Holders:
        """Persons to whom everybody in the state can be charged, whatever the reading."""
        if state not in self._holders:
            self._holders[state] = self._may_hold(state)
        return self._holders[state]

    def _may_hold(self, state: str) -> Holders:
        told = self._told.get(state, {})
        known = sum_of([one for one, said in told.items() if said.own])
        if not known:
            return Holders()
        standing = sum_of([one for one, said in told.items() if self._stands(one, said, known, state)])
        late = sum_of([one for one, said in told.items() if any(map(self._is_late, said.own))])
        early = sum_of([one for one, said in told.items() if any(map(self._is_early, said.own))])
        return Holders(standing, late & ~standing, early & ~standing)

    def _stands(self, one: int, said: _Said, known: int, state: str) -> bool:
        """Whether somebody may be in the state by this person: by a report, an open end, a long term."""
        if any(self._may_stand(mark, said, state) for mark in said.own):
            return True
        return bool(self._near[one] & known) and (
            self._is_spoiling(said) or any(map(self._is_long, said.own))
        )

    def lasting(self, one: int, state: str, wanted: Callable[[Mark], bool]) -> int | None:
        """The persons who could end the state of this one if they were one person; the others cannot.

        Nothing if the state does not surely hold by one report of it that fits, or may end by itself.
        """
        own = self._said(one, state).own
        report = next((mark for mark in own if self._carries(mark, wanted)), None)
        if report is None or _longest(state):
            return None
        around = self._near[one]
        if not self._is_harmless(one, around, state):
            return None
        others = around & ~(1 << one)
        return sum_of(other for other in places_in(others) if not self._is_harmless(other, around, state))

    def _may_stand(self, mark: Mark, said: _Said, state: str) -> bool:
        """Whether the state may hold on the day by this report, as its last one, if nobody spoils its end."""
        first, last = mark.days.first, mark.days.last
        if first and first > self._day:
            return self._reaches_back(mark)
        if last is None or last > self._day:
            return True
        both = {one.claim.id for one in said.own}
        if any(_follows(end, mark, self._day) for end in said.ends if end.claim.id not in both):
            return False
        if not rule(state).served_after_term:
            return True
        longest = _longest(state)
        return longest.after(last) >= self._day if longest else mark.what == HOLDS or not _terms(mark)

    def _reaches_back(self, mark: Mark) -> bool:
        told = mark.days.first or mark.days.last
        back = self._reach.back
        return bool(mark.what == HOLDS and back and told and back.after(self._day) >= told)

    def _is_early(self, mark: Mark) -> bool:
        return mark.days.first is None or mark.days.first <= self._day

    def _is_late(self, mark: Mark) -> bool:
        return mark.what == HOLDS and not self._is_early(mark)

    def _is_spoiling(self, said: _Said) -> bool:
        """Whether an end is stated or may lie before or after the day: it may stand in for a sure one."""
        return _stated(said) or any(
            self._is_early(mark) and (mark.days.last is None or mark.days.last > self._day)
            for mark in said.ends
        )

    def _is_long(self, mark: Mark) -> bool:
        """Whether it has a term that may reach beyond the day."""
        last = mark.days.last
        return self._is_early(mark) and any(
            last is None or term.after(last) > self._day for term in _terms(mark)
        )

    def _carries(self, mark: Mark, wanted: Callable[[Mark], bool]) -> bool:
        """Whether the state surely holds on the day by this report, if nothing ends it."""
        if not mark.sure or mark.days.last is None or mark.days.last > self._day or not wanted(mark):
            return False
        relied_on = (self._reach.forward or {}).get(mark.state) or rule(mark.state).holds_for
        return relied_on.after(mark.days.first or mark.days.last) >= self._day

    def _is_harmless(self, one: int, around: int, state: str) -> bool:
        """Whether nothing said of this person can end the state on the day for anybody around."""
        said = self._said(one, state)
        if _stated(said):
            return False
        began = self._first_day("own", around, state)
        if not all(self._cannot_end(mark, began) for mark in said.ends):
            return False
        custody = self._first_day("custody", around, state)
        return all(self._lasts(mark, custody) for mark in said.own)

    def _cannot_end(self, mark: Mark, began: date) -> bool:
        """Whether it came before anything was told of the state, or comes after the day."""
        before = mark.days.last is not None and mark.days.last < began
        return before or (mark.what != HOLDS and mark.days.first is not None and mark.days.first > self._day)

    def _lasts(self, mark: Mark, custody: date) -> bool:
        """Whether its terms, counted from custody too, end after the day."""
        terms = _terms(mark)
        if not terms:
            return True
        first = mark.days.first
        return first is not None and all(term.after(min(first, custody)) > self._day for term in terms)

    def _first_day(self, what: str, around: int, state: str) -> date:
        """The first day on which anything is said of the state (or of custody counted with it) around."""
        key = (what, around, state)
        if key not in self._earliest:
            days = self._own_days(around, state) if what == "own" else self._custody_days(around, state)
            self._earliest[key] = min(days, default=date.max)
        return self._earliest[key]

    def _own_days(self, around: int, state: str) -> Iterable[date]:
        return (_first(mark) for one in places_in(around) for mark in self._said(one, state).own)

    def _custody_days(self, around: int, state: str) -> Iterable[date]:
        return (
            _first(mark)
            for custody in counted_custody(state)
            for one in places_in(around)
            for mark in (*self._said(one, custody).own, *self._said(one, custody).ends)
            if mark.what == ENDS or mark.state != state
        )

    def _said(self, one: int, state: str) -> _Said:
        return self._told.get(state, {}).get(one, _NOTHING)


def _sorted(marks: Mapping[int, Sequence[Mark]]) -> dict[str, dict[int, _Said]]:
    """What is said about each state of each person."""
    spoken_of = frozenset(mark.state for told in marks.values() for mark in told if mark.what != ENDS)
    found: dict[str, dict[int, _Said]] = {state: {} for state in spoken_of}
    for one, told in marks.items():
        for mark in told:
            if mark.what != ENDS:
                found[mark.state].setdefault(one, _Said()).own.append(mark)
            for state in ended_by(mark.what, mark.state, mark.ends, spoken_of):
                found[state].setdefault(one, _Said()).ends.append(mark)
    return found


def _first(mark: Mark) -> date:
    """The first day of an opening or ending that may be; of a report the first that it speaks of."""
    return mark.days.first or (mark.days.last if mark.what == HOLDS and mark.days.last else date.min)


@cache
def _longest(state: str) -> Duration | None:
    text = table("states").term(state).attributes.get("lasts_at_most")
    return duration(str(text)) if text else None


def _stated(said: _Said) -> bool:
    return any(mark.until for mark in said.own)


def _follows(end: Mark, mark: Mark, day: date) -> bool:
    """Whether the end surely comes after the report and by the day."""
    first, last = end.days.first, end.days.last
    if end.what == HOLDS or first is None or last is None or mark.days.last is None or last > day:
        return False
    same_day = first == mark.days.last and end.what == ENDS and mark.what == OPENS
    return first > mark.days.last or same_day


def _terms(mark: Mark) -> list[Duration]:
    if mark.what == HOLDS:
        return []
    usual = table("states").term(mark.state).attributes.get("may_last", ())
    return [term for term in (mark.term, mark.longest) if term] or [duration(str(text)) for text in usual]
