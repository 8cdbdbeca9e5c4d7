"""How well a wording in a source fits the title of an article, in any of its languages."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping

from tizim.vocab.law_parts import LawArticle
from tizim.vocab.place_keys import folded

FITS, FAILS = 0.5, 0.2
_CLEARLY = 0.2
_STEM = 5
_SHORTEST_WORD = 4


def title_fits(title: str, own: LawArticle, others: Iterable[LawArticle]) -> tuple[bool, LawArticle | None]:
    """Whether the title fits the article, and if not, the other article that it fits clearly better, if any.

    Compared are the first letters of the words, rare words counting more than those of many titles. A title
    that fits nothing well and the article at least a little is let pass: sources paraphrase.
    """
    articles = [own, *(one for one in others if one.number != own.number)]
    weights = _weights(articles)
    fits = [
        max((_share(title, wording, weights) for wording in _wordings(one)), default=0.0) for one in articles
    ]
    best = max(range(1, len(articles)), key=fits.__getitem__, default=0)
    if fits[0] < FITS <= fits[best] and fits[best] - fits[0] >= _CLEARLY:
        return False, articles[best]
    return fits[0] >= FAILS, None


def _wordings(article: LawArticle) -> tuple[str, ...]:
    return (*article.title.values(), *article.also)


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        word[:_STEM] for word in re.findall(r"[^\W\d_]+", folded(text)) if len(word) >= _SHORTEST_WORD
    )


def _weights(articles: list[LawArticle]) -> Mapping[str, float]:
    """The weight of each stem: little if many articles have it."""
    found = Counter(stem for one in articles for stem in _stems(" ".join(_wordings(one))))
    return {stem: math.log((1 + len(articles)) / count) for stem, count in found.items()}


def _share(title: str, wording: str, weights: Mapping[str, float]) -> float:
    """The share of the title's words, by weight, that the wording has too."""
    unknown = max(weights.values(), default=1.0)
    wanted, there = _stems(title), _stems(wording)
    total = sum(weights.get(stem, unknown) for stem in wanted)
    return sum(weights.get(stem, unknown) for stem in wanted & there) / total if total else 1.0
