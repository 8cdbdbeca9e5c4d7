"""A small register of invented people, as a ledger gives it back, and the list that is frozen from it."""

from datetime import date
from typing import Any

from tizim.claims import Claim
from tizim.documents import Document, Passage, Source
from tizim.identity import mention_id
from tizim.ledger import Entry, MemoryLedger
from tizim.publications import Asked, Clearance, Composed, composed
from tizim.tallies import definition

DAY = date(2021, 1, 1)
AT = "2021-02-01T00:00:00.000000Z"


def source(name: str, **fields: Any) -> Source:
    return Source(**({"id": f"s-{name}", "name": name, "source_kind": "human_rights_organisation"} | fields))


def document(name: str, by: str = "Monitors of Qala", **fields: Any) -> Document:
    base = {
        "media_type": "text/plain",
        "size": 1,
        "date": "2020-12-31",
        "obtained": "published",
        "source_id": f"s-{by}",
    }
    known = {
        "id": f"d-{name}",
        "file_name": f"{name}.txt",
        "sha256": name,
        "title": f"Report {name}",
        "url": f"https://example.org/{name}",
    }
    return Document(**(base | known | fields))


def told(who: str, act: str = "sentence", of: str = "one", **fields: Any) -> list[Entry]:
    """A claim with its passage; the quotation says who and what unless given."""
    quote = fields.pop("quote", f"{who}: {act}.")
    number = f"{of}-{who}-{act}-{fields.get('date', '')}"
    usual = (
        {"date": "2020-05-01", "outcome": "imprisonment P4Y"} if act == "sentence" else {"date": "2020-05-01"}
    )
    passage = Passage(id=f"p-{number}", document_id=f"d-{of}", start=0, end=len(quote), quote=quote)
    claim = Claim(
        id=f"c-{number}",
        passage_id=passage.id,
        document_id=f"d-{of}",
        act=act,
        **({"person": who} | usual | fields),
    )
    return [passage, claim]


def cleared(who: str, level: str, of: str = "one", **fields: Any) -> Clearance:
    subject = mention_id(f"d-{of}", who)
    return Clearance(id=f"x-{who}-{level}", subject_id=subject, level=level, **fields)


def register(*groups: Any) -> tuple[Entry, ...]:
    """The entries as written, with one public source and document."""
    ledger = MemoryLedger()
    entries: list[Entry] = [source("Monitors of Qala"), document("one")]
    for group in groups:
        entries.extend(group if isinstance(group, list) else [group])
    ledger.append(entries, at=AT, by="tester")
    return tuple(ledger.known_at())


def edited(*groups: Any, of: str = "in-custody", number: int = 1, as_of: date = DAY) -> Composed:
    """What an edition of the list would say."""
    return composed(register(*groups), Asked(definition(of), as_of, AT, number))
