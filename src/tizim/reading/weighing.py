"""Weights that decide where no rule does: signs of a case, each with its weight, added up.

The weights of a language stand in ``data/<language>/weights.yml``, a step a key: what the step starts from,
the threshold, and a weight for each sign by its readable name ("order: before the act").
``bench/weighing.py`` makes them. A sign without a weight counts nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Any

from tizim.reading.words import table_of

_MOST = 700.0  # beyond it the exponential leaves the range of numbers


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one step: what it starts from, how probable a case must be, and each sign's weight."""

    start: float
    threshold: float
    each: Mapping[str, float]

    def probability(self, signs: Iterable[str]) -> float:
        """How probable a case with these signs is, from 0 to 1."""
        weigh = self.each.get
        total = self.start + sum(weigh(sign, 0.0) for sign in signs)
        return 1 / (1 + exp(min(_MOST, -total)))

    def shares(self, some: Sequence[Iterable[str]]) -> list[float]:
        """How probable each of several cases is of which one is right, together 1."""
        weigh = self.each.get
        totals = [sum(weigh(sign, 0.0) for sign in signs) for signs in some]
        most = max(totals, default=0.0)
        parts = [exp(max(-_MOST, total - most)) for total in totals]
        whole = sum(parts)
        return [part / whole for part in parts]

    def hold(self, signs: Iterable[str]) -> bool:
        """Whether a case with these signs is probable enough."""
        return self.probability(signs) >= self.threshold

    def may_hold(self, signs: Iterable[str], further: Iterable[str]) -> bool:
        """Whether a case is probable enough, or would be with the further signs that speak for it."""
        return self.hold((*signs, *(sign for sign in further if self.each.get(sign, 0.0) > 0)))

    def loudest(self, signs: Iterable[str], most: int = 3) -> tuple[str, ...]:
        """The signs that spoke most for a case, each with its weight: "sign: owner +1.20"."""
        said = [(self.each.get(sign, 0.0), sign) for sign in signs]
        ranked = sorted((one for one in said if one[0] > 0), key=lambda one: (-one[0], one[1]))
        return tuple(f"sign: {sign} {weight:+.2f}" for weight, sign in ranked[:most])


NEVER = Weights(0.0, 2.0, {})
"""Weights that decide nothing."""


def weights_from(written: Mapping[str, Any] | None) -> Weights:
    """The weights of one step as its table has them; without a table those that decide nothing."""
    if not written:
        return NEVER
    return Weights(float(written["start"]), float(written["threshold"]), dict(written["weights"]))


@cache
def weights_of(language: str, step: str, /) -> Weights:
    """The weights of one step of a language, read once; a step that its table has not decides nothing."""
    return weights_from(table_of(language, "weights").get(step))
