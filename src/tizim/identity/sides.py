"""The two sides of a judgement beside each other: how far names and what is told around them agree."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity.because import compare
from tizim.identity.compare import compare_score
from tizim.identity.context import Context, context_of
from tizim.identity.likelihood import Likelihood, likelihood
from tizim.identity.rarity import Rarity

_MOST_NAMES = 6


@dataclass(frozen=True, slots=True)
class Side:
    """A person, or one mention of somebody, with the claims around."""

    id: str
    name: str
    names: tuple[str, ...]
    claims: tuple[Claim, ...]

    def context(self, documents: Mapping[str, Document]) -> Context:
        """What the claims say about whoever is meant."""
        return replace(context_of(self.claims, documents), name=self.name)


@dataclass(frozen=True, slots=True)
class Beside:
    """How two sides agree: the two names that agree best, their score with reasons, and the context."""

    names: tuple[str, str]
    score: float
    reasons: tuple[str, ...]
    likelihood: Likelihood

    @property
    def speaking_for(self) -> list[str]:
        """What of the context speaks for one person."""
        return [one.reason for one in self.likelihood.weights if one.bits > 0 and one.what != "name"]

    @property
    def speaking_against(self) -> list[str]:
        """What of the context speaks against it."""
        return [one.reason for one in self.likelihood.weights if one.bits < 0 and one.what != "name"]


def beside(
    one: Side,
    other: Side,
    documents: Mapping[str, Document],
    *,
    language: str,
    rarity: Rarity | None = None,
) -> Beside:
    """The two sides compared: names by their best pair, and the context of all their claims."""
    names = best_names(one.names, other.names)
    found = compare(*names, language=language)
    contexts = [
        replace(side.context(documents), name=name) for side, name in zip((one, other), names, strict=True)
    ]
    return Beside(names, found.score, found.reasons, likelihood(*contexts, rarity=rarity, language=language))


def best_names(some: Sequence[str], others: Sequence[str]) -> tuple[str, str]:
    """The two names that agree best; of many spellings the first few are tried."""
    return max(product(some[:_MOST_NAMES], others[:_MOST_NAMES]), key=lambda pair: compare_score(*pair))
