"""Whoever may be somebody who is not to be named: spellings that nobody has said to be of two people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from tizim.identity import Strays
from tizim.publications.clearing import COUNTED, NAMED, Cleared


class Group(Protocol):
    """Persons in doubt: any two of a crowd may be one, except those in ``different``."""

    @property
    def crowds(self) -> Sequence[Sequence[str]]:
        """Sets of persons any two of whom may be one."""

    @property
    def different(self) -> frozenset[tuple[str, str]]:
        """Pairs judged to be two, the smaller id first."""


def guarded(
    levels: Mapping[str, Cleared], doubts: Iterable[Group], strays: Iterable[Strays]
) -> Mapping[str, Cleared]:
    """What may leave about each person, in view of whom the person may be.

    Who is named because a document names them, and may be somebody whom a decision, or age, keeps unnamed,
    is counted only, until somebody judges the two or decides on the person.
    """
    kept = {one for one, level in levels.items() if level.level != NAMED and level.why != "not_published"}
    found = dict(levels)
    for one in _beside(kept, doubts, strays):
        if (level := found.get(one)) and level.why == "published":
            found[one] = replace(level, level=COUNTED, why="in_doubt")
    return found


def _beside(kept: set[str], doubts: Iterable[Group], strays: Iterable[Strays]) -> Iterable[str]:
    for group in doubts:
        for crowd in group.crowds:
            yield from _open(crowd, kept.intersection(crowd), group.different)
    for form in strays:
        if not form.anybody:
            yield from _open(form.namesakes, kept.intersection(form.namesakes), form.different)


def _open(
    persons: Iterable[str], kept: Iterable[str], different: frozenset[tuple[str, str]]
) -> Iterable[str]:
    """Those of whom nobody has judged that they are others than all of these."""
    for one in persons:
        if any(each != one and (min(one, each), max(one, each)) not in different for each in kept):
            yield one
