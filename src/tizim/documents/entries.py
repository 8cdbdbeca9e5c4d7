"""The entries of this room: who speaks, what was received, and which span of it is meant."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entry):
    """Who speaks: a publisher, an organisation, an author, a witness.

    ``protected`` sources (contributors, givers, prisoners, relatives) stand in no output.
    ``source_kind`` is a code of the vocabulary ``source_kinds``, ``reliability`` one of ``reliability``.
    """

    kind: ClassVar[str] = "source"

    name: str
    source_kind: str | None = None
    language: str | None = None
    reliability: str | None = None
    protected: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Entry):
    """One file as it was received, and the text that was taken out of it.

    ``sha256`` is of the file's bytes, ``text_sha256`` of the extracted text in UTF-8; both lie in the
    vault under these. Offsets of passages count code points of that text. ``date`` is EDTF, the day
    the document itself bears. ``reprints`` names the document that this one repeats: it confirms
    nothing of it. ``obtained`` says how it came (code of ``ways_obtained``), ``obtained_at`` when.
    A document that came in another one (an attachment, a file in an archive) is ``part_of`` that one,
    at its ``locator``. ``protected_sha256`` names a file of the vault that no output shows: who stands
    behind the pseudonyms of the text, and the name that the file bore.
    """

    kind: ClassVar[str] = "document"

    source_id: str | None = None
    file_name: str
    media_type: str
    size: int
    sha256: str
    text_sha256: str | None = None
    extractor: str | None = None
    title: str | None = None
    author: str | None = None
    language: str | None = None
    date: str | None = None
    url: str | None = None
    document_kind: str | None = None
    reprints: str | None = None
    obtained: str | None = None
    obtained_at: str | None = None
    note: str | None = None
    part_of: str | None = None
    locator: str | None = None
    protected_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Entry):
    """A span of a document that can be shown again.

    Either ``start`` and ``end`` (code points in the extracted text; ``quote`` is exactly what stands
    there), with ``page`` where the file has pages and ``locator`` for people (``line 12``, ``paragraph 3``,
    ``message 1187``); or ``locator`` alone for material without running text (``Sheet1!D17``, ``row 12``).
    """

    kind: ClassVar[str] = "passage"

    document_id: str
    start: int | None = None
    end: int | None = None
    quote: str | None = None
    page: int | None = None
    locator: str | None = None
