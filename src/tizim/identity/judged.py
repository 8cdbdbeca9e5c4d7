"""What is judged, by mention, so that the judgements on a few mentions are at hand.

Judgements bear on each other only where they hang together by their mentions: what others say of other people
is weighed once.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple
from weakref import ReferenceType, ref

from tizim.identity.judgement import Judgement
from tizim.identity.verdicts import Contradiction, Pair, Verdicts, in_order, weigh

_FIELDS = ("same", "different", "unsure", "contested", "apart")
_FEW = 100
"""Where more judgements are new or gone, all are weighed anew."""


class _Turning(NamedTuple):
    """From what the verdicts were turned, and the pairs that may have changed by that."""

    before: "ReferenceType[Judged]"
    pairs: Collection[Pair]


class Judged:
    """The verdicts on each pair of mentions."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        every = tuple(judgements)
        verdicts = weigh(every)
        self.contradictions: tuple[Contradiction, ...] = verdicts.contradictions
        self._said = {one.id: one for one in every}
        self._on: dict[Pair, tuple[Judgement, ...]] = {}
        for one in every:
            self._on[one.pair] = (*self._on.get(one.pair, ()), one)
        self._pairs = _by_pair(verdicts)
        self._beside = _neighbours(self._pairs)
        self._turning: _Turning | None = None

    def turned(self, judgements: Iterable[Judgement]) -> "Judged":
        """The same as ``Judged`` of these; only what hangs together with other judgements is weighed."""
        every = tuple(judgements)
        said = {one.id: one for one in every}
        gone = _unlike(self._said, said)
        new = _unlike(said, self._said)
        alone = len(said) == len(every) and sum(map(len, self._on.values())) == len(self._said)
        if not alone or len(gone) + len(new) > _FEW:
            return Judged(every)
        return self._turned(said, gone, new)

    def _turned(self, said: dict[str, Judgement], gone: list[Judgement], new: list[Judgement]) -> "Judged":
        left = {id(one) for one in gone}
        on = dict(self._on)
        for pair in {one.pair for one in gone}:
            on[pair] = tuple(one for one in on[pair] if id(one) not in left)
        for one in new:
            on[one.pair] = (*on.get(one.pair, ()), one)
        reached = self._hanging_together({one for each in (*gone, *new) for one in each.pair}, new)
        pairs = {_pair(one, other) for one in reached for other in self._beside.get(one, ())}
        pairs.update(one.pair for one in (*gone, *new))
        verdicts = weigh(one for pair in pairs for one in on.get(pair, ()))
        after = Judged()
        after._said, after._on = said, {pair: some for pair, some in on.items() if some}
        after._pairs = {pair: found for pair, found in self._pairs.items() if pair not in pairs}
        after._pairs |= (near := _by_pair(verdicts))
        after._beside = {one: some for one, some in self._beside.items() if one not in reached}
        after._beside |= _neighbours(near)
        others = (one for one in self.contradictions if reached.isdisjoint(one.mention_ids))
        after.contradictions = in_order((*others, *verdicts.contradictions))
        after._turning = _Turning(ref(self), pairs)
        return after

    def _hanging_together(self, mentions: set[str], new: Iterable[Judgement]) -> set[str]:
        """All mentions that judgements join to these, those that are new included."""
        beside = _neighbours(one.pair for one in new)
        reached, ahead = set(mentions), list(mentions)
        while ahead:
            one = ahead.pop()
            further = {*self._beside.get(one, ()), *beside.get(one, ())} - reached
            reached |= further
            ahead += further
        return reached

    def beside(self, mention_id: str) -> Iterable[str]:
        """The mentions with which this one was judged."""
        return self._beside.get(mention_id, ())

    def changed_from(self, before: "Judged") -> set[str]:
        """The mentions of the pairs of which something else is said than before."""
        other = [one for one in self._pairs_from(before) if self._pairs.get(one) != before._pairs.get(one)]
        return {one for pair in other for one in pair}

    def _pairs_from(self, before: "Judged") -> Collection[Pair]:
        """The pairs that may have changed: those by which one was turned into the other, else all."""
        for one, other in ((self, before), (before, self)):
            if one._turning and one._turning.before() is other:
                return one._turning.pairs
        return self._pairs.keys() | before._pairs.keys()

    def about(self, mentions: Collection[str]) -> Verdicts:
        """The verdicts on pairs of these mentions."""
        pairs = {_pair(one, other) for one in mentions for other in self._beside.get(one, ())}
        said: Mapping[str, list[Pair]] = {field: [] for field in _FIELDS}
        for pair in sorted(pairs):
            for field in self._pairs[pair]:
                said[field].append(pair)
        return Verdicts(**{field: tuple(found) for field, found in said.items()}, contradictions=())


def judged_of(judgements: "Iterable[Judgement] | Judged", before: Judged) -> Judged:
    """What these judgements say, weighed already or not; the closer to those before, the sooner."""
    return judgements if isinstance(judgements, Judged) else before.turned(judgements)


def _unlike(some: Mapping[str, Judgement], others: Mapping[str, Judgement]) -> list[Judgement]:
    """Those that are not among the others, or judge otherwise there."""
    pairs = ((one, others.get(id_)) for id_, one in some.items())
    return [one for one, other in pairs if other is not one and (other is None or _said(other) != _said(one))]


def _said(one: Judgement) -> tuple[str, str, str, str]:
    """What is weighed of a judgement; of one that was kept nothing else is known."""
    return one.left, one.right, one.verdict, one.recorded_at


def _by_pair(verdicts: Verdicts) -> dict[Pair, list[str]]:
    """For each pair the names of the fields in which it stands."""
    found: dict[Pair, list[str]] = {}
    for field in _FIELDS:
        for pair in getattr(verdicts, field):
            found.setdefault(pair, []).append(field)
    return found


def _neighbours(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """For each mention those with which it stands in a pair."""
    found: dict[str, list[str]] = {}
    for one, other in pairs:
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return found


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
