"""The language of each paragraph of a text, and the text as each reader sees it."""

import re

from tizim.documents import language_of, paragraphs
from tizim.documents.segments import Span

_FEW = 6
_CYRILLIC = re.compile(r"\b[а-яёА-ЯЁ]+\b")
_WORD = re.compile(r"[^\W\d_]+")
_OF_SEVERAL = re.compile(rf"[\W\d_]*+(?:[^\W\d_]++[\W\d_]++){{{_FEW - 1}}}[^\W\d_]")


def by_language(text: str, readers: frozenset[str]) -> dict[str, str]:
    """For each language with a reader the text with all other paragraphs blanked, so that offsets hold.

    A paragraph of few words, or of a language that cannot be told, goes to the reader of the document.
    """
    spans = paragraphs(text)
    own = _own(text, spans, readers)
    if own is None:
        return {}
    rows: dict[str, list[tuple[int, int]]] = {}
    for start, end in spans:
        found = _language(text[start:end], own, readers)
        if found is not None:
            rows.setdefault(found, []).append((start, end))
    if set(rows) <= {own}:
        return {own: text}
    return {code: _only(text, spans_of) for code, spans_of in rows.items()}


def _told(text: str) -> str | None:
    """The language of a text; Kazakh also in the Latin letters of 2018."""
    found = language_of(text)
    if found is None and not _CYRILLIC.search(text):
        from tizim.reading.kazakh_latin import looks_kazakh

        return "kk" if looks_kazakh(text) else None
    return found


def _own(text: str, spans: tuple[Span, ...], readers: frozenset[str]) -> str | None:
    """The language of the document; where it cannot be told, that which its letters allow."""
    own = _told(text)
    if own in readers:
        return own
    found = next((code for span in spans if (code := _told(text[span.start : span.end])) in readers), None)
    if found is None and own is None:
        found = "ru" if len(_CYRILLIC.findall(text)) > len(_WORD.findall(text)) // 2 else "en"
    return found if found in readers else None


def _language(paragraph: str, own: str, readers: frozenset[str]) -> str | None:
    """The language of one paragraph; ``None`` where it has none of the readers."""
    if _OF_SEVERAL.match(paragraph) is None:
        return own
    found = _told(paragraph)
    if found is None:
        return own
    return found if found in readers else None


def _only(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with everything outside the spans made blank; line ends stay."""
    out, at = [], 0
    for start, end in spans:
        out.append(_blank(text[at:start]))
        out.append(text[start:end])
        at = end
    out.append(_blank(text[at:]))
    return "".join(out)


def _blank(text: str) -> str:
    return "".join(sign if sign in "\n\f" else " " for sign in text)


def main_language(parts: dict[str, str]) -> str:
    """The language that most of a text is written in."""
    return max(parts, key=lambda code: len(parts[code]) - parts[code].count(" "))
