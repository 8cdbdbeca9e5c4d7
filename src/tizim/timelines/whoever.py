"""What is true of a state on a day whoever of a group in doubt is one with whom.

Two conservative tests stand in for trying every reading. Why they hold is argued in
docs/explanation/bounds-in-doubt.md; the tests compare them with every reading tried.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import groupby

from tizim.identity import Near, sum_of, within
from tizim.timelines.bearing import ENDINGS, counted_custody, ended_by
from tizim.timelines.marks import ENDS, HOLDS, LESSENS, MAY_END, MAY_OPEN, OPENS, Mark, is_sentence
from tizim.timelines.rules import rule
from tizim.timelines.standing import Reach
from tizim.vocab import Days, Duration, duration, table


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said about one person and one state: that it began or held, that it ended, or may have."""

    own: list[Mark] = field(default_factory=list)
    ends: list[Mark] = field(default_factory=list)
    may_end: list[Mark] = field(default_factory=list)

    def closed_by(self, mark: Mark, day: date) -> date | None:
        """The day by which the report is surely followed by an end, if it is by the day.

        An end of which the same claim reports the state as well ends nothing that it reports.
        """
        ends = [end for end in self.ends if _follows(end, mark, day)]
        if not ends:
            return None
        both = {one.claim.id for one in self.own}
        return min(
            (end.days.last for end in ends if end.days.last and end.claim.id not in both), default=None
        )


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
        self._near = within(near, everybody)
        self._day = day
        self._reach = reach
        self._told = _sorted(marks)
        self._holders: dict[str, Holders] = {}
        self._troubled: dict[str, dict[int, date]] = {}
        self._harmful: dict[str, list[tuple[date, int]]] = {}
        self._custodies: dict[str, list[tuple[date, date]]] = {}

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
        others = [(one, said) for one, said in told.items() if not standing >> one & 1]
        late = sum_of([one for one, said in others if self._comes_late(said, state)])
        early = sum_of([one for one, said in others if any(map(self._is_early, said.own))])
        return Holders(standing, late, early)

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
        reports = [mark for mark in self._said(one, state).own if self._carries(mark, wanted)]
        since = max((mark.days.first for mark in reports if mark.days.first), default=None)
        troubled = self._troubled_until(state)
        if since is None or _longest(state) or troubled.get(one, date.min) >= since:
            return None
        return self._near[one] & self._troubled_since(state, since) & ~(1 << one)

    def _troubled_since(self, state: str, since: date) -> int:
        """Those of whom something is told that may do harm on that day or later."""
        if state not in self._harmful:
            by_day = sorted(self._troubled_until(state).items(), key=lambda one: one[1], reverse=True)
            self._harmful[state] = _added_up(by_day)
        return next((group for day, group in reversed(self._harmful[state]) if day >= since), 0)

    def _may_stand(self, mark: Mark, said: _Said, state: str) -> bool:
        """Whether the state may hold on the day by this report, as its last one, if nobody spoils its end."""
        first, last = mark.days.first, mark.days.last
        if first and first > self._day:
            return self._reaches_back(mark)
        if last is None or last > self._day:
            return True
        if said.closed_by(mark, self._day):
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

    def _comes_late(self, said: _Said, state: str) -> bool:
        """Whether a report after the day may be the first of a state that began before."""
        late = [mark for mark in said.own if not self._is_early(mark)]
        began = [mark.days for mark in late if mark.what == OPENS]
        lasts = not rule(state).served_after_term and not _longest(state)
        return any(
            not any(_begins(days, mark.days, exactly=not lasts) for days in began)
            for mark in late
            if mark.what == HOLDS
        )

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

    def _troubled_until(self, state: str) -> Mapping[int, date]:
        """For each person of whom something is said about the state the last day on which it may do harm.

        Whoever is reported in the state after that stays in it on the day, if they are one.
        """
        if state not in self._troubled:
            told = self._told.get(state, {})
            self._troubled[state] = {one: self._last_trouble(said, state) for one, said in told.items()}
        return self._troubled[state]

    def _last_trouble(self, said: _Said, state: str) -> date:
        """The last end by the day, or the end of what was told of an earlier time whose term is over."""
        if _stated(said):
            return date.max
        ends = [mark.days.last or date.max for mark in said.ends if not self._is_after(mark)]
        perhaps = [mark.told or date.max for mark in said.may_end]
        terms = [self._term_trouble(mark, said, state) for mark in said.own if _terms(mark)]
        return max((*ends, *perhaps, *terms), default=date.min)

    def _term_trouble(self, mark: Mark, said: _Said, state: str) -> date:
        """The last day by the day asked on which its terms, counted from custody too, may end.

        Whoever is reported in the state later than that is not out of it by these terms.
        """
        first, terms = mark.days.first, _terms(mark)
        over = said.closed_by(mark, self._day) or date.max
        if first is None or any(term.after(first) <= self._day for term in terms):
            return over
        served = is_sentence(state)  # a shorter term counts from where a longer one did
        credited = sorted(
            {began for began, gone in self._custody(state) if began < first and (served or first <= gone)}
        )
        early = [end for term in terms for end in self._last_by_the_day(term, credited)]
        if early and any(map(self._is_after, self._all_ends(state))):
            return over
        return min(over, max(early, default=date.min))

    def _last_by_the_day(self, term: Duration, starts: Sequence[date]) -> list[date]:
        """The last end of the term by the day, if it began on one of these days, the earliest first."""
        count = bisect_right(starts, self._day, key=term.after)
        return [term.after(starts[count - 1])] if count else []

    def _all_ends(self, state: str) -> Iterator[Mark]:
        return (mark for said in self._told.get(state, {}).values() for mark in said.ends)

    def _is_after(self, mark: Mark) -> bool:
        """Whether it ends the state after the day only."""
        return mark.what != HOLDS and mark.days.first is not None and mark.days.first > self._day

    def _custody(self, state: str) -> list[tuple[date, date]]:
        """The days on which custody counted with the state may have begun, and by when each was over."""
        if state not in self._custodies:
            counted = counted_custody(state) | ({state} if is_sentence(state) else frozenset())
            told = [self._told.get(one, {}) for one in counted]
            saids = [said for by_person in told for said in by_person.values()]
            self._custodies[state] = [
                *((day, date.max) for said in saids for mark in said.ends for day in _ends_of(mark.days)),
                *(
                    (day, said.closed_by(mark, self._day) or date.max)
                    for said in saids
                    for mark in said.own
                    for day in _turns(mark)
                ),
            ]
        return self._custodies[state]

    def _said(self, one: int, state: str) -> _Said:
        return self._told.get(state, {}).get(one, _NOTHING)


