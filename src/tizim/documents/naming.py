"""File names as they may be shown and stored: no signs that deceive, nobody's number or address."""

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_CHAT = re.compile(r".*(?:whatsapp.*(?:chat|чат)|(?:chat|чат).*whatsapp).*", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,24}")
_HANDLE = re.compile(r"@\w{4,32}")
_GAP = r"[\s\u00a0\u202f_().\u2010-\u2014-]{0,3}"
# With its plus, or eleven digits as in Kazakhstan and Russia, or twelve as in their neighbours.
_PHONE = re.compile(
    rf"\+\d(?:{_GAP}\d){{7,14}}|(?<!\d)[78]{_GAP}\d{{3}}{_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}(?!\d)"
    rf"|(?<!\d)(?:375|380|992|996|998){_GAP}\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{2}}{_GAP}\d{{2}}(?!\d)"
)


def printable(name: str) -> str:
    """A file name that can be shown and stored: odd bytes and control signs as ``\\xff``."""
    return _UNPRINTABLE.sub(_escaped, name)


def public_name(name: str) -> str:
    """The printable name or path, without telephone numbers, addresses and the other side of a chat."""
    *folders, last = printable(name).split("/")
    return "/".join((*map(_veiled, folders), _veiled(last)))


def _veiled(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 5 or not ending.isalnum():
        stem, dot, ending = name, "", ""
    if _CHAT.fullmatch(stem):
        return f"WhatsApp chat{dot}{ending}"
    for sign, pattern in (("[address]", _ADDRESS), ("[name]", _HANDLE), ("[number]", _PHONE)):
        stem = pattern.sub(sign, stem)
    return f"{stem}{dot}{ending}"


def _escaped(sign: re.Match[str]) -> str:
    number = ord(sign[0])
    number = number - 0xDC00 if 0xDC80 <= number <= 0xDCFF else number
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
