"""The sentences of a text with their places, and what kind of line each stands on."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from tizim.documents import paragraphs, sentences

_BULLET = re.compile(r"\s*(?:[-*•–—·]|\(?\d{1,2}[.)]|\([a-z]\))\s+")
_CLOSED = re.compile(r"[.!?…;\"”]\s*$")
_STAMP = re.compile(r"\W*\d{1,4}[.:/-]\d\d(?:[\W\d]{0,16})[^\W\d_][^:\n]{0,40}:")
"""The day or time that a chat prints before a name and a colon."""
_SMALL_STOP = re.compile(
    r"[.!?…](?<=[^\W\d_]{4}[.!?…])[.!?…]*[\"»”)]*\s+(?=[^\W\d_A-ZА-ЯЁӘІҢҒҮҰҚӨҺ])"  # quicker by its first sign
)
_STOP = re.compile(r"[.!?…][\"»”)]*\s+(?=[A-ZА-ЯЁӘІҢҒҮҰҚӨҺ])")
_SMALL_STOPS = 2
_HEADING_WIDTH = 110
_LONGEST = 2500


@dataclass(frozen=True, slots=True)
class Span:
    """One sentence: where it stands, its paragraph's number, and whether that is an item or a heading."""

    start: int
    end: int
    line: int
    item: bool = False
    heading: bool = False


def spans(text: str) -> list[Span]:
    """The sentences of a text in order, the bullets before them left out."""
    blocks = paragraphs(text)
    starts = [block.start for block in blocks]
    kinds = [_kind(text[block.start : block.end]) for block in blocks]
    careless = _is_careless(text)
    found: list[Span] = []
    for start, end in sentences(text):
        number = bisect_right(starts, start) - 1
        bullet, heading = kinds[number]
        begin = start + bullet if start == starts[number] and start + bullet < end else start
        stamped = _STAMP.match(text, starts[number], end) is not None
        cuts = _begun_small(text, begin, end) if careless or stamped else [(begin, end)]
        pieces = (piece for cut in cuts for piece in _pieces(text, *cut))
        found.extend(Span(*piece, number, bullet > 0, heading) for piece in pieces)
    return found


def _is_careless(text: str) -> bool:
    """Whether most sentences of a text begin with a small letter, as people type in chats."""
    small = len(_SMALL_STOP.findall(text))
    return small >= _SMALL_STOPS and small > len(_STOP.findall(text))


def _begun_small(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """What stands between stops though a small letter follows them."""
    ends = [stop.end() for stop in _SMALL_STOP.finditer(text, start, end)]
    return [
        (first, last - (len(text[first:last]) - len(text[first:last].rstrip())))
        for first, last in pairwise((start, *ends, end))
    ]


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence of bearable length: very long ones (tables, lists without stops) are cut between words."""
    out = []
    while end - start > _LONGEST:
        cut = max(text.rfind(mark, start + _LONGEST // 2, start + _LONGEST) for mark in (";", ",", " ", "\n"))
        cut = cut + 1 if cut > start else start + _LONGEST
        out.append((start, cut))
        start = cut
    return [*out, (start, end)] if start < end else out


def _kind(block: str) -> tuple[int, bool]:
    """How long the bullet of a paragraph is, and whether the paragraph is a heading."""
    bullet = _BULLET.match(block)
    length = bullet.end() if bullet and bullet.end() < len(block) else 0
    return length, not length and len(block) < _HEADING_WIDTH and not _CLOSED.search(block)
