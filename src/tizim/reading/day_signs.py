"""The signs by which the day of an act is weighed that its sentence does not tell: readable names."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from operator import attrgetter

from tizim.reading.calendar import Day
from tizim.reading.drafts import Draft
from tizim.reading.spans import Span

_BACK, _AHEAD, _TOP, _FEW = 8, 4, 2, 2
_ORDER = {
    "search": 0, "detention": 1, "interrogation": 1, "abduction": 1, "charge": 2, "pretrial_detention": 2,
    "house_arrest": 2, "trial": 3, "sentence": 4, "conviction": 4, "appeal": 5,
}  # fmt: skip
"""How far a case has come with an act: what comes later has no earlier day."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A day where a text names it: its sentence, where it starts, and the signs of how it stands there."""

    sentence: int
    start: int
    day: Day
    signs: tuple[str, ...]
    opens: bool


@dataclass(slots=True)
class Page:
    """One text: its sentences, its own day, the days that it names in order, and the acts that it tells: all
    with a day, by sentence, by person."""

    text: str
    spans: Sequence[Span]
    own: Day | None
    mentions: list[Mention] = field(default_factory=list)
    dated: list[Draft] = field(default_factory=list)
    told: dict[int, list[Draft]] = field(default_factory=dict)
    people: dict[int, list[Draft]] = field(default_factory=dict)

    def tell(self, drafts: Sequence[Draft]) -> None:
        """Notes the acts that the text tells."""
        self.dated = [draft for draft in drafts if draft.day is not None]
        for draft in drafts:
            self.told.setdefault(draft.sentence, []).append(draft)
            if draft.person is not None:
                self.people.setdefault(draft.person, []).append(draft)

    def name(self, sentence: int, start: int, day: Day, *kinds: str) -> None:
        """Notes a day that the text names; ``kinds`` say how: "since", "aside", "relative"."""
        if self.own is None or day.order() <= self.own.order():
            signs = tuple(self._standing(sentence, start, day, kinds))
            self.mentions.append(Mention(sentence, start, day, signs, "date: opens its sentence" in signs))

    def _standing(self, sentence: int, start: int, day: Day, kinds: tuple[str, ...]) -> Iterator[str]:
        span = self.spans[sentence]
        yield f"date: {shape(day)}"
        yield from (f"date: {kind}" for kind in kinds)
        if len(self.text[span.start : start].split()) <= _FEW:
            yield "date: opens its sentence"
        if sentence == 0 or self.spans[sentence - 1].line != span.line:
            yield "date: first sentence of its paragraph"
        if span.heading:
            yield "date: in a heading"
        if sentence < _TOP:
            yield "date: at the top"
        if self.own is not None and day.year != self.own.year:
            yield "date: earlier year"


def shape(day: Day) -> str:
    """What a day says: a day, a month, a year or a span."""
    return "span" if day.last else "day" if day.day else "month" if day.month else "year"


