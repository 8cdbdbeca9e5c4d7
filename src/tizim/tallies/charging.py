"""Two tests that hold in every reading of a group in doubt: who is surely counted, who may be at most."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tizim.identity import most_apart, places_in, sum_of
from tizim.tallies.definition import Class
from tizim.tallies.fitting import articles_fit
from tizim.tallies.knot import Knot
from tizim.timelines import SURELY, Mark

# Beyond so many persons that are apart the damage that others may do is only counted, not matched.
_MATCHED = 200


@dataclass(frozen=True, slots=True)
class Charge:
    """Persons each of whom may make one who is counted; of the others, two of a pair together may.

    ``pairs`` are two sets each: one of the first and one of the second are needed. ``acts`` is how many
    acts each has suffered where the class needs ``times`` of them.
    """

    standing: int = 0
    pairs: tuple[tuple[int, int], ...] = ()
    acts: Mapping[int, int] = field(default_factory=dict)
    times: int = 1

    def may_count(self, block: int) -> bool:
        """Whether these persons, taken as one, may be counted."""
        return bool(block & self.standing) or any(block & one and block & other for one, other in self.pairs)

    def most(self, people: int) -> int:
        """As many as these people can make in any reading."""
        left = people & ~self.standing
        late = 0
        together = 0
        for one, other in self.pairs:
            together += min((one & left).bit_count(), (other & left).bit_count())
            late |= one & left
        found = (people & self.standing).bit_count() + min(together, late.bit_count())
        if self.times == 1:
            return found
        return (
            sum(min(self.times, count) for one, count in self.acts.items() if people >> one & 1) // self.times
        )


def charged(knot: Knot, code: str | None) -> Charge:
    """To whom everybody who is counted in the class (or at all) can be charged, whatever the reading."""
    each = [_charged(knot, one) for one in knot.of.classes if code in (None, one.code)]
    if len(each) == 1:
        return each[0]
    standing = 0
    for one in each:
        standing |= one.standing
    return Charge(standing, tuple(pair for one in each for pair in one.pairs))


def _charged(knot: Knot, asked: Class) -> Charge:
    """Those of whom something is told that may put a person into the class."""
    if asked.acts:
        suffered = {one: knot.possible(one, asked) for one in knot.seen}
        standing = sum_of([one for one, count in suffered.items() if count])
        return Charge(standing, acts=suffered, times=asked.times)
    found = [knot.whoever.may_hold(state) for state in asked.states]
    standing = 0
    for one in found:
        standing |= one.standing
    return Charge(standing, tuple((one.late, one.early) for one in found if one.late and one.early))


def threats(knot: Knot, sure: int, code: str | None) -> dict[int, int]:
    """For each of those ``sure`` alone by a report that lasts: who could end that if they were one."""
    found = ((one, _threat(knot, one, code)) for one in places_in(sure))
    return {one: threat for one, threat in found if threat is not None}


def surely_counted(knot: Knot, sure: Mapping[int, int]) -> int:
    """As many people as are counted in every reading; ``sure`` are the ``threats``.

    They are surely different from each other, each is surely counted alone, and nobody who may be one of
    them can change that; or not more are lost than persons who can, since each of these is one of them only.
    """
    safe = most_apart(sum_of([one for one, threat in sure.items() if not threat]), knot.near)
    apart = list(places_in(most_apart(sum_of(sure), knot.near)))
    return max(safe.bit_count(), len(apart) - _lost([sure[one] for one in apart]))


def _threat(knot: Knot, one: int, code: str | None) -> int | None:
    """Those who could end that the person is surely counted; nothing if the person is not, alone."""
    found = (_threat_in(knot, one, asked, code) for asked in knot.of.classes if code in (None, asked.code))
    return min((threat for threat in found if threat is not None), key=int.bit_count, default=None)


def _threat_in(knot: Knot, one: int, asked: Class, code: str | None) -> int | None:
    alone = {fit.code: fit.answer for fit in knot.block_fits(1 << one)}
    if asked.doubtful or alone.get(asked.code) != SURELY:
        return None
    told, acts = knot.in_earlier_class(asked) if code is not None else (0, 0)
    if told >> one & 1 or knot.answer(1 << one, code) != SURELY:
        return None
    others = (told | acts | knot.decided) & knot.near[one] & ~(1 << one)
    if asked.acts:
        return others
    found = [knot.whoever.lasting(one, state, lambda mark: _wanted(mark, asked)) for state in asked.states]
    lasting = [threat for threat in found if threat is not None]
    return min(lasting, key=int.bit_count) | others if lasting else None


def _wanted(mark: Mark, asked: Class) -> bool:
    if asked.offences and mark.claim.offence not in asked.offences:
        return False
    return articles_fit(mark.claim.articles, asked.articles)


def _lost(threats: Sequence[int]) -> int:
    """How many of these can be lost at most: each of those who threaten them can be one of them only."""
    threatened = [threat for threat in threats if threat]
    threatening = 0
    for threat in threatened:
        threatening |= threat
    if len(threatened) > _MATCHED:
        return min(len(threatened), threatening.bit_count())
    taken: dict[int, int] = {}
    return sum(_matched(threat, at, threatened, (taken, set())) for at, threat in enumerate(threatened))


def _matched(threat: int, at: int, threats: Sequence[int], so_far: tuple[dict[int, int], set[int]]) -> bool:
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
