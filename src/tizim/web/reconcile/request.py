"""One request as it came in, and its answer as it goes out."""

import json
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl

from tizim.web.reconcile.refusal import RefusedError, bad_request

LARGEST_BODY = 256 << 10
_LONGEST_ADDRESS = 16 << 10
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 20

# Nothing is kept by browsers, nothing is fetched by pages, no address is told to others.
_ALWAYS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Vary", "Origin"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes out: the status, the body, and headers beyond those that always go."""

    body: bytes
    status: HTTPStatus = HTTPStatus.OK
    kind: str = "application/json; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()

    def all_headers(self) -> list[tuple[str, str]]:
        """Every header."""
        own = [("Content-Type", self.kind), ("Content-Length", str(len(self.body)))]
        return [*own, *_ALWAYS, *self.headers]


def json_answer(content: Any, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    """The content as JSON, in plain ASCII: a lone surrogate in a key does no harm."""
    return Answer(json.dumps(content).encode("ascii") + b"\n", status)


def refusal(error: RefusedError) -> Answer:
    """One JSON line that says why."""
    waits = (("Retry-After", str(error.again_in)),) if error.again_in is not None else ()
    body = json.dumps({"error": str(error)}).encode("ascii") + b"\n"
    return Answer(body, error.status, headers=waits)


@dataclass(frozen=True, slots=True)
class Request:
    """A request: its method, the token in its path, the rest of the path, host, page and fields."""

    method: str
    token: str
    path: str
    host: str
    origin: str | None
    environ: dict[str, Any] = field(repr=False)

    def asked(self) -> dict[str, str]:
        """The fields of the address."""
        return _fields(self.environ.get("QUERY_STRING", ""))

    def posted(self) -> dict[str, str]:
        """The fields of the form that was sent; refused if it is no form, or too large."""
        kind = self.environ.get("CONTENT_TYPE", "").partition(";")[0].strip().lower()
        if kind != _FORM:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send a form ({_FORM}).")
        body: bytes = self.environ["wsgi.input"].read(_length(self.environ))
        try:
            return _fields(body.decode("ascii"))
        except UnicodeDecodeError:
            raise bad_request("The form is not encoded as a form is.") from None


def read_request(environ: dict[str, Any]) -> Request:
    """The request of a WSGI environment."""
    path = environ.get("PATH_INFO", "")
    if len(path) + len(environ.get("QUERY_STRING", "")) > _LONGEST_ADDRESS:
        raise RefusedError(HTTPStatus.REQUEST_URI_TOO_LONG, "The address is too long; use POST.")
    token, _, rest = path.lstrip("/").partition("/")
    return Request(
        method=environ.get("REQUEST_METHOD", ""),
        token=token,
        path=rest.rstrip("/"),
        host=environ.get("HTTP_HOST", ""),
        origin=environ.get("HTTP_ORIGIN"),
        environ=environ,
    )


def _length(environ: dict[str, Any]) -> int:
    written = environ.get("CONTENT_LENGTH") or ""
    if not (written.isascii() and written.isdigit()):
        raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "Say how long the form is (Content-Length).")
    if len(written) > 9 or int(written) > LARGEST_BODY:
        raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A form has at most {LARGEST_BODY} bytes.")
    return int(written)


def _fields(text: str) -> dict[str, str]:
    try:
        return dict(parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS))
    except ValueError:
        raise bad_request("The fields are not in UTF-8, or too many.") from None
