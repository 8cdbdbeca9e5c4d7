"""The cases of personal names in Kazakh: only the last word of a name bears an ending."""

from functools import cache, lru_cache

from tizim.reading.kazakh_morphology import suits
from tizim.reading.kazakh_words import clean, skeleton, table

_SHORTEST = 3


@lru_cache(maxsize=50_000)
def name_readings(word: str) -> tuple[tuple[int, str], ...]:
    """How many letters of a written name word are the name, and in which case it stands; likeliest first."""
    small = clean(word)
    for ending, case in _kin_endings():
        if small.endswith(ending) and _is_kin(small[: -len(ending)]):
            return ((len(small) - len(ending), case),)
    if small in _short() or small in _given() or skeleton(small) in _given_skeletons():
        return ((len(word), "nom"),)
    sure, perhaps = _ended(small)
    if _whole(small) and not any(small[:size] in _given() for size, _ in sure):
        return ((len(word), "nom"),)
    if sure:
        return tuple(sure)
    bare = [] if any(_plainly(size, case) for size, case in perhaps) else [(len(word), "nom")]
    return (*perhaps, *bare)


def _ended(small: str) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    """The readings with an ending: those whose rest is a known name, and those that only suit."""
    sure: list[tuple[int, str]] = []
    perhaps: list[tuple[int, str]] = []
    for ending, case in _endings_in(small[-1:]):
        stem = small[: -len(ending)]
        if not small.endswith(ending) or (len(stem) < _SHORTEST and stem not in _short()):
            continue
        if stem in _short() or stem in _given() or _whole(stem):
            sure.append((len(stem), case))
        elif suits(stem, ending):
            perhaps.append((len(stem), case))
    return (sure or _lost(small)), perhaps


def _lost(small: str) -> list[tuple[int, str]]:
    """The readings of a known name whose ending lost its letters: «Салтанатка», «Қыранга», «Сандугашти»."""
    if small.isascii():
        return []
    return [
        (len(small) - len(ending), case)
        for ending, case in _lost_endings()
        if small.endswith(ending)
        and (skeleton(small[: -len(ending)]) in _given_skeletons() or _whole(small[: -len(ending)]))
    ]


@cache
def _given_skeletons() -> frozenset[str]:
    return frozenset(skeleton(name) for name in _given())


@cache
def _lost_endings() -> tuple[tuple[str, str], ...]:
    """Endings written without the letters that keyboards lose."""
    bare = {ending for ending, _ in _endings()}
    lost = {(skeleton(ending), case): None for ending, case in _endings() if skeleton(ending) not in bare}
    return tuple(lost)


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
def _short() -> frozenset[str]:
    """Surnames of two or three letters: they bear endings too («Лиді»)."""
    return frozenset(str(table("names").get("short_surnames") or "").lower().split())


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
def _endings_in(letter: str) -> tuple[tuple[str, str], ...]:
    """The endings whose last letter it is."""
    return tuple((ending, case) for ending, case in _endings() if ending[-1:] == letter)


@cache
def _kin_endings() -> tuple[tuple[str, str], ...]:
    after: dict[str, list[str]] = table("endings")["noun"]["after_his"]
    found = [(ending, case) for case, endings in after.items() for ending in endings]
    return tuple(sorted(found, key=lambda item: -len(item[0])))
