"""What kind of file it is: by its first bytes where they tell, else by its name, else by what brought it."""

import io
import re
import zipfile
import zlib
from pathlib import PurePath

from tizim.documents.errors import RefusedError
from tizim.documents.heic import HEIC, is_heic

READ_HERE = (
    "This version reads .txt, .md, .html, .mhtml, .pdf, .docx, .odt, .rtf, .eml, .msg, chats exported from "
    "Telegram and WhatsApp, pictures (.jpg, .png, .tiff, .heic), and these in .zip, .warc and .wacz."
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OPEN_TEXT = "application/vnd.oasis.opendocument.text"
RICH_TEXT = "application/rtf"
MAIL = "message/rfc822"
SAVED_PAGE = "multipart/related"
OUTLOOK = "application/vnd.ms-outlook"
TELEGRAM = "application/vnd.telegram.chat+json"
WHATSAPP = "text/vnd.whatsapp.chat"
ARCHIVE = "application/zip"
WEB_ARCHIVE = "application/warc"
WEB_COLLECTION = "application/wacz"
CHATS = (TELEGRAM, WHATSAPP)

_BY_SUFFIX = {
    ".txt": "text/plain",
    ".text": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}
_DECLARED = {
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/csv": "text/csv",
}
_IMAGES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n": "image/png",
    b"GIF8": "image/gif",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}
_SHEETS = "application/vnd.oasis.opendocument.spreadsheet"
_IN_ZIP = {
    "word/document.xml": WORD,
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xl/workbook.bin": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    "datapackage.json": WEB_COLLECTION,
}
_OFFICE = ("[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ONLY_BY_CONTENT = (".pdf", ".docx", ".xlsx", ".odt", ".ods", ".rtf", ".msg", ".zip", ".warc", ".wacz")
_PAGE_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", re.IGNORECASE)
_FIELD = rb"(?:From |(?:[A-Za-z][A-Za-z0-9-]{1,40}):[ \t]?)[^\r\n]*\r?\n"
_MAIL_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*" + _FIELD + rb"(?:[ \t][^\r\n]*\r?\n|" + _FIELD + rb")*")
_MAIL_FIELD = re.compile(
    rb"^(?:From|Date|Subject|MIME-Version|Message-ID|Received|Content-Type):", re.IGNORECASE | re.MULTILINE
)
_CHAT = re.compile(rb'"messages"\s*:\s*\[|"chats"\s*:\s*\{')
_CHAT_FIELD = re.compile(rb'"(?:date_unixtime|from_id|actor_id|text_entities)"\s*:')


def media_type_of(content: bytes, file_name: str, declared: str = "") -> str:
    """The kind of a file; RefusedError if it is none that is known here."""
    suffix = PurePath(file_name).suffix.lower()
    if not content.strip(b"\r\n\t \xef\xbb\xbf"):
        raise RefusedError("is empty.", "Look for the file at its sender's.")
    by_content = _by_first_bytes(content) or _by_packing(content, suffix)
    if by_content:
        return by_content
    if suffix in _ONLY_BY_CONTENT:
        raise RefusedError(f"is named {suffix} but is not one: it is damaged.", "Get a whole copy of it.")
    return _by_name(content, suffix, declared)


def _by_name(content: bytes, suffix: str, declared: str) -> str:
    kind = declared.partition(";")[0].strip().lower()
    found = _BY_SUFFIX.get(suffix) or _as_message(content, suffix) or _DECLARED.get(kind)
    if found:
        return found
    if _PAGE_START.match(content[:1024]):
        return "text/html"
    raise RefusedError(f"is of a type that is not read here ({_ending(suffix)}).", READ_HERE)


def _ending(suffix: str) -> str:
    return suffix if suffix.isascii() and suffix.isprintable() and 1 < len(suffix) < 12 else "no ending"


def _as_message(content: bytes, suffix: str) -> str | None:
    """Mails and chats: by their first fields, as their names often end in nothing or in anything."""
    if suffix in (".mht", ".mhtml"):
        return SAVED_PAGE
    if content.lstrip(b"\xef\xbb\xbf\r\n\t ")[:1] == b"{" and suffix in (".json", ""):
        is_chat = _CHAT.search(content) and _CHAT_FIELD.search(content)
        return TELEGRAM if is_chat else None
    fields = _MAIL_START.match(content[:65_536])
    wanted = 1 if suffix == ".eml" else 3
    if fields and len(set(map(bytes.lower, _MAIL_FIELD.findall(fields[0])))) >= wanted:
        return MAIL
    if suffix == ".eml":
        raise RefusedError("is named .eml but is not one: it is damaged.", "Get a whole copy of it.")
    return None


def _by_first_bytes(content: bytes) -> str | None:
    start = content[:64].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if start[:5] == b"%PDF-" or content.lstrip(b"\xef\xbb\xbf\r\n\t ")[:5] == b"%PDF-":
        return "application/pdf"
    if content[8:12] == b"WEBP" or is_heic(content):
        return "image/webp" if content[8:12] == b"WEBP" else HEIC
    if content[:2] == b"BM" and content[6:10] == bytes(4):
        return "image/bmp"
    if start[:5] == b"{\\rtf":
        return RICH_TEXT
    if start[:5] == b"WARC/" or _unpacked_start(content) == b"WARC/":
        return WEB_ARCHIVE
    return next((kind for start, kind in _IMAGES.items() if content.startswith(start)), None)


def _unpacked_start(content: bytes) -> bytes:
    if not content.startswith(b"\x1f\x8b"):
        return b""
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:65_536], 5)
    except zlib.error:
        return b""


def _by_packing(content: bytes, suffix: str) -> str | None:
    if content.startswith(_OLD_OFFICE):
        return _in_old_office(content, suffix)
    if content.startswith((b"PK\3\4", b"PK\5\6")):
        return _in_zip(content, suffix)
    return None


def _in_old_office(content: bytes, suffix: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise RefusedError("is locked with a password.", "Save it without the password and add it again.")
    if "__properties_version1.0".encode("utf-16-le") in content:
        return OUTLOOK
    if suffix == ".msg":
        raise RefusedError("is named .msg but is not one: it is damaged.", "Get a whole copy of it.")
    if suffix == ".xls":
        return "application/vnd.ms-excel"
    raise RefusedError("is in the format of Word before 2007.", "Save it as .docx and add it again.")


def _in_zip(content: bytes, suffix: str) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
            opened = archive.read("mimetype")[:100].decode("ascii") if "mimetype" in names else ""
    except Exception:  # noqa: BLE001 - a damaged archive fails in whatever way it likes
        named = suffix if suffix in _ONLY_BY_CONTENT else ".zip"
        raise RefusedError(f"is a damaged {named} file.", "Get a whole copy of it.") from None
    if opened.strip() in (OPEN_TEXT, _SHEETS):
        return opened.strip()
    found = next((kind for name, kind in _IN_ZIP.items() if name in names), None)
    if found or any(name in names for name in _OFFICE):
        return found
    return ARCHIVE
