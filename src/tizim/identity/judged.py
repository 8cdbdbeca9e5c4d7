"""What is judged, by mention, so that the judgements on a few mentions are at hand."""

from collections.abc import Collection, Iterable, Mapping

from tizim.identity.judgement import Judgement
from tizim.identity.verdicts import Contradiction, Pair, Verdicts, weigh

_FIELDS = ("same", "different", "unsure", "contested", "apart")


class Judged:
    """The verdicts on each pair of mentions."""

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        verdicts = weigh(judgements)
        self.contradictions: tuple[Contradiction, ...] = verdicts.contradictions
        self._pairs: dict[Pair, list[str]] = {}
        self._beside: dict[str, list[str]] = {}
        for field in _FIELDS:
            for pair in getattr(verdicts, field):
                self._pairs.setdefault(pair, []).append(field)
        for one, other in self._pairs:
            self._beside.setdefault(one, []).append(other)
            self._beside.setdefault(other, []).append(one)

    def beside(self, mention_id: str) -> Iterable[str]:
        """The mentions with which this one was judged."""
        return self._beside.get(mention_id, ())

    def changed_from(self, before: "Judged") -> set[str]:
        """The mentions of the pairs of which something else is said than before."""
        pairs = self._pairs.keys() | before._pairs.keys()
        other = [pair for pair in pairs if self._pairs.get(pair) != before._pairs.get(pair)]
        return {one for pair in other for one in pair}

    def about(self, mentions: Collection[str]) -> Verdicts:
        """The verdicts on pairs of these mentions."""
        pairs = {_pair(one, other) for one in mentions for other in self._beside.get(one, ())}
        said: Mapping[str, list[Pair]] = {field: [] for field in _FIELDS}
        for pair in sorted(pairs):
            for field in self._pairs[pair]:
                said[field].append(pair)
        return Verdicts(**{field: tuple(found) for field, found in said.items()}, contradictions=())


def judged_of(judgements: "Iterable[Judgement] | Judged") -> Judged:
    """What these judgements say, weighed already or not."""
    return judgements if isinstance(judgements, Judged) else Judged(judgements)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
