"""What names alone say: equal names are joined, and inside one document short forms with one bearer."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from tizim.identity.joining import Edge, Joining
from tizim.identity.kin import Kin
from tizim.identity.names import BARE, FULL, INITIALS, Name, fits

EQUAL, SHORT, LONGER = "equal_names", "short_form", "longer_form"


def join_equal_names(joining: Joining) -> None:
    """Joins mentions of one full name in all documents, and of any one form inside each document."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, mention in enumerate(joining.mentions):
        name = joining.names[number]
        if name.key:
            alike[name.key, "" if name.kind == FULL else mention.document_id].append(number)
    root = joining.sets.root
    joining.join_groups([{root(one) for one in same} for same in alike.values() if len(same) > 1], EQUAL)


def join_short_forms(joining: Joining, kin: Kin) -> None:
    """Joins initials with a surname, then bare surnames, with the one longer name in their document.

    Several candidates, or one that is judged not to be the one, leave the short form alone and in doubt.
    """
    by_fullness: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, name in enumerate(joining.names):
        if name.kind in (BARE, INITIALS):
            by_fullness[name.fullness].append(number)
    for fullness in sorted(by_fullness, reverse=True):
        _join_level(joining, kin, by_fullness[fullness])


def doubt_longer_forms(joining: Joining, kin: Kin) -> None:
    """Leaves open whether a name and the same name with one part more are one person.

    Names written out are compared in all documents, those with initials inside one. The question goes from
    the name that says less to the one that says more.
    """
    for number in kin.with_kin():
        name = joining.names[number]
        for other in kin.longer(number, loosely=True) if name.kind != BARE else ():
            longer = joining.names[other].fullness
            if name.fullness <= longer:
                joining.edges.append(Edge(number, other, LONGER, one_way=True))
            if longer <= name.fullness:
                joining.edges.append(Edge(other, number, LONGER, one_way=True))
    _doubt_longer_names(joining)


def _doubt_longer_names(joining: Joining) -> None:
    root = joining.sets.root
    long = {
        (name, root(number))
        for number, name in enumerate(joining.names)
        if len(name.given) > 1 and name.kind == FULL
    }
    asked = {key for name, _ in long for key in _shorter_keys(name)}
    bearers: dict[str, set[tuple[Name, int]]] = defaultdict(set)
    for number, name in enumerate(joining.names):
        if name.key in asked and name.kind == FULL:
            bearers[name.key].add((name, root(number)))
    for name, one in long:
        for key in _shorter_keys(name):
            shorter = [other for short, other in bearers.get(key, ()) if fits(short, name)]
            joining.edges += [Edge(other, one, LONGER, one_way=True) for other in shorter]


def _shorter_keys(name: Name) -> Iterator[str]:
    """The keys of the names that are left when given names are left out, but not all."""
    for size in range(1, len(name.given)):
        for given in combinations(name.given, size):
            yield " ".join(sorted((*name.surname, *given)))


def _join_level(joining: Joining, kin: Kin, numbers: Iterable[int]) -> None:
    root = joining.sets.root
    bearers_of = _bearers(joining, kin, numbers)
    if not bearers_of:
        return
    fullest = _fullest(joining, bearers_of)
    apart = joining.apart_roots()
    groups: dict[int, set[int]] = defaultdict(set)
    for block, longer in bearers_of.items():
        bearers = {root(one) for one in longer}
        if block in bearers or fullest[block].kind == FULL:
            continue
        agree = all(fits(fullest[block], joining.names[one], loosely=True) for one in longer)
        if len(bearers) == 1 and agree and apart.get(block, set()).isdisjoint(bearers):
            groups[bearers.pop()].add(block)
        else:
            joining.edges += [Edge(block, one, SHORT, one_way=True) for one in bearers]
    joining.join_groups([{bearer, *blocks} for bearer, blocks in groups.items()], SHORT)


def _bearers(joining: Joining, kin: Kin, numbers: Iterable[int]) -> dict[int, set[int]]:
    """For the set of each short mention the fuller mentions that it may be short for.

    Those that leave out one of its initials are among them: "A. S. Testov" may be "Askar Testov".
    """
    found: dict[int, set[int]] = defaultdict(set)
    for number in numbers:
        own = joining.names[number].fullness
        compatible = {*kin.longer(number), *kin.shorter(number)}
        longer = [other for other in compatible if joining.names[other].fullness > own]
        if longer:
            found[joining.sets.root(number)].update(longer)
    return found


def _fullest(joining: Joining, blocks: Iterable[int]) -> dict[int, Name]:
    """The fullest name in each of these sets."""
    found = {block: joining.names[block] for block in blocks}
    for number, name in enumerate(joining.names):
        block = joining.sets.root(number)
        if block in found and (name.fullness, name.key) > (found[block].fullness, found[block].key):
            found[block] = name
    return found
