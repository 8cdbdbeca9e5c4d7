"""Files that wait for their text: kept when no program could read them, taken again when one can."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO

from tizim import Problem
from tizim.documents.entries import Document
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted
from tizim.documents.extractor import Extractor
from tizim.documents.late_pages import files_done, late_locator, late_text, still_waits, waiting_pages
from tizim.documents.receiving import Received
from tizim.documents.vault import Vault
from tizim.ledger import Entry, content_id

READ_AS_PICTURES = frozenset(
    "application/pdf image/bmp image/gif image/heic image/jpeg image/png image/tiff image/webp".split()
)


def waiting(documents: Iterable[Entry]) -> tuple[Document, ...]:
    """Those of the standing documents with something on them that nothing could read when they came.

    A picture or scan that was kept without text; a PDF of which only some pages are pictures. A picture in
    which no text was found names its extractor and does not wait.
    """
    known = [one for one in documents if isinstance(one, Document)]
    done = files_done(known)
    return tuple(one for one in known if _waits_whole(one) or (waiting_pages(one) and one.sha256 not in done))


def _waits_whole(document: Document) -> bool:
    return (
        document.media_type in READ_AS_PICTURES
        and document.text_sha256 is None
        and document.extractor is None
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

    Where only some pages waited, they become a document of their own, part of that one: what was read of the
    others keeps its place. Ids come from the document and what was found, so that doing it twice doubles
    nothing.
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
    if extracted.extractor == "none" or still_waits(extracted.extractor):
        return Received(document.file_name, "already_there", document_id=document.id)
    taken = (_late if waiting_pages(document) else _corrected)(document, extracted, vault)
    problems = (Problem(document.file_name, extracted.remark),) if extracted.remark else ()
    return Received(document.file_name, "added", (taken,), problems, taken.id)


def _late(document: Document, extracted: Extracted, vault: Vault) -> Document:
    """The pages that waited, as a document of their own."""
    text = late_text(extracted.text, waiting_pages(document)).encode("utf-8")
    place = late_locator(document)
    return replace(
        document,
        id=content_id("d", document.sha256, place),
        recorded_at="",
        recorded_by="",
        corrects=None,
        text_sha256=vault.put(BytesIO(text)) if text else None,
        extractor=extracted.extractor,
        part_of=document.id,
        locator=place,
    )


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
