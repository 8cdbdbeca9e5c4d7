"""How the worker and its caller talk: a header in JSON and a body of bytes, their lengths before them."""

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">IQ")
_LONGEST_HEADER = 1 << 24
CHUNK = 1 << 16


def send(out: BinaryIO, header: dict[str, Any], body: BinaryIO, size: int) -> None:
    """Sends the header and exactly ``size`` bytes of the body; EOFError if the body is shorter."""
    text = json.dumps(header).encode()
    out.write(_LENGTHS.pack(len(text), size) + text)
    while size:
        piece = body.read(min(CHUNK, size))
        if not piece:
            raise EOFError("the body ended early")
        out.write(piece)
        size -= len(piece)
    out.flush()


def receive(source: BinaryIO, most: int) -> tuple[dict[str, Any], bytes] | None:
    """The next header and body; ``None`` at the end, also if that cuts a frame short.

    A frame longer than ``most`` bytes, or one whose header is no JSON object, raises ValueError.
    """
    start = source.read(_LENGTHS.size)
    if len(start) < _LENGTHS.size:
        return None
    header_size, size = _LENGTHS.unpack(start)
    if size > most or header_size > _LONGEST_HEADER:
        raise ValueError("the frame is longer than agreed")
    text, body = source.read(header_size), source.read(size)
    if len(text) < header_size or len(body) < size:
        return None
    header = json.loads(text)
    if not isinstance(header, dict):
        raise ValueError("the header is no object")
    return header, body
