"""A claim that a person codes while reading: no reader proposed it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tizim.claims.claim import Claim
from tizim.claims.coding import claim_id
from tizim.claims.errors import ClaimsError, InvalidClaimError
from tizim.claims.problems import problems_of
from tizim.documents import Passage

_FIXED = ("id", "recorded_at", "recorded_by", "corrects", "reader", "passage_id", "document_id")


def own_claim(passage: Passage, values: Mapping[str, Any]) -> Claim:
    """The claim with these values that cites the passage; the same content gives the same claim.

    InvalidClaimError says all that is wrong with it; a field that claims do not have, or that a person does
    not fill in, raises ClaimsError.
    """
    wrong = [name for name in values if name in _FIXED or name not in Claim.field_names()]
    if wrong:
        raise ClaimsError(f"These fields are not filled in by hand: {', '.join(wrong)}.")
    drafted = Claim(id="?", passage_id=passage.id, document_id=passage.document_id, **values)
    if problems := problems_of(drafted, "claim"):
        raise InvalidClaimError(problems)
    return replace(drafted, id=claim_id("c", drafted))
