"""Where the service is reached, and which requests may reach it: no strange host, no strange page."""

from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urlsplit

from tizim.web.errors import WebError
from tizim.web.reconcile.refusal import RefusedError, not_found

# OpenRefine's own page: it fetches the manifest, suggestions and previews from the browser.
OPENREFINE = ("http://127.0.0.1:3333", "http://localhost:3333")


@dataclass(frozen=True, slots=True)
class Place:
    """The address without a path, the hosts that requests may name, the pages that may read answers.

    ``beyond`` is whether anybody but this machine can reach it.
    """

    address: str
    hosts: frozenset[str]
    origins: frozenset[str]
    beyond: bool = False

    def check(self, host: str, origin: str | None) -> None:
        """Refuses a request under a strange name (a rebound one), or from a page that is not OpenRefine's."""
        if host.lower() not in self.hosts:
            raise not_found()
        if origin is not None and origin not in self.origins and origin != self.address:
            raise RefusedError(HTTPStatus.FORBIDDEN, "This page may not ask here.")

    def may_read(self, origin: str | None) -> bool:
        """Whether the browser may hand an answer to that page."""
        return origin is not None and origin in self.origins


def on_loopback(port: int, origins: tuple[str, ...] = OPENREFINE) -> Place:
    """The place of a service that only this machine reaches."""
    hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
    return Place(f"http://127.0.0.1:{port}", hosts, frozenset(map(checked_origin, origins)))


def beyond_loopback(address: str, origins: tuple[str, ...] = OPENREFINE) -> Place:
    """The place of a service that is reached at an ``https://`` address."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.path not in ("", "/") or parts.query:
        raise WebError("an address looks like https://register.example or https://register.example:8405")
    name = parts.netloc.lower()
    return Place(f"https://{name}", frozenset({name}), frozenset(map(checked_origin, origins)), beyond=True)


def checked_origin(text: str) -> str:
    """The origin of OpenRefine's page, as browsers write it."""
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.path not in ("", "/"):
        raise WebError("the address of OpenRefine looks like http://127.0.0.1:3333")
    return f"{parts.scheme}://{parts.netloc.lower()}"
