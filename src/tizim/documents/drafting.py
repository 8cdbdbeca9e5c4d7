"""The entries that a received file becomes."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from tizim.documents.entries import Document, Source
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted
from tizim.documents.fields import is_protected
from tizim.documents.reprints import document_id
from tizim.ledger import content_id

_OF_SOURCE = ("source_kind", "reliability", "protected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Bytes:
    """A file as it lies in the vault: its public name, its digest and size, and the digest of its text.

    ``part_of`` and ``locator`` say in which document it came, ``protected_sha256`` what no output shows.
    """

    name: str
    sha256: str
    size: int
    text_sha256: str | None
    part_of: str | None = None
    locator: str | None = None
    protected_sha256: str | None = None


def source_entry(fields: Mapping[str, str]) -> Source | None:
    """The publisher as a source; its id comes from its name, so that it is one source wherever it is named.

    RefusedError if the fields tell about a publisher that they do not name.
    """
    name = fields.get("publisher")
    if not name:
        told = next((field for field in _OF_SOURCE if fields.get(field)), None)
        if told:
            raise RefusedError(f"has {told} but no publisher.", f"{told} tells about the publisher: name it.")
        return None
    return Source(
        id=source_id(name),
        name=name,
        source_kind=fields.get("source_kind"),
        reliability=fields.get("reliability"),
        protected=is_protected(fields.get("protected")),
    )


def source_id(name: str) -> str:
    """The id of a source: the same for the same name, whatever its letters' case and spacing."""
    return content_id("s", " ".join(unicodedata.normalize("NFC", name).casefold().split()))


def document_entry(
    received: Bytes, extracted: Extracted, fields: Mapping[str, str], source: Source | None
) -> Document:
    """The document, with all that is known of it."""
    return Document(
        id=document_id(received.sha256),
        source_id=source.id if source else None,
        file_name=received.name,
        media_type=extracted.media_type,
        size=received.size,
        sha256=received.sha256,
        text_sha256=received.text_sha256,
        extractor=None if extracted.extractor == "none" else extracted.extractor,
        title=fields.get("title"),
        author=fields.get("author"),
        language=fields.get("language"),
        date=fields.get("date"),
        url=fields.get("url"),
        document_kind=fields.get("kind"),
        reprints=fields.get("reprints"),
        obtained=fields.get("obtained"),
        obtained_at=fields.get("obtained_at"),
        note=fields.get("note"),
        part_of=received.part_of,
        locator=received.locator,
        protected_sha256=received.protected_sha256,
    )
