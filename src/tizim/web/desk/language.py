"""The language of a request: the account's own, else the one chosen before coming in, else the browser's."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation


class OwnLanguage:
    """Middleware: everything from here on is in the language of whoever asks."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, with the language said in its head."""
        language = language_of(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self._answer(request)
        response["Content-Language"] = language
        return response


def language_of(request: HttpRequest) -> str:
    """``en``, ``ru`` or ``kk``."""
    own = getattr(request.user, "language", "") or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    if own in dict(settings.LANGUAGES):
        return str(own)
    return translation.get_language_from_request(request)
