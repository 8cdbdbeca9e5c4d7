"""Who works here: accounts and their roles, sessions ended, ways in given, cases closed to all but a few."""

from collections.abc import Iterable

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group
from django.db import transaction

from tizim.documents import Document
from tizim.web.desk.models import Account, ClosedCase, Session
from tizim.web.desk.opened import register
from tizim.web.desk.roles import ROLES
from tizim.web.desk.starting import new_start, new_way_back


class LastKeeperError(Exception):
    """Nobody could let anybody in any more."""


def change(account: Account, *, roles: Iterable[str], active: bool) -> None:
    """Sets the roles of an account and whether it may come in; LastKeeperError if no keeper were left.

    The sessions of an account that loses something end at once.
    """
    wanted = [role for role in roles if role in ROLES]
    with transaction.atomic():
        before = set(account.groups.values_list("name", flat=True))
        account.is_active = active
        account.save(update_fields=["is_active"])
        account.groups.set(Group.objects.filter(name__in=wanted))
        if not Account.objects.filter(is_active=True, groups__name="keeper").exists():
            raise LastKeeperError
        if not active or before - set(wanted):
            end_sessions(account)


def end_sessions(account: Account | None = None, *, but: str = "") -> int:
    """Ends the sessions of an account (of all, if none is named), but for one; how many."""
    sessions = Session.objects.exclude(session_key=but)
    if account is not None:
        sessions = sessions.filter(account=account)
    return int(sessions.delete()[0])


def invite(roles: Iterable[str], username: str = "") -> str:
    """The token with which somebody makes an account of these roles, once."""
    return new_start([role for role in roles if role in ROLES], username)


def way_back(account: Account) -> str:
    """The token with which somebody gives the account a new password and second factor, once."""
    with transaction.atomic():
        account.set_unusable_password()
        account.save(update_fields=["password"])
        Authenticator.objects.filter(user=account).delete()
        end_sessions(account)
        return new_way_back(account)


def close_case(case: ClosedCase, *, documents: Iterable[str], members: Iterable[Account]) -> list[str]:
    """Sets what a closed case holds and who may open it; the ids that are no documents come back."""
    wanted = list(dict.fromkeys(documents))
    known = {one.id for one in register().ledger.of(wanted) if isinstance(one, Document)}
    with transaction.atomic():
        case.members.set(members)
        case.documents.exclude(document_id__in=known).delete()
        there = set(case.documents.values_list("document_id", flat=True))
        for document_id in known - there:
            case.documents.create(document_id=document_id)
    return [one for one in wanted if one not in known]
