"""Where words of a text stand on a page of a PDF: boxes on its picture."""

import unicodedata
from collections.abc import Iterator
from ctypes import byref, c_int
from typing import Any

_MOST_SIGNS, _MOST_BOXES, _LEAST = 60_000, 400, 12
Box = tuple[int, int, int, int]


def boxes(page: Any, words: str, size: tuple[int, int]) -> list[Box]:
    """The boxes around the words on the page's picture of that size; none where they are not found.

    Spaces, hyphens and case do not count, nor how letters are joined. Words that run over the edge of the
    page are found as far as they stand on it, if a dozen letters do.
    """
    layer = page.get_textpage()
    try:
        signs, places = _letters_on(layer)
        wanted = "".join(_plain(words))
        at, long = _found(signs, wanted)
        if at < 0:
            return []
        first, last = places[at], places[at + long - 1]
        count = min(layer.count_rects(first, last - first + 1), _MOST_BOXES)
        return [_on_picture(page, layer.get_rect(one), size) for one in range(count)]
    finally:
        layer.close()


def _letters_on(layer: Any) -> tuple[str, list[int]]:
    """The letters and figures of a page, and which sign of it each comes from."""
    from pypdfium2.raw import FPDFText_GetUnicode

    signs, places = [], []
    for place in range(min(layer.count_chars(), _MOST_SIGNS)):
        for sign in _plain(chr(FPDFText_GetUnicode(layer, place) or 32)):
            signs.append(sign)
            places.append(place)
    return "".join(signs), places


def _plain(text: str) -> Iterator[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    yield from (sign for sign in folded if sign.isalnum())


def _found(signs: str, wanted: str) -> tuple[int, int]:
    """Where the wanted letters begin, and how many of them: all, or those before or after an edge."""
    if not wanted or not signs:
        return -1, 0
    if (at := signs.find(wanted)) >= 0:
        return at, len(wanted)
    for long in range(min(len(wanted), len(signs)), _LEAST - 1, -1):
        if signs.endswith(wanted[:long]):
            return len(signs) - long, long
        if signs.startswith(wanted[-long:]):
            return 0, long
    return -1, 0


def _on_picture(page: Any, edges: tuple[float, float, float, float], size: tuple[int, int]) -> Box:
    from pypdfium2.raw import FPDF_PageToDevice

    left, bottom, right, top = edges
    corners = []
    for x, y in ((left, bottom), (right, top)):
        across, down = c_int(), c_int()
        FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, byref(across), byref(down))
        corners.append((across.value, down.value))
    (x1, y1), (x2, y2) = corners
    return min(x1, x2) - 2, min(y1, y2) - 2, max(x1, x2) + 2, max(y1, y2) + 2
