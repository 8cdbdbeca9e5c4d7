"""A draft with marks in its margin: paragraph by paragraph, what is marked, what is said of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any


@dataclass(frozen=True, slots=True)
class Note:
    """What is said of one place or several; ``number`` is its place among all notes."""

    number: int
    severity: str
    message: Mapping[str, str]
    advice: Mapping[str, str]
    places: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; ``marked`` is the gravest severity upon it.

    ``begins`` are the notes of which a place begins here, and whether it is the one that the note leads to.
    """

    text: str
    marked: str
    begins: Sequence[tuple[Note, bool]]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with the notes that stand beside it."""

    runs: Sequence[Run]
    notes: Sequence[Note]


def notes(findings: Sequence[Mapping[str, Any]]) -> list[Note]:
    """The notes by their first place."""
    order = sorted(findings, key=lambda one: (one["places"][0][0], one["severity"]))
    return [
        Note(number, one["severity"], one["message"], one["advice"], [(at, end) for at, end in one["places"]])
        for number, one in enumerate(order, 1)
    ]


def paragraphs(text: str, said: Sequence[Note]) -> Iterator[Paragraph]:
    """The paragraphs of the text; each note stands beside the first in which it has a place."""
    start, shown = 0, set[int]()
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            here = [one for one in said if any(at < end and start < till for at, till in one.places)]
            new = [one for one in here if one.number not in shown]
            yield Paragraph(list(_runs(text, (start, end), here, {one.number for one in new})), new)
            shown.update(one.number for one in new)
        start = end + 1


def _runs(text: str, within: tuple[int, int], here: Sequence[Note], new: set[int]) -> Iterator[Run]:
    """The stretches between all places that begin or end in the paragraph."""
    start, end = within
    clipped = ((max(at, start), min(till, end), one) for one in here for at, till in one.places)
    spans = sorted((at, till, one.number, one) for at, till, one in clipped if at < till)
    cuts = sorted({start, end, *(span[0] for span in spans), *(span[1] for span in spans)})
    led = set(new)
    for at, till in pairwise(cuts):
        over = [one.severity for first, last, _, one in spans if first <= at and till <= last]
        begins = []
        for one in (one for first, _, _, one in spans if first == at):
            begins.append((one, one.number in led))
            led.discard(one.number)
        yield Run(text[at:till], min(over, default=""), begins)
