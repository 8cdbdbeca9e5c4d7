"""Makes files of the other formats: ODT, RTF, mails, chats, archives; honest ones, from invented words."""

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Any

ODT = "application/vnd.oasis.opendocument.text"
_NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "meta")
)


def odt(body: str, *, meta: str = "", styles: str = "", manifest: str = "") -> bytes:
    """An ODT with this markup as its body (``<text:p>…</text:p>``)."""
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    parts = {
        "mimetype": ODT,
        "content.xml": f"<office:document-content {_NAMES} {dublin}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {_NAMES} {dublin}><office:meta>{meta}</office:meta>"
        "</office:document-meta>",
        "styles.xml": f"<office:document-styles {_NAMES}>{styles}</office:document-styles>",
        "META-INF/manifest.xml": f"<m>{manifest}</m>",
    }
    return zipped(parts)


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these files."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def named_zip(raw_name: bytes, content: bytes) -> bytes:
    """A ZIP of one file whose name is these bytes, in whatever encoding."""
    made = zipped({"n" * len(raw_name): content})
    return made.replace(b"n" * len(raw_name), raw_name)


def locked(archive: bytes) -> bytes:
    """The ZIP with the mark of a password on all its files."""
    marked = bytearray(archive)
    for start, shift in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        place = marked.find(start)
        while place >= 0:
            marked[place + shift] |= 1
            place = marked.find(start, place + 4)
    return bytes(marked)


def letter(
    body: str,
    attached: Mapping[str, bytes] | None = None,
    *,
    html: str = "",
    charset: str = "utf-8",
    **heads: str,
) -> EmailMessage:
    """A mail with this body, files attached, and heads such as ``subject`` and ``reply_to``."""
    message = EmailMessage()
    shown = {"from": "Aset Omarov <aset.o@post.example>", "to": "Dana K <dana@post.example>", **heads}
    for name, value in shown.items():
        message[name.replace("_", "-").title()] = value
    message.set_content(body, charset=charset)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in (attached or {}).items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def telegram(*messages: dict[str, Any], name: str = "Steppe talk", kind: str = "private_group") -> bytes:
    """A chat as Telegram exports it; messages get ids from 100 and a moment unless they have them."""
    made = [
        {
            "id": 100 + number,
            "type": "message",
            "date": f"2031-03-04T10:{number:02}:00",
            "date_unixtime": "1930298400",
            "from": "Aset Omarov",
            "from_id": "user7001",
            **message,
        }
        for number, message in enumerate(messages)
    ]
    chat = {"name": name, "type": kind, "id": 9, "messages": made}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def warc(*records: tuple[str, str, bytes], packed: bool = False) -> bytes:
    """A WARC of answers: address, media type, content."""
    out = b""
    for url, kind, content in records:
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(content)}\r\n\r\n".encode()
        block = answer + content
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2031-03-05T08:00:00Z\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{len(out):012}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        ).encode()
        record = head + block + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if packed else record
    return out


_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
Tree = Mapping[str, "bytes | Tree"]


