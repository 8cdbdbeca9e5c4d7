"""How large a picture says it is, by its first bytes: asked before anything unpacks it."""

import struct
from typing import NamedTuple

_START_OF_FRAME = frozenset((*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)))
_MOST_PAGES = 10_000
_TIFF_NUMBERS = {1: 1, 3: 2, 4: 4}


class Size(NamedTuple):
    """Points across and down, channels and bits a channel; ``plain``: rows in order, nothing transparent."""

    width: int
    height: int
    channels: int = 0
    bits: int = 8
    plain: bool = True


def pages_of(content: bytes, media_type: str) -> tuple[Size, ...]:
    """The size of each page of the picture; none if its first bytes do not tell."""
    measure = _MEASURES.get(media_type)
    try:
        return tuple(measure(content)) if measure else ()
    except (struct.error, IndexError, ValueError):
        return ()


def _png(content: bytes) -> tuple[Size, ...]:
    width, height, bits, colours, _, _, interlaced = struct.unpack_from(">IIBBBBB", content, 16)
    channels = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}.get(colours, 0)
    return (Size(width, height, channels, bits, not interlaced and colours in (0, 2, 3)),)


def _jpeg(content: bytes) -> tuple[Size, ...]:
    place = 2
    while place + 4 <= len(content):
        if content[place] != 0xFF:
            return ()
        marker = content[place + 1]
        if marker == 0xFF or marker in (0x01, *range(0xD0, 0xD8)):
            place += 1 if marker == 0xFF else 2
            continue
        if marker in _START_OF_FRAME:
            bits, height, width, channels = struct.unpack_from(">BHHB", content, place + 4)
            return (Size(width, height, channels, bits),)
        place += 2 + int(struct.unpack_from(">H", content, place + 2)[0])
    return ()


def _gif(content: bytes) -> tuple[Size, ...]:
    return (Size(*struct.unpack_from("<HH", content, 6)),)


def _bmp(content: bytes) -> tuple[Size, ...]:
    width, height = struct.unpack_from("<ii", content, 18)
    return (Size(abs(width), abs(height)),)


def _webp(content: bytes) -> tuple[Size, ...]:
    kind = content[12:16]
    if kind == b"VP8X":
        wide, high = content[24:27], content[27:30]
        return (Size(int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1),)
    if kind == b"VP8L":
        packed = int(struct.unpack_from("<I", content, 21)[0])
        return (Size((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1),)
    width, height = struct.unpack_from("<HH", content, 26)
    return (Size(width & 0x3FFF, height & 0x3FFF),)


def _tiff(content: bytes) -> tuple[Size, ...]:
    order = "<" if content[:2] == b"II" else ">"
    (place,) = struct.unpack_from(f"{order}I", content, 4)
    found: list[Size] = []
    seen: set[int] = set()
    while place and place not in seen and len(found) < _MOST_PAGES:
        seen.add(place)
        size, place = _directory(content, order, place)
        found.append(size)
    return tuple(found)


def _directory(content: bytes, order: str, place: int) -> tuple[Size, int]:
    (count,) = struct.unpack_from(f"{order}H", content, place)
    values: dict[int, int] = {}
    for number in range(count):
        at = place + 2 + 12 * number
        tag, kind, _ = struct.unpack_from(f"{order}HHI", content, at)
        if tag in (256, 257) and kind in _TIFF_NUMBERS:
            form = {1: "B", 3: "H", 4: "I"}[kind]
            (values[tag],) = struct.unpack_from(f"{order}{form}", content, at + 8)
    (following,) = struct.unpack_from(f"{order}I", content, place + 2 + 12 * count)
    return Size(values.get(256, 0), values.get(257, 0)), following


_MEASURES = {
    "image/png": _png,
    "image/jpeg": _jpeg,
    "image/gif": _gif,
    "image/bmp": _bmp,
    "image/webp": _webp,
    "image/tiff": _tiff,
}
