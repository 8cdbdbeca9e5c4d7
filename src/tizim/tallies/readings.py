"""Counting a group of persons who may be fewer: bounds over every allowed reading of who is who.

A state on a day is not monotone under merging: a release told of one may end what is told of the other.
Two cheap tests bound the count of every reading; where they leave a gap, the readings themselves are tried,
as far as they are few. Beyond that the bounds are outer ones: never too high below, never too low above.
"""

from collections.abc import Iterable, Iterator, MutableMapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_

from tizim.identity import most_apart, parts_of, places_in, sum_of, within
from tizim.tallies.charging import Charge, charged, surely_counted, threats
from tizim.tallies.definition import Definition
from tizim.tallies.fitting import Fit, acts_counted
from tizim.tallies.knot import Bounds, Knot, Seen
from tizim.tallies.trying import Trial
from tizim.timelines import NOT, SURELY, Chronicle, InDoubt, Life

__all__ = ["Bounds", "Doubted", "doubted"]


@dataclass(frozen=True, slots=True)
class Doubted:
    """A group in doubt under one definition on one day, in the parts that hang together."""

    knots: tuple[Knot, ...]
    _known: dict[str | None, Bounds] = field(default_factory=dict, compare=False)

    def bounds(self, code: str | None) -> Bounds:
        """The bounds of the class (``None``: of all that is counted), whoever is one with whom.

        They are exact for up to five persons, and for more where the two tests agree or the readings are
        few.
        """
        if code not in self._known:
            count = _acts_in if self.knots and self.knots[0].of.counting_unit == "act" else _people_in
            found = [count(knot, code) for knot in self.knots]
            self._known[code] = found[0] if len(found) == 1 else sum(found, Bounds(0, 0))
        return self._known[code]


def doubted(
    told: Chronicle,
    of: Definition,
    day: date,
    seen: Iterable[tuple[Life, tuple[Fit, ...]]],
    known: MutableMapping[int, Doubted] | None = None,
) -> tuple[Doubted, ...]:
    """The groups in doubt of whom the definition's classes may count anybody.

    ``seen`` are the lives that the definition can concern on the day, with how the classes fit. ``known``
    are groups by the identity of what is told of them, of another chronicle in which their lives are equal.
    """
    lives = {life.person.id: Seen(life.timeline.acts, found) for life, found in seen}
    if of.wish:
        lives |= _decided(told, of, lives)
    known = {} if known is None else known
    for group in told.doubts:
        if id(group) not in known:
            known[id(group)] = Doubted(tuple(_knots(group, of, day, lives)))
    found = (known[id(group)] for group in told.doubts)
    return tuple(one for one in found if one.knots)


def _decided(told: Chronicle, of: Definition, seen: dict[str, Seen]) -> dict[str, Seen]:
    """Those in doubt on whom people decided what the definition asks for, whatever is told of them."""
    bound, found = of.decisions(), {}
    for one in (one for group in told.doubts for one in group.person_ids):
        mentions = tuple(told.lives.mention_ids(one))
        if bound and bound.touches(mentions):
            known = seen.get(one, Seen((), ()))
            found[one] = Seen(known.acts, known.fits, mentions)
    return found


def bounds_of(
    group: InDoubt, of: Definition, day: date, lives: dict[str, Seen], codes: Iterable[str | None]
) -> tuple[Bounds, ...]:
    """The bounds of one group in each of the classes (``None``: of all that is counted)."""
    one = Doubted(tuple(_knots(group, of, day, lives)))
    return tuple(one.bounds(code) if one.knots else Bounds(0, 0) for code in codes)


