"""How old a text says its people are, and whom it calls a child: beside the name, or in the next sentence.

A child is never named by default, so that an age read here protects; see ``ages.yml`` of each language.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tizim.reading.drafts import Draft
from tizim.reading.heard import Heard
from tizim.reading.words import has_table, table_of

_OLDEST, _GAP, _NEAR = 110, 70, 20
_MAJORITY = 18
_MARKS = re.compile(r"[,.;:()—–]")
_BOUNDARY = re.compile(r"(?<=[.!?…])[\"»”)]*\s+(?=[«\"“(]*[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])|\n")


Place = tuple[int, int, int]
"""Where a name stands, and the number of the person."""


@dataclass(frozen=True, slots=True)
class Age:
    """What is told of somebody's age: the years, or the word that makes somebody a child."""

    years: int | None = None
    word: str | None = None


@dataclass(frozen=True, slots=True)
class _Signs:
    """How a language tells ages: each pattern with what it tells, and what may stand beside it."""

    told: tuple[tuple[re.Pattern[str], str], ...]
    numbers: Mapping[str, int]
    stops: frozenset[str]
    behind: re.Pattern[str]
    pronouns: re.Pattern[str]
    opening: re.Pattern[str]
    at_an_age: re.Pattern[str]
    minor: str


@dataclass(frozen=True, slots=True)
class _Sign:
    start: int
    end: int
    age: Age
    behind_only: bool = False


def with_ages(heard: Heard, text: str, language: str, date: str | None) -> Heard:
    """What one reader heard, the ages told added wherever nothing had been read beside the name."""
    if not has_table(language, "ages") or all(draft.age is not None for draft in heard.drafts):
        return heard
    places = sorted((*place, number) for number, one in enumerate(heard.persons) for place in one.places)
    told = _told(text, places, (_signs(language), _year(date)))
    return replace(heard, drafts=[_aged(draft, told) for draft in heard.drafts]) if told else heard


def _aged(draft: Draft, told: Mapping[int, Age]) -> Draft:
    age = told.get(draft.person) if draft.person is not None else None
    if age is None:
        return draft
    years = draft.age if draft.age is not None else age.years
    named = age.word and (draft.occupation is None or age.word not in draft.occupation)
    trade = (
        ", ".join(filter(None, (age.word, draft.occupation))) if named and years is None else draft.occupation
    )
    return replace(draft, age=years, occupation=trade)


def _told(text: str, places: Sequence[Place], by: tuple[_Signs, int | None]) -> dict[int, Age]:
    """For each person what the text tells; years before words, and what is told first stays."""
    around = _Around(text, places, by[0])
    found: dict[int, Age] = {}
    for sign in _found(text, *by):
        whose = around.whose(sign)
        if whose is not None and (whose not in found or found[whose].years is None):
            found[whose] = sign.age if sign.age.years is not None else found.get(whose, sign.age)
    return found


class _Around:
    """The names of a text, by its sentences, and whose age a sign between them tells."""

    def __init__(self, text: str, places: Sequence[Place], signs: _Signs) -> None:
        self._text, self._places, self._signs = text, places, signs
        self._bounds = [0, *(found.end() for found in _BOUNDARY.finditer(text)), len(text)]

    def whose(self, sign: _Sign) -> int | None:
        """Of the name right behind the sign, of the one right before it, or of the only person meant."""
        at = bisect_right(self._bounds, sign.start) - 1
        first, last = self._bounds[at], self._bounds[at + 1]
        opens = not self._text[first : sign.start].strip()
        whose = self._beside(sign, self._named(first, last), opens=opens)
        if whose is not None:
            return whose
        if opens and self._signs.at_an_age.match(self._text, sign.start):
            return _only(self._named(first, last))
        if not self._goes_on(sign, first):
            return None
        return _only(self._named(first, sign.start) or self._named(self._bounds[max(0, at - 1)], first))

    def _named(self, first: int, last: int) -> Sequence[Place]:
        return self._places[bisect_left(self._places, (first,)) : bisect_left(self._places, (last,))]

    def _beside(self, sign: _Sign, places: Sequence[Place], *, opens: bool) -> int | None:
        after = next((one for one in places if one[0] >= sign.end), None)
        if after and not sign.behind_only:
            gap = self._text[sign.end : after[0]]
            if _leads(gap.lstrip(",") if opens else gap, self._signs):
                return after[2]
        before = next((one for one in reversed(places) if one[1] <= sign.start), None)
        behind = before and self._signs.behind.fullmatch(self._text, before[1], sign.start)
        return before[2] if before and behind else None

    def _goes_on(self, sign: _Sign, first: int) -> bool:
        """Whether it is told of somebody named before: "He is 16", "The 16-year-old was beaten"."""
        if self._signs.pronouns.search(self._text, max(first, sign.start - _NEAR), sign.end):
            return True
        return sign.start - first < _NEAR and bool(self._signs.opening.match(self._text, first))


