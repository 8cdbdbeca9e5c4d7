"""A finished release as a WSGI application: its files and nothing else, no script needed, nobody noted."""

from collections.abc import Callable, Iterable
from typing import Any

from tizim.publications.release import FinishedRelease

_OFFICE = "application/vnd.openxmlformats-officedocument"
TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "pdf": "application/pdf",
    "jpg": "image/jpeg",
}
_PLAIN = [("Content-Type", "text/plain; charset=utf-8")]
_HEADERS = [
    (
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), interest-cohort=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]
Begin = Callable[[str, list[tuple[str, str]]], Any]


class Public:
    """Answers GET and HEAD with files of the release; sets no cookie, reads none, writes down nothing."""

    def __init__(self, release: FinishedRelease) -> None:
        self._release = release

    def __call__(self, asked: dict[str, Any], begin: Begin) -> Iterable[bytes]:
        """The file, or that there is none such."""
        method = asked["REQUEST_METHOD"]
        if method not in ("GET", "HEAD"):
            return _answer(begin, "405 Method Not Allowed", b"", [("Allow", "GET, HEAD")])
        path = asked.get("PATH_INFO", "/").lstrip("/")
        path = path + "index.html" if not path or path.endswith("/") else path
        content = self._release.file(path)
        if content is None:
            return _answer(
                begin, "404 Not Found", b"Not found.\n", [("Content-Type", "text/plain; charset=utf-8")]
            )
        kind = TYPES.get(path.rpartition(".")[2], "application/octet-stream")
        return _answer(begin, "200 OK", content, [("Content-Type", kind)], is_head=method == "HEAD")


def _answer(
    begin: Begin, status: str, content: bytes, headers: list[tuple[str, str]], *, is_head: bool = False
) -> Iterable[bytes]:
    begin(status, [*headers, ("Content-Length", str(len(content))), *_HEADERS])
    return [] if is_head else [content]
