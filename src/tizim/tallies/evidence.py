"""From a number to the passages behind it."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from tizim.claims import Claim
from tizim.documents import Document, Passage, Source
from tizim.ledger import Entry


@dataclass(frozen=True, slots=True)
class Evidence:
    """One claim with the passage, the document and the source that it comes from."""

    claim: Claim
    passage: Passage | None
    document: Document | None
    source: Source | None
    reprint: bool
    reviewed: bool


class Shelf:
    """The claims, passages, documents and sources of a register, found by id."""

    def __init__(self, entries: Iterable[Entry], *, unreviewed: AbstractSet[str] = frozenset()) -> None:
        self._by_id: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self._unreviewed = unreviewed

    def entry(self, entry_id: str | None) -> Any:
        """The entry of that id, or nothing."""
        return self._by_id.get(entry_id or "")

    def evidence(self, claim_id: str) -> Evidence | None:
        """What stands behind the claim, or nothing if there is no such claim."""
        claim = self._by_id.get(claim_id)
        if not isinstance(claim, Claim):
            return None
        passage = self._by_id.get(claim.passage_id)
        document = self._by_id.get(claim.document_id)
        source = self._by_id.get(document.source_id or "") if isinstance(document, Document) else None
        return Evidence(
            claim=claim,
            passage=passage if isinstance(passage, Passage) else None,
            document=document if isinstance(document, Document) else None,
            source=source if isinstance(source, Source) else None,
            reprint=isinstance(document, Document) and document.reprints is not None,
            reviewed=claim_id not in self._unreviewed,
        )

    def documents(self) -> list[Document]:
        """Every document."""
        return [entry for entry in self._by_id.values() if isinstance(entry, Document)]
