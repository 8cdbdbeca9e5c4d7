"""Pictures of pages: their text by Tesseract, page by page. What a camera writes beside it is never taken."""

import re
from dataclasses import replace

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, page_starts, tidy
from tizim.documents.heic import HEIC, can_open_heic, unpacked_heic
from tizim.documents.limits import USUAL, Limits, Told
from tizim.documents.ocr import ALSO, Eyes, PageRead, Program, Wanting, about, pages_of, program, unpacked
from tizim.documents.ocr.sizes import Size

# Only what surely is a picture is handed on: Tesseract takes other bytes for a list of files to open.
_STARTS = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n....IHDR", re.DOTALL),
    "image/jpeg": re.compile(rb"\xff\xd8\xff"),
    "image/gif": re.compile(rb"GIF8[79]a"),
    "image/tiff": re.compile(rb"II\*\0|MM\0\*"),
    "image/webp": re.compile(rb"RIFF....WEBPVP8", re.DOTALL),
    "image/bmp": re.compile(rb"BM....\0\0\0\0", re.DOTALL),
}
READABLE = frozenset(_STARTS)


def picture(
    content: bytes, media_type: str, limits: Limits = USUAL, told: Told = lambda page, pages: None
) -> Extracted:
    """The text of a picture, a form feed between its pages; kept without text where none can be had.

    ``told`` hears of each look at a page: which one, of how many.
    """
    if media_type == HEIC:
        return _photograph(content, limits, told)
    if media_type not in READABLE:
        return _kept(media_type, "of a kind that is not read: it is kept without text. Save it as JPEG.")
    sizes = pages_of(content, media_type) if _STARTS[media_type].match(content) else ()
    if not sizes:
        return _kept(media_type, "and damaged: it is kept without text.")
    found = program()
    if isinstance(found, Wanting):
        return _kept(media_type, f"and waits without text: {found.what}. {found.hint}")
    pages = _pages(content, media_type, sizes, _Reading(found, limits, told))
    return _extracted(media_type, found, sizes, pages)


def _photograph(content: bytes, limits: Limits, told: Told) -> Extracted:
    """The text of a picture in HEIC; one that cannot be opened here waits until it can."""
    try:
        points = unpacked_heic(content, most_points=limits.pixels)
    except RefusedError as refused:
        waits = "" if can_open_heic() else " It waits without text."
        return _kept(HEIC, f"that {refused.what} {refused.hint}{waits}")
    return replace(picture(points, "image/png", limits, told), media_type=HEIC)


def _kept(media_type: str, why: str, extractor: str = "none") -> Extracted:
    return Extracted(text="", extractor=extractor, media_type=media_type, remark=f"is a picture {why}")


class _Reading:
    """What the pages of one picture are read with."""

    def __init__(self, program: Program, limits: Limits, told: Told) -> None:
        self.limits = limits
        self._page, self._pages = 0, 0
        self._told = told
        self.eyes = Eyes(program, seconds=limits.seconds, at_look=self._at_look)

    def at(self, page: int, pages: int) -> None:
        """Goes on to a page."""
        self._page, self._pages = page, pages

    def _at_look(self) -> None:
        self._told(self._page, self._pages)


def _pages(
    content: bytes, media_type: str, sizes: tuple[Size, ...], reading: _Reading
) -> dict[int, PageRead]:
    """The pages that were read, by their numbers from 1."""
    read: dict[int, PageRead] = {}
    for number, size in enumerate(sizes[: reading.limits.read_pages], 1):
        reading.at(number, len(sizes))
        if 0 < size.width * size.height <= reading.limits.pixels:
            points = unpacked(content, media_type, size) if len(sizes) == 1 else None
            place = number - 1 if media_type == "image/tiff" else None
            seen = None if points is None or points.is_blank else points
            read[number] = reading.eyes.read(seen or content, place)
    return read


def _extracted(
    media_type: str, program: Program, sizes: tuple[Size, ...], pages: dict[int, PageRead]
) -> Extracted:
    unread = [number for number in range(1, len(sizes) + 1) if number not in pages]
    texts = [pages[number].text if number in pages else "" for number in range(1, len(sizes) + 1)]
    text = tidy("\n\f".join(texts)) if any(texts) else ""
    told = about(pages, unread)
    if not text:
        damaged = any(not page.unpacked for page in pages.values())
        why = "that cannot be unpacked" if damaged else "without text that can be read"
        return _kept(
            media_type, f"{why}: it is kept as it is.{ALSO if told else ''}{told}", program.extractor
        )
    return Extracted(
        text=text,
        extractor=program.extractor,
        media_type=media_type,
        pages=page_starts(text) if len(sizes) > 1 else (),
        remark=told,
    )
