"""A page of a PDF as a picture: drawn in the process in which files nobody vouches for are opened."""

import struct
import zlib

from tizim.documents.errors import RefusedError
from tizim.documents.formats.pdf import MEDIA_TYPE
from tizim.documents.ocr.pixels import Pixels, rendered

_DOTS, _MOST_POINTS = 110, 4_000_000
_QUICK = 6  # of 9; a page is drawn to be looked at, and now


def drawn(content: bytes, media_type: str, page: int) -> bytes:
    """The page of that number, from 1, as PNG; RefusedError where there is none or it cannot be drawn."""
    if media_type != MEDIA_TYPE:
        raise RefusedError("has no pages that are drawn.", "Only the pages of a PDF are.")
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if not 1 <= page <= len(document):
                raise RefusedError(f"has no page {page}.", f"It has {len(document)}.")
            return _png(rendered(document[page - 1], _DOTS, _MOST_POINTS))
        finally:
            document.close()
    except pypdfium2.PdfiumError:
        raise RefusedError(f"is a damaged PDF: page {page} cannot be drawn.", "Get a whole copy.") from None


def _png(points: Pixels) -> bytes:
    across = 3 * points.width
    rows = b"".join(b"\0" + points.rgb[row * across : (row + 1) * across] for row in range(points.height))
    head = struct.pack(">IIBBBBB", points.width, points.height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, _QUICK)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
