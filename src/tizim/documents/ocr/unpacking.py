"""The points of a JPEG or PNG, unpacked by pdfium: the picture is wrapped in a page of its own size."""

import struct
from collections.abc import Iterator

from tizim.documents.ocr.pixels import Pixels, rendered
from tizim.documents.ocr.sizes import Size

_SMALL, _LARGE = 1_500_000, 16_000_000  # points: a smaller picture is doubled each way, a larger one shrunk
_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]"}
_LONGEST_PALETTE = 768


def unpacked(content: bytes, media_type: str, size: Size) -> Pixels | None:
    """The picture's points; ``None`` for one that only Tesseract can unpack."""
    import pypdfium2

    wrapped = _wrapped(content, media_type, size)
    if wrapped is None:
        return None
    try:
        document = pypdfium2.PdfDocument(wrapped)
        try:
            dots = 144 if size.width * size.height < _SMALL else 72
            return rendered(document[0], dots, _LARGE)
        finally:
            document.close()
    except (pypdfium2.PdfiumError, ValueError):
        return None


def _wrapped(content: bytes, media_type: str, size: Size) -> bytes | None:
    if media_type == "image/jpeg" and size.channels in _SPACES and size.bits == 8:
        return _page(size, f"{_SPACES[size.channels]} /Filter /DCTDecode", content)
    if media_type == "image/png" and size.plain:
        return _png_page(content, size)
    return None


def _png_page(content: bytes, size: Size) -> bytes | None:
    chunks = list(_chunks(content))
    palette = next((body for kind, body in chunks if kind == b"PLTE"), b"")[:_LONGEST_PALETTE]
    if any(kind == b"tRNS" for kind, _ in chunks):
        return None
    space = (
        f"[/Indexed /DeviceRGB {len(palette) // 3 - 1} <{palette.hex()}>]"
        if palette
        else _SPACES[size.channels]
    )
    if content[25] == 2:
        space = _SPACES[3]
    rows = f"/Predictor 15 /Colors {size.channels} /BitsPerComponent {size.bits} /Columns {size.width}"
    packed = b"".join(body for kind, body in chunks if kind == b"IDAT")
    return _page(size, f"{space} /Filter /FlateDecode /DecodeParms << {rows} >>", packed)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = 8
    while place + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        yield kind, content[place + 8 : place + 8 + length]
        place += 12 + length


def _page(size: Size, coded: str, packed: bytes) -> bytes:
    width, height = size.width, size.height
    shown = f"q {width} 0 0 {height} 0 0 cm /I Do Q"
    picture = (
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} /BitsPerComponent {size.bits} "
        f"/ColorSpace {coded} /Length {len(packed)} >>\nstream\n"
    )
    return _file(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] /Contents 4 0 R "
        "/Resources << /XObject << /I 5 0 R >> >> >>".encode(),
        f"<< /Length {len(shown)} >>\nstream\n{shown}\nendstream".encode(),
        picture.encode() + packed + b"\nendstream",
    )


def _file(*objects: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
