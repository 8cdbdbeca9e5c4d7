"""Numbers that count something: what, how many at least, and what they are part of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tizim.audits.numerals import Numeral, numerals_in
from tizim.audits.patterns import compiled, pattern, words
from tizim.audits.tables import table
from tizim.documents import Span

_BEFORE, _AFTER = 34, 60
_UNIT_WORDS = 5
_WORD = re.compile(r"%|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_CLAUSE = re.compile(r"[.;:!?\n()]|,(?=\s)| — | – ")
_ROW = re.compile(
    r"(?:-\w{1,4})?[\s,–-]*(?:and|or|to|и|или|и ещё|және|не|до|-)?[\s,–-]*"
)  # "5, 6 or 7 people"
_GENITIVE = re.compile(r"([^\W\d_]+(?:ның|нің|дың|дің|тың|тің))[\s\u00a0]$")
_NUMBERED = re.compile(r"\d-$")
_OF_LAW = re.compile(r"-(?:бап|баб|бөлі|тарма|тарау|сынып|қосымша)\w*")  # "405-баптың 2-бөлігі"
_EXACT, _LEAST, _MORE, _MOST, _LESS, _ABOUT = (
    "exact",
    "at_least",
    "more_than",
    "at_most",
    "less_than",
    "about",
)
_OPENING, _CLOSING = ("“", "«", "‘", '"'), ("”", "»", "’", '"')
BOUNDS = (_LEAST, _MORE, _MOST, _LESS, _ABOUT)


@dataclass(frozen=True, slots=True)
class Count:
    """A number as printed: its value and bound, the unit and noun that it counts, its sentence."""

    start: int
    end: int
    value: int
    bound: str
    unit: str | None
    noun: str
    of_them: bool
    other: bool
    sentence: int
    number: tuple[int, int]

    @property
    def low(self) -> int:
        """The fewest that the words allow: "more than 25" is 26 at least."""
        if self.bound == _MORE:
            return self.value + 1
        return 0 if self.bound in (_MOST, _LESS) else self.value

    @property
    def exact(self) -> bool:
        """Whether the number is given without a bound."""
        return self.bound == _EXACT


def counts_in(text: str, at: Span, language: str, taken: Sequence[tuple[int, int]]) -> list[Count]:
    """The counts of a sentence. Numbers inside dates and names, of articles and of time are left out."""
    inside = [one for one in taken if one[0] < at.end and at.start < one[1]]
    found = []
    numbers = numerals_in(text, at.start, at.end, language)
    for place, number in enumerate(numbers):
        if not number.whole or any(start <= number.start < end for start, end in inside):
            continue
        ends = (one.start for one in numbers[place + 1 :] if not _ROW.fullmatch(text, number.end, one.start))
        one = _count(text, Span(at.start, next(ends, at.end)), language, number)
        if one is not None:
            found.append(one)
    return found


def _count(text: str, at: Span, language: str, number: Numeral) -> Count | None:
    before = text[max(at.start, number.start - _BEFORE) : number.start]
    quoted = before.endswith(_OPENING) and text[number.end : number.end + 1] in _CLOSING
    measured = (
        before.rstrip().endswith("×") or text[number.end : number.end + 2].strip() == "×"
    )  # "2 × 5 metres"
    if (
        quoted
        or measured
        or _OF_LAW.match(text, number.end)
        or _no_count(before, language)
        or _numbers_item(text, at, number)
    ):
        return None
    bound, start = _bound(before, number.start, language)
    unit, noun, end = _unit(text, number.end, at.end, language)
    if language == "kk" and _collective(language).fullmatch(text[number.start : number.end]):
        unit, noun, end = _taken_from(before), "", number.end  # "алтауы": six of those told before it
    after_bound, end = _bound_after(text, number.end, at.end, end, language)
    bound = after_bound or bound
    if _lone_one(text, number) and (unit is None or _of_several(text, number, language)):
        return None
    if unit is None and _collective(language).fullmatch(text[number.start : number.end]):
        unit = "persons"
    if unit == "places" and text.startswith(tuple(words(language, "of_all_ending")), number.end):
        unit, noun, end = None, "", number.end
    of_them = _of_them(text, at, start, number.end, language)
    if of_them and unit in ("acts", "cases", "papers"):  # "of whom 12 got fines": people are counted
        unit = None
    beside = text[max(at.start, start - 24) : start] + " " + text[number.end : number.end + 24]
    return Count(
        start, end, int(number.value), bound, unit, noun,
        of_them,
        pattern(language, "others").search(beside) is not None, at.start, (number.start, number.end),
    )  # fmt: skip


def _taken_from(before: str) -> str | None:
    """What a Kazakh collective number counts: people, or what the word before it names: "істің жетеуі"."""
    hit = _GENITIVE.search(before)
    known = (unit for unit, forms in _units("kk") if hit and forms.fullmatch(hit.group(1)))
    return next(known, None) if hit else "persons"


@cache
def _collective(language: str) -> re.Pattern[str]:
    """Numbers that count people alone: "четверо", "жетеуі"."""
    return compiled(table(f"{language}/numbers").get("people", ()))


def _no_count(before: str, language: str) -> bool:
    """Whether the word before says that the number is a name: "article 5", "No. 9"."""
    named = _named(language).search(before)
    if named and _NUMBERED.search(before[: named.start()]):
        named = None  # "405-бап 31 үкімде": the word belongs to the number before it
    return named is not None or before.endswith(("$", "€", "[")) or before.rstrip().endswith("№")


def _numbers_item(text: str, at: Span, number: Numeral) -> bool:
    """Whether the number opens an item of a list: "3. Ill-treatment"."""
    return (
        number.start == at.start and re.match(r"\d+[.)]\s", text[number.start : number.end + 2]) is not None
    )


@cache
def _named(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{compiled(words(language, 'not_counted')).pattern})[\s\u00a0]*$", re.IGNORECASE)


def _bound(before: str, start: int, language: str) -> tuple[str, int]:
    for bound in BOUNDS:
        hits = list(pattern(language, bound).finditer(before))
        if hits and not before[hits[-1].end() :].strip(" \u00a0"):
            return bound, start - len(before) + hits[-1].start()
    return _EXACT, start


def _bound_after(text: str, start: int, stop: int, end: int, language: str) -> tuple[str | None, int]:
    """Kazakh says its bounds after the number: "10-нан астам"."""
    after = words(language, "bound_after")
    if not isinstance(after, dict):
        return None, end
    rest = text[start : min(stop, start + 20)]
    for bound, forms in after.items():
        hit = re.match(rf"-?\w*[\s\u00a0]*(?:{compiled(forms).pattern})", rest, re.IGNORECASE)
        if hit:
            return str(bound), max(end, start + hit.end())
    return None, end


def _unit(text: str, start: int, stop: int, language: str) -> tuple[str | None, str, int]:
    """What is counted: the first known noun after the number in its clause."""
    rest = text[start : min(stop, start + _AFTER)]
    clause = _CLAUSE.search(rest)
    rest = rest[: clause.start()] if clause else rest
    stop_at = pattern(language, "unit_stop")
    found: list[tuple[str | None, str, int]] = []
    for word in list(_WORD.finditer(rest))[:_UNIT_WORDS]:
        if stop_at.fullmatch(word.group()):
            break
        for unit, known in _units(language):
            if known.fullmatch(word.group()):
                found.append((unit, word.group().lower(), start + word.end()))
                break
    people = [one for one in found if one[0] == "persons" and found[0][0] != "time"]
    return next(iter((*people, *found)), (None, _first_word(rest), start))


def _first_word(rest: str) -> str:
    """The noun of an unknown unit, where it follows at once."""
    hit = re.match(r"[\s\u00a0]+([^\W\d_]{3,})", rest)
    return hit.group(1).lower() if hit else ""


@cache
def _units(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    by_unit = words(language, "units")
    return tuple(
        (unit, compiled([one for one in by_unit[unit] if " " not in one or one == "ер адам*"]))
        for unit in by_unit
    )


def _lone_one(text: str, number: Numeral) -> bool:
    """Whether the number is the word "one", which may be a pronoun."""
    return number.value == 1 and not text[number.start].isdigit()


def _of_several(text: str, number: Numeral, language: str) -> bool:
    """Whether it picks one of several: "one of the suspects"."""
    hit = pattern(language, "subset_before").match(text, min(len(text), number.end + 1))
    return hit is not None


def _of_them(text: str, at: Span, start: int, end: int, language: str) -> bool:
    around = pattern(language, "of_them")
    before, after = text[max(at.start, start - 18) : start], text[end : min(at.end, end + 12)]
    hits = list(around.finditer(before))
    close = bool(hits) and not re.search(r"\w{3,}", before[hits[-1].end() :])
    hit = around.search(after)
    return close or (hit is not None and not after[: hit.start()].strip())
