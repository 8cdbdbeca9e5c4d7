"""The packed RTF in which Outlook keeps the text of some mails."""

from tizim.documents.formats.rtf import rich_text

_PACKED, _PLAIN = b"LZFu", b"MELA"
_LONGEST = 50_000_000
_COMMON = (
    rb"{\rtf1\ansi\mac\deff0\deftab720{\fonttbl;}{\f0\fnil \froman \fswiss \fmodern \fscript "
    rb"\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\colortbl\red0\green0\blue0" + b"\r\n"
    rb"\par \pard\plain\f0\fs20\b\i\u\tab\tx"
)


def packed_rich_text(content: bytes) -> str:
    """The text of a packed RTF; empty if it is damaged."""
    kind, body = content[8:12], content[16:]
    markup = body if kind == _PLAIN else _unpacked(body) if kind == _PACKED else b""
    return rich_text(markup).text if markup.strip(b"\0") else ""


def _unpacked(packed: bytes) -> bytes:
    """By the scheme of [MS-OXRTFCP]: letters, and references into the last 4096 of them."""
    window = bytearray(_COMMON.ljust(4096, b"\0"))
    place, at, out = len(_COMMON), 0, bytearray()
    while at < len(packed) and len(out) < _LONGEST:
        flags = packed[at]
        at += 1
        for bit in range(8):
            is_reference = bool(flags >> bit & 1)
            taken = packed[at : at + 2] if is_reference else packed[at : at + 1]
            if len(taken) < 1 + is_reference:
                return bytes(out)
            at += len(taken)
            source = int.from_bytes(taken, "big") >> 4 if is_reference else 0
            if is_reference and source == place % 4096:
                return bytes(out)
            length = (taken[1] & 15) + 2 if is_reference else 1
            for step in range(length):
                letter = window[(source + step) % 4096] if is_reference else taken[0]
                out.append(letter)
                window[place % 4096] = letter
                place += 1
    return bytes(out)
