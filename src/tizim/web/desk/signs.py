"""What of a life asks to be looked at: terms that run out, claims that contradict each other."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from tizim.timelines import Chronicle, Deadline, Life, deadlines
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened


@dataclass(frozen=True)
class Signs:
    """Of everybody of whom there is any: open terms, and the kinds of contradictions."""

    terms: Mapping[str, tuple[Deadline, ...]]
    kinds: Mapping[str, tuple[str, ...]]

    @cached_property
    def contradicted(self) -> Sequence[tuple[str, str]]:
        """Each person with each kind of contradiction."""
        return [(one, kind) for one, kinds in self.kinds.items() for kind in kinds]

    def deadlines(self, *, since: date, until: date) -> Sequence[Deadline]:
        """The terms that end between the two days, both included; see ``deadlines``."""
        found = [
            one for terms in self.terms.values() for one in terms if _is_within(one.candidates, since, until)
        ]
        return sorted(found, key=lambda one: (one.candidates, one.person_id))


def _is_within(days: Sequence[date], since: date, until: date) -> bool:
    """Whether one of the days is between the two; nearly always there is only one."""
    if len(days) == 1:
        return since <= days[0] <= until
    return any(since <= day <= until for day in days)


def signs_of(asked: Moment) -> Signs:
    """The signs as known at the moment; after a change only those whom it touched are looked at."""
    return opened().following(("signs", asked.known_at, asked.basis), asked, _begun, _gone_on)


def _begun(chronicled: Chronicle) -> Signs:
    return _with(Signs({}, {}), chronicled.lives.passing(chronicled.lives))


def _gone_on(before: Signs, chronicled: Chronicle, touched: frozenset[str]) -> Signs:
    left = Signs(
        {one: terms for one, terms in before.terms.items() if one not in touched},
        {one: kinds for one, kinds in before.kinds.items() if one not in touched},
    )
    return _with(left, chronicled.lives.passing(one for one in touched if one in chronicled.lives))


def _with(before: Signs, lives: Iterable[Life]) -> Signs:
    terms, kinds = dict(before.terms), dict(before.kinds)
    for life in lives:
        one = life.person.id
        open_terms = deadlines([(one, life.timeline)], since=date.min, until=date.max)
        if open_terms:
            terms[one] = open_terms
        if life.timeline.contradictions:
            kinds[one] = tuple(dict.fromkeys(each.kind for each in life.timeline.contradictions))
    return Signs(terms, kinds)
