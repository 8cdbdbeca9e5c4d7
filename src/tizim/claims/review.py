"""Decisions of people on claims: accept, reject, amend."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tizim.claims.claim import Claim, Review
from tizim.claims.coding import claim_id
from tizim.claims.errors import ClaimsError, InvalidClaimError
from tizim.claims.problems import problems_of
from tizim.ledger import content_id

DECISIONS = ("accept", "reject")
_FIXED = ("id", "recorded_at", "recorded_by", "corrects", "reader")


def review(
    claim: Claim, decision: str, *, reason: str | None = None, by: str = "", after: Review | None = None
) -> Review:
    """A person's decision on a claim, ``accept`` or ``reject``; ``amend`` has a function of its own.

    The same decision by the same person is the same entry. ``after`` is the decision that stood before,
    so that accepting again after a rejection is a new one.
    """
    if decision not in DECISIONS:
        raise ClaimsError(
            f"There is no decision '{decision}'. It is accept or reject; amend has its own way."
        )
    return _review(claim, decision, None, (reason, by, after))


def amend(
    claim: Claim, changes: Mapping[str, Any], *, reason: str | None = None, by: str = ""
) -> tuple[Claim, Review]:
    """The claim as a person has put it right, in the place of the old one, and the decision that says so.

    The new claim is the person's own: no reader proposed it. InvalidClaimError says all that is wrong
    with it; a field that claims do not have, or that cannot be changed, raises ClaimsError.
    """
    wrong = [name for name in changes if name in _FIXED or name not in Claim.field_names()]
    if wrong:
        raise ClaimsError(f"These fields cannot be amended: {', '.join(wrong)}.")
    envelope = {"id": "?", "recorded_at": "", "recorded_by": "", "corrects": claim.id, "reader": None}
    drafted = replace(claim, **{**envelope, **changes})
    if problems := problems_of(drafted, claim.id):
        raise InvalidClaimError(problems)
    amended = replace(drafted, id=claim_id("c", drafted))
    return amended, _review(claim, "amend", amended.id, (reason, by, None))


def _review(
    claim: Claim, decision: str, replaced_by: str | None, circumstances: tuple[str | None, str, Review | None]
) -> Review:
    reason, by, after = circumstances
    parts = (claim.id, decision, replaced_by, reason, by, after.id if after else None)
    return Review(
        id=content_id("r", *parts),
        claim_id=claim.id,
        decision=decision,
        replaced_by=replaced_by,
        reason=reason,
    )
