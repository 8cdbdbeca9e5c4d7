"""Who else has a document open: rows that live for seconds, asked for by the page itself."""

from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from tizim.claims import Claim, Review
from tizim.ledger import Entry
from tizim.web.desk.models import Account, Presence
from tizim.web.desk.reading.folder import Card, Folder

_HERE, _FORGOTTEN = timedelta(seconds=35), timedelta(minutes=10)


def here(account: Account, document_id: str, claim_id: str = "") -> list[Presence]:
    """Says that the account is here; the others who are, too."""
    Presence.objects.filter(seen_at__lt=timezone.now() - _FORGOTTEN).delete()
    arrive(account, document_id, claim_id)
    return others(account, document_id)


def arrive(account: Account, document_id: str, claim_id: str = "") -> None:
    """Says that the account is here, in one statement."""
    row = Presence(account=account, document_id=document_id, claim_id=claim_id[:40], seen_at=timezone.now())
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["account", "document_id"],
        update_fields=["claim_id", "seen_at"],
    )


def others(account: Account, document_id: str) -> list[Presence]:
    """Who else has the document open."""
    now = timezone.now()
    found = Presence.objects.filter(document_id=document_id, seen_at__gt=now - _HERE).exclude(account=account)
    return list(found.select_related("account").order_by("account__username"))


def readers(document_ids: Iterable[str]) -> dict[str, list[str]]:
    """The working names of those who have one of the documents open, by document."""
    now = timezone.now()
    rows = Presence.objects.filter(document_id__in=list(document_ids), seen_at__gt=now - _HERE)
    found: dict[str, list[str]] = {}
    for document_id, name in rows.values_list("document_id", "account__username"):
        found.setdefault(document_id, []).append(name)
    return found


def changed_since(folder: Folder, moment: str, *, by: str) -> list[Card]:
    """The cards on which others wrote something after the moment."""
    new = [one for one in folder.entries if one.recorded_at > moment and one.recorded_by != by]
    cards = {card.id: card for one in new if (card := folder.card(_claim_met(folder, one)))}
    return list(cards.values())


def _claim_met(folder: Folder, entry: Entry) -> str:
    """The claim that an entry is, decides on, or reaches by taking something back; else nothing."""
    while not isinstance(entry, Claim | Review):
        met = folder.by_id.get(entry.corrects or "")
        if met is None:
            return ""
        entry = met
    return entry.id if isinstance(entry, Claim) else entry.claim_id
