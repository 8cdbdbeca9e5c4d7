"""A small register of invented people in the flat form."""

from collections.abc import Callable

import pytest

from tizim.claims import Claim
from tizim.documents import Document
from tizim.ledger import Entry, MemoryLedger

DAY = "2021-01-01T00:00:00.000000Z"


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """A maker of claims; ids run c-1, c-2, …"""
    made = 0

    def make(person: str | None, act: str, date: str | None = None, **fields: object) -> Claim:
        nonlocal made
        made += 1
        values = {"document_id": "d-1", "passage_id": f"s-{made}", **fields}
        return Claim(id=f"c-{made}", person=person, act=act, date=date, **values)

    return make


@pytest.fixture
def known() -> Callable[..., tuple[Entry, ...]]:
    """The entries as a ledger gives them back, with two documents, the second a reprint of the first."""

    def write(*entries: Entry) -> tuple[Entry, ...]:
        ledger = MemoryLedger()
        base = {"media_type": "text/plain", "size": 1, "date": "2020-12-31"}
        ledger.append(
            [
                Document(id="d-1", file_name="one.txt", sha256="1", **base),
                Document(id="d-2", file_name="two.txt", sha256="2", reprints="d-1", **base),
                Document(id="d-3", file_name="three.txt", sha256="3", **base),
            ],
            at=DAY,
            by="tester",
        )
        for entry in entries:
            ledger.append([entry], at=DAY, by="tester")
        return tuple(ledger.known_at())

    return write
