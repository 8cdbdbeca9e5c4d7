"""A long document in passages that a small model can hold."""

from collections.abc import Iterator

from tizim.documents import Span, paragraphs
from tizim.documents.segments import sentences

LONGEST = 3_000


def pieces(text: str) -> Iterator[Span]:
    """Whole paragraphs together as long as they fit; a longer one in sentences, a longer sentence cut."""
    start = end = None
    for span in _small(text):
        if start is not None and end is not None and span.end - start > LONGEST:
            yield Span(start, end)
            start = None
        start = span.start if start is None else start
        end = span.end
    if start is not None and end is not None:
        yield Span(start, end)


def _small(text: str) -> Iterator[Span]:
    for paragraph in paragraphs(text):
        if paragraph.end - paragraph.start <= LONGEST:
            yield paragraph
            continue
        for sentence in sentences(text[paragraph.start : paragraph.end]):
            first, last = paragraph.start + sentence.start, paragraph.start + sentence.end
            yield from (Span(at, min(at + LONGEST, last)) for at in range(first, last, LONGEST))
