"""Which of many names may be one person's: pairs of names that share a key, and how far they agree."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from tizim.identity.compare import compare_score
from tizim.identity.identify_linkage import Pair
from tizim.identity.keys import name_keys

LEAST = 0.45
_LARGE = 400
_WINDOW = 100


def name_pairs(names: Sequence[str], step: Callable[[], None] = lambda: None) -> dict[Pair, float]:
    """The scores of the pairs of names (by their places, smaller first) that are 0.45 or more.

    Of names that very many others share a key with, only those near in the alphabet are compared.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        for key in name_keys(name):
            blocks[key].append(place)
        step()
    scores: dict[Pair, float] = {}
    seen: set[Pair] = set()
    for block in blocks.values():
        for pair in _pairs(block, names):
            if pair not in seen:
                seen.add(pair)
                score = compare_score(names[pair[0]], names[pair[1]])
                if score >= LEAST:
                    scores[pair] = score
    return scores


def _pairs(block: list[int], names: Sequence[str]) -> Iterator[Pair]:
    if len(block) > _LARGE:
        block = sorted(block, key=lambda place: names[place].casefold())
    reach = _WINDOW if len(block) > _LARGE else len(block)
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + reach]:
            yield (one, other) if one < other else (other, one)
