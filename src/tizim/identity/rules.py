"""What names alone say: equal names are joined, and inside one document short forms with one bearer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tizim.identity.joining import Joining, Tie
from tizim.identity.names import BARE, FULL, INITIALS, Name, fits
from tizim.identity.unlike import UNLIKE, Bearing, parted, together

EQUAL, SHORT, LONGER = "equal_names", "short_form", "longer_form"


def join_equal_names(joining: Joining) -> None:
    """Joins mentions of one full name in all documents, and of any one form inside each document."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, mention in enumerate(joining.mentions):
        name = joining.names[number]
        if name.key:
            alike[name.key, "" if name.kind == FULL else mention.document_id].append(number)
    root = joining.sets.root
    known = _bearings(joining)
    groups: list[set[int]] = []
    for same in alike.values():
        group = {root(one) for one in same}
        sets = parted(group, known) if not known.keys().isdisjoint(group) else [group]
        groups += sets
        if len(sets) > 1:
            joining.doubt(group, UNLIKE)
    joining.join_groups(groups, EQUAL)


def _bearings(joining: Joining) -> Mapping[int, Bearing]:
    """What is said of age and sex, by the roots of the sets."""
    found: dict[int, list[Bearing]] = defaultdict(list)
    for number, bearing in joining.bearings.items():
        found[joining.sets.root(number)].append(bearing)
    return {root: together(known) for root, known in found.items()}


def join_short_forms(joining: Joining) -> None:
    """Joins initials with a surname, then bare surnames, with the one longer name in their document.

    Several candidates, or one that is judged not to be the one, leave the short form alone and in doubt.
    """
    by_fullness: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, name in enumerate(joining.names):
        if name.kind in (BARE, INITIALS):
            by_fullness[name.fullness].append(number)
    for fullness in sorted(by_fullness, reverse=True):
        _join_level(joining, by_fullness[fullness])


def doubt_longer_forms(joining: Joining) -> None:
    """Leaves open whether a name and the same name with one part more, in one document, are one person.

    The question goes from the name that says less to the one that says more.
    """
    for number, mention in enumerate(joining.mentions):
        name = joining.names[number]
        if name.kind == BARE or not joining.kin.has_kin(mention):
            continue
        for other in joining.longer(number, loosely=True):
            longer = joining.names[other].fullness
            if name.fullness <= longer:
                joining.ties.append(Tie(number, other, LONGER, one_way=True))
            if longer <= name.fullness:
                joining.ties.append(Tie(other, number, LONGER, one_way=True))


def _join_level(joining: Joining, numbers: Iterable[int]) -> None:
    root = joining.sets.root
    bearers_of = _bearers(joining, numbers)
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
            joining.ties += [Tie(block, one, SHORT, one_way=True) for one in bearers]
    joining.join_groups([{bearer, *blocks} for bearer, blocks in groups.items()], SHORT)


def _bearers(joining: Joining, numbers: Iterable[int]) -> dict[int, set[int]]:
    """For the set of each short mention the fuller mentions that it may be short for.

    Those that leave out one of its initials are among them: "A. S. Testov" may be "Askar Testov".
    """
    found: dict[int, set[int]] = defaultdict(set)
    for number in numbers:
        own = joining.names[number].fullness
        compatible = {*joining.longer(number), *joining.shorter(number)}
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
