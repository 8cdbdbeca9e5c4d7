"""Pages of a PDF that wait for the program that reads pictures, while the others are read already.

What waits stands in the document's ``extractor``: ``pdf 1, pages 2, 5-7 wait``. Once they are read, their
text becomes a document of its own, part of that one, at ``pages 2, 5-7``: with the same file and as many
pages, empty but for these. So no passage of the pages read before loses its place, and none of them is
read twice.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from tizim.documents.entries import Document
from tizim.documents.extracted import PAGE_BREAK

_WAIT = re.compile(r", pages? (\d[\d, -]*) wait$")
_LATE = re.compile(r"pages? \d[\d, -]*")


def with_waiting(extractor: str, pages: Sequence[int]) -> str:
    """The name of what took the text out, with the pages that wait."""
    return f"{extractor}, {_named(pages)} wait"


def waiting_pages(document: Document) -> tuple[int, ...]:
    """The numbers of the pages that waited when the text was taken out."""
    found = _WAIT.search(document.extractor or "")
    return tuple(number for part in found[1].split(", ") for number in _span(part)) if found else ()


def still_waits(extractor: str) -> bool:
    """Whether what took a text out left pages for later."""
    return _WAIT.search(extractor) is not None


def late_locator(document: Document) -> str:
    """Where the pages that waited lie in the file: ``pages 2, 5-7``."""
    return _named(waiting_pages(document))


def may_be_late(document: Document) -> bool:
    """Whether this may be pages of another document's file, read later; that one's digest tells."""
    return bool(document.part_of and _LATE.fullmatch(document.locator or ""))


def files_done(documents: Iterable[Document]) -> frozenset[str]:
    """The files (by digest) whose waiting pages were read."""
    return frozenset(one.sha256 for one in documents if may_be_late(one))


def late_text(text: str, pages: Sequence[int]) -> str:
    """The text of these pages, each on the page that it has in the file; empty if nothing stands on them."""
    every = text.split(PAGE_BREAK)
    kept = [page if number in pages else "" for number, page in enumerate(every, 1)]
    return PAGE_BREAK.join(kept) if any(map(str.strip, kept)) else ""


def _named(pages: Sequence[int]) -> str:
    runs = groupby(enumerate(sorted(pages)), key=lambda item: item[1] - item[0])
    spans = [[number for _, number in run] for _, run in runs]
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in spans)
    return f"pages {told}" if len(pages) > 1 else f"page {told}"


def _span(part: str) -> range:
    first, _, last = part.partition("-")
    return range(int(first), int(last or first) + 1)
