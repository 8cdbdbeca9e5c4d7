"""A text under the editor's eye: paragraphs, sentences, languages, people, days, counts, found once."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, TypeVar

from tizim import Problem
from tizim.audits.counts import Count, counts_in
from tizim.audits.days import Day, days_in
from tizim.audits.findings import Finding, Place
from tizim.audits.lengths import Length, lengths_in
from tizim.audits.patterns import pattern
from tizim.audits.people import Mention, mentions_in
from tizim.documents import Span, paragraphs, sentences
from tizim.reading import Reading, read

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[A-Za-z]")
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_SHORT, _HEAD = 60, 80
_BARE_DAY = re.compile(
    r"\W*(?:(?:19|20)\d\d(?: ж\w+)? )?\d{1,2}"
    r"(?:\.\d\d\.\d{4}|[ -][^\W\d]{3,9}(?:,? (?:19|20)\d\d)?(?: года| г| жыл\w*)?)\.?\s*"
)
_One = TypeVar("_One")


class Draft:
    """One text, and what its checks ask for. ``date`` is the day of the text (EDTF), if known."""

    def __init__(self, text: str, *, name: str = "", date: str | None = None) -> None:
        self.text, self.name, self.date = text, name, date
        self.paragraphs = paragraphs(text)
        self.sentences = _with_their_days(text, sentences(text))
        self._paragraph_starts = [one.start for one in self.paragraphs]
        self._sentence_starts = [one.start for one in self.sentences]
        self._found: dict[tuple[str, ...], tuple[list[re.Match[str]], list[int]]] = {}
        self._kept: dict[Hashable, Any] = {}
        kazakh = len(_KAZAKH.findall(text)) > 0.03 * len(_CYRILLIC.findall(text))
        self.languages = [_language(text[one.start : one.end], kazakh) for one in self.paragraphs]

    @cached_property
    def reading(self) -> Reading:
        """What the readers of this project find in the text; nothing where there is no reader for it."""
        found = read(self.text, date=self.date)
        return Reading("en") if isinstance(found, Problem) else found

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of a named person, in the order of the text."""
        return mentions_in(self.reading, self.text)

    @cached_property
    def days(self) -> tuple[Day, ...]:
        """Every date, in the order of the text."""
        return tuple(day for at, language in self.blocks() for day in days_in(self.text, at, language))

    @cached_property
    def lengths(self) -> tuple[Length, ...]:
        """Every length of time, in the order of the text."""
        return tuple(one for at, language in self.blocks() for one in lengths_in(self.text, at, language))

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """Every number that counts something, in the order of the text."""
        taken = [*((day.start, day.end) for day in self.days), *((m.start, m.end) for m in self.mentions)]
        taken.sort()
        starts, longest = [start for start, _ in taken], max((end - start for start, end in taken), default=0)
        found = []
        for place, language in zip(self.sentences, self.sentence_languages, strict=True):
            if "\t" in self.text[place.start : place.end]:
                continue  # rows of a table have checks of their own
            near = slice(bisect_left(starts, place.start - longest), bisect_left(starts, place.end))
            found += counts_in(self.text, place, language, taken[near])
        return tuple(sorted(found, key=lambda one: one.start))

    @cached_property
    def sentence_languages(self) -> list[str]:
        """The language of each sentence."""
        return [self.language(one.start) for one in self.sentences]

    def counts_in(self, at: Span) -> list[Count]:
        """The counts of a stretch of the text."""
        return _within(self.counts, self._count_starts, at)

    def days_in(self, at: Span) -> list[Day]:
        """The dates of a stretch of the text."""
        return _within(self.days, self._day_starts, at)

    def lengths_in(self, at: Span) -> list[Length]:
        """The lengths of time of a stretch of the text."""
        return _within(self.lengths, self._length_starts, at)

    def mentions_in(self, at: Span) -> list[Mention]:
        """The mentions of people of a stretch of the text."""
        return _within(self.mentions, self._mention_starts, at)

    @cached_property
    def _count_starts(self) -> list[int]:
        return [one.start for one in self.counts]

    @cached_property
    def _day_starts(self) -> list[int]:
        return [one.start for one in self.days]

    @cached_property
    def _length_starts(self) -> list[int]:
        return [one.start for one in self.lengths]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [one.start for one in self.mentions]

    def blocks(self) -> Iterator[tuple[Span, str]]:
        """Each paragraph with its language."""
        yield from zip(self.paragraphs, self.languages, strict=True)

    def language(self, at: int) -> str:
        """The language at a place."""
        return self.languages[max(0, bisect_right(self._paragraph_starts, at) - 1)]

    def paragraph(self, at: int) -> Span:
        """The paragraph at a place."""
        return self.paragraphs[max(0, bisect_right(self._paragraph_starts, at) - 1)]

    @cached_property
    def _section_starts(self) -> list[int]:
        heads = [
            at.start for at in self.paragraphs
            if at.end - at.start < _HEAD and self.text[at.end - 1] not in ".;:,!?…”»\""
        ]  # fmt: skip
        return [0, *heads]

    @cached_property
    def sections(self) -> list[Span]:
        """The stretches between headings: short lines without a stop."""
        edges = [*self._section_starts, len(self.text)]
        return [Span(one, other) for one, other in pairwise(edges) if one < other]

    def section(self, at: int) -> Span:
        """The stretch between two headings at a place."""
        return self.sections[max(0, bisect_right([one.start for one in self.sections], at) - 1)]

    def sentence(self, at: int) -> Span:
        """The sentence at a place."""
        return self.sentences[self.sentence_number(at)]

    def sentence_number(self, at: int) -> int:
        """Which sentence stands at a place."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def around(self, at: int, *, before: int = 0, after: int = 0) -> Span:
        """The sentence at a place with some before and after it in the same paragraph."""
        number, whole = self.sentence_number(at), self.paragraph(at)
        first = self.sentences[max(0, number - before)]
        last = self.sentences[min(len(self.sentences) - 1, number + after)]
        return Span(max(first.start, whole.start), min(last.end, whole.end))

    def found(self, *path: str, within: Span | None = None) -> list[re.Match[str]]:
        """Where the words of a table stand, in the whole text or within a stretch of it."""
        if path not in self._found:
            hits = [
                hit
                for at, language in self.blocks()
                for hit in pattern(language, *path).finditer(self.text, at.start, at.end)
            ]
            self._found[path] = hits, [hit.start() for hit in hits]
        hits, starts = self._found[path]
        if within is None:
            return hits
        some = hits[bisect_left(starts, within.start) : bisect_left(starts, within.end)]
        return [hit for hit in some if hit.end() <= within.end]

    def kept(self, key: Hashable, made: Callable[[], _One]) -> _One:
        """What a check makes of this text under a key, made once."""
        if key not in self._kept:
            self._kept[key] = made()
        found: _One = self._kept[key]
        return found

    def says(self, *path: str, within: Span) -> bool:
        """Whether any of the words stand within a stretch of the text."""
        return bool(self.found(*path, within=within))

    def place(self, start: int, end: int) -> Place:
        """A place with what stands there."""
        return Place(start, end, self.text[start:end], self.name)

    def finding(self, kind: str, *spans: tuple[int, int], **values: object) -> Finding:
        """A finding of this text."""
        places = tuple(self.place(start, end) for start, end in dict.fromkeys(spans))
        return Finding(kind=kind, places=places, values={key: str(value) for key, value in values.items()})


def _with_their_days(text: str, found: Sequence[Span]) -> list[Span]:
    """The sentences; a bare day with which a line of a chronicle begins goes with the one behind it."""
    out: list[Span] = []
    for at in found:
        before = out[-1] if out else None
        same = before is not None and "\n" not in text[before.start : at.start]
        if before and same and _BARE_DAY.fullmatch(text, before.start, before.end):
            out[-1] = Span(before.start, at.end)
        else:
            out.append(at)
    return out


def _within(found: tuple[_One, ...], starts: list[int], at: Span) -> list[_One]:
    """Those of some findings in the order of the text that begin within a stretch."""
    return list(found[bisect_left(starts, at.start) : bisect_left(starts, at.end)])


def _language(text: str, kazakh: bool) -> str:
    """The language of a paragraph by its letters; short ones without Kazakh letters follow the text."""
    if len(_CYRILLIC.findall(text)) <= len(_LATIN.findall(text)):
        return "en"
    own = len(_KAZAKH.findall(text))
    return "kk" if own > 0.02 * len(text) or (kazakh and len(text) < _SHORT) else "ru"