class _Compound:
    """Sectors of a file of storages and streams, and which follows which."""

    def __init__(self) -> None:
        self.sectors: list[bytes] = []
        self.follow: list[int] = []
        self.small = b""
        self.small_follow: list[int] = []
        self.entries: list[list[Any]] = [["Root Entry", 5, _FREE, _FREE, b"", 0]]

    def add(self, children: Tree, above: int) -> None:
        before = None
        for name, value in children.items():
            place = len(self.entries)
            content = value if isinstance(value, bytes) else b""
            kind = 2 if isinstance(value, bytes) else 1
            self.entries.append([name, kind, _FREE, _FREE, content, self.start(content)])
            self.entries[above if before is None else before][3 if before is None else 2] = place
            before = place
            if not isinstance(value, bytes):
                self.add(value, place)

    def start(self, content: bytes) -> int:
        if not content:
            return _END
        if len(content) >= 4096:
            return self.keep(content)
        first, count = len(self.small_follow), -(-len(content) // 64)
        self.small += content.ljust(count * 64, b"\0")
        self.small_follow += [*range(first + 1, first + count), _END]
        return first

    def keep(self, content: bytes, filling: bytes = b"\0") -> int:
        first, count = len(self.sectors), max(1, -(-len(content) // _SECTOR))
        for number in range(count):
            self.sectors.append(content[number * _SECTOR : (number + 1) * _SECTOR].ljust(_SECTOR, filling))
        self.follow += [*range(first + 1, first + count), _END]
        return first


def compound(tree: Tree) -> bytes:
    """A file of storages and streams, as Outlook and old Word write them."""
    made = _Compound()
    made.add(tree, 0)
    made.entries[0][4:] = made.small, made.keep(made.small)
    small_table = struct.pack(f"<{len(made.small_follow)}I", *made.small_follow)
    small = (made.keep(small_table, b"\xff"), max(1, -(-len(small_table) // _SECTOR)))
    folder = made.keep(b"".join(_folder_entry(*entry) for entry in made.entries))
    tables = 1
    while -(-(len(made.follow) + tables) // 128) > tables:
        tables += 1
    places = [*range(len(made.sectors), len(made.sectors) + tables), *[_FREE] * (109 - tables)]
    follow = [*made.follow, *[_TABLE] * tables]
    follow += [_FREE] * (tables * 128 - len(follow))
    head = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 62, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    head += struct.pack("<IIIIIIIII", 0, tables, folder, 0, 4096, *small, _END, 0)
    return (
        head
        + struct.pack("<109I", *places)
        + b"".join(made.sectors)
        + struct.pack(f"<{len(follow)}I", *follow)
    )


def _folder_entry(name: str, kind: int, following: int, child: int, content: bytes, start: int) -> bytes:
    raw = name.encode("utf-16-le")[:62]
    entry = raw.ljust(64, b"\0") + struct.pack("<HBBIII", len(raw) + 2, kind, 1, _FREE, following, child)
    return entry + bytes(36) + struct.pack("<IQ", start, len(content))


def _properties(values: Mapping[int, str | bytes | int], head: int) -> dict[str, bytes]:
    """The streams of properties: words, bytes, or a moment in units of a tenth of a microsecond."""
    rows, streams = b"", {}
    for number, value in values.items():
        kind = {str: 0x001F, bytes: 0x0102, int: 0x0040}[type(value)]
        if isinstance(value, int):
            rows += struct.pack("<HHIQ", kind, number, 6, value)
            continue
        content = value.encode("utf-16-le") if isinstance(value, str) else value
        streams[f"__substg1.0_{number:04X}{kind:04X}"] = content
        rows += struct.pack("<HHIII", kind, number, 6, len(content), 0)
    return {"__properties_version1.0": bytes(head) + rows, **streams}


def outlook(
    values: Mapping[int, str | bytes | int],
    receivers: Sequence[Mapping[int, str]] = (),
    attached: Sequence[Mapping[int, str | bytes] | Tree] = (),
    *,
    head: int = 32,
) -> dict[str, Any]:
    """A message's storage; attached are properties of a file, or another message's storage."""
    tree: dict[str, Any] = dict(_properties(values, head))
    for number, receiver in enumerate(receivers):
        tree[f"__recip_version1.0_#{number:08X}"] = _properties(dict(receiver), 8)
    for number, one in enumerate(attached):
        is_message = "__properties_version1.0" in one
        inner = (
            {"__substg1.0_3701000D": one, **_properties({}, 8)} if is_message else _properties(dict(one), 8)
        )  # type: ignore[arg-type]
        tree[f"__attach_version1.0_#{number:08X}"] = inner
    return tree


def rtf_of(body: str) -> bytes:
    """An RTF with this markup as its body."""
    return f"{{\\rtf1\\ansi\\ansicpg1251 {body}}}".encode("cp1251")
