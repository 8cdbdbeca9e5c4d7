"""Pictures as they are shown: turned upright, made anew without what a camera writes beside them."""

from io import BytesIO
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.heic import HEIC, unpacked_heic
from tizim.documents.ocr.sizes import pages_of

FORMATS = {
    "image/png": "PNG", "image/jpeg": "JPEG", "image/gif": "GIF", "image/tiff": "TIFF",
    "image/webp": "WEBP", "image/bmp": "BMP",
}  # fmt: skip
"""The kinds of pictures that can be shown."""
_LARGEST, _MOST_POINTS, _FINE = 100_000_000, 4_000_000, 85
_DRAWN_BY_HAND = ("1", "P")  # faxes and drawings: sharp edges, few colours


def repainted(content: bytes, media_type: str, page: int) -> bytes:
    """The page of a picture, from 1, as PNG or JPEG; RefusedError where it cannot be shown."""
    if media_type == HEIC:
        content, media_type = unpacked_heic(content, most_points=_LARGEST), "image/png"
    sizes = pages_of(content, media_type)
    if not sizes:
        raise RefusedError("is a damaged picture.", "Get a whole copy.")
    if not 1 <= page <= len(sizes):
        raise RefusedError(f"has no page {page}.", f"It has {len(sizes)}.")
    if sizes[page - 1].width * sizes[page - 1].height > _LARGEST:
        raise RefusedError("is too large to be shown.", "Save it with fewer points.")
    try:
        return _anew(content, FORMATS[media_type], page)
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError):
        raise RefusedError("is a damaged picture: it cannot be shown.", "Get a whole copy.") from None


def _anew(content: bytes, kind: str, page: int) -> bytes:
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None  # the size was looked at before
    with Image.open(BytesIO(content), formats=[kind]) as came:
        came.seek(page - 1)
        sharp = came.mode in _DRAWN_BY_HAND
        if kind == "JPEG":
            came.draft("RGB", _within(came.size))
        upright: Any = ImageOps.exif_transpose(came)
        upright.thumbnail(_within(upright.size))
        over = upright.convert("RGBA") if "A" in upright.mode or "transparency" in upright.info else None
        fresh = Image.new("RGB", upright.size, "white")
        fresh.paste(over or upright.convert("RGB"), mask=over)
    return encoded(fresh, sharp=sharp)


def _within(size: tuple[int, int]) -> tuple[int, int]:
    """The same form with no more points than are shown."""
    share = min(1.0, float(_MOST_POINTS / max(1, size[0] * size[1])) ** 0.5)
    return max(1, round(size[0] * share)), max(1, round(size[1] * share))


def reduced(picture: bytes, *, points: int) -> bytes:
    """A picture that was made anew here, as JPEG of at most so many points in each direction."""
    from PIL import Image

    with Image.open(BytesIO(picture), formats=["JPEG", "PNG"]) as came:
        fresh = came.convert("RGB")
    fresh.thumbnail((points, points))
    return encoded(fresh, sharp=False)


def encoded(picture: Any, *, sharp: bool) -> bytes:
    """PNG for what has sharp edges, else JPEG; nothing but the points goes along."""
    out = BytesIO()
    if sharp:
        picture.save(out, "PNG", compress_level=6)
    else:
        picture.save(out, "JPEG", quality=_FINE)
    return out.getvalue()
