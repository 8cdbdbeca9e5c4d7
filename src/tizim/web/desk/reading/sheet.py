"""The text of a document as it is shown: parts, paragraphs, runs, each run with the claims that quote it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from tizim.documents import Document, Span, page_at, paragraphs, text_of
from tizim.web.desk.answers import Answers
from tizim.web.desk.opened import opened, register

LONG = 40_000
"""Letters of text on one page of the desk; longer documents are shown in parts."""
MANY = 100
"""Claims without a place in a text on one page of the desk."""
FIGURE = "figure"
_TEXTS = 64
"""So many texts stay at hand."""


class Placed(Protocol):
    """What stands somewhere in the text, or in no place of it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def start(self) -> int | None:
        """Where it begins."""

    @property
    def end(self) -> int | None:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that the same claims and figures quote; ``at`` is where they stand, in code points."""

    text: str
    at: int
    marks: tuple[str, ...]

    @property
    def marked(self) -> str:
        """The ids of what quotes it."""
        return " ".join(self.marks)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The runs of a paragraph, and the page that begins with it, if one does."""

    runs: tuple[Run, ...]
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """What of a long document is shown at once: from ``start`` up to ``end``."""

    number: int
    start: int
    end: int


def text_and_paragraphs(document: Document) -> tuple[str, tuple[Span, ...]]:
    """The extracted text and its paragraphs; kept whatever is written: the digest says which text it is."""

    def read() -> tuple[str, tuple[Span, ...]]:
        text = text_of(document, register().vault)
        return text, paragraphs(text)

    texts: Answers = opened().lasting("texts", lambda: Answers(_TEXTS))
    found: tuple[str, tuple[Span, ...]] = texts.of(document.text_sha256, read)
    return found


def parts_of(text: str, spans: Sequence[Span]) -> tuple[Part, ...]:
    """The parts of a text, cut between paragraphs; one for a text that is not long."""
    cuts = [0]
    for span in spans:
        if span.end - cuts[-1] > LONG and span.start > cuts[-1]:
            cuts.append(span.start)
    ends = [*cuts[1:], len(text)]
    return tuple(
        Part(number, start, end) for number, (start, end) in enumerate(zip(cuts, ends, strict=True), 1)
    )


def sheet(document: Document, part: Part, placed: Iterable[Placed]) -> Iterator[Paragraph]:
    """The paragraphs of a part with what quotes them, overlapping or not."""
    text, spans = text_and_paragraphs(document)
    here = [one for one in placed if one.start is not None and one.end is not None]
    page = None
    for span in spans:
        if part.start <= span.start < part.end:
            now = page_at(document, text, span.start)
            yield Paragraph(tuple(_runs(text, span, here)), now if now != page else None)
            page = now


def _runs(text: str, span: Span, placed: Iterable[Placed]) -> Iterator[Run]:
    """The paragraph cut wherever something begins or ends."""
    touching = [
        (max(one.start or 0, span.start), min(one.end or 0, span.end), one.id)
        for one in placed
        if (one.start or 0) < span.end and (one.end or 0) > span.start
    ]
    cuts = sorted({span.start, span.end, *(cut for start, end, _ in touching for cut in (start, end))})
    for start, end in pairwise(cuts):
        marks = tuple(one for first, last, one in touching if first <= start and end <= last)
        yield Run(text[start:end], start, marks)
