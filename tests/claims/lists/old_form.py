"""The old binary form of workbooks (XLS), made by hand: one sheet of texts and numbers in a compound file."""

import struct
from collections.abc import Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def xls(rows: Sequence[Sequence[str | float]], title: str = "Sheet1") -> bytes:
    """A workbook of the form of 1997."""
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 0))
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet += _cell(at, column, value)
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 0)) + _record(
        0x0042, struct.pack("<H", 1200)
    )
    name = title.encode("utf-16-le")
    length = len(start) + 4 + 8 + len(name) + 4
    bound = _record(0x0085, struct.pack("<IBBBB", length, 0, 0, len(title), 1) + name)
    return _compound(start + bound + _record(0x000A, b"") + sheet)


def _record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        text = value.encode("utf-16-le")
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + text)
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, value))


def _compound(stream: bytes) -> bytes:
    """A compound file that holds the one stream: header, allocation table, directory, stream."""
    stream += bytes(max(4096 - len(stream), 0))
    stream += bytes(-len(stream) % _SECTOR)
    count = len(stream) // _SECTOR
    table = [_FAT, _END, *range(3, 2 + count), _END]
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head += struct.pack("<109I", 0, *[_FREE] * 108)
    entries = _entry("Root Entry", 5, 1, _END, 0) + _entry("Workbook", 2, _FREE, 2, len(stream)) + bytes(256)
    fat = struct.pack(f"<{len(table)}I", *table) + b"\xff" * (_SECTOR - 4 * len(table))
    return head + fat + entries + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le")
    body = text + bytes(64 - len(text)) + struct.pack("<HBB", len(text) + 2, kind, 1)
    body += struct.pack("<III", _FREE, _FREE, child) + bytes(36) + struct.pack("<IQ", start, size)
    return body
