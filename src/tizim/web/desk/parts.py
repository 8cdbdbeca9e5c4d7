"""Parts of pages that take long are made beside: whoever asks is told so at once, and asks again."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tizim.web.desk.opened import opened

View = Callable[..., HttpResponse]


def beside(view: View) -> View:
    """A part of a page that is made beside the requests for it; a whole page waits as ever.

    What was made is given only while nothing was written since: it never tells of an earlier state.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        if not request.headers.get("HX-Request"):
            return view(request, *args, **named)
        asked: Any = request.asked

        def made() -> HttpResponse:  # another thread speaks no language until it is told one
            with translation.override(request.LANGUAGE_CODE):
                return view(request, *args, **named)

        told = request.get_full_path(), request.user.pk, request.LANGUAGE_CODE, asked, opened().head().digest
        answer = opened().afoot.of(told, made)
        if answer is None:
            return render(request, "desk/afoot.html", {"where": request.get_full_path()}, status=202)
        return answer

    return answered
