"""What linking asks people: pairs of persons that may be one, each by its likeliest pair of mentions."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from tizim.identity import Context, Rarity, likelihood
from tizim.stores.linkage.linking import Linked, Pair

_STRONG = 0.5  # bits: what says less is no reason


@dataclass(frozen=True, slots=True)
class Question:
    """Two mentions of two persons, how probable it is that they are one, and why."""

    left: str
    right: str
    probability: float
    reasons: tuple[str, ...]


class _Counted(Rarity):
    """The rarity of names that was counted for the whole register."""

    def __init__(self, bits: Mapping[str, float]) -> None:
        super().__init__()
        self._bits = bits

    def bits(self, name: str) -> float:
        return self._bits.get(name, 0.0)


def questions(
    linked: Linked,
    contexts: Mapping[str, Context],
    person_of: Mapping[str, str],
    judged: Collection[frozenset[str]],
    *,
    language: str = "en",
) -> Iterator[Question]:
    """The likeliest pair of mentions of every two persons, likeliest persons first.

    ``person_of`` gives the person of a mention. Mentions of one person are no question, nor are persons of
    whom a pair of mentions is judged (``judged``).
    """
    closed = {frozenset(person_of.get(one, one) for one in pair) for pair in judged}
    best: dict[frozenset[str], Pair] = {}
    for pair in linked.pairs:
        persons = frozenset(person_of.get(one, one) for one in (pair.left, pair.right))
        known = best.get(persons)
        if len(persons) == 2 and persons not in closed and (known is None or _before(pair, known)):
            best[persons] = pair
    rarity = _Counted(linked.rarity)
    for pair in sorted(best.values(), key=lambda each: (-each.probability, each.left, each.right)):
        found = likelihood(
            contexts[pair.left], contexts[pair.right], rarity=rarity, model=linked.model, language=language
        )
        told = sorted(found.weights, key=lambda weight: -abs(weight.bits))
        reasons = tuple(f"{one.reason} ({one.bits:+.1f})" for one in told if abs(one.bits) >= _STRONG)
        yield Question(pair.left, pair.right, pair.probability, reasons)


def _before(pair: Pair, other: Pair) -> bool:
    return (-pair.probability, pair.left, pair.right) < (-other.probability, other.left, other.right)