def _only(places: Sequence[Place]) -> int | None:
    people = {number for *_, number in places}
    return people.pop() if len(people) == 1 else None


def _leads(gap: str, signs: _Signs) -> bool:
    """Whether an age and the name behind it belong together: no mark and no verb stands between."""
    return len(gap) < _GAP and not _MARKS.search(gap) and signs.stops.isdisjoint(gap.lower().split())


def _found(text: str, signs: _Signs, year: int | None) -> Iterator[_Sign]:
    found = (
        _Sign(match.start(), match.end(), age, kind == "years_behind")
        for pattern, kind in signs.told
        for match in pattern.finditer(text)
        if (age := _age(match, kind, (signs, year))) is not None
    )
    return iter(sorted(found, key=lambda sign: (sign.start, -sign.end)))


def _age(match: re.Match[str], kind: str, by: tuple[_Signs, int | None]) -> Age | None:
    signs, year = by
    if kind.startswith("years"):
        years = _number(match["n"], signs.numbers)
        return Age(years) if years and years < _OLDEST else None
    if kind == "born":
        child = year is not None and 0 <= year - int(match["y"]) <= _MAJORITY
        return Age(word=signs.minor) if child else None
    return Age(word=kind)


def _number(written: str, numbers: Mapping[str, int]) -> int | None:
    if written.isdigit():
        return int(written)
    parts = re.split(r"[- ]+", written.lower())
    whole = numbers.get(" ".join(parts))
    return whole if whole else sum(numbers.get(one, 0) for one in parts) or None


def _year(date: str | None) -> int | None:
    found = re.search(r"\d{4}", date or "")
    return int(found[0]) if found else None


@cache
def _signs(language: str) -> _Signs:
    table: dict[str, Any] = table_of(language, "ages")
    ones, tens = table["numbers"], table["tens"]
    words = "|".join(sorted(map(re.escape, (*ones, *tens)), key=len, reverse=True))
    number = rf"(?P<n>\b(?:\d{{1,3}}|(?:(?:{'|'.join(map(re.escape, tens))})[- ])?(?:{words})))"
    told = [
        *(
            (text.replace("N", number), kind)
            for kind in ("years", "years_behind")
            for text in table.get(kind, ())
        ),
        *((text.replace("Y", r"(?P<y>(?:19|20)\d\d)"), "born") for text in table["born"]),
        *((rf"\b(?:{text})", word) for word, text in table["children"].items()),
    ]
    return _Signs(
        told=tuple((re.compile(text, re.IGNORECASE), kind) for text, kind in told),
        numbers={**tens, **ones},
        stops=frozenset(table["stops"]),
        behind=re.compile(table["behind"], re.IGNORECASE),
        pronouns=re.compile(rf"\b(?:{table['pronouns']})\b", re.IGNORECASE),
        opening=re.compile(rf"\W*(?:{table['opening']})\b", re.IGNORECASE),
        at_an_age=re.compile(table["at_an_age"], re.IGNORECASE),
        minor=next(iter(table["children"])),
    )
