"""A small register of invented people, a service over it, and a client that speaks plain HTTP."""

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import Judgement, mention_id
from tizim.ledger import MemoryDerived, MemoryLedger
from tizim.web.reconcile import (
    Catalogue,
    Limits,
    Reconciliation,
    Service,
    Settings,
    catalogue,
    on_loopback,
)

TOKEN = "a-token-of-these-tests"
OPENREFINE = "http://127.0.0.1:3333"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


class Clock:
    """The time as a test wants it."""

    def __init__(self, at: float = 1_790_000_000.0) -> None:
        self.at = at

    def __call__(self) -> float:
        return self.at


def document(number: int) -> Document:
    return Document(
        id=f"d-{number}",
        file_name=f"{number}.txt",
        media_type="text/plain",
        size=1,
        sha256=f"{number:064d}",
        date="2021-11-30",
    )


def claim(number: int, person: str, *, of: int = 1, **fields: Any) -> Claim:
    given = {"act": "detention", "date": "2021-11-30"} | fields
    return Claim(id=f"c-{number}", passage_id=f"s-{number}", document_id=f"d-{of}", person=person, **given)


PEOPLE = (
    claim(1, "Aru Sampleva", age=27, town="Almaty", articles=("KZ-CC 405(2)",)),
    claim(2, "Daniyar Qorghanbek", town="Atyrau"),
    claim(3, "Данияр Қорғанбек", of=2),
    claim(4, "Nurzhan Tolebay", of=1, age=40),
    claim(5, "Nurzhan Tolebay", of=2, age=61),
    claim(6, "B. Estai", of=2),
    claim(7, "<b>Zarina</b> Oralkhan", of=2),
)


def a_catalogue(*more: Any) -> Catalogue:
    """The people above; the two Nurzhan Tolebays were judged to be different."""
    ledger = MemoryLedger()
    apart = Judgement(
        id="j-1",
        left=mention_id("d-1", "Nurzhan Tolebay"),
        right=mention_id("d-2", "Nurzhan Tolebay"),
        verdict="different",
        reason="their ages",
    )
    entries = (document(1), document(2), *PEOPLE, apart, *more)
    ledger.append(entries, at="2022-01-01T00:00:00.000000Z", by="desk-1")
    return catalogue(ledger, None)


@dataclass
class Client:
    """Somebody who asks a service, each time on a new connection."""

    port: int
    token: str = TOKEN
    headers: dict[str, str] = field(default_factory=dict)

    def asks(self, path: str = "", method: str = "GET", body: Any = None, **headers: str) -> "Reply":
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request(method, f"/{self.token}{path}", body=body, headers=self.headers | named)
        answer = line.getresponse()
        reply = Reply(answer.status, dict(answer.getheaders()), answer.read())
        line.close()
        return reply

    def posts(self, queries: Any, **headers: str) -> "Reply":
        text = queries if isinstance(queries, str) else json.dumps(queries)
        return self.asks("", "POST", urlencode({"queries": text}), **(FORM | headers))

    def finds(self, name: str, **further: Any) -> list[dict[str, Any]]:
        """The candidates for one name."""
        found: list[dict[str, Any]] = self.posts({"q0": {"query": name} | further}).json()["q0"]["result"]
        return found


@dataclass(frozen=True)
class Reply:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def error(self) -> str:
        return str(self.json()["error"])


@dataclass
class Served:
    """A service that runs, with its clock and what it keeps."""

    client: Client
    clock: Clock
    kept: MemoryDerived
    application: Reconciliation


@contextmanager
def served(known: Catalogue, *, limits: Limits | None = None, **settings: Any) -> Iterator[Served]:
    """A service on a free port, stopped at the end of the block."""
    clock, kept = Clock(), settings.pop("kept", None) or MemoryDerived()
    wanted = threading.Event()
    wanted.set()
    with Service("127.0.0.1", 0, certificate=settings.pop("certificate", None)) as service:
        place = settings.pop("place", None) or on_loopback(service.port)
        given = {"token": TOKEN} | settings
        application = Reconciliation(
            known, kept, Settings(place, limits=limits or Limits(10_000, 100_000), **given), clock=clock
        )
        service.set_app(application)
        thread = threading.Thread(target=service.serve_while, args=[wanted.is_set])
        thread.start()
        try:
            yield Served(Client(service.port), clock, kept, application)
        finally:
            wanted.clear()
            thread.join()
