"""The lines and sentences of a text with their places, and what kind of line each is."""

import re
from dataclasses import dataclass

_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+[\"“‘'(\[—–-]*[^\W_a-z]|\s*$)|;\s*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|St|Art|art|arts|Arts|No|no|vs|Jr|Sr|Col|Gen|Lt|Rev|approx|[^\W\d_a-z])\.$"
)
_BULLET = re.compile(r"\s*(?:[-*•–—·]|\(?\d{1,2}[.)]|\([a-z]\))\s+")
_LINE = re.compile(r"[^\n\r]+")
_CLOSED = re.compile(r"[.!?…;\"”]\s*$")


@dataclass(frozen=True, slots=True)
class Span:
    """One sentence: where it stands, its line's number, and whether the line is an item or a heading."""

    start: int
    end: int
    line: int
    item: bool = False
    heading: bool = False


def spans(text: str) -> list[Span]:
    """The sentences of a text, line by line, in order."""
    found: list[Span] = []
    for number, line in enumerate(_LINE.finditer(text)):
        if line.group().strip():
            found.extend(_in_line(text, line.start(), line.end(), number))
    return found


def _in_line(text: str, start: int, end: int, number: int) -> list[Span]:
    bullet = _BULLET.match(text, start, end)
    begin = bullet.end() if bullet and bullet.end() < end else start
    heading = not bullet and end - start < 110 and not _CLOSED.search(text[start:end])
    out = []
    for first, last in _sentences(text, begin, end):
        out.append(Span(first, last, number, bullet is not None, heading))
    return out


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    out = []
    first = start
    for match in _END.finditer(text, start, end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(first, match.start() - 12), match.start() + 1):
            continue
        _keep(text, first, match.end(), out)
        first = match.end()
    _keep(text, first, end, out)
    return out


def _keep(text: str, first: int, last: int, out: list[tuple[int, int]]) -> None:
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    if first < last:
        out.append((first, last))
