"""What was typed and not sent: kept in the register's encrypted database, never in the browser."""

from collections.abc import Mapping

from tizim.web.desk.models import Account, Draft
from tizim.web.desk.reading.claim_form import ClaimForm

NEW = "new"
_MOST_FIELDS, _MOST_LETTERS = 400, 40_000
_ASIDE = frozenset(("reason", "quote", "start", "end"))


def keep(account: Account, document_id: str, claim_id: str, typed: Mapping[str, str]) -> bool:
    """Keeps what the form holds now; False where that is more than any claim takes."""
    fields = {name: str(value) for name, value in typed.items() if _is_kept(name)}
    if len(fields) > _MOST_FIELDS or sum(map(len, fields.values())) > _MOST_LETTERS:
        return False
    Draft.objects.update_or_create(
        account=account, document_id=document_id, claim_id=claim_id, defaults={"fields": fields}
    )
    return True


def kept(account: Account, document_id: str, claim_id: str) -> dict[str, str] | None:
    """What this account typed there before, if anything."""
    found = Draft.objects.filter(account=account, document_id=document_id, claim_id=claim_id).first()
    return dict(found.fields) if found else None


def drop(account: Account, document_id: str, claim_id: str) -> None:
    """It was sent, or is not wanted any more."""
    Draft.objects.filter(account=account, document_id=document_id, claim_id=claim_id).delete()


def of(account: Account, document_id: str) -> frozenset[str]:
    """The ids of the claims about which this account typed something and has not sent it."""
    found = Draft.objects.filter(account=account, document_id=document_id)
    return frozenset(found.values_list("claim_id", flat=True))


def _is_kept(name: str) -> bool:
    return name in ClaimForm.base_fields or name in _ASIDE or name.startswith("by-")
