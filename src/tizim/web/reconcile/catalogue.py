"""Everybody whom the register names, as it was when the service opened it: found by name, told by context."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from tizim.claims import Basis, Claim, documents_by_id, standing_claims
from tizim.documents import Document
from tizim.identity import Context, NameIndex, context_of, normal_name
from tizim.ledger import ById, Chain, Derived, Entry, Ledger
from tizim.timelines import Chronicle, Life
from tizim.timelines import known as known_chronicle


class Book(Ledger, Chain, ById, Protocol):
    """A ledger that also shows its entries in their places, and single ones."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The persons, their names, the claims about them, and who has the same full name as somebody else."""

    chronicled: Chronicle
    names: NameIndex
    claims: Mapping[str, Claim]
    documents: Mapping[str, Document]
    same_name: Mapping[str, Sequence[str]]
    in_doubt: frozenset[str]

    def life(self, person_id: str) -> Life | None:
        """The person of that id with the timeline, if there is one."""
        return self.chronicled.lives.get(person_id)

    def context(self, life: Life) -> Context:
        """What all claims about the person say beside the name."""
        return context_of(self.claims_of(life), self.documents)

    def claims_of(self, life: Life) -> tuple[Claim, ...]:
        """The claims about the person that stand."""
        return tuple(self.claims[one] for one in life.person.claim_ids if one in self.claims)

    def namesakes(self, name: str) -> Sequence[str]:
        """The ids of all who bear an equal name."""
        return self.same_name.get(normal_name(name), ())


def catalogue(
    ledger: Book, derived: Derived | None, *, basis: Basis = "all", names: NameIndex | None = None
) -> Catalogue:
    """The catalogue of what the ledger knows now; ``names`` spares the making of an index of them."""
    chronicled = known_chronicle(ledger, derived, basis=basis)
    entries = ledger.known_at(kinds=("document", "claim", "review", "withdrawal"))
    return catalogue_of(chronicled, entries, names)


def catalogue_of(
    chronicled: Chronicle, entries: Iterable[Entry], names: NameIndex | None = None
) -> Catalogue:
    """The catalogue of a chronicle and the entries behind it."""
    told = tuple(entries)
    basis: Basis = "reviewed" if chronicled.basis == "reviewed" else "all"
    same_name: defaultdict[str, list[str]] = defaultdict(list)
    for person_id, life in chronicled.lives.items():
        for key in {normal_name(name) for name in life.person.names} - {""}:
            same_name[key].append(person_id)
    return Catalogue(
        chronicled=chronicled,
        names=_index(chronicled) if names is None else names,
        claims={claim.id: claim for claim in standing_claims(told, basis=basis)},
        documents=documents_by_id(told),
        same_name=dict(same_name),
        in_doubt=frozenset(one for doubt in chronicled.doubts for one in doubt.person_ids),
    )


def _index(chronicled: Chronicle) -> NameIndex:
    index = NameIndex()
    for person_id, life in chronicled.lives.items():
        index.add(person_id, life.person.names)
    return index
