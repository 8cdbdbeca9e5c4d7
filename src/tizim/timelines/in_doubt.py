"""Groups of persons who may be fewer, with all that is needed to tell of any of them as one.

Nothing is folded until it is asked for. What is kept of a group (``InDoubt.row``) is made of numbers, texts
and lists only; when its form changes, so must ``FORM`` in archive.py.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tizim.claims import Claim
from tizim.identity import Doubt, People, near, places_in
from tizim.timelines.bearing import bears_on
from tizim.timelines.episode import Episode
from tizim.timelines.fold import episodes_of
from tizim.timelines.marks import Gist, Mark, Origin, marks_of
from tizim.timelines.ordinals import day_of, days_of, number_of, numbers_of
from tizim.timelines.timeline import is_persecution
from tizim.vocab import Duration

Row = Sequence[Any]
_WHAT, _STATE, _ENDS = 0, 1, -1


@dataclass(frozen=True, slots=True)
class InDoubt:
    """Persons who may be fewer: which of them may be one, and what the claims about each say of states.

    Any two of a crowd may be one, except those in ``different``. ``told`` has one entry for each person:
    a row for each claim that says something of states.
    """

    person_ids: tuple[str, ...]
    crowds: tuple[tuple[str, ...], ...]
    different: frozenset[tuple[str, str]]
    told: tuple[Row, ...]
    _kept: dict[object, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def beside(self) -> dict[object, Any]:
        """For what others find out about the group as it is; it goes with it."""
        return self._kept

    def near(self) -> list[int]:
        """For each person the set of those that may be the same, as identity numbers them."""
        return near(self.person_ids, self.crowds, self.different)

    def bearing(self, states: frozenset[str]) -> int:
        """The set of those of whom a claim says something that bears on the states."""
        found = 0
        for place, claims in enumerate(self.told):
            if any(
                bears_on(mark[_WHAT], mark[_STATE], mark[_ENDS], states) for *_, ms in claims for mark in ms
            ):
                found |= 1 << place
        return found

    def spoken_of(self, people: int) -> frozenset[str]:
        """The states that claims say of these persons to have begun or to hold."""
        claims = (claim for place in places_in(people) for claim in self.told[place])
        return frozenset(mark[_STATE] for *_, marks in claims for mark in marks if mark[_STATE])

    def marks(self, place: int, states: frozenset[str]) -> tuple[Mark, ...]:
        """What the claims about one of them say that bears on the states."""
        key = (place, states)
        if key not in self._kept:
            self._kept[key] = tuple(_marks(self.told[place], states))
        kept: tuple[Mark, ...] = self._kept[key]
        return kept

    def merged(self, block: int, states: frozenset[str]) -> tuple[Episode, ...]:
        """The episodes of a set of them taken as one person, right in what concerns the states.

        Places and outcomes are left out.
        """
        key = (block, states, "as one")
        if key not in self._kept:
            marks = [mark for place in places_in(block) for mark in self.marks(place, states)]
            self._kept[key] = episodes_of(marks)
        kept: tuple[Episode, ...] = self._kept[key]
        return kept

    @property
    def row(self) -> Row:
        """What is to be kept of the group."""
        return [self.person_ids, self.crowds, sorted(self.different), self.told]

    @classmethod
    def of_row(cls, row: Row) -> "InDoubt":
        """The group of which this was kept."""
        people, crowds, different, told = row
        return cls(
            tuple(people),
            tuple(tuple(crowd) for crowd in crowds),
            frozenset((one, other) for one, other in different),
            tuple(told),
        )


def in_doubt(
    known: People, claims: Mapping[str, Claim], origins: Mapping[str, Origin]
) -> tuple[InDoubt, ...]:
    """The groups in doubt, with what the claims say of each person in them."""
    persons = {person.id: person for person in known.persons}
    return tuple(
        group_in_doubt(
            doubt,
            {one: [claims[claim] for claim in persons[one].claim_ids] for one in doubt.person_ids},
            origins,
        )
        for doubt in known.doubts
    )


def group_in_doubt(
    doubt: Doubt, claims: Mapping[str, Iterable[Claim]], origins: Mapping[str, Origin]
) -> InDoubt:
    """One group in doubt, from the claims about each of its persons."""
    told = tuple(_rows(claims[one], origins) for one in doubt.person_ids)
    return InDoubt(doubt.person_ids, doubt.crowds, doubt.different, told)


def _rows(claims: Iterable[Claim], origins: Mapping[str, Origin]) -> Row:
    rows = []
    for claim in sorted((one for one in claims if is_persecution(one)), key=lambda one: one.id):
        marks = [_row(mark) for mark in marks_of(claim, origins)]
        if marks:
            rows.append([claim.id, claim.act, list(claim.articles), claim.offence, marks])
    return rows


def _row(mark: Mark) -> Row:
    return [
        mark.what,
        mark.state,
        *numbers_of(mark.days),
        mark.sure,
        number_of(mark.told),
        list(numbers_of(mark.until)) if mark.until else None,
        _term(mark.term),
        _term(mark.longest),
        list(mark.ends),
    ]


def _marks(claims: Row, states: frozenset[str]) -> Iterable[Mark]:
    for id_, act, articles, offence, rows in claims:
        bearing = [row for row in rows if bears_on(row[_WHAT], row[_STATE], row[_ENDS], states)]
        if bearing:
            gist = Gist(id_, act, tuple(articles), offence)
            yield from (_mark(gist, row) for row in bearing)


def _mark(gist: Gist, row: Row) -> Mark:
    what, state, first, last, sure, told, until, term, longest, ends = row
    return Mark(
        gist,
        what,
        state,
        days_of(first, last),
        sure,
        "",
        day_of(told),
        days_of(*until) if until else None,
        _duration(*term) if term else None,
        _duration(*longest) if longest else None,
        tuple(ends),
    )


@lru_cache(maxsize=4096)
def _duration(years: int, months: int, days: int, hours: int) -> Duration:
    return Duration(years, months, days, hours)


def _term(term: Duration | None) -> Row | None:
    return [term.years, term.months, term.days, term.hours] if term else None
