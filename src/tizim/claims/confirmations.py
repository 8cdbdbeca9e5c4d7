"""How many independent documents and sources stand behind claims: a reprint confirms nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tizim.claims.claim import Claim
from tizim.documents import Document
from tizim.ledger import Entry, Withdrawal, in_force


@dataclass(frozen=True, slots=True)
class Confirmations:
    """The ``documents`` that say it first hand, reprints counted as what they repeat, and their ``sources``.

    A document whose source is not known counts as a source of its own.
    """

    documents: tuple[str, ...]
    sources: tuple[str, ...]


def confirmations(claims: Iterable[Claim], documents: Mapping[str, Document]) -> Confirmations:
    """The independent documents and sources behind claims, by id and sorted."""
    roots = {root_document(document_id, documents) for document_id in {claim.document_id for claim in claims}}
    sources = {known.source_id or root if (known := documents.get(root)) else root for root in roots}
    return Confirmations(tuple(sorted(roots)), tuple(sorted(sources)))


def root_document(document_id: str, documents: Mapping[str, Document]) -> str:
    """The id of the first-hand document behind one that perhaps repeats another.

    Reprints of reprints are followed; pages of a file that were read later are that file. An original that
    was never added is still the root of all its reprints. Documents that repeat each other in a circle
    count as one, the first by id.
    """
    path: list[str] = []
    here = _own_id(document_id, documents)
    while here not in path:
        path.append(here)
        known = documents.get(here)
        repeated = known and (known.reprints or _whole_file(known, documents))
        if not repeated:
            return here
        here = _own_id(repeated, documents)
    return min(path[path.index(here) :])


def _whole_file(document: Document, documents: Mapping[str, Document]) -> str | None:
    """The document of whose file this one has the pages that were read later."""
    whole = documents.get(document.part_of or "")
    return whole.id if whole and whole.sha256 == document.sha256 else None


def documents_by_id(entries: Iterable[Entry]) -> Mapping[str, Document]:
    """Every id that a document ever had, with the document that stands for it now.

    From a ``known_at`` answer: a claim cites the id of its day, a later correction of the document (it is
    a reprint, say) must reach it all the same.
    """
    known = tuple(entries)
    withdrawn = {entry.corrects for entry in in_force(known) if isinstance(entry, Withdrawal)}
    written = [entry for entry in known if isinstance(entry, Document) and entry.id not in withdrawn]
    heirs: dict[str, Document] = {}
    for document in reversed(written):
        standing = heirs.setdefault(document.id, document)
        if document.corrects is not None:
            heirs.setdefault(document.corrects, standing)
    return heirs


def _own_id(document_id: str, documents: Mapping[str, Document]) -> str:
    known = documents.get(document_id)
    return known.id if known else document_id