def _knots(group: InDoubt, of: Definition, day: date, lives: dict[str, Seen]) -> Iterator[Knot]:
    """The parts that hang together of those of whom something is told that bears on the classes.

    Whoever else is one with them changes nothing.
    """
    seen = {at: lives[one] for at, one in enumerate(group.person_ids) if one in lives}
    states = frozenset(state for one in of.classes for state in one.states)
    told = (group.bearing(states) if states else 0) | sum_of(
        at for at in seen if seen[at].acts or seen[at].mention_ids
    )
    near = within(group.near(), told) if told else []
    for people in parts_of(told, near):
        yield Knot(of, day, group, near, people, {at: one for at, one in seen.items() if people >> at & 1})


def _people_in(knot: Knot, code: str | None) -> Bounds:
    """The bounds of the people counted in the class (or at all), found once."""
    if code not in knot.bounds:
        knot.bounds[code] = _people(knot, code) if knot.is_about(code) else Bounds(0, 0)
    return knot.bounds[code]


def _people(knot: Knot, code: str | None) -> Bounds:
    """The bounds of the people counted: one reading after the other only where the tests leave a gap."""
    sure, held = knot.alone(code)
    if knot.people.bit_count() == 1:
        return Bounds(sure.bit_count(), held.bit_count())
    low, low_is_exact = _fewest(knot, code, sure)
    high, high_is_exact = _most(knot, code, held)
    if code is None and not (low_is_exact and high_is_exact):
        parts = sum((_people_in(knot, one.code) for one in knot.of.classes), Bounds(0, 0))
        return Bounds(max(low, parts.at_least), min(high, parts.at_most))
    return Bounds(low, high)


def _fewest(knot: Knot, code: str | None, sure: int) -> tuple[int, bool]:
    """The fewest who are counted in any reading, or less; and whether it is exact.

    Of a set without anybody ``sure`` nobody need be one: they are tried apart only.
    """
    if not sure:
        return 0, True
    spoilers = threats(knot, sure, code)
    below = surely_counted(knot, spoilers)
    if below == sure.bit_count():
        return below, True

    def lasts(block: int) -> bool:
        return any(block >> one & 1 and not block & threat for one, threat in spoilers.items())

    trial = Trial(
        near=knot.near,
        value=lambda block: bool(block & sure) and (lasts(block) or knot.answer(block, code) == SURELY),
        cost=lambda block: 0 if not block & sure or lasts(block) else knot.cost(block),
        choose=min,
    )
    tried = trial.over(reduce(or_, (knot.near[one] for one in places_in(sure))))
    return (below, False) if tried is None else (tried, True)


def _most(knot: Knot, code: str | None, held: int) -> tuple[int, bool]:
    """The most who are counted in any reading, or more; and whether it is exact.

    Whoever is ``held`` alone counts most alone; so the others only are tried together.
    """
    rest = knot.people & ~held
    charge = charged(knot, code) if rest else Charge()
    more = charge.most(rest)
    if not more:
        return held.bit_count(), True
    trial = Trial(
        near=within(knot.near, rest),
        value=lambda block: charge.may_count(block) and knot.answer(block, code) != NOT,
        cost=lambda block: knot.cost(block) if charge.may_count(block) else 0,
        choose=max,
    )
    tried = trial.over(rest)
    return held.bit_count() + (more if tried is None else tried), tried is not None


def _acts_in(knot: Knot, code: str | None) -> Bounds:
    """The bounds of the acts counted: acts against persons who are one may be one act too."""
    asked = [one for one in knot.of.classes if code in (None, one.code)]
    alone = {one: acts_counted(knot.acts(one), asked, knot.day) for one in places_in(knot.people)}
    most = sum(high for _, high in alone.values())
    trial = Trial(
        near=knot.near,
        value=lambda block: acts_counted(knot.merged_acts(block), asked, knot.day)[0],
        cost=lambda _: 0,
        choose=min,
    )
    tried = trial.over(knot.people)
    if tried is not None:
        return Bounds(tried, most)
    apart = most_apart(sum_of([one for one, (low, _) in alone.items() if low]), knot.near)
    return Bounds(sum(alone[one][0] for one in places_in(apart)), most)
