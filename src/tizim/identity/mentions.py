"""Mentions: each written form of a name in each document, with the claims about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.ledger import content_id


@dataclass(frozen=True, slots=True)
class Mention:
    """One written form of a name in one document, and the claims that name somebody so, in their order.

    ``places`` are the places of these claims among all claims, ``moments`` those at which they were recorded.
    """

    id: str
    document_id: str
    name: str
    claim_ids: tuple[str, ...]
    places: tuple[int, ...] = ()
    moments: tuple[str, ...] = ()

    @property
    def first_at(self) -> str:
        """The moment of the earliest of these claims."""
        return min(self.moments, default="")

    @property
    def order(self) -> tuple[int, str]:
        """Where the mention stands among all mentions: by its first claim."""
        return self.places[0], self.id


def mention_id(document_id: str, name: str) -> str:
    """The id of the mention with that written form in that document."""
    return content_id("m", document_id, name)


def mentions_of(claims: Iterable[Claim]) -> tuple[Mention, ...]:
    """One mention for each document and written name, in the order of the claims.

    Claims about groups and organisations have none. Officials are mentioned like everybody.
    """
    return mentions_at(enumerate(claims))


def mentions_at(placed: Iterable[tuple[int, Claim]]) -> tuple[Mention, ...]:
    """The mentions in claims that stand at these places, in the order in which they come."""
    found: dict[tuple[str, str], list[tuple[int, Claim]]] = {}
    for place, claim in placed:
        if claim.person:
            found.setdefault((claim.document_id, claim.person), []).append((place, claim))
    return tuple([_mention(document, name, about) for (document, name), about in found.items()])


def _mention(document_id: str, name: str, about: list[tuple[int, Claim]]) -> Mention:
    return Mention(
        mention_id(document_id, name),
        document_id,
        name,
        tuple([claim.id for _, claim in about]),
        tuple([place for place, _ in about]),
        tuple([claim.recorded_at for _, claim in about]),
    )


def joined_mention(one: Mention, other: Mention) -> Mention:
    """The mention with the claims of both, in their order."""
    places, claims = (*one.places, *other.places), (*one.claim_ids, *other.claim_ids)
    told = sorted(zip(places, claims, (*one.moments, *other.moments), strict=True))
    return Mention(one.id, one.document_id, one.name, *_columns(told))


def _columns(told: list[tuple[int, str, str]]) -> tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]:
    return (
        tuple([claim for _, claim, _ in told]),
        tuple([place for place, _, _ in told]),
        tuple([moment for *_, moment in told]),
    )


def lessened(mention: Mention, gone: set[str]) -> Mention | None:
    """The mention without the claims that are gone; None where none is left."""
    left = [at for at, claim in enumerate(mention.claim_ids) if claim not in gone]
    if not left:
        return None
    return Mention(
        mention.id,
        mention.document_id,
        mention.name,
        tuple([mention.claim_ids[at] for at in left]),
        tuple([mention.places[at] for at in left]),
        tuple([mention.moments[at] for at in left]),
    )
