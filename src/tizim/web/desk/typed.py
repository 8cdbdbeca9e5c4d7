"""What was typed into a form and not sent: there again after a lock, a fault of the network, a new start.

It lies among the drafts in the register's encrypted database, for half a day; nothing lies in the browser.
"""

import hashlib
from collections.abc import Callable, Mapping
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tizim.web.desk.models import Account, Draft

FIELD = "typed_at"
"""The field with which a form says on which page it stood."""
_NOWHERE, _MOST_FORMS, _MOST_LETTERS, _HELD = "", 40, 60_000, timedelta(hours=12)


class Typed:
    """Middleware: what was typed is not wanted any more once the form was taken."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; a form that is shown again, or met a lock, stays typed."""
        answer = self._answer(request)
        taken = answer.status_code in (302, 303) and getattr(request, "let_in", False)
        here = taken and request.user.is_authenticated  # whoever has just left the desk is nobody now
        if here and request.method == "POST" and FIELD in request.POST:
            drop(request.user, request.POST[FIELD])
        return answer


def keep(account: Account, where: str, forms: Mapping[str, str]) -> bool:
    """Keeps what the forms of a page hold now; False where that is more than any takes."""
    if len(forms) > _MOST_FORMS or sum(map(len, forms.values())) > _MOST_LETTERS:
        return False
    Draft.objects.filter(document_id=_NOWHERE, saved_at__lt=timezone.now() - _HELD).delete()
    Draft.objects.update_or_create(
        account=account, document_id=_NOWHERE, claim_id=_named(where), defaults={"fields": dict(forms)}
    )
    return True


def kept(account: Account, where: str) -> dict[str, str]:
    """What this account typed on that page and did not send."""
    mine = Draft.objects.filter(account=account, document_id=_NOWHERE, claim_id=_named(where))
    found = mine.filter(saved_at__gte=timezone.now() - _HELD).first()
    return dict(found.fields) if found else {}


def drop(account: Account, where: str) -> None:
    """It was sent, or is thrown away."""
    Draft.objects.filter(account=account, document_id=_NOWHERE, claim_id=_named(where)).delete()


def _named(where: str) -> str:
    return hashlib.sha256(where.encode("utf-8", "replace")).hexdigest()[:40]
