"""A page of a PDF or of a picture, to be looked at: made in the process in which unknown files are opened."""

from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.formats.pdf import MEDIA_TYPE
from tizim.documents.heic import HEIC
from tizim.documents.marking import Box, boxes
from tizim.documents.ocr.pixels import rendered
from tizim.documents.painting import FORMATS, encoded, repainted

_DOTS, _MOST_POINTS = 110, 4_000_000
_FILL, _EDGE = (255, 214, 0, 70), (160, 80, 0, 255)


def drawn(content: bytes, media_type: str, page: int, mark: str = "") -> bytes:
    """The page of that number, from 1, as PNG or JPEG; RefusedError where it cannot be drawn.

    ``mark``: words that are framed on a page of a PDF, where its text layer has them.
    """
    if media_type in FORMATS or media_type == HEIC:
        return repainted(content, media_type, page)
    if media_type != MEDIA_TYPE:
        raise RefusedError("has no pages that are drawn.", "Only those of PDFs and pictures are.")
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        try:
            if not 1 <= page <= len(document):
                raise RefusedError(f"has no page {page}.", f"It has {len(document)}.")
            return _picture(document[page - 1], mark)
        finally:
            document.close()
    except pypdfium2.PdfiumError:
        raise RefusedError(f"is a damaged PDF: page {page} cannot be drawn.", "Get a whole copy.") from None


def _picture(page: Any, mark: str) -> bytes:
    from PIL import Image

    points = rendered(page, _DOTS, _MOST_POINTS)
    picture = Image.frombytes("RGB", (points.width, points.height), points.rgb)
    if mark:
        picture = _marked(picture, boxes(page, mark, picture.size))
    return encoded(picture, sharp=True)


def _marked(picture: Any, around: list[Box]) -> Any:
    """The picture with frames that are seen without colour too."""
    from PIL import Image, ImageDraw

    over = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(over)
    for box in around:
        pen.rectangle(box, fill=_FILL, outline=_EDGE, width=2)
    return Image.alpha_composite(picture.convert("RGBA"), over).convert("RGB")
