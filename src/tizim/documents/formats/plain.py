"""Plain text and Markdown: the text as it stands."""

import re

from tizim.documents.decoding import Decoded, as_declared, decoded
from tizim.documents.extracted import Extracted, page_starts, tidy
from tizim.documents.formats import whatsapp
from tizim.documents.limits import USUAL, Limits

_HEADING = re.compile(r"^#{1,2}[ \t]+(\S.*)$", re.MULTILINE)


def plain(content: bytes, charset: str = "", limits: Limits = USUAL) -> Extracted:
    """The text of a plain text file; form feeds part its pages if there are any. A chat is read as one."""
    found = _as_sent(content, charset) or decoded(content)
    text = tidy(found.text)
    if whatsapp.is_conversation(text):
        return whatsapp.whatsapp(text, extractor_name("whatsapp 1", found), limits)
    pages = page_starts(text) if "\f" in text else ()
    return Extracted(
        text=text, extractor=extractor_name("text 1", found), media_type="text/plain", pages=pages
    )


def _as_sent(content: bytes, charset: str) -> Decoded | None:
    """The text in the encoding that its sender names, unless it is surely another one."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return as_declared(content, charset)
    return None


def markdown(content: bytes) -> Extracted:
    """A Markdown file as it stands, marks and all; its first heading is the title."""
    found = decoded(content)
    text = tidy(found.text)
    heading = _HEADING.search(text)
    return Extracted(
        text=text,
        extractor=extractor_name("markdown 1", found),
        media_type="text/markdown",
        title=heading[1].rstrip(" #\t") or None if heading else None,
    )


def extractor_name(name: str, found: Decoded) -> str:
    """The extractor's name, with the encoding where that was not UTF-8: ``text 1, koi8-r``."""
    return name if found.encoding == "utf-8" else f"{name}, {found.encoding}"
