"""What a text says stands below or in an annex, and what stands there."""

import re
from collections.abc import Iterator

from tizim.audits.checks.lists import BULLET, begins_anew, opens_line
from tizim.audits.draft import Draft
from tizim.audits.findings import Finding, listed
from tizim.audits.patterns import group
from tizim.documents import Span

_LETTERED = re.compile(r"\W*(?:(?:Annex|Приложение) )?([A-K]|\d{1,2})(?:[.):]|\s[–—-])\s")
_LINE, _HEAD, _NEAR, _BEFORE = 80, 50, 90, 110


def annexes(draft: Draft) -> Iterator[Finding]:
    """Annexes cited by a number that no heading bears."""
    numbered = [(hit, group(hit, "number") or "") for hit in draft.found("annex_number")]
    there = {number for hit, number in numbered if opens_line(draft, hit.start())} | set(_lettered(draft))
    for hit, number in numbered:
        if number not in there and there and not opens_line(draft, hit.start()):
            yield draft.finding("missing_list", hit.span(), words=listed([hit.group()]))


def attached(draft: Draft) -> Iterator[Finding]:
    """A list said to be attached, where no heading of an annex stands."""
    headings = [hit for hit in draft.found("annex_heading") if opens_line(draft, hit.start())]
    for hit in draft.found("attached") if not headings and not any(_lettered(draft)) else ():
        start = max(draft.sentence(hit.start()).start, hit.start() - _BEFORE)
        yield draft.finding("missing_list", (start, hit.end()), words=listed([draft.text[start : hit.end()]]))


def _lettered(draft: Draft) -> Iterator[str]:
    """The letters or numbers of the lines under a heading over the annexes."""
    under = False
    for at in draft.paragraphs:
        line = draft.text[at.start : at.end]
        item = _LETTERED.match(line)
        under = (draft.says("annexes_heading", within=at) and len(line) < _HEAD) or (
            under and item is not None
        )
        if under and item:
            yield item.group(1)


def said_below(draft: Draft) -> Iterator[Finding]:
    """ "The addresses listed below", "a table stands at the end", and nothing there that is a list."""
    told = [hit.span() for hit in draft.found("said_below")]
    for hit in draft.found("list_noun"):
        clause = _clause(draft, hit.start())
        below = draft.found("list_below", within=Span(hit.end(), clause.end))
        if below and not any(start < below[0].end() and hit.start() < end for start, end in told):
            told.append((hit.start(), below[0].end()))
    for start, end in told:
        lines = [draft.text[at.start : at.end] for at in draft.paragraphs if at.start > end]
        rows = any("\t" in line for line in lines)
        if not rows and not any(_opens_list(line) for line in lines) and not _many_short(lines):
            yield draft.finding("missing_list", (start, end), words=listed([draft.text[start:end]]))


def _clause(draft: Draft, at: int) -> Span:
    """What is left of a sentence from a place to its next comma or colon; no farther than a few words."""
    end = min(draft.sentence(at).end, at + _NEAR)
    stop = re.compile(r"[,;:]").search(draft.text, at, end)
    return Span(at, stop.start() if stop else end)


def _opens_list(line: str) -> bool:
    """Whether a line opens a list: a bullet, or the number one; higher numbers are those of paragraphs."""
    return (BULLET.match(line) is not None and not line.strip(" (")[0].isdigit()) or begins_anew(line)


def _many_short(lines: list[str]) -> bool:
    """Whether three short lines follow each other: the rows of a list or a table."""
    return any(
        all(len(line) < _LINE and line[-1] not in ".?!" for line in lines[n : n + 3])
        for n in range(len(lines) - 2)
    )
