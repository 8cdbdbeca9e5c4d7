"""Web pages: the main text without menus and footers, and what the page says about itself."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tizim.documents.decoding import Decoded, as_declared, decoded
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, tidy, without_surrogates
from tizim.documents.formats.plain import extractor_name

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]+)""", re.IGNORECASE)
_BOILERPLATE = re.compile("script|style|nav|footer|aside|form|noscript|template|head")
_BLOCKS = re.compile(
    "address|article|blockquote|br|d[dlt]|div|fig.*|h[1-6r]|li|main|[ou]l|p|pre|section|t[rh]|table"
)
_MADE_BY_OFFICE = re.compile(
    r"urn:schemas-microsoft-com:office|<meta[^>]{0,80}generator[^>]{0,80}(?:word|office|writer|docs)",
    re.IGNORECASE,
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(https?://[^\s<>]{1,2000})\s*-->")
_CHAT_PAGE = re.compile(r'<div class="message (?:default|service)[\s\S]{0,3000}?<div class="from_name">')
_SHORT = 250  # below this the search for a main text takes menus too
_DATED = (
    "//meta[@property='article:published_time' or @property='og:published_time']/@content",
    "//*[@itemprop='datePublished']/@*[name()='content' or name()='datetime']",
    "//meta[@name='date' or @name='pubdate' or @name='publish_date' or @name='parsely-pub-date']/@content",
    "//meta[@name='DC.date' or @name='dc.date' or @name='DC.date.issued' or @name='dcterms.issued']/@content",
)
_DAY = re.compile(r"\s*((?:19|20|21)\d\d-[01]\d-[0-3]\d)(?!\d)")
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{10,40})"')


def html(content: bytes, charset: str = "") -> Extracted:
    """The main text of a web page with title, author, date, publisher and language from its markup.

    ``charset`` is what the server said of it. A page made by an office program does not tell its author:
    that is whoever typed it.
    """
    found = _decoded_page(content, charset)
    if _CHAT_PAGE.search(found.text[:200_000]):
        raise RefusedError(
            "is a chat exported as web pages, in which its authors stand.", "Export it from Telegram as JSON."
        )
    text = _main_text(found.text) or _whole_text(found.text)
    if not text.strip():
        raise RefusedError("is a web page without text.", "Save the page whole, after it has loaded.")
    extracted = Extracted(
        text=tidy(without_surrogates(text.replace("\u00ad", ""))),
        extractor=extractor_name("html 1", found),
        media_type="text/html",
    )
    return replace(extracted, **stated(found.text))


def _decoded_page(content: bytes, charset: str) -> Decoded:
    """The page's text: UTF-8 wherever it is that, else as server or page declare, else as it reads."""
    try:
        return decoded(content) if content.isascii() else Decoded(_utf8(content), "utf-8")
    except UnicodeDecodeError:
        declared = _CHARSET.search(content[:4096])
        name = declared[1].decode("ascii") if declared else ""
        return as_declared(content, charset) or as_declared(content, name) or decoded(content)


def _utf8(content: bytes) -> str:
    if b"\0" in content:
        raise UnicodeDecodeError("utf-8", content, content.index(b"\0"), content.index(b"\0") + 1, "NUL")
    return content.decode("utf-8-sig")


def _main_text(page: str) -> str:
    import trafilatura

    text = trafilatura.extract(page, include_comments=False, favor_recall=True, output_format="txt") or ""
    return text if len(text) >= _SHORT else ""


def _whole_text(page: str) -> str:
    """All text of a page too short for the search for a main text, menus and scripts left out."""
    root = _tree(page)
    if root is None:
        return ""
    lines = (" ".join(line.split()) for line in "".join(_pieces(root)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(root: Any) -> Iterator[str]:
    from lxml import etree

    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if _BLOCKS.fullmatch(element.tag):
            yield "\n"
        if event == "end":
            yield element.tail or ""
        elif _BOILERPLATE.fullmatch(element.tag):
            walk.skip_subtree()
        else:
            yield element.text or ""


def _tree(page: str) -> Any:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    return etree.fromstring(page.encode("utf-8", "replace"), parser)


def plain_text(page: str) -> str:
    """All text of a mail written as a page."""
    return without_surrogates(_whole_text(page).replace("\u00ad", ""))


def stated(page: str) -> dict[str, Any]:
    """What the page's markup says: title, author, date, publisher, language and address."""
    from trafilatura import extract_metadata

    about = extract_metadata(page, date_config={"extensive_search": False, "original_date": True})
    root = _tree(page)
    stated = {
        "title": about.title,
        "author": None if _MADE_BY_OFFICE.search(page[:20_000]) else about.author,
        "date": _date(root),
        "publisher": _first(root, "//meta[@property='og:site_name']/@content"),
        "language": _first(root, "/html/@lang"),
        "url": _first(root, "//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
        or _saved_from(page),
    }
    return {name: " ".join(value.split()) or None if value else None for name, value in stated.items()}


def _saved_from(page: str) -> str | None:
    """The address that a browser writes at the head of a page that it saves."""
    found = _SAVED_FROM.search(page[:5_000])
    return found[1] if found else None


def _date(root: Any) -> str | None:
    """The day on which the page says it was published; a day that merely stands in its text is not taken."""
    linked = "".join(_all(root, "//script[@type='application/ld+json']/text()"))
    marks = [value for path in _DATED for value in _all(root, path)] + _LINKED_DATE.findall(linked)
    days = [found[1] for mark in marks if (found := _DAY.match(mark))]
    if days:
        return days[0]
    shown = {found[1] for mark in _all(root, "//article//time/@datetime") if (found := _DAY.match(mark))}
    return shown.pop() if len(shown) == 1 else None


def _first(root: Any, *paths: str) -> str | None:
    return next((value for path in paths for value in _all(root, path) if value.strip()), None)


def _all(root: Any, path: str) -> list[str]:
    return [str(value) for value in root.xpath(path)] if root is not None else []
