"""Persons: mentions that are surely one, and everybody together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tizim.identity.doubts import Doubt
from tizim.identity.mentions import Mention
from tizim.identity.names import read_name
from tizim.identity.strays import Strays
from tizim.identity.verdicts import Contradiction
from tizim.ledger import content_id


@dataclass(frozen=True, slots=True)
class Person:
    """Mentions that are surely one person.

    ``id`` comes from the earliest mention and stays as mentions join. ``name`` is the fullest written
    form (of equally full ones the most frequent, then the earliest), ``names`` are all of them.
    """

    id: str
    name: str
    names: tuple[str, ...]
    mention_ids: tuple[str, ...]
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class People:
    """Everybody whom the claims name: sure persons, doubts between them, judgements that contradict.

    ``persons`` is the finest partition; no coarser one joins persons outside of one doubt, except
    ``strays``: short forms without a bearer in their document, who may be anybody of that name.
    """

    persons: tuple[Person, ...]
    doubts: tuple[Doubt, ...]
    contradictions: tuple[Contradiction, ...]
    strays: tuple[Strays, ...] = ()

    def by_mention(self) -> dict[str, Person]:
        """The person of each mention."""
        return {mention: person for person in self.persons for mention in person.mention_ids}


def person_of(mentions: Sequence[Mention]) -> Person:
    """The person whose mentions these are."""
    if len(mentions) == 1:
        (only,) = mentions
        return Person(person_id(only.id), only.name, (only.name,), (only.id,), only.claim_ids)
    ordered = sorted(mentions, key=lambda mention: (mention.first_at, mention.id))
    names = tuple(dict.fromkeys([mention.name for mention in ordered]))
    claims = sorted([told for one in ordered for told in zip(one.places, one.claim_ids, strict=True)])
    return Person(
        id=person_id(ordered[0].id),
        name=_display(ordered, names),
        names=names,
        mention_ids=tuple([mention.id for mention in ordered]),
        claim_ids=tuple([claim for _, claim in claims]),
    )


def person_id(earliest_mention: str) -> str:
    """The id of the person whose earliest mention this is."""
    return content_id("p", earliest_mention)


def _display(mentions: Iterable[Mention], names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    frequency: Counter[str] = Counter()
    for mention in mentions:
        frequency[mention.name] += len(mention.claim_ids)
    return max(names, key=lambda name: (read_name(name).fullness, frequency[name]))
