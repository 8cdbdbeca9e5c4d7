"""What was typed of a set of criteria and not sent: kept in the register's encrypted database."""

from collections.abc import Mapping

from tizim.ledger import content_id
from tizim.web.desk.models import Account, Draft

NEW = "new"
_WHERE = "criteria"
_MOST_FIELDS, _MOST_LETTERS = 500, 100_000
_ASIDE = frozenset(("csrfmiddlewaretoken", "more", "discard"))


def keep(account: Account, code: str, typed: Mapping[str, str]) -> bool:
    """Keeps what the form holds now; False where that is more than any set takes."""
    fields = {name: str(value) for name, value in typed.items() if name not in _ASIDE}
    if len(fields) > _MOST_FIELDS or sum(map(len, fields.values())) > _MOST_LETTERS:
        return False
    Draft.objects.update_or_create(
        account=account, document_id=_WHERE, claim_id=_key(code), defaults={"fields": fields}
    )
    return True


def kept(account: Account, code: str) -> dict[str, str] | None:
    """What this account typed there before, if anything."""
    found = Draft.objects.filter(account=account, document_id=_WHERE, claim_id=_key(code)).first()
    return dict(found.fields) if found else None


def drop(account: Account, code: str) -> None:
    """It was sent, or is not wanted any more."""
    Draft.objects.filter(account=account, document_id=_WHERE, claim_id=_key(code)).delete()


def _key(code: str) -> str:
    """A code may be longer than the column of the draft."""
    return content_id("o", code)
