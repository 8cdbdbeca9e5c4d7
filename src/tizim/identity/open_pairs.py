"""The pairs that people can judge: every two persons who may be one, and why that is open."""

from collections import defaultdict
from collections.abc import Iterable

from tizim.identity.roll import Roll
from tizim.identity.verdicts import Pair


def open_pairs(roll: Roll, around: Iterable[str]) -> dict[Pair, tuple[str, ...]]:
    """Every two persons who may be one, the smaller id first, in the doubts that hold any of these persons.

    For each the codes of ``Doubt.why``: of what is open between these two, else of the doubt. Short forms
    elsewhere are nobody's to judge.
    """
    found: dict[Pair, tuple[str, ...]] = {}
    for doubt in roll.doubts(around):
        between: dict[frozenset[str], set[str]] = defaultdict(set)
        for edge in (edge for one in doubt.person_ids for edge in roll.edges(one)):
            between[frozenset((edge.left, edge.right))].add(edge.why)
        for pair in doubt.open_pairs():
            found[pair] = tuple(sorted(between.get(frozenset(pair), ()))) or doubt.why
    return found
