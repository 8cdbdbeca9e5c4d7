"""Pages as they came: those of PDFs and pictures, made in a process of its own; all in memory."""

import threading
from atexit import register as at_end
from io import BytesIO

from django.http import Http404

from tizim.documents import Document, Extractor, Limits, RefusedError
from tizim.publications import kept_photo, photo_as_it_leaves
from tizim.web.desk.opened import register

_TURN = threading.Lock()
_DRAWER = Extractor(Limits(seconds=20, memory=1_000_000_000))
at_end(_DRAWER.close)
_PNG = b"\x89PNG"


def picture(document: Document, number: int, mark: str = "") -> tuple[bytes, str]:
    """The page of that number, the words framed on it, and its media type; 404 where none can be shown."""
    try:
        with register().vault.open(document.sha256) as stream:
            content = BytesIO(stream.read())
        with _TURN:
            drawn = _DRAWER.draw(
                content, media_type=document.media_type, size=document.size, page=number, mark=mark
            )
    except RefusedError:
        raise Http404 from None
    return drawn, "image/png" if drawn.startswith(_PNG) else "image/jpeg"


def photo(document: Document) -> bytes:
    """The photo as it would leave; PublicationError where the document is no picture that can be shown."""
    with _TURN:
        return photo_as_it_leaves(document, vault=register().vault, extractor=_DRAWER)


def kept(document: Document) -> str:
    """Puts the photo as it leaves into the vault: its digest."""
    with _TURN:
        return kept_photo(document, vault=register().vault, extractor=_DRAWER)
