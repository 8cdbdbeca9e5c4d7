"""Ways in that work once: an address that makes one account, for two days."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils import timezone

from tizim.web.desk.models import Account, Start

_LASTS = timedelta(days=2)


def new_start(roles: Sequence[str], username: str = "") -> str:
    """The token of a new way in; only its digest is kept."""
    token = secrets.token_urlsafe(24)
    Start.objects.create(digest=_digest(token), username=username, roles=" ".join(roles))
    return token


def first_start() -> str | None:
    """The way in for the first keeper; None where somebody can come in already. Older ones end."""
    if Account.objects.exists():
        return None
    Start.objects.all().delete()
    return new_start(("keeper", "editor"))


def start_of(token: str) -> Start | None:
    """The way in of the token, if it has not been used and is not too old."""
    return Start.objects.filter(digest=_digest(token), made_at__gt=timezone.now() - _LASTS).first()


def new_way_back(account: Account) -> str:
    """The token with which the account gets a new password; its roles stay as they are."""
    Start.objects.filter(username=account.username, back=True).delete()
    token = secrets.token_urlsafe(24)
    Start.objects.create(digest=_digest(token), username=account.username, roles="", back=True)
    return token


def enter(start: Start, username: str, password: str) -> Account:
    """The account made through the way in, or given back; the way ends with that."""
    with transaction.atomic():
        if start.back:
            account = Account.objects.get(username=start.username)
            account.set_password(password)
            account.save(update_fields=["password"])
        else:
            account = Account.objects.create_user(username, password)
            account.groups.set(Group.objects.filter(name__in=start.roles.split()))
        start.delete()
    return account


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
