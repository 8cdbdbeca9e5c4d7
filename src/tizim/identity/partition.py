"""From mentions and judgements to persons: the finest partition, and what may be coarser."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.identity.alike import doubt_alike_names
from tizim.identity.doubts import Doubt, doubts_of
from tizim.identity.joining import Joining, start
from tizim.identity.judgement import Judgement
from tizim.identity.kin import Kin
from tizim.identity.mentions import Mention, mentions_of
from tizim.identity.names import read_name
from tizim.identity.rules import doubt_longer_forms, join_equal_names, join_short_forms
from tizim.identity.verdicts import Contradiction, weigh
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

    ``persons`` is the finest partition; no coarser one joins persons outside of one doubt.
    """

    persons: tuple[Person, ...]
    doubts: tuple[Doubt, ...]
    contradictions: tuple[Contradiction, ...]

    def by_mention(self) -> dict[str, Person]:
        """The person of each mention."""
        return {mention: person for person in self.persons for mention in person.mention_ids}


def people(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> People:
    """The persons whom these standing claims name, as the standing judgements have it.

    Order never matters; the same claims and judgements give the same persons. Judgements join first;
    then equal names, then short forms inside one document. Nothing is joined against a judgement. Full
    names that only sound alike are never joined; whether they are one stays open.
    """
    told = tuple(claims)
    verdicts = weigh(judgements)
    joining = start(mentions_of(told), verdicts)
    kin = Kin(joining.mentions, joining.names)
    join_equal_names(joining)
    join_short_forms(joining, kin)
    doubt_longer_forms(joining, kin)
    doubt_alike_names(joining)
    persons = _persons(joining, {claim.id: place for place, claim in enumerate(told)})
    doubts = doubts_of(joining, {root: person.id for root, person in persons.items()})
    return People(tuple(persons.values()), doubts, verdicts.contradictions)


def _persons(joining: Joining, places: Mapping[str, int]) -> dict[int, Person]:
    """The person of each set of mentions, in the order of their first claims."""
    groups: dict[int, list[Mention]] = {}
    for number, mention in enumerate(joining.mentions):
        groups.setdefault(joining.sets.root(number), []).append(mention)
    return {root: _person(group, places) for root, group in groups.items()}


def _person(mentions: Sequence[Mention], places: Mapping[str, int]) -> Person:
    if len(mentions) == 1:
        (only,) = mentions
        return Person(content_id("p", only.id), only.name, (only.name,), (only.id,), only.claim_ids)
    ordered = sorted(mentions, key=lambda mention: (mention.first_at, mention.id))
    names = tuple(dict.fromkeys([mention.name for mention in ordered]))
    claims = [claim for mention in ordered for claim in mention.claim_ids]
    return Person(
        id=content_id("p", ordered[0].id),
        name=_display(ordered, names),
        names=names,
        mention_ids=tuple([mention.id for mention in ordered]),
        claim_ids=tuple(sorted(claims, key=places.__getitem__)),
    )


def _display(mentions: Sequence[Mention], names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    frequency: Counter[str] = Counter()
    for mention in mentions:
        frequency[mention.name] += len(mention.claim_ids)
    return max(names, key=lambda name: (read_name(name).fullness, frequency[name]))
