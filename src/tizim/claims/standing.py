"""Which claims stand, and which of them a person has looked at."""

from collections.abc import Iterable, Mapping
from typing import Literal

from tizim.claims.claim import Claim, Review
from tizim.claims.errors import ClaimsError
from tizim.ledger import Entry, in_force

Basis = Literal["all", "reviewed"]


def standing_claims(entries: Iterable[Entry], *, basis: Basis = "all") -> tuple[Claim, ...]:
    """The claims that stand, in the order written, from a ``known_at`` answer (hidden entries may be in it).

    What a person rejected never stands. ``reviewed`` keeps what a person coded or accepted; what a
    reader proposed is not in it before that.
    """
    if basis not in ("all", "reviewed"):
        raise ClaimsError(f"There is no basis '{basis}'. It is all or reviewed.")
    standing = in_force(entries)
    decided = decisions(standing)
    claims = (entry for entry in standing if isinstance(entry, Claim))
    kept = (claim for claim in claims if decided.get(claim.id) != "reject")
    return tuple(kept) if basis == "all" else tuple(claim for claim in kept if reviewed(claim, decided))


def decisions(entries: Iterable[Entry]) -> Mapping[str, str]:
    """What was last decided on each claim, ``accept`` or ``reject``, from the entries in force.

    An amendment is no decision on the claim it replaces: if it is taken back, the older decision holds.
    """
    reviews = (entry for entry in entries if isinstance(entry, Review))
    return {review.claim_id: review.decision for review in reviews if review.decision != "amend"}


def reviewed(claim: Claim, decided: Mapping[str, str]) -> bool:
    """Whether a person stands behind the claim: coded it, or accepted what a reader proposed."""
    return decided.get(claim.id) == "accept" or (claim.reader is None and claim.id not in decided)
