"""Files that wait for their text: kept when no program could read them, taken again when one can."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from tizim import Problem
from tizim.documents.entries import Document
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted
from tizim.documents.extractor import Extractor
from tizim.documents.receiving import Received
from tizim.documents.vault import Vault
from tizim.ledger import Entry, content_id

READ_AS_PICTURES = frozenset(
    "application/pdf image/bmp image/gif image/jpeg image/png image/tiff image/webp".split()
)


def waiting(documents: Iterable[Entry]) -> tuple[Document, ...]:
    """Those of the standing documents that were kept without text because nothing could read them then.

    A picture in which no text was found names its extractor and does not wait.
    """
    return tuple(
        one
        for one in documents
        if isinstance(one, Document)
        and one.media_type in READ_AS_PICTURES
        and one.text_sha256 is None
        and one.extractor is None
    )


def why_waiting() -> Problem | None:
    """What to install so that files which wait can be read; ``None`` if nothing is missing."""
    from tizim.documents.ocr import Wanting, program

    found = program()
    return Problem("tesseract", f"{found.what}.", found.hint) if isinstance(found, Wanting) else None


def take_again(
    documents: Iterable[Document], *, vault: Vault, extractor: Extractor | None = None
) -> Iterator[Received]:
    """The text of files that lie in the vault already: each becomes a correction of its document.

    The correction's id comes from the document and what was found, so that doing it twice doubles nothing.
    """
    with extractor or Extractor() as taker:
        for document in documents:
            yield _taken(document, vault, taker)


def _taken(document: Document, vault: Vault, extractor: Extractor) -> Received:
    try:
        with vault.open(document.sha256) as kept:
            stream = kept if kept.seekable() else BytesIO(kept.read())
            extracted = extractor.extract(stream, file_name=document.file_name, size=document.size)
    except RefusedError as refusal:
        shown = document.file_name
        return Received(shown, "refused", problems=(refusal.problem(shown),), document_id=document.id)
    if extracted.extractor == "none":
        return Received(document.file_name, "already_there", document_id=document.id)
    corrected = _corrected(document, extracted, vault)
    problems = (Problem(document.file_name, extracted.remark),) if extracted.remark else ()
    return Received(document.file_name, "added", (corrected,), problems, corrected.id)


def _corrected(document: Document, extracted: Extracted, vault: Vault) -> Document:
    text = extracted.text.encode("utf-8")
    text_sha256 = vault.put(BytesIO(text)) if text else None
    return replace(
        document,
        id=content_id("d", document.id, text_sha256 or extracted.extractor),
        recorded_at="",
        recorded_by="",
        corrects=document.id,
        text_sha256=text_sha256,
        extractor=extracted.extractor,
        language=document.language or extracted.language,
        title=document.title or extracted.title,
    )
