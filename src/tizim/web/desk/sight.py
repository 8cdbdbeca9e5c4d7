"""What an account may see: documents of closed cases, and whom only they tell of, are for members."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef

from tizim.claims import Claim
from tizim.web.desk.models import Account, ClosedCase, ClosedDocument
from tizim.web.desk.opened import register


@dataclass(frozen=True)
class Sight:
    """What one account sees; made for one request."""

    account: Account

    @cached_property
    def closed(self) -> frozenset[str]:
        """The ids of documents that are closed to the account."""
        return self._in_cases[False] - self.guarded

    @cached_property
    def closed_claims(self) -> frozenset[str]:
        """The ids of claims that only closed documents make."""
        if not self.closed:
            return frozenset()
        return frozenset(register().ledger.having(Claim.kind, "document_id", self.closed))

    @cached_property
    def guarded(self) -> frozenset[str]:
        """The ids of documents in closed cases that are open to this account; opening one is noted."""
        return self._in_cases[True]

    @cached_property
    def _in_cases(self) -> dict[bool, frozenset[str]]:
        """The ids of documents in closed cases: of which the account is a member, of which it is not."""
        mine = ClosedCase.members.through.objects.filter(
            closedcase_id=OuterRef("case_id"), account_id=self.account.pk
        )
        rows = list(ClosedDocument.objects.values_list("document_id", Exists(mine)))
        return {way: frozenset(one for one, is_mine in rows if bool(is_mine) is way) for way in (True, False)}

    def document(self, document_id: str) -> bool:
        """Whether the account may open the document."""
        return document_id not in self.closed

    def open_claims(self, claim_ids: Iterable[str]) -> list[str]:
        """Those of the claims that the account may read, in their order."""
        return [one for one in claim_ids if one not in self.closed_claims]

    def person(self, claim_ids: Iterable[str]) -> bool:
        """Whether the account may know of a person with these claims: some claim is open."""
        return not self.closed_claims or bool(self.open_claims(claim_ids))


def sight_of(request: Any) -> Sight:
    """What whoever asks may see."""
    if not hasattr(request, "sight"):
        request.sight = Sight(request.user)
    found: Sight = request.sight
    return found
