"""The one place where it is decided who gets in: come in, second factor, not locked, allowed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from tizim.web.desk.access import ANYBODY, may, need_of
from tizim.web.desk.models import Session
from tizim.web.desk.views import faults

_OFTEN = timedelta(seconds=20)
_WHILE_LOCKED = frozenset(("lock", "account_logout", "language"))
_WITHOUT_SECOND = frozenset(("account_logout", "language", "account_reauthenticate"))


class Gate:
    """Middleware: every view passes here, and one without a stated need is closed to all."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; the check itself happens when the view is known."""
        return self._answer(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Nothing if the way is free; else where to go instead."""
        need, name = need_of(view), request.resolver_match.url_name if request.resolver_match else ""
        if need == ANYBODY and not request.user.is_authenticated:
            return None
        if not request.user.is_authenticated:
            return _elsewhere(request, "account_login")
        if is_locked(request) and name not in _WHILE_LOCKED:
            return _elsewhere(request, "lock")
        if _lacks_second_factor(request) and not _leads_to_second_factor(name):
            return _elsewhere(request, "mfa_activate_totp")
        if need is None or not may(request.user, need):
            return faults.refused(request)
        request.let_in = True
        return None


def is_locked(request: HttpRequest) -> bool:
    """Whether the session is locked, which it is after the time without a request."""
    mine = Session.objects.filter(session_key=request.session.session_key)
    seen = request.session.seen or mine.values_list("seen_at", "locked").first()
    if seen is None:
        return False
    seen_at, locked = seen
    idle = timezone.now() - seen_at
    if not locked and idle > timedelta(minutes=settings.DESK_IDLE_MINUTES):
        lock(request)
        return True
    if not locked and idle > _OFTEN and not request.headers.get("X-Desk-By-Itself"):
        mine.update(seen_at=timezone.now())
    return bool(locked)


def lock(request: HttpRequest) -> None:
    """Nothing is shown in this session until the password is given again."""
    Session.objects.filter(session_key=request.session.session_key).update(locked=True)


def unlock(request: HttpRequest) -> None:
    """The session goes on."""
    Session.objects.filter(session_key=request.session.session_key).update(
        locked=False, seen_at=timezone.now()
    )


def _lacks_second_factor(request: HttpRequest) -> bool:
    return bool(settings.DESK_SECOND_FACTOR) and not is_mfa_enabled(request.user)


def _leads_to_second_factor(name: str) -> bool:
    return name in _WITHOUT_SECOND or name.startswith("mfa_")


def _elsewhere(request: HttpRequest, name: str) -> HttpResponse:
    """To another page and back afterwards; a part of a page takes the whole page there."""
    back = (
        request.get_full_path() if request.method == "GET" and not request.headers.get("HX-Request") else "/"
    )
    where = f"{reverse(name)}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": where})
    return HttpResponseRedirect(where)
