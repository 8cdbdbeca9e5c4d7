"""Photographs in HEIC, as telephones save them: their points, upright, without what is written beside them.

pillow-heif is an extra (``tizim[heic]``): its wheels are under the GPL, and whoever opens no such file need
not have the decoder. It is loaded in the process that opens files and nowhere else.
"""

import re
from importlib.util import find_spec
from io import BytesIO
from typing import Any

from tizim.documents.errors import RefusedError

HEIC = "image/heic"
_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx"))
_GENERAL = (b"mif1", b"msf1")
_START = re.compile(rb"(?s)(....)ftyp(....)")
_MISSING = (
    "is in HEIC, and what opens that is not installed.",
    "Install tizim[heic], or save it as JPEG and add that.",
)


def is_heic(content: bytes) -> bool:
    """Whether the first bytes are those of HEIC, whichever program saved it."""
    start = _START.match(content[:12])
    if not start or start[2] in _BRANDS:
        return bool(start)
    length = min(int.from_bytes(start[1], "big"), 256)
    also = {content[place : place + 4] for place in range(16, length, 4)}
    return start[2] in _GENERAL and bool(also & _BRANDS)


def can_open_heic() -> bool:
    """Whether the extra is installed."""
    return find_spec("pillow_heif") is not None


def unpacked_heic(content: bytes, *, most_points: int) -> bytes:
    """The photograph as a PNG that holds its points alone; RefusedError where that cannot be.

    How large it says it is, is asked before anything is unpacked.
    """
    if not can_open_heic():
        raise RefusedError(*_MISSING)
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1
    try:
        photograph = pillow_heif.open_heif(content, convert_hdr_to_8bit=True)
        if photograph.size[0] * photograph.size[1] > most_points:
            raise RefusedError("is a picture with too many points.", "Save it smaller and add that.")
        return _points_alone(photograph.to_pillow())
    except (OSError, ValueError, RuntimeError, SyntaxError, EOFError, IndexError, KeyError):
        raise RefusedError("is a damaged HEIC picture.", "Get a whole copy of it.") from None


def _points_alone(came: Any) -> bytes:
    from PIL import Image

    fresh, out = Image.new("RGB", came.size, "white"), BytesIO()
    fresh.paste(came.convert("RGB"), mask=came.getchannel("A") if "A" in came.getbands() else None)
    fresh.save(out, "PNG", compress_level=1)
    return out.getvalue()
