"""The service as a WSGI application: a request comes in, is let in or not, counted, answered, noted."""

import hmac
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from threading import Lock
from typing import Any

from tizim import TizimError
from tizim.web.reconcile.accounts import LOCAL, Tokens
from tizim.web.reconcile.allowance import Allowance, Limits
from tizim.web.reconcile.candidates import candidates, suggestions
from tizim.web.reconcile.catalogue import Catalogue
from tizim.web.reconcile.journal import Journal
from tizim.web.reconcile.keeping import Kept
from tizim.web.reconcile.manifest import manifest, properties
from tizim.web.reconcile.place import Place
from tizim.web.reconcile.preview import preview
from tizim.web.reconcile.queries import MOST_CANDIDATES, name_of, read_queries
from tizim.web.reconcile.refusal import RefusedError, bad_request, not_found
from tizim.web.reconcile.request import Answer, Request, json_answer, read_request, refusal

StartResponse = Callable[[str, list[tuple[str, str]]], Any]


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the service is, in which language it answers, how much it may be asked.

    ``token`` opens the service on this machine; without one only accounts are let in.
    """

    place: Place
    token: str | None = field(default=None, repr=False)
    limits: Limits = field(default_factory=Limits)
    language: str = "en"


class Reconciliation:
    """A reconciliation service over a catalogue; a WSGI application.

    One question is answered at a time. What is asked stands nowhere: not in the log, not in an error.
    """

    def __init__(
        self,
        known: Catalogue,
        kept: Kept,
        settings: Settings,
        *,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._known = known
        self._settings = settings
        self._clock = clock
        self._tokens = Tokens(kept, clock)
        self._journal = Journal(kept, clock)
        self._allowances: dict[str, Allowance] = {}
        self._one_at_a_time = Lock()
        self.asked_at = clock()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """The answer to a request."""
        answer = self._answer(environ)
        headers = answer.all_headers() + self._cross_origin(environ.get("HTTP_ORIGIN"))
        start_response(f"{answer.status.value} {answer.status.phrase}", headers)
        return [] if environ.get("REQUEST_METHOD") == "HEAD" else [answer.body]

    def _answer(self, environ: dict[str, Any]) -> Answer:
        try:
            return self._let_in(read_request(environ))
        except RefusedError as error:
            return refusal(error)
        except TizimError:
            busy = "The register cannot be written to now; nothing was answered."
            return refusal(RefusedError(HTTPStatus.SERVICE_UNAVAILABLE, busy, again_in=5))
        except Exception as error:  # noqa: BLE001 - a name could stand in the message; only the place is told
            fault = f"A fault of the program ({_place(error)})."
            return refusal(RefusedError(HTTPStatus.INTERNAL_SERVER_ERROR, fault))

    def _let_in(self, request: Request) -> Answer:
        """Host and page first, then the token: who has none learns nothing, not even what is here."""
        place = self._settings.place
        place.check(request.host, request.origin)
        account = self._account(request.token)
        if account is None:
            raise not_found()
        if request.method == "OPTIONS":
            return Answer(b"", HTTPStatus.NO_CONTENT)
        fields = _fields(request)
        with self._one_at_a_time:
            self.asked_at = self._clock()
            return self._routed(request, fields, account)

    def _account(self, token: str) -> str | None:
        own = self._settings.token
        if own is None:
            return self._tokens.account(token)
        return LOCAL if hmac.compare_digest(own.encode(), token.encode("utf-8", "replace")) else None

    def _routed(self, request: Request, fields: dict[str, str], account: str) -> Answer:
        if request.method == "POST":
            return self._batch(fields, account)
        if "callback" in fields:
            raise bad_request("JSONP is not spoken: a page that uses it would run what a service sends.")
        if not request.path:
            return self._endpoint(fields, request, account)
        return self._further(request.path, fields, account)

    def _endpoint(self, asked: dict[str, str], request: Request, account: str) -> Answer:
        if "queries" not in asked:
            return json_answer(manifest(f"{self._settings.place.address}{_before(request)}/{request.token}"))
        if self._settings.place.beyond:
            why = "Send queries with POST: an address with names in it is logged on the way."
            raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, why)
        return self._batch(asked, account)

    def _further(self, path: str, asked: dict[str, str], account: str) -> Answer:
        language = self._settings.language
        kind, _, last = path.partition("/")
        if path == "suggest/entity":
            return self._suggested(asked, account)
        if path == "suggest/property":
            return json_answer({"result": properties(asked.get("prefix", ""), language)})
        if kind in ("preview", "view") and last:
            self._count(account, 1)
            return self._page(last, account)
        raise not_found()

    def _batch(self, fields: dict[str, str], account: str) -> Answer:
        if "queries" not in fields:
            raise bad_request("There is no field 'queries'.")
        queries = read_queries(fields["queries"])
        self._count(account, len(queries))
        found: dict[str, Any] = {}
        try:
            for key, query in queries.items():
                found[key] = {"result": candidates(query, self._known, language=self._settings.language)}
        finally:
            answered = sum(bool(one["result"]) for one in found.values())
            self._journal.note(account, asked=len(queries), answered=answered)
        return json_answer(found)

    def _suggested(self, asked: dict[str, str], account: str) -> Answer:
        """What may be meant by the beginning of a name; there are never more than a few."""
        prefix = name_of(asked.get("prefix", ""))
        if asked.get("cursor", "0") not in ("", "0"):
            return json_answer({"result": []})
        self._count(account, 1)
        language = self._settings.language
        found = suggestions(prefix, self._known, limit=MOST_CANDIDATES, language=language)
        self._journal.note(account, asked=1, answered=int(bool(found)))
        return json_answer({"result": found})

    def _page(self, person_id: str, account: str) -> Answer:
        today = datetime.fromtimestamp(self._clock(), UTC).date()
        text = preview(person_id, self._known, today=today, language=self._settings.language)
        self._journal.note(account, asked=1, answered=int(text is not None))
        if text is None:
            raise not_found()
        origins = " ".join(sorted(self._settings.place.origins))
        policy = f"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors {origins}"
        kind = "text/html; charset=utf-8"
        return Answer(text.encode("utf-8"), kind=kind, headers=(("Content-Security-Policy", policy),))

    def _count(self, account: str, names: int) -> None:
        """Takes the names from what the account may ask for; a refusal is noted too."""
        limits = self._settings.limits
        allowance = self._allowances.setdefault(account, Allowance(limits, self._clock))
        try:
            allowance.take(names, asked_today=self._journal.asked_today(account))
        except RefusedError:
            self._journal.note(account, refused=1)
            raise

    def _cross_origin(self, origin: str | None) -> list[tuple[str, str]]:
        """The headers that let OpenRefine's own page read the answer; no other page gets them."""
        if origin is None or not self._settings.place.may_read(origin):
            return []
        return [
            ("Access-Control-Allow-Origin", origin),
            ("Access-Control-Allow-Methods", "GET, POST"),
            ("Access-Control-Allow-Headers", "Content-Type"),
        ]


def _fields(request: Request) -> dict[str, str]:
    """What is asked; all of it has come in when this returns, however slowly it came."""
    if request.method == "POST" and not request.path:
        return request.posted()
    if request.method != "GET":
        raise RefusedError(HTTPStatus.METHOD_NOT_ALLOWED, "Ask with GET, or with POST at the endpoint.")
    return request.asked()


def _before(request: Request) -> str:
    """Where the application is mounted."""
    return str(request.environ.get("SCRIPT_NAME", "")).rstrip("/")


def _place(error: Exception) -> str:
    """The kind of a fault and where it arose, without its message."""
    frames = traceback.extract_tb(error.__traceback__)[-2:]
    where = " < ".join(f"{Path(frame.filename).stem}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {where}"
