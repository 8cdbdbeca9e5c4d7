"""The people of whom some claims tell: who is one person is known from all claims, the rest is left out.

A list from some documents alone must not count one person twice because the document that joins two
spellings is not among them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tizim.claims import Claim
from tizim.identity.doubts import Doubt
from tizim.identity.mentions import mentions_of
from tizim.identity.persons import People, Person, person_of
from tizim.identity.strays import Strays


@dataclass(frozen=True, slots=True)
class ToldBy:
    """``people`` of whom the claims tell, out of all who are ``known``; ``ids`` are theirs by those there."""

    people: People
    known: People
    ids: Mapping[str, str]

    @property
    def whole(self) -> Mapping[str, Person]:
        """By their ids among ``people``: each with all claims and names that are known."""
        return {self.ids[one.id]: one for one in self.known.persons if one.id in self.ids}


def told_by(known: People, claims: Iterable[Claim]) -> ToldBy:
    """The people whom these claims name, in the order written; joined, parted and in doubt as in ``known``.

    A person has the claims among these and the names in them alone, and the id that the earliest mention
    in them gives; but all mentions, since what was decided on any of them is decided on the person.
    """
    mentions = {one.id: one for one in mentions_of(claims)}
    now: dict[str, Person] = {}
    first: dict[str, tuple[int, str]] = {}
    for person in known.persons:
        some = [mentions[one] for one in person.mention_ids if one in mentions]
        if some:
            now[person.id] = replace(person_of(some), mention_ids=person.mention_ids)
            first[person.id] = min(one.order for one in some)
    ids = {before: person.id for before, person in now.items()}
    doubts = (_doubt(one, ids) for one in known.doubts)
    told = People(
        persons=tuple(now[one] for one in sorted(first, key=first.__getitem__)),
        doubts=tuple(one for one in doubts if next(one.open_pairs(), None)),
        contradictions=known.contradictions,
        strays=tuple(_strays(one, ids) for one in known.strays if not ids.keys().isdisjoint(one.person_ids)),
    )
    return ToldBy(told, known, ids)


def _doubt(one: Doubt, ids: Mapping[str, str]) -> Doubt:
    crowds = (_named(crowd, ids) for crowd in one.crowds)
    return replace(
        one,
        person_ids=_named(one.person_ids, ids),
        different=_pairs(one.different, ids),
        crowds=tuple(sorted({crowd for crowd in crowds if len(crowd) > 1})),
    )


def _strays(one: Strays, ids: Mapping[str, str]) -> Strays:
    return replace(
        one,
        person_ids=_named(one.person_ids, ids),
        bearers=_named(one.bearers, ids),
        different=_pairs(one.different, ids),
    )


def _named(persons: Iterable[str], ids: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(sorted(ids[one] for one in persons if one in ids))


def _pairs(pairs: Iterable[tuple[str, str]], ids: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    told = (_named(pair, ids) for pair in pairs)
    return frozenset((pair[0], pair[1]) for pair in told if len(pair) > 1)
