"""How likely pairs of nodes are one person: the declared model, with what the list itself tells.

How often two names of the list are one person's, how common a word of a name is and how common a word of
the contexts is are counted in the list.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations, product

from tizim.identity.context import Context
from tizim.identity.identify_linkage import Evidence, Pair
from tizim.identity.identify_nodes import Node
from tizim.identity.identify_pairs import name_pairs
from tizim.identity.likelihood import level_of_score, levels_of, probability
from tizim.identity.model import Model, declared_model
from tizim.identity.rarity import Rarity

_STRONG = 0.85
_DECLARED_PAIRS = 10_000
_MOST_PRIOR = 0.01
_WORD = 0.25
_MOST_BY_WORDS = 3.0
_FEW = 20
_YEARS = ((1, 0.5), (4, 0.0), (9, -0.5))
_LONG_APART = -1.0
_ELDER = -8.0
_AGAINST = -3.0


def node_pairs(nodes: Sequence[Node], step: Callable[[], None]) -> dict[Pair, Evidence]:
    """What each pair of nodes with names that are alike says."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for number, node in enumerate(nodes):
        by_name[node.name].append(number)
    names = list(by_name)
    scores = name_pairs(names, step)
    weights = _Weights(nodes, Rarity(names), model_for(len(names), scores.values()))
    found: dict[Pair, Evidence] = {}
    for name, numbers in by_name.items():
        weights.add(found, (name, name, 1.0), combinations(numbers, 2))
    for (one, other), score in scores.items():
        both = (names[one], names[other], score)
        weights.add(found, both, product(by_name[names[one]], by_name[names[other]]))
    return found


def sureness(evidence: Evidence | None) -> float:
    """How sure a pair is one person, 0 to 1; 0 where the names are not alike."""
    return probability(evidence.bits(1)) if evidence else 0.0


def speak_against(some: Iterable[Context], others: Sequence[Context]) -> bool:
    """Whether the contexts of a short name and of a bearer, all in all, speak against one person."""
    model = declared_model()
    said = [sum(level.bits for _, level in levels_of(one, other, model)) for one in some for other in others]
    return bool(said) and sum(said) / len(said) < _AGAINST


def model_for(names: int, scores: Iterable[float]) -> Model:
    """The declared model with a prior for a list of so many names: how often two of them are one person's.

    It is told by the pairs that agree strongly, and by the declared prior as if that had been seen on
    10,000 pairs.
    """
    model = declared_model()
    levels = model.aspects["name"].levels.values()
    reached = sum(level.m for level in levels if level.at_least and _STRONG <= level.at_least < 1.0)
    strong = sum(score >= _STRONG for score in scores)
    pairs = names * (names - 1) / 2
    prior = (strong / reached + model.prior * _DECLARED_PAIRS) / (pairs + _DECLARED_PAIRS)
    return replace(model, prior=min(_MOST_PRIOR, prior))


class _Weights:
    """Gathers what pairs say; what two contexts say is worked out once."""

    def __init__(self, nodes: Sequence[Node], rarity: Rarity, model: Model) -> None:
        self._nodes, self._rarity, self._model = nodes, rarity, model
        self._words = _telling({(node.name, word) for node in nodes for word in node.around.words})
        self._known: dict[tuple[Context, Context], _Told] = {}
        self._aspects = [code for code in model.aspects if code not in ("name", "document")]

    def add(
        self, found: dict[Pair, Evidence], names: tuple[str, str, float], pairs: Iterable[tuple[int, int]]
    ) -> None:
        """Adds those pairs of nodes that may be one person; all of them have these two names."""
        one, other, score = names
        level = level_of_score(score, self._model)
        if not level.rare:
            return
        rare = self._model.bounded(min(self._rarity.bits(one), self._rarity.bits(other)))
        bits = min(self._model.most_by_name, self._model.prior_bits + level.bits + rare)
        close = score >= _STRONG
        together = "one_way" if level.code in ("equal", "same") else "two_ways"
        inside = self._model.aspects["document"].levels[together].bits if one != other else 0.0
        for left, right in pairs:
            evidence = self._between(self._nodes[left], self._nodes[right], (bits, close), inside)
            found[min(left, right), max(left, right)] = evidence

    def _between(self, one: Node, other: Node, bits: tuple[float, bool], inside: float) -> Evidence:
        by_name, close = bits
        told = self._contexts(one.around.context, other.around.context)
        words = sum(self._words.get(word, 0.0) for word in one.around.words & other.around.words)
        known = bool(one.around.words and other.around.words)
        years = _years_apart(one.around.year, other.around.year)
        born = _generations(one.around.generation, other.around.generation)
        beside = inside if not one.documents.isdisjoint(other.documents) else 0.0
        return Evidence(
            1,
            by_name + beside,
            close,
            (*told[0], min(_MOST_BY_WORDS, _WORD * words), years, born),
            (*told[1], int(known), int(years != 0.0), int(born != 0.0)),
        )

    def _contexts(self, one: Context, other: Context) -> "_Told":
        """For each aspect its bits, and whether both contexts have it."""
        if (one, other) not in self._known:
            levels = {aspect.code: level.bits for aspect, level in levels_of(one, other, self._model)}
            self._known[one, other] = (
                tuple([levels.get(code, 0.0) for code in self._aspects]),
                tuple([int(code in levels) for code in self._aspects]),
            )
        return self._known[one, other]


_Told = tuple[tuple[float, ...], tuple[int, ...]]


def _years_apart(one: int | None, other: int | None) -> float:
    """What it says, in bits, how far apart the documents are: sources speak of a person for some years."""
    if one is None or other is None:
        return 0.0
    return next((bits for years, bits in _YEARS if abs(one - other) <= years), _LONG_APART)


def _generations(one: str | None, other: str | None) -> float:
    """What it says, in bits, that one is called senior; whoever is called by the name alone is the junior."""
    if one == other:
        return 0.0
    return _ELDER if "senior" in (one, other) else 0.0


def _telling(borne: Iterable[tuple[str, str]]) -> Mapping[str, float]:
    """How many bits it tells that two contexts share a word: few where it stands beside many names."""
    beside: dict[str, int] = defaultdict(int)
    names = set()
    for name, word in borne:
        names.add(name)
        beside[word] += 1
    if len(names) < _FEW:
        return {}
    return {word: math.log2(len(names) / count) for word, count in beside.items()}
