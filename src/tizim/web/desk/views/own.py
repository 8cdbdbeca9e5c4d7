"""One's own account: password, second factor, language, sessions."""

from allauth.mfa.utils import is_mfa_enabled
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tizim.web.desk import team
from tizim.web.desk.access import ENTERED, needs
from tizim.web.desk.roles import TITLES


@needs(ENTERED)
def account(request: HttpRequest) -> HttpResponse:
    """The account of whoever asks."""
    sessions = request.user.sessions.order_by("-seen_at")
    roles = [TITLES[one.name] for one in request.user.groups.all() if one.name in TITLES]
    shown = {"sessions": sessions, "roles": roles, "second": is_mfa_enabled(request.user)}
    return render(request, "desk/account.html", {**shown, "here": request.session.session_key})


@needs(ENTERED)
@require_POST
def end_sessions(request: HttpRequest) -> HttpResponse:
    """Ends all other sessions of whoever asks, everywhere at once."""
    team.end_sessions(request.user, but=request.session.session_key)
    messages.success(request, _("All your other sessions have ended."))
    return redirect("account")
