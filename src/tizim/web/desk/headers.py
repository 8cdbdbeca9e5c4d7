"""What every request loses and every answer bears: no trace of the browser, nothing kept on its disk."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_UNASKED = ("HTTP_USER_AGENT", "HTTP_REFERER", "HTTP_X_FORWARDED_FOR")
Answer = Callable[[HttpRequest], HttpResponse]


class Plain:
    """Forgets which browser asks and from where; forbids browsers to keep pages."""

    def __init__(self, get_response: Answer) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer with its headers."""
        for name in _UNASKED:
            request.META.pop(name, None)
        request.META["REMOTE_ADDR"] = "127.0.0.1"
        _without_nul(request)
        response = self._answer(request)
        if not request.path.startswith("/static/"):
            response["Cache-Control"] = "no-store"
        response["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), interest-cohort=()"
        response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
        return response


def _without_nul(request: HttpRequest) -> None:
    """No id and no word holds that sign, and PostgreSQL refuses whatever does."""
    request.path_info = request.path_info.replace("\0", "\N{REPLACEMENT CHARACTER}")
    request.META["QUERY_STRING"] = request.META.get("QUERY_STRING", "").replace("%00", "")