class Signs:
    """The signs of the days that one act of a text may have."""

    def __init__(self, draft: Draft, page: Page) -> None:
        self.draft, self.page = draft, page
        self.act, self.number = draft.act, draft.sentence
        self.line = page.spans[draft.sentence].line
        self.rule = "none" if draft.day is None else "guessed" if draft.day.doubtful else "handed on"
        self.says = f"rules say {self.rule}"
        self.at = bisect_left(page.mentions, draft.start, key=_start)
        lines = {page.spans[one.sentence].line for one in page.mentions[: self.at]}
        self.alone = self.line not in lines
        same = page.people.get(draft.person, ()) if draft.person is not None else ()
        self.mine = [one for one in same if one is not draft]

    def open(self) -> Iterator[str]:
        """The signs that the text leaves the day open."""
        draft, span = self.draft, self.page.spans[self.number]
        named = "person" if draft.person is not None else "organisation"
        who = "group" if draft.group is not None else named
        yield from (f"open: {self.act}", f"open: {who}", f"open: {self.says}")
        for said, name in (
            (draft.status, "a state"), (draft.past, "past verb"), (draft.perfect, "perfect"),
            (span.heading, "a heading"), (span.item, "an item"), (not self.at, "no day before"),
        ):  # fmt: skip
            if said:
                yield f"open: {name}"
        yield "open: no day in the paragraph" if self.alone else "open: a day in the paragraph"
        if self.passed():
            yield "open: a day in the sentence"

    def passed(self) -> list[Day]:
        """The days that the sentence of the act names."""
        return [one.day for one in self.page.mentions if one.sentence == self.number]

    def near(self) -> Iterator[tuple[Day, list[str]]]:
        """The days named near the act or at the top of the text, with the signs of where."""
        mentions = self.page.mentions
        top = bisect_right(mentions, _TOP, key=_sentence)
        first = bisect_left(mentions, self.number - _BACK, key=_sentence)
        last = bisect_right(mentions, self.number + _AHEAD, key=_sentence)
        for place in chain(range(top), range(max(top, first), last)):
            one = mentions[place]
            if gap := one.sentence - self.number:
                yield one.day, [*one.signs, *self._where(place, one, gap), *self._whose(one)]

    def _where(self, place: int, one: Mention, gap: int) -> tuple[str, ...]:
        rank = self.at - 1 - place if place < self.at else self.at - place - 1
        same = self.page.spans[one.sentence].line == self.line
        near = max(min(gap, 3), -4) if gap >= -_BACK else -_BACK
        return _placed(near, max(min(rank, 3), -4), same, one.opens, self.says)

    def _whose(self, one: Mention) -> Iterator[str]:
        """The signs of the acts that have the day where it is named."""
        told = self.page.told.get(one.sentence, ())
        others = [other for other in told if other.day == one.day and other is not self.draft]
        yield "whose: another act's" if others else "whose: no act's"
        if any(other.person is not None and other.person == self.draft.person for other in others):
            yield "whose: the same person's"
        elif any(other.act == self.act for other in others):
            yield "whose: the same act's"

    def dated(self) -> Iterator[tuple[Day, list[str]]]:
        """The days of other acts of the text: of the person's last one, of the last one, of the same act."""
        for some, whose in ((self.mine, "the person's act"), (self.page.dated, "any act")):
            last = self._last(some)
            if last is None or last.day is None:
                continue
            far = next((str(most) for most in _FAR if self.number - last.sentence <= most), "more")
            yield last.day, [f"day: {whose}, {far} back"]
            if some is self.mine:
                yield last.day, [f"last and this: {last.act}, {self.act}"]
        for one in self.page.dated:
            if one.act == self.act and one.day is not None and one is not self.draft:
                yield one.day, _SAME

    def _last(self, some: Sequence[Draft]) -> Draft | None:
        """The last act with a day that is told before this one."""
        before = [one for one in some if one.start < self.draft.start and one.day is not None]
        return max(before, key=_start, default=None)

    def ruled(self, day: Day) -> Iterator[str]:
        """The signs of the day that the rules gave."""
        rules = f"rules: {self.rule}"
        yield from (rules, f"{rules} of {self.act}", f"{rules}, {shape(day)}")
        if self.alone:
            yield f"{rules}, no day in the paragraph"
        if self.draft.past:
            yield f"{rules}, past verb"

    def of_day(self, day: Day) -> Iterator[str]:
        """The signs of a day, wherever it comes from."""
        yield _of_kind(shape(day), self.act)
        for one in self.mine:
            if one.day is None:
                continue
            if one.act == self.act and one.day == day:
                yield "kind: the person's same act's"
            yield from self._in_order(one, day)

    def _in_order(self, other: Draft, day: Day) -> Iterator[str]:
        """Whether a day is along the way of a case: an arrest before its verdict."""
        mine, theirs = _ORDER.get(self.act), _ORDER.get(other.act)
        if mine is None or theirs is None or other.day is None or mine == theirs:
            return
        one, two = day.order(), other.day.order()
        if one != two:
            yield f"order: {'along' if (one > two) == (mine > theirs) else 'against'} the way of a case"


_FAR, _SAME = (0, 1, 3, 8), ["day: the same act's"]
_start, _sentence = attrgetter("start"), attrgetter("sentence")


@cache
def _placed(gap: int, rank: int, same: bool, opens: bool, says: str) -> tuple[str, ...]:
    """The signs of where a day is named: how many sentences on, how many days on (behind the act below 0)."""
    at = f"at: {gap} ahead" if gap > 0 else f"at: {_BEHIND.get(gap, f'{-gap} back')}"
    count = f"rank: back {rank}" if rank >= 0 else f"rank: ahead {-rank - 1}"
    where = "same paragraph" if same else "paragraph behind" if gap > 0 else "paragraph before"
    signs = (at, f"{at}, {where}", f"{at}, {says}", count, f"{count}, {where}")
    return (*signs, f"date: opens its sentence, {where}") if opens else signs


_BEHIND = {-_BACK: "top", -4: "4-8 back"}


@cache
def _of_kind(day: str, act: str) -> str:
    return f"kind: {day} of {act}"