def _sorted(marks: Mapping[int, Sequence[Mark]]) -> dict[str, dict[int, _Said]]:
    """What is said about each state of each person."""
    spoken_of = frozenset(mark.state for told in marks.values() for mark in told if mark.state)
    found: dict[str, dict[int, _Said]] = {state: {} for state in spoken_of}
    for one, told in marks.items():
        about: dict[str, _Said] = {}
        for mark in (one for one in told if one.what != LESSENS):
            ended = () if mark.what == MAY_OPEN else ended_by(mark.what, mark.state, mark.ends, spoken_of)
            for state in ended if mark.what in ENDINGS else (mark.state, *ended):
                if state not in about:
                    about[state] = found[state][one] = _Said()
            if mark.what not in ENDINGS:
                about[mark.state].own.append(mark)
            for state in ended:
                (about[state].may_end if mark.what == MAY_END else about[state].ends).append(mark)
    return found


def _added_up(by_day: Iterable[tuple[int, date]]) -> list[tuple[date, int]]:
    """For each day the set of all persons up to it, in the order given."""
    found: list[tuple[date, int]] = []
    group = 0
    for day, some in groupby(by_day, key=lambda one: one[1]):
        group |= sum_of([one for one, _ in some])
        found.append((day, group))
    return found


def _ends_of(days: Days) -> list[date]:
    return [day or date.min for day in (days.first, days.last)]


def _turns(mark: Mark) -> list[date]:
    """The days on which what the mark speaks of may begin or, by its term, end."""
    days = _ends_of(mark.days)
    return [*days, *(term.after(day) for term in _terms(mark) for day in days)]


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


def _begins(opening: Days, report: Days, *, exactly: bool) -> bool:
    """Whether what is reported is what began then, or something later than it."""
    if not opening.first or not opening.last or not report.first or not report.last:
        return False
    return opening.last <= report.last and (not exactly or report.first <= opening.first)


def _terms(mark: Mark) -> list[Duration]:
    if mark.what == HOLDS:
        return []
    usual = table("states").term(mark.state).attributes.get("may_last", ())
    return [term for term in (mark.term, mark.longest) if term] or [duration(str(text)) for text in usual]
