"""Mentions: each written form of a name in each document, with the claims about it."""

from collections.abc import Iterable
from dataclasses import dataclass

from tizim.claims import Claim
from tizim.ledger import content_id


@dataclass(frozen=True, slots=True)
class Mention:
    """One written form of a name in one document, and the claims that name somebody so, in their order.

    ``first_at`` is the moment of the earliest of these claims.
    """

    id: str
    document_id: str
    name: str
    claim_ids: tuple[str, ...]
    first_at: str = ""


def mention_id(document_id: str, name: str) -> str:
    """The id of the mention with that written form in that document."""
    return content_id("m", document_id, name)


def mentions_of(claims: Iterable[Claim]) -> tuple[Mention, ...]:
    """One mention for each document and written name, in the order of the claims.

    Claims about groups and organisations have none. Officials are mentioned like everybody.
    """
    found: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        if claim.person:
            written = (claim.document_id, claim.person)
            known = found.get(written)
            if known is None:
                found[written] = [claim]
            else:
                known.append(claim)
    return tuple([_mention(document, name, about) for (document, name), about in found.items()])


def _mention(document_id: str, name: str, about: list[Claim]) -> Mention:
    return Mention(
        mention_id(document_id, name),
        document_id,
        name,
        tuple([claim.id for claim in about]),
        min([claim.recorded_at for claim in about]),
    )
