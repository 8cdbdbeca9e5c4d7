"""Passages: cited with their exact place, checked against the text, and shown again in it."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tizim.documents.entries import Document, Passage
from tizim.documents.errors import DocumentsError, QuoteError
from tizim.documents.extracted import PAGE_BREAK
from tizim.documents.kinds import CHATS, OPEN_TEXT, RICH_TEXT, SAVED_PAGE, WORD
from tizim.documents.messages import MARK
from tizim.documents.segments import Span, paragraphs, sentences
from tizim.documents.vault import Vault
from tizim.ledger import content_id

_PDF = "application/pdf"
_WITHOUT_LINES = frozenset((WORD, OPEN_TEXT, RICH_TEXT, SAVED_PAGE, "text/html"))
_FILLED_LINE = re.compile(r"^[^\S\n]*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage in its surroundings: what stands before it, itself, and what stands after it.

    ``line`` counts within the page, from 1; where there are no pages, within the text.
    """

    document_id: str
    before: str
    quote: str
    after: str
    page: int | None = None
    locator: str | None = None
    line: int | None = None


def text_of(document: Document, vault: Vault) -> str:
    """The extracted text of a document, in which its passages count; empty if it has none."""
    if document.text_sha256 is None:
        return ""
    with vault.open(document.text_sha256) as stream:
        return stream.read().decode("utf-8")


def passage_at(document: Document, text: str, span: Span) -> Passage:
    """The passage at this place of the document's text, with its exact quote, page and line."""
    if not 0 <= span.start < span.end <= len(text):
        raise DocumentsError(
            f"{document.id} has no place {span.start} to {span.end}: it ends at {len(text)}."
        )
    return Passage(
        id=content_id("p", document.id, span.start, span.end),
        document_id=document.id,
        start=span.start,
        end=span.end,
        quote=text[span.start : span.end],
        page=page_at(document, text, span.start),
        locator=locator_at(document, text, span.start),
    )


def page_at(document: Document, text: str, place: int) -> int | None:
    """The page on which a place of the text stands, from 1; ``None`` for a document without pages."""
    if document.media_type != _PDF and PAGE_BREAK not in text:
        return None
    return text.count(PAGE_BREAK, 0, place) + 1


def line_at(text: str, place: int) -> int:
    """The line on which a place of the text stands, from 1 on each page."""
    page = text.rfind(PAGE_BREAK, 0, place) + 1
    return text.count("\n", page, place) + 1


def locator_at(document: Document, text: str, place: int) -> str | None:
    """Where a place of the text stands, as people find it in the file.

    In a chat ``message 1187`` (``None`` before the first), in files whose lines are set only on the screen
    ``paragraph 12`` (table rows count as such), elsewhere ``line 12``, on each page from 1.
    """
    if document.media_type in CHATS:
        return _message_at(text, place)
    if document.media_type in _WITHOUT_LINES:
        return f"paragraph {bisect_right(_paragraph_starts(text), place)}"
    return f"line {line_at(text, place)}"


@lru_cache(maxsize=2)
def _paragraph_starts(text: str) -> tuple[int, ...]:
    """Where the lines with something on them start; text that stands before a page's end is on that page."""
    return tuple(found.start() for found in _FILLED_LINE.finditer(text))


def _message_at(text: str, place: int) -> str | None:
    start = place + 1
    while start > 0:
        start = text.rfind("[", 0, start)
        mark = MARK.match(text, start) if start >= 0 else None
        if mark and (start == 0 or text[start - 1] == "\n"):
            return f"message {mark[1]}"
    return None


def quote_of(passage: Passage, text: str) -> str:
    """The passage's quote as it stands in the text; QuoteError if something else stands there."""
    if passage.start is None or passage.end is None:
        raise QuoteError(f"{passage.id} has no place in a text, only a locator.")
    standing = text[passage.start : passage.end]
    if not standing or (passage.quote is not None and passage.quote != standing):
        raise QuoteError(
            f"{passage.id} does not quote what stands at {passage.start} to {passage.end} of "
            f"{passage.document_id}: the text or the passage was changed."
        )
    return standing


def show(
    document: Document,
    text: str,
    passage: Passage,
    context: Literal["sentence", "paragraph"] = "sentence",
) -> Shown:
    """The passage in the sentences or paragraphs that it touches, with its page or locator."""
    if passage.start is None or passage.end is None:
        return Shown(document.id, "", passage.quote or "", "", passage.page, passage.locator)
    quote = quote_of(passage, text)
    around = surroundings(text, Span(passage.start, passage.end), context)
    page = passage.page or page_at(document, text, passage.start)
    locator = passage.locator or locator_at(document, text, passage.start)
    before, after = text[around.start : passage.start], text[passage.end : around.end]
    return Shown(document.id, before, quote, after, page, locator, line_at(text, passage.start))


def surroundings(text: str, span: Span, context: Literal["sentence", "paragraph"]) -> Span:
    """The whole sentences or paragraphs that a span touches."""
    parts = sentences(text) if context == "sentence" else paragraphs(text)
    touched = [part for part in parts if part.start < span.end and part.end > span.start]
    if not touched:
        return span
    return Span(min(span.start, touched[0].start), max(span.end, touched[-1].end))
