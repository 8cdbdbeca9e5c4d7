"""Pages for what went wrong. They tell what to do next, and nothing of what was asked for."""

import secrets
import sys
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from tizim.web.desk.access import ANYBODY, needs
from tizim.web.desk.noting import note
from tizim.web.desk.uploads import TooMuch

TOO_MUCH = _(
    "The desk takes files of 200 MB together. Choose fewer, "
    "or add a large one with 'tizim add' at the command line."
)
_TEXTS = {
    400: (_("That could not be read"), _("Go back and try again; what you had written is still there.")),
    403: (_("This is not open to you"), _("Ask a keeper of keys if you need it for your work.")),
    404: (_("There is nothing here"), _("It may not have been known at the moment that is set above.")),
    413: (_("That is too much at once"), TOO_MUCH),
    500: (
        _("The desk has made a mistake"),
        _("Nothing that was written before is lost. Give the number below to whoever looks after tizim."),
    ),
}


def _page(request: HttpRequest, status: int, number: str = "") -> HttpResponse:
    title, what = _TEXTS[status]
    told = {"title": title, "what": what, "number": number}
    return render(request, "desk/fault.html", told, status=status)


@needs(ANYBODY)
def bad(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent cannot be read, or is too much."""
    return _page(request, 413 if isinstance(exception, TooMuch) else 400)


@needs(ANYBODY)
def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token, from elsewhere or too old."""
    return _page(request, 400)


@needs(ANYBODY)
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Not for this account."""
    return _page(request, 403)


def refused(request: HttpRequest) -> HttpResponse:
    """Not for this account; noted, since someone tried."""
    note(request, "refused")
    return _page(request, 403)


@needs(ANYBODY)
def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No such page, or not known at the moment asked about."""
    return _page(request, 404)


@needs(ANYBODY)
def broken(request: HttpRequest) -> HttpResponse:
    """A fault of the program: its kind and place go to standard error, under a number."""
    number = secrets.token_hex(3)
    print(f"fault {number}: {_place(sys.exc_info())}", file=sys.stderr)  # noqa: T201  (the log of the desk)
    return _page(request, 500, number)


def _place(fault: Any) -> str:
    """Kind and place of a fault, never its message: that may hold a name."""
    kind, _value, trace = fault
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
    return f"{kind.__name__ if kind else '?'} at {where}"
