"""Which of many names may be one person's: pairs of names that share a key, and how far they agree."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from tizim.identity.compare import compare_score
from tizim.identity.identify_linkage import Pair
from tizim.identity.keys import name_keys
from tizim.identity.rarity import word_keys

LEAST = 0.45
_LARGE = 400
_WINDOW = 100


def name_pairs(names: Sequence[str], step: Callable[[], None] = lambda: None) -> dict[Pair, float]:
    """The scores of the pairs of names (by their places, smaller first) that are 0.45 or more.

    Of names that very many others share a key with, only those that sound next to each other are compared.
    The order of the names never matters; ``step`` is called after each of them.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    scores: dict[Pair, float] = {}
    for place in sorted(range(len(names)), key=lambda place: (word_keys(names[place]), names[place])):
        keys = name_keys(names[place])
        for other in {one for key in keys for one in _last(blocks[key])}:
            score = compare_score(names[place], names[other])
            if score >= LEAST:
                scores[min(place, other), max(place, other)] = score
        for key in keys:
            blocks[key].append(place)
        step()
    return scores


def _last(block: list[int]) -> list[int]:
    return block[-_WINDOW:] if len(block) > _LARGE else block
