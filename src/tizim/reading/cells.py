"""Running text in a cell of a list, read with the row's person as its subject.

Such cells leave the subject out (``задержан 12.08.2020``): a name is put before the text, and what is told of
that name is told of the row's person. The name is the same for all, so that equal cells are read once.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from tizim import Problem
from tizim.claims.lists import About
from tizim.reading.entries import READERS, known_outcome
from tizim.reading.found import ClaimFound
from tizim.reading.read import read

_STANDING = {
    "ru": ("Тимур Каримов", "Алия Каримова"),
    "kk": ("Тимур Каримов", "Алия Каримова"),
    "en": ("Timur Karimov", "Aliya Karimova"),
}
_FEMALE = re.compile(
    r"\w(?:ова|ева|ёва|ина|ына|ская|цкая|вна|қызы|кызы|kyzy|qyzy|ova|eva|vna)\b", re.IGNORECASE
)
_KAZAKH = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_FIELDS = (
    "act group count_min count_max approximate role case_kind level act_detail date place articles status "
    "status_as_of certainty reported_by perpetrators agency age sex town occupation"
).split()
_DAYS = ("date", "status_as_of")
_DAY = re.compile(r"(?<![\d.])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:19|20)\d\d(?!\d|\.\d)")
_STAND_INS = ("11.01.2011", "12.02.2012", "13.03.2013", "14.04.2014", "15.05.2015", "16.06.2016")
_SURNAME = re.compile(r"(\w+(?:ов|ев|ёв|ин|ын|ov|ev|in))(?:\w{0,2})")
_LONGEST = 20_000
_STEM = 4

Told = tuple[tuple[dict[str, Any], str], ...]


def told_in_cell(text: str, about: About) -> Told:
    """What a cell tells of its row's person, of other people and of groups, each with the reader's name."""
    language = _language(text, about.language)
    if language not in READERS or len(text) > _LONGEST:
        return ()
    female = about.sex == "female" or bool(about.sex is None and _FEMALE.search(about.person or ""))
    for sex in (female,) if about.sex else (female, not female):
        found = _with_days(
            _renamed(text, about.person or "", _STANDING[language][sex]), language, about.date, sex
        )
        if found:
            return found
    return ()


def _with_days(text: str, language: str, date: str | None, female: bool) -> Told:
    """What a cell tells, read once for all cells that differ in their days alone.

    Days stand in for days, in the order in which they are named. Where something is told of another day
    ("on the next day"), the cell itself is read.
    """
    days = list(dict.fromkeys(_DAY.findall(text)))
    if not 0 < len(days) <= len(_STAND_INS):
        return _told(text, language, date, female)
    instead = dict(zip(days, _STAND_INS, strict=False))
    found = _told(_DAY.sub(lambda day: instead[day[0]], text), language, date, female)
    real = {_iso(stand_in): _iso(day) for day, stand_in in instead.items()}
    told = [
        (values | {name: real.get(values[name] or "", values[name]) for name in _DAYS}, reader)
        for values, reader in found
    ]
    foreign = any(values[name] and values[name] not in real for values, _ in found for name in _DAYS)
    return _told(text, language, date, female) if foreign else tuple(told)


def _iso(day: str) -> str:
    return "-".join(f"{int(part):02d}" for part in reversed(day.split(".")))


def _language(text: str, usual: str) -> str:
    """The language of a cell: by its letters, where they say more than the sheet."""
    if _KAZAKH.search(text):
        return "kk"
    if _CYRILLIC.search(text):
        return usual if usual in ("ru", "kk") else "ru"
    return usual if usual == "kk" else "en"


def _stems(name: str) -> set[str]:
    return {word[: max(_STEM, len(word) - 3)].casefold() for word in re.findall(r"[^\W\d_]{4,}", name)}


def _renamed(text: str, person: str, name: str) -> str:
    """The text with the row's person called by the name that stands for everybody, in the same cases."""
    given, family = name.split(" ")
    stem = family.removesuffix("а").removesuffix("a")
    for word in re.findall(r"[^\W\d_]{3,}", person):
        surname = _SURNAME.fullmatch(word)
        if surname:
            text = re.sub(rf"\b{surname[1]}(\w{{0,3}})\b", rf"{stem}\1", text)
        elif word.casefold() in text.casefold():
            text = re.sub(rf"\b{word}\b", given, text)
    return text


def _read(text: str, language: str, date: str | None) -> Sequence[ClaimFound]:
    found = read(text, date=date, language=language)
    return () if isinstance(found, Problem) else found.claims


@lru_cache(maxsize=20_000)
def _told(text: str, language: str, date: str | None, female: bool) -> Told:
    """What is told of the name put before the text; put in a second way where the first tells nothing."""
    name = _STANDING[language][female]
    joined = f"{name} {text[:1].lower()}{text[1:]}"
    apart = f"{name}. {text[:1].upper()}{text[1:]}"
    for whole in (apart, joined) if text[:1].isupper() else (joined, apart):
        found = _read(whole, language, date)
        if any(claim.person == name for claim in found):
            return _of_person(found, name, READERS[language])
    return ()


def _of_person(found: Sequence[ClaimFound], person: str, reader: str) -> Told:
    stems = _stems(person)
    return tuple((_fields(claim, stems), reader) for claim in found)


def _fields(claim: ClaimFound, stems: set[str]) -> dict[str, Any]:
    """The fields of a claim; the row's person is left out, and filled in by the row."""
    fields = {name: getattr(claim, name) for name in _FIELDS}
    own = claim.person is not None and bool(_stems(claim.person) & stems)
    outcome, note = known_outcome(claim.outcome)
    whole = fields | {"outcome": outcome, "note": note, "organisation": claim.organisation}
    return whole if own else whole | {"person": claim.person}
