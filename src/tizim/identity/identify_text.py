"""A few words about a person, as a spreadsheet has them beside a name, read for what a context is made of.

Only what is plainly said is read; a wrong reading would part or join people.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache, lru_cache

from tizim.identity.context import Context, Span, around, birth_years, born_at
from tizim.identity.described import file_of_context, occupations_in
from tizim.vocab import Days, Place, VagueDateError, place, vague_date

_LONGEST = 2000
_MOST_WORDS = 60
_SHORTEST = 4
_STEM = 6
_SEGMENT = re.compile(r"[,;](?=\s|$)|(?<=\w\w\w\w)\.(?=\s|$)|[()–—]")
_ALONE = re.compile(r"(?:aged? |возраст |жасы )?(\d{2})(?: (?:years? old|y\.?o|жаста|жасында))?")
_YEARS = re.compile(r"([2-9]\d) (?:лет|года|год)")
_OLD = re.compile(r"\b(\d{2})[- ](?:years?[- ]old|летн\w*|жасар|жастағы)")
_BORN = re.compile(
    r"(?:\bborn|\bb\.|родил\w*|\bр\.)[^\d,;]{0,14}(?:\d{1,2}[ .]\w{1,12}[ .])?(\d{4})"
    r"|\b(\d{4})\s?(?:г\.?\s?р|года рождения|жылы туған|ж\.\s?т)"
)
_ARTICLE = re.compile(
    r"\b(?:art(?:icle|icles|s)?|ст(?:атья|атье|атьи|атей)?)\b\.?\s*(\d[\d\s.,()-]*(?:(?:part|ч\.?|част\w*)\s*\d[\d\s,]*)*)|\b(\d{2,3}(?:-\d)?)-?\s?бап"
)
# After an article of three digits a number of two that stands alone is an age: lists put low articles first.
_AGE_AFTER = re.compile(r"(\b\d{3}(?:\(\d\))?), \d\d(?=[,;]|$)")
_OF_THREE = re.compile(r"\b\d{3}$")
_NUMBER = re.compile(r"(\d{2,3}(?:[.-]\d{1,2})?)\s*(?:\((\d)\)|(?:part|ч\.?|част\w*)\s*(\d+))?")
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_DOTTED = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\s+([^\W\d]{3,12})\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})\s*ж[^\s\d]*\s+(\d{1,2})\s+([^\W\d]{3,12})")
_ALSO = re.compile(
    r"\b(?:known as|née|born as|alias|a\.k\.a\.|pen name|pseudonym|известн\w+ как|он же|она же"
    r"|псевдоним|урожд[её]нн\w+|девичья фамилия|бүркеншік аты|лақап аты)[:,]?\s+"
    r"[«“\"]?([^\W\d_]+(?:-[^\W\d_]+)?)"
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


@lru_cache(maxsize=65536)
def context_in(text: str, day: str = "") -> Context:
    """What the words say about whoever is meant; ``day`` is that of the document, for an age.

    Read are, in English, Russian and Kazakh, an age or a year of birth, exact days, articles, cities and
    regions, occupations, and a kinship that tells the sex ("wife of a poet"). A term is not an age.
    """
    told = " ".join(text[:_LONGEST].split())
    folded = told.casefold()
    parts = [part for part in map(str.strip, _SEGMENT.split(folded)) if part]
    born = birth_years([*_births(folded), *_ages(folded, parts, day)])
    towns = _towns(told)
    articles = frozenset(_articles(folded))
    days = sorted({one.isoformat() for one in _days(_BORN.sub(" ", folded))})
    return Context(
        birth_first=born[0] if born else None,
        birth_last=born[1] if born else None,
        sex=_sex(parts),
        towns=frozenset(town.code for town in towns),
        regions=frozenset(code for town in towns for code in around(town)),
        articles=articles,
        numbers=frozenset(one.split("(")[0] for one in articles),
        acts=frozenset(f"day {one}" for one in days),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        occupations=occupations_in(_own(folded)),
    )


@lru_cache(maxsize=65536)
def words_in(text: str) -> frozenset[str]:
    """The words that may tell people apart, without their endings; numbers and short words are left out."""
    words = _WORD.findall(text[:_LONGEST].casefold())[:_MOST_WORDS]
    return frozenset(word[:_STEM] for word in words if len(word) >= _SHORTEST)


@lru_cache(maxsize=65536)
def other_name_in(text: str) -> str:
    """The other name that the words give the person ("known as Testov"), empty where they give none."""
    found = _ALSO.search(text[:_LONGEST])
    return found[1] if found and found[1][:1].isupper() else ""


@lru_cache(maxsize=65536)
def bare_name(name: str) -> tuple[str, str | None]:
    """The name without what stands before it ("judge") and a generation after it ("Sr."), and the latter."""
    words = name.split()
    before = set(file_of_context()["before_names"])
    while len(words) > 1 and words[0].casefold() in before:
        del words[0]
    found = None
    if len(words) > 2:
        last, dash, suffix = words[-1].rpartition("-")
        found = _generation(suffix if dash else words[-1])
        words[-1:] = [] if found and not dash else [last if found else words[-1]]
    return " ".join(words).rstrip(","), found


@lru_cache(maxsize=65536)
def generation_in(text: str) -> str | None:
    """``senior`` or ``junior``, where one of the words says so."""
    found = {_generation(word) for word in _WORD.findall(text[:_LONGEST]) if len(word) > _SHORTEST} - {None}
    return found.pop() if len(found) == 1 else None


def _generation(word: str) -> str | None:
    folded = word.casefold().strip(".,()")
    return next((code for code, words in file_of_context()["generations"].items() if folded in words), None)


def _births(folded: str) -> Iterator[Span]:
    for one, other in _BORN.findall(folded):
        year = int(one or other)
        if 1900 <= year <= 2100:
            yield year, year


def _ages(folded: str, parts: list[str], day: str) -> Iterator[Span]:
    """The years of birth by an age: a number that stands alone, or one that is said to be an age."""
    behind = zip(parts, ["", *parts], strict=False)
    alone = [_ALONE.fullmatch(part) for part, before in behind if not _goes_on(before)]
    alone += [_YEARS.fullmatch(part) for part in parts[:1]]
    found = [match[1] for match in (*alone, *_OLD.finditer(folded)) if match]
    days = _written_days(day)
    for age in found[:1]:
        span = born_at(int(age), days)
        if span:
            yield span


def _goes_on(part: str) -> bool:
    """Whether a number after this part may be one more article."""
    return bool(_ARTICLE.search(part)) and not _OF_THREE.search(part)


def year_of(day: str) -> int | None:
    """The year of a document's day, if it is known."""
    first = _written_days(day).first
    return first.year if first else None


