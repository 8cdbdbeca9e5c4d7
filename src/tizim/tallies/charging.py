"""Two tests that hold in every reading of a group in doubt: who is surely counted, who may be at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile

from tizim.identity import most_apart, places_in, sum_of
from tizim.tallies.definition import Class
from tizim.tallies.fitting import articles_fit
from tizim.tallies.knot import Knot
from tizim.timelines import SURELY, Mark

# Beyond so many persons that are apart the damage that others may do is only counted, not matched.
_MATCHED = 200


def charged(knot: Knot, code: str | None) -> int:
    """As many people as can be counted in any reading: each needs somebody of whom a claim says so."""
    asked = [one for one in knot.of.classes if code in (None, one.code)]
    each = [_charged(knot, one) for one in asked]
    return min(_number(*each), sum(map(_number, each)))


@dataclass(frozen=True, slots=True)
class _Charge:
    """Persons each of whom may make one; of the others one of ``late`` and one of ``early`` together may."""

    standing: int
    pairs: tuple[tuple[int, int], ...] = ()
    most: int | None = None


def _charged(knot: Knot, asked: Class) -> _Charge:
    """Those of whom something is told that may put a person into the class."""
    if asked.acts:
        suffered = {one: knot.possible(one, asked) for one in knot.seen}
        most = sum(min(asked.times, count) for count in suffered.values()) // asked.times
        return _Charge(sum_of(one for one, count in suffered.items() if count), most=most)
    found = [knot.whoever.may_hold(state) for state in asked.states]
    standing = 0
    for one in found:
        standing |= one.standing
    return _Charge(standing, tuple((one.late, one.early) for one in found))


def _number(*charges: _Charge) -> int:
    """As many people as these can make."""
    standing = late = 0
    for one in charges:
        standing |= one.standing
    together = 0
    for after, before in (pair for one in charges for pair in one.pairs):
        together += min((after & ~standing).bit_count(), (before & ~standing).bit_count())
        late |= after & ~standing
    found = standing.bit_count() + min(together, late.bit_count())
    return found if len(charges) > 1 or charges[0].most is None else min(found, charges[0].most)


def surely_counted(knot: Knot, code: str | None) -> int:
    """As many people as are counted in every reading.

    They are surely different from each other, each is surely counted alone, and nobody who may be one of
    them can change that; or not more are lost than persons who can, since each of these is one of them only.
    """
    threats = {one: _threat(knot, one, code) for one in places_in(knot.people)}
    sure = {one: threat for one, threat in threats.items() if threat is not None}
    safe = most_apart(sum_of(one for one, threat in sure.items() if not threat), knot.near)
    apart = list(places_in(most_apart(sum_of(sure), knot.near)))
    return max(safe.bit_count(), len(apart) - _lost({one: sure[one] for one in apart}))


def _threat(knot: Knot, one: int, code: str | None) -> int | None:
    """Those who could end that the person is surely counted; nothing if the person is not, alone."""
    found = (_threat_in(knot, one, asked, code) for asked in knot.of.classes if code in (None, asked.code))
    return min((threat for threat in found if threat is not None), key=int.bit_count, default=None)


def _threat_in(knot: Knot, one: int, asked: Class, code: str | None) -> int | None:
    alone = {fit.code: fit.answer for fit in knot.block_fits(1 << one)}
    if asked.doubtful or alone.get(asked.code) != SURELY:
        return None
    told, acts = _in_earlier_class(knot, asked) if code is not None else (0, 0)
    if told >> one & 1 or knot.answer(1 << one, code) != SURELY:
        return None
    others = (told | acts) & knot.near[one] & ~(1 << one)
    if asked.acts:
        return others
    found = [knot.whoever.lasting(one, state, lambda mark: _wanted(mark, asked)) for state in asked.states]
    lasting = [threat for threat in found if threat is not None]
    return min(lasting, key=int.bit_count) | others if lasting else None


def _wanted(mark: Mark, asked: Class) -> bool:
    if asked.offences and mark.claim.offence not in asked.offences:
        return False
    return articles_fit(mark.claim.articles, asked.articles)


def _in_earlier_class(knot: Knot, asked: Class) -> tuple[int, int]:
    """Those who may bring a person into a class before this one: by what is said of a state, by acts."""
    earlier = list(takewhile(lambda one: one.code != asked.code, knot.of.classes))
    states = {state for one in earlier for state in one.states}
    said = (place for place, marks in knot.marks.items() if any(mark.state in states for mark in marks))
    acts = (place for place in knot.seen for one in earlier if one.acts and knot.possible(place, one))
    return sum_of(said), sum_of(acts)


def _lost(threats: Mapping[int, int]) -> int:
    """How many of these can be lost at most: each of those who threaten them can be one of them only."""
    threatened = [threat for threat in threats.values() if threat]
    threatening = 0
    for threat in threatened:
        threatening |= threat
    if len(threatened) > _MATCHED:
        return min(len(threatened), threatening.bit_count())
    taken: dict[int, int] = {}
    return sum(_matched(threat, at, threatened, (taken, set())) for at, threat in enumerate(threatened))


def _matched(threat: int, at: int, threats: list[int], so_far: tuple[dict[int, int], set[int]]) -> bool:
    """Finds somebody who threatens this person and, by changing places, nobody else counted so far."""
    taken, asked = so_far
    for one in places_in(threat):
        if one in asked:
            continue
        asked.add(one)
        if one not in taken or _matched(threats[taken[one]], taken[one], threats, so_far):
            taken[one] = at
            return True
    return False
