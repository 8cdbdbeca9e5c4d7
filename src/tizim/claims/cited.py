"""The passage that a row cites: words in a document that it names, or the row itself."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from tizim.claims.claim import Claim
from tizim.claims.flat import Record
from tizim.documents import Document, Passage, Span, passage_at
from tizim.ledger import content_id

_TEXTS_AT_HAND = 16


class Library:
    """The documents a table may quote, found by id, file name or file name without its ending."""

    def __init__(self, documents: Sequence[Document], text_of: Callable[[Document], str | None]) -> None:
        self._by_name: dict[str, dict[str, Document]] = {}
        for document in documents:
            names = (document.id, document.corrects, document.file_name, PurePath(document.file_name).stem)
            for name in filter(None, names):
                self._by_name.setdefault(name, {})[document.id] = document
        self._text = lru_cache(maxsize=_TEXTS_AT_HAND)(text_of)

    def named(self, name: str) -> Document:
        """The document of that name; ValueError if there is none, or more than one."""
        found = list(self._by_name.get(name, {}).values())
        if not found:
            raise ValueError("no document with this id or file name was added.")
        if len(found) > 1:
            raise ValueError(f"{len(found)} documents have this name; give the id.")
        return found[0]

    def text(self, document: Document) -> str:
        """The text of a document, empty if it has none."""
        return self._text(document) or ""


def own_row(document: Document, locator: str, record: Record) -> Passage:
    """The row of the imported table, with the words it quotes if it gives any.

    ValueError if it counts characters without naming the document to count in.
    """
    if record.passage.keys() & {"start", "end"}:
        raise ValueError("start and end are given, but not the document they count in.")
    place = record.passage.get("locator")
    return _located(document, f"{locator} ({place})" if place else locator, record)


def cited(record: Record, library: Library) -> Passage:
    """The passage in the document that the row names; ValueError says why there is none."""
    document = library.named(_named(record))
    given = record.passage
    text = library.text(document)
    if "locator" in given and not (text and given.keys() & {"quote", "start", "end"}):
        return _located(document, given["locator"], record)
    if not given.keys() & {"quote", "start", "end"}:
        raise ValueError("a document is named, but neither a quote nor a locator is given.")
    if not text:
        raise ValueError("the document has no text to quote from; give a locator.")
    start, quote = _found(text, given)
    passage = passage_at(document, text, Span(start, start + len(quote)))
    return passage if passage.page or "page" not in given else replace(passage, page=given["page"])


def keeps_place(record: Record, corrected: Claim) -> bool:
    """Whether a row that corrects a claim leaves the passage as it is: it names none, or the same place."""
    if record.document and _named(record) != corrected.document_id:
        return False
    place = record.passage
    if place.keys() & {"quote", "start", "end"} and "locator" not in place:
        return False
    return "locator" not in place or corrected.passage_id == _place_id(
        corrected.document_id, place["locator"]
    )


def _named(record: Record) -> str:
    return str(record.document.get("document") or record.document["document_id"])


def _located(document: Document, locator: str, record: Record) -> Passage:
    return Passage(
        id=_place_id(document.id, locator),
        document_id=document.id,
        quote=record.passage.get("quote"),
        page=record.passage.get("page"),
        locator=locator,
    )


def _place_id(document_id: str, locator: str) -> str:
    return content_id("p", document_id, "locator", locator)


def _found(text: str, given: Mapping[str, Any]) -> tuple[int, str]:
    """Where the quote starts, and the words that stand there."""
    quote, start, end = given.get("quote"), given.get("start"), given.get("end")
    if quote is None:
        return _span(text, start, end)
    at, words = _sought(text, quote) if start is None else _standing(text, quote, start)
    if end is not None and end != at + len(words):
        raise ValueError("the quote does not end at end.")
    return at, words


def _span(text: str, start: int | None, end: int | None) -> tuple[int, str]:
    if start is None or end is None or not 0 <= start < end <= len(text):
        raise ValueError("start and end are no span of the document's text.")
    return start, text[start:end]


def _sought(text: str, quote: str) -> tuple[int, str]:
    """The first place of the quote; line breaks and blanks may differ."""
    at = text.find(quote)
    loose = None if at >= 0 else _loosely(quote).search(text)
    if at < 0 and loose is None:
        raise ValueError("the quote does not stand in the document.")
    return (loose.start(), loose[0]) if loose else (at, quote)


def _standing(text: str, quote: str, start: int) -> tuple[int, str]:
    loose = _loosely(quote).match(text, start) if start >= 0 else None
    if loose is None:
        raise ValueError("the quote does not stand at start.")
    return start, loose[0]


def _loosely(quote: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in quote.split()))