def _written_days(day: str) -> Days:
    try:
        return vague_date(day.strip()).days if day.strip() else Days(None, None)
    except VagueDateError:
        return Days(None, None)


def _sex(parts: list[str]) -> str | None:
    """The sex of whoever is called a wife or a brother: where the kinship is all, or "of" follows."""
    for part in parts:
        for sex, words in file_of_context()["kin"].items():
            if any(part == word or part.startswith((f"{word} of ", f"{word}: ")) for word in words):
                return str(sex)
    return None


def _articles(folded: str) -> Iterator[str]:
    for one, other in _ARTICLE.findall(_AGE_AFTER.sub(r"\1", folded)):
        for number, bracket, part in _NUMBER.findall(one or other):
            yield f"{number}({bracket or part})" if bracket or part else number


def _days(folded: str) -> Iterator[date]:
    """The exact days that are written out."""
    written = [(y, m, d) for y, m, d in _ISO.findall(folded)]
    written += [(y, m, d) for d, m, y in _DOTTED.findall(folded)]
    written += [(y, _month(m), d) for d, m, y in _DAY_FIRST.findall(folded)]
    written += [(y, _month(m), d) for m, d, y in _MONTH_FIRST.findall(folded)]
    written += [(y, _month(m), d) for y, d, m in _YEAR_FIRST.findall(folded)]
    for year, month, number in written:
        try:
            yield date(int(year), int(month), int(number))
        except ValueError:
            continue


def _month(word: str) -> str:
    """The number of the month; 0, which is none, for any other word."""
    for number, beginnings in enumerate(file_of_context()["months"], 1):
        if word.startswith(tuple(beginnings)):
            return str(number)
    return "0"


def _own(folded: str) -> str:
    """The words without those that tell of somebody else's occupation."""
    known = file_of_context()
    before, after = set(known["before_others"]), set(known["after_others"])
    words = [word for word in _WORD.findall(folded)[:_MOST_WORDS] if word not in ("a", "an", "the")]
    beside = zip(["", *words], words, [*words[1:], ""], strict=False)
    return " ".join(word for left, word, right in beside if left not in before and right not in after)


def _towns(text: str) -> list[Place]:
    """The cities and regions that the text names with a capital letter, in any case."""
    words = _WORD.findall(text)[:_MOST_WORDS]
    found: list[Place] = []
    at = 0
    while at < len(words):
        known, used = _town_at(words, at)
        found += [known] if known else []
        at += used
    return found


def _town_at(words: list[str], at: int) -> tuple[Place | None, int]:
    if not words[at][:1].isupper():
        return None, 1
    for length in (3, 2, 1):
        several = words[at : at + length]
        if len(several) == length:
            for form in _nominatives(" ".join(several)):
                known = _town(form)
                if known:
                    return known, length
    return None, 1


@lru_cache(maxsize=65536)
def _town(name: str) -> Place | None:
    known = place(name)
    return known if known and known.kind in ("city", "region") else None


def _nominatives(name: str) -> Iterable[str]:
    yield name
    if "\u0400" <= name[-1:] <= "\u04ff":
        for ending, nominative in _place_endings():
            if name.endswith(ending) and len(name) - len(ending) > 3:
                yield name[: len(name) - len(ending)] + nominative


@cache
def _place_endings() -> tuple[tuple[str, str], ...]:
    return tuple((ending, nominative) for ending, nominative in file_of_context()["place_endings"])
