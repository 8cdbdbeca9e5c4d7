"""Pages as they came: those of a PDF drawn in a process of its own, pictures as they are; all in memory."""

import threading
from atexit import register as at_end
from io import BytesIO

from django.http import Http404

from tizim.documents import Document, Extractor, Limits, RefusedError
from tizim.web.desk.opened import register
from tizim.web.desk.reading.page import DRAWN, SHOWN

_TURN = threading.Lock()
_DRAWER = Extractor(Limits(seconds=20, memory=1_000_000_000))
at_end(_DRAWER.close)


def picture(document: Document, number: int) -> tuple[bytes, str]:
    """The page of that number and its media type; 404 where there is none to be shown."""
    if document.media_type in SHOWN and number == 1:
        with register().vault.open(document.sha256) as stream:
            return stream.read(), document.media_type
    if document.media_type != DRAWN:
        raise Http404
    try:
        with register().vault.open(document.sha256) as stream:
            content = BytesIO(stream.read())
        with _TURN:
            drawn = _DRAWER.draw(content, media_type=DRAWN, size=document.size, page=number)
    except RefusedError:
        raise Http404 from None
    return drawn, "image/png"
