"""The rules at work on mentions that no rule ties to any other mention: who is one, and what stays open."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.identity.doubts import EACH, ONE_WAY, Edge
from tizim.identity.joining import Joining, start
from tizim.identity.kin import Kin
from tizim.identity.mentions import Mention
from tizim.identity.persons import Person, person_id, person_of
from tizim.identity.rules import SHORT, doubt_longer_forms, join_equal_names, join_short_forms
from tizim.identity.strays import tells_a_part
from tizim.identity.unlike import Bearing
from tizim.identity.verdicts import Verdicts
from tizim.ledger import content_id


@dataclass(frozen=True, slots=True)
class Settled:
    """Persons, and for each mention the id of its set: a person's, or of a set without a standing claim.

    ``edges`` between such ids (and others that stand for nobody), ``different`` pairs of them, ``strays``
    the persons without a full name who found no bearer in their document.
    """

    persons: tuple[Person, ...]
    sets: Mapping[str, str]
    edges: tuple[Edge, ...]
    different: frozenset[tuple[str, str]]
    strays: frozenset[str]


def settled(
    mentions: Sequence[Mention], verdicts: Verdicts, bearings: Mapping[str, Bearing], kin: Kin
) -> Settled:
    """What judgements and names make of these mentions, which come in the order of their claims."""
    joining = start(mentions, verdicts, bearings, kin)
    join_equal_names(joining)
    join_short_forms(joining)
    doubt_longer_forms(joining)
    groups = _groups(joining)
    persons = {root: person_of(group) for root, group in groups.items()}
    ids = _ids(joining, persons)
    different = joining.different_roots()
    edges = _edges(joining, ids, different)
    return Settled(
        persons=tuple(persons.values()),
        sets={mention: ids[joining.sets.root(number)] for mention, number in joining.numbers.items()},
        edges=edges,
        different=frozenset((ids[left], ids[right]) for left, right in different if left != right),
        strays=_strays(joining, persons, edges),
    )


def _groups(joining: Joining) -> dict[int, list[Mention]]:
    """The mentions of each set, in the order of their claims."""
    groups: dict[int, list[Mention]] = {}
    for number, mention in enumerate(joining.mentions):
        groups.setdefault(joining.sets.root(number), []).append(mention)
    return groups


def _ids(joining: Joining, persons: Mapping[int, Person]) -> dict[int, str]:
    """An id for each set: of a person; of the first mention where no claim stands; of those it holds open."""
    root = joining.sets.root
    ids = {one: person.id for one, person in persons.items()}
    for mention, number in joining.numbers.items():
        ids.setdefault(root(number), person_id(mention))
    hubs: dict[int, set[str]] = {}
    for tie in joining.ties:
        if root(tie.left) not in ids:
            hubs.setdefault(root(tie.left), {tie.why}).add(ids[root(tie.right)])
    return ids | {hub: content_id("h", *sorted(around)) for hub, around in hubs.items()}


def _edges(
    joining: Joining, ids: Mapping[int, str], different: Iterable[tuple[int, int]]
) -> tuple[Edge, ...]:
    """The ties between sets that are not judged different, each once."""
    root, apart = joining.sets.root, set(different)
    found: dict[Edge, None] = {}
    for tie in joining.ties:
        left, right = root(tie.left), root(tie.right)
        if left != right and (min(left, right), max(left, right)) not in apart:
            found[Edge(ids[left], ids[right], tie.why, ONE_WAY if tie.one_way else EACH)] = None
    return tuple(found)


def _strays(joining: Joining, persons: Mapping[int, Person], edges: Iterable[Edge]) -> frozenset[str]:
    """The persons without a full name for whom no bearer in their document is open either."""
    whole = {joining.sets.root(at) for at, name in enumerate(joining.names) if not tells_a_part(name)}
    bound = {one for edge in edges if edge.why == SHORT for one in (edge.left, edge.right)}
    return frozenset(person.id for root, person in persons.items() if root not in whole) - bound
