"""Entries of every kind for the tests of the stores; all names are invented."""

from typing import Any

from hypothesis import strategies as st

from tizim.claims import Claim, Review
from tizim.documents import Document, Passage
from tizim.ledger import Entry, Withdrawal, shape
from tizim.stores.sql.kinds import ENTRY_CLASSES

AT = "2026-01-05T10:00:00.000000Z"
FILLED: dict[str, Any] = {"text": "x", "number": 7, "flag": True, "list": ("a", "б")}
ODD_TEXT = "Ә\u2028\n\t\"\\'%s ? {x} 𐍈 \x01\x7f"


def filled(entry_class: type[Entry], id: str, **fields: Any) -> Entry:
    """An entry in which every field holds something."""
    form = shape(entry_class)
    values = {name: FILLED[sort] for name, sort in zip(form.names, form.sorts, strict=True)}
    return entry_class(**(values | {"id": id, "corrects": None} | fields))


def claim(id: str, act: str = "detention", **fields: Any) -> Claim:
    return Claim(**({"id": id, "passage_id": "p-1", "document_id": "d-1", "act": act} | fields))


def passage(id: str, **fields: Any) -> Passage:
    return Passage(**({"id": id, "document_id": "d-1"} | fields))


def review(id: str, **fields: Any) -> Review:
    return Review(**({"id": id, "claim_id": "c-1", "decision": "accept"} | fields))


def document(id: str, sha256: str, **fields: Any) -> Document:
    known = {"id": id, "file_name": "a.txt", "media_type": "text/plain", "size": 1, "sha256": sha256}
    return Document(**(known | fields))


def withdrawal(id: str, of: str) -> Withdrawal:
    return Withdrawal(id=id, corrects=of)


def batch(name: str, size: int) -> list[Entry]:
    """A batch that tells of itself how large it is: ids are ``name/place/size``; three kinds take turns."""
    make = (claim, passage, review)
    return [make[place % 3](f"{name}/{place}/{size}") for place in range(size)]


texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=6)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "text": texts | st.just(ODD_TEXT),
    "number": st.integers(-(2**63), 2**63 - 1),
    "flag": st.booleans(),
    "list": st.lists(texts | st.tuples(texts, texts), max_size=3).map(tuple),
}


@st.composite
def entries_of_any_kind(draw: st.DrawFn) -> list[Entry]:
    """Entries of all kinds with odd values, ids in order."""
    made = []
    for number, entry_class in enumerate(draw(st.lists(st.sampled_from(ENTRY_CLASSES), max_size=6))):
        form = shape(entry_class)
        values = {
            name: draw(st.none() | VALUES[sort] if optional else VALUES[sort])
            for name, sort, optional in zip(form.names, form.sorts, form.optional, strict=True)
        }
        target = made[-1].id if made and entry_class is Withdrawal else None
        if target or entry_class is not Withdrawal:
            made.append(entry_class(**(values | {"id": f"e{number}", "corrects": target})))
    return made
