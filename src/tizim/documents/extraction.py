"""From the bytes of a file to its text: what kind of file it is, and which format reads it."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import PurePath

from tizim.documents import formats
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted
from tizim.documents.formats.word import MEDIA_TYPE as WORD
from tizim.documents.language import language_of
from tizim.documents.limits import USUAL, Limits

READ_HERE = "This version reads .txt, .md, .html, .pdf and .docx."
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
_IMAGES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n": "image/png",
    b"GIF8": "image/gif",
    b"II*\0": "image/tiff",
    b"MM\0*": "image/tiff",
}
_IN_ZIP = {
    "word/document.xml": WORD,
    "xl/workbook.xml": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xl/workbook.bin": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LANGUAGE = re.compile(r"(en|ru|kk)\b", re.IGNORECASE)


def extract(content: bytes, *, file_name: str, limits: Limits = USUAL) -> Extracted:
    """The text of a file and what it says about itself; RefusedError with one clear line if that cannot be.

    Pure, and without protection from hostile files: ``Extractor`` calls it in a process of its own.
    """
    try:
        found = _by_type(content, media_type_of(content, file_name), limits)
    except (RefusedError, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - parsers of damaged files raise whatever they like
        raise RefusedError(
            f"is damaged: its parser stopped ({type(error).__name__}).", "Get a whole copy."
        ) from None
    if len(found.text) > limits.text_length:
        raise RefusedError(f"holds more than {limits.text_length} letters.", "Part it into smaller files.")
    return replace(found, language=_language(found))


def media_type_of(content: bytes, file_name: str) -> str:
    """What kind of file it is: by its first bytes where they tell, else by its name."""
    suffix = PurePath(file_name).suffix.lower()
    if not content.strip(b"\r\n\t \xef\xbb\xbf"):
        raise RefusedError("is empty.", "Look for the file at its sender's.")
    by_content = _by_first_bytes(content) or _by_packing(content, suffix)
    if by_content:
        return by_content
    if suffix in (".pdf", ".docx", ".xlsx"):
        raise RefusedError(f"is named {suffix} but is not one: it is damaged.", "Get a whole copy of it.")
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if re.match(rb"\s*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html)\b", content[:1024], re.IGNORECASE):
        return "text/html"
    raise RefusedError(f"is of a type that is not read here ({suffix or 'no ending'}).", READ_HERE)


def _by_first_bytes(content: bytes) -> str | None:
    if content.lstrip(b"\xef\xbb\xbf\r\n\t ")[:5] == b"%PDF-":
        return "application/pdf"
    if content[8:12] == b"WEBP" or content[4:12] == b"ftypheic":
        return "image/webp" if content[8:12] == b"WEBP" else "image/heic"
    return next((kind for start, kind in _IMAGES.items() if content.startswith(start)), None)


def _by_packing(content: bytes, suffix: str) -> str | None:
    if content.startswith(_OLD_OFFICE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise RefusedError("is locked with a password.", "Save it without the password and add it again.")
        if suffix == ".xls":
            return "application/vnd.ms-excel"
        raise RefusedError("is in the format of Word before 2007.", "Save it as .docx and add it again.")
    if content.startswith(b"PK\3\4"):
        return _in_zip(content, suffix)
    return None


def _in_zip(content: bytes, suffix: str) -> str | None:
    try:
        names = set(zipfile.ZipFile(io.BytesIO(content)).namelist())
    except (zipfile.BadZipFile, NotImplementedError, OSError):
        names = set()
    if not names and suffix in (".docx", ".xlsx"):
        raise RefusedError(f"is a damaged {suffix} file.", "Get a whole copy of it.")
    return next((kind for name, kind in _IN_ZIP.items() if name in names), None)


def _by_type(content: bytes, media_type: str, limits: Limits) -> Extracted:
    if media_type == WORD:
        return formats.word(content, limits)
    if media_type.startswith("image/"):
        return formats.image(media_type)
    readers = {
        "text/plain": formats.plain,
        "text/markdown": formats.markdown,
        "text/html": formats.html,
        "application/pdf": formats.pdf,
    }
    reader = readers.get(media_type)
    return reader(content) if reader else formats.table(media_type)


def _language(found: Extracted) -> str | None:
    """By the text; what the file declares counts only where the text does not tell."""
    declared = _LANGUAGE.match(found.language or "")
    return language_of(found.text) or (declared[1].lower() if declared else None)
