"""The cases of personal names in Kazakh: only the last word of a name bears an ending."""

from functools import cache, lru_cache

from tizim.reading.kazakh_morphology import suits
from tizim.reading.kazakh_words import clean, table

_SHORTEST = 3


@lru_cache(maxsize=50_000)
def name_readings(word: str) -> tuple[tuple[int, str], ...]:
    """How many letters of a written name word are the name, and in which case it stands; likeliest first."""
    small = clean(word)
    for ending, case in _kin_endings():
        if small.endswith(ending) and _is_kin(small[: -len(ending)]):
            return ((len(small) - len(ending), case),)
    if small in _given() or _whole(small):
        return ((len(word), "nom"),)
    sure: list[tuple[int, str]] = []
    perhaps: list[tuple[int, str]] = []
    for ending, case in _endings():
        stem = small[: -len(ending)]
        if not small.endswith(ending) or len(stem) < _SHORTEST:
            continue
        reading = (len(stem), case)
        if stem in _given() or _whole(stem):
            sure.append(reading)
        elif suits(stem, ending):
            perhaps.append(reading)
    if sure:
        return tuple(sure)
    bare = [] if any(_plainly(size, case) for size, case in perhaps) else [(len(word), "nom")]
    return (*perhaps, *bare)


def _plainly(size: int, case: str) -> bool:
    """Whether an ending speaks for itself: few names end in -ның or -пен, some end in -да or -тан."""
    return size >= (_SHORTEST + 2 if case in ("loc", "abl") else _SHORTEST + 1)


def base_name(words: tuple[str, ...], case: str) -> tuple[str, ...]:
    """The nominative of a name written in a case; unchanged where no ending of that case is there."""
    if not words:
        return words
    *before, last = words
    length = next((size for size, found in name_readings(last) if found == case), len(last))
    return (*before, last[:length])


def name_cases(words: tuple[str, ...]) -> frozenset[str]:
    """The cases in which a written name can stand."""
    return frozenset(case for _, case in name_readings(words[-1])) if words else frozenset()


@cache
def _given() -> frozenset[str]:
    names = table("names")
    return frozenset(f"{names['male']} {names['female']}".lower().split())


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(table("endings")["names"]["surname"])


@cache
def _verbs() -> tuple[str, ...]:
    return tuple(table("endings")["names"]["whole_endings"])


def _whole(word: str) -> bool:
    """Whether a word ends as a surname does, or as a name made of a sentence («Құдайберді»)."""
    long = len(word) > _SHORTEST + 1
    return long and (word.endswith(_surnames()) or word.endswith(_verbs()))


def _is_kin(word: str) -> bool:
    return word.endswith(tuple(table("endings")["names"]["kin"]))


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """The endings of bare nouns, after the plural too, the longest first."""
    bare: dict[str, list[str]] = table("endings")["noun"]["bare"]
    plural: list[str] = table("endings")["noun"]["plural"]
    found = [(ending, case) for case, endings in bare.items() for ending in endings]
    many = [(first + ending, case) for first in plural for ending, case in (*found, ("", "nom"))]
    return tuple(sorted([*found, *many], key=lambda item: -len(item[0])))


@cache
def _kin_endings() -> tuple[tuple[str, str], ...]:
    after: dict[str, list[str]] = table("endings")["noun"]["after_his"]
    found = [(ending, case) for case, endings in after.items() for ending in endings]
    return tuple(sorted(found, key=lambda item: -len(item[0])))
