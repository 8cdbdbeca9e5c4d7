"""Parts of pages that take long are made beside: whoever asks is told so at once, and asks again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tizim.web.desk import afoot
from tizim.web.desk.answers import NotAtHandError, at_hand
from tizim.web.desk.opened import opened

View = Callable[..., HttpResponse]
MANY = 50_000
"""Entries from which on a page may take long."""
_AGAIN = 1  # seconds


def beside(view: View) -> View:
    """A part of a page that is made beside the requests for it; a whole page waits as ever.

    What was made is given only while nothing was written since: it never tells of an earlier state.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not request.headers.get("HX-Request"):
            return view(request, *args, **named)
        answer = _made_beside(request, lambda: view(request, *args, **named), afoot.PATIENCE)
        if answer is None:
            return render(request, "desk/afoot.html", {"where": request.get_full_path()}, status=202)
        return answer

    return answered


def soon(view: View) -> View:
    """A whole page that may have to look at everybody: where that takes long, it says so and asks again.

    Where all it tells of is at hand it is there at once.
    In a register of few entries whoever asks waits as ever.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if request.method != "GET" or opened().head().seq < MANY:
            return view(request, *args, **named)
        try:
            with at_hand():
                return view(request, *args, **named)
        except NotAtHandError:
            answer = _made_beside(request, lambda: view(request, *args, **named), afoot.LONGER)
        if answer is None:
            answer = render(request, "desk/soon.html", status=202)
            answer["Refresh"] = str(_AGAIN)
        return answer

    return answered


def _made_beside(
    request: HttpRequest, make: Callable[[], HttpResponse], patience: float
) -> HttpResponse | None:
    """What is made for this account, language, moment and state of the register, once it is there."""
    asked: Any = request.asked

    def made() -> HttpResponse:  # another thread speaks no language until it is told one
        with translation.override(request.LANGUAGE_CODE):
            return make()

    told = request.get_full_path(), request.user.pk, request.LANGUAGE_CODE, asked, opened().head().digest
    return opened().afoot.of(told, made, patience)
