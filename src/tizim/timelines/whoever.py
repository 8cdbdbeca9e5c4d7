"""What is true of a state on a day whoever of a group in doubt is one with whom.

Two conservative tests stand in for trying every reading. Why they hold is argued in
docs/decisions/0012-readings-of-large-groups.md; the tests compare them with every reading tried.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.identity import Near, places_in, sum_of
from tizim.timelines.bearing import counted_custody, may_end, speaks_of
from tizim.timelines.marks import ENDS, HOLDS, OPENS, Mark
from tizim.timelines.rules import rule
from tizim.timelines.standing import Reach
from tizim.vocab import Duration, duration, table


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said about one person and one state: that it began or held, that it ended."""

    own: tuple[Mark, ...]
    ends: tuple[Mark, ...]


class Whoever:
    """The persons of a group by their places, with their marks, on one day."""

    def __init__(self, marks: Mapping[int, Sequence[Mark]], near: Near, *, day: date, reach: Reach) -> None:
        self._marks = marks
        self._near = [near[one] & sum_of(marks) if one in marks else 0 for one in range(len(near))]
        self._day = day
        self._reach = reach
        self._told: dict[str, dict[int, _Said]] = {}
        self._masks: dict[tuple[str, str], int] = {}
        self._earliest: dict[tuple[str, int, str], date] = {}

    def may_hold(self, state: str) -> int:
        """Persons so many that in no reading more people can be in the state, each charged to one of them.

        A person is left out if every report of the state about them is surely over by the day: followed by
        an end of their own, or by the end of its term, or of the longest time that it can last.
        """
        return sum_of(
            one
            for one, said in self._said(state).items()
            if any(not self._is_over(mark, one, state) for mark in said.own)
        )

    def lasting(self, one: int, state: str, wanted: Callable[[Mark], bool]) -> int | None:
        """The persons who could end the state of this one if they were one person; the others cannot.

        Nothing if the state does not surely hold by one report of it that fits, or may end by itself.
        """
        report = next((mark for mark in self._said(state)[one].own if self._carries(mark, wanted)), None)
        if report is None or table("states").term(state).attributes.get("lasts_at_most"):
            return None
        around = self._near[one]
        if not self._is_harmless(one, around, state):
            return None
        others = around & ~(1 << one)
        return sum_of(other for other in places_in(others) if not self._is_harmless(other, around, state))

    def _said(self, state: str) -> dict[int, _Said]:
        if state not in self._told:
            self._told[state] = {
                one: _Said(
                    tuple(mark for mark in marks if speaks_of(mark, state)),
                    tuple(mark for mark in marks if may_end(mark, state)),
                )
                for one, marks in self._marks.items()
            }
        return self._told[state]

    def _is_over(self, mark: Mark, one: int, state: str) -> bool:
        """Whether no state whose last report this is can still hold."""
        first, last = mark.days.first, mark.days.last
        if first and first > self._day:
            return mark.what == OPENS
        if last is None or last > self._day or self._near[one] & self._spoilt(state):
            return False
        if any(_follows(end, mark, self._day) for end in self._ends_alone(one, state)):
            return True
        if not rule(state).served_after_term or self._near[one] & self._long(state):
            return False
        longest = table("states").term(state).attributes.get("lasts_at_most")
        if longest:
            return duration(str(longest)).after(last) < self._day
        return mark.what == OPENS and bool(_terms(mark))

    def _ends_alone(self, one: int, state: str) -> list[Mark]:
        """The endings of which the claim does not report the state as well."""
        said = self._said(state)[one]
        both = {mark.claim.id for mark in said.own}
        return [mark for mark in said.ends if mark.claim.id not in both]

    def _spoilt(self, state: str) -> int:
        """Those with an end that may lie before or after the day, or with a stated end."""
        return self._mask("spoilt", state, lambda said: any(map(self._is_open, said.ends)) or _stated(said))

    def _is_open(self, mark: Mark) -> bool:
        first, last = mark.days.first, mark.days.last
        return (first is None or first <= self._day) and (last is None or last > self._day)

    def _long(self, state: str) -> int:
        """Those with a term that may reach beyond the day."""
        return self._mask("long", state, lambda said: any(map(self._reaches_beyond, said.own)))

    def _reaches_beyond(self, mark: Mark) -> bool:
        if mark.days.first and mark.days.first > self._day:
            return False
        last = mark.days.last
        return any(last is None or term.after(last) > self._day for term in _terms(mark))

    def _mask(self, name: str, state: str, test: Callable[[_Said], bool]) -> int:
        key = (name, state)
        if key not in self._masks:
            self._masks[key] = sum_of(one for one, said in self._said(state).items() if test(said))
        return self._masks[key]

    def _carries(self, mark: Mark, wanted: Callable[[Mark], bool]) -> bool:
        """Whether the state surely holds on the day by this report, if nothing ends it."""
        if not mark.sure or mark.days.last is None or mark.days.last > self._day or not wanted(mark):
            return False
        relied_on = (self._reach.forward or {}).get(mark.state) or rule(mark.state).holds_for
        return relied_on.after(mark.days.first or mark.days.last) >= self._day

    def _is_harmless(self, one: int, around: int, state: str) -> bool:
        """Whether nothing said of this person can end the state on the day for anybody around."""
        said = self._said(state)[one]
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
        said = self._said(state)
        return (_first(mark) for one in places_in(around) for mark in said[one].own)

    def _custody_days(self, around: int, state: str) -> Iterable[date]:
        return (
            _first(mark)
            for custody in counted_custody(state)
            for one in places_in(around)
            for mark in (*self._said(custody)[one].own, *self._said(custody)[one].ends)
            if mark.what == ENDS or mark.state != state
        )


def _first(mark: Mark) -> date:
    """The first day of an opening or ending that may be; of a report the first that it speaks of."""
    return mark.days.first or (mark.days.last if mark.what == HOLDS and mark.days.last else date.min)


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
