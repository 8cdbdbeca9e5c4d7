"""One word of a name, ready to be compared: its sounds, with endings taken off (``data/endings.yml``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from tizim.identity.letters import one_alphabet
from tizim.identity.spelling import readings, rules, sounds

SAME, CASE, FEMININE, DROPPED, FAMILY = "same", "case", "feminine", "dropped", "family"
LONGEST = 32
_COSTS = {SAME: 0.0, CASE: 0.02, FEMININE: 0.015, DROPPED: 0.055, FAMILY: 0.03}
_CONSONANTS = ("kgh", "sScCzj", "td", "bpvfw", "mnN", "r", "l")
_VOWELS = frozenset("aeiouäöüë")
_PLAIN_VOWELS = str.maketrans("äöüN", "aoun")
_SHORTEST_STEM = 3
_FEW_CONSONANTS = 3


class Form(NamedTuple):
    """A form the word may stand for, what believing so costs, and the strongest step that leads there."""

    signs: str
    cost: float
    step: str


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A word: as folded, its signs, its forms by signs, where its signs may be cut, and its consonants.

    ``consonants`` has three bits for each class of sounds; ``sure`` those bits that all forms share.
    ``slack``: in how many of them, less one, a word may differ and still be near (a bit mask, 2 or 3).
    ``stem``: how many signs are left without an ending.
    ``own``: the given names that it may be.
    """

    text: str
    signs: str
    forms: dict[str, Form]
    cuts: tuple[tuple[int, Form], ...]
    consonants: int
    sure: int
    slack: int
    stem: int
    own: frozenset[str]
    patronymic: bool
    cyrillic: bool


@lru_cache(maxsize=65536)
def spoken(word: str) -> Spoken:
    """The word, case-folded before, as it is compared."""
    text = one_alphabet(word)
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in text)
    first = sounds(text[:LONGEST])
    forms: dict[str, Form] = {}
    for form in _forms(text, first, cyrillic):
        known = forms.get(form.signs)
        if form.signs and (known is None or form.cost < known.cost):
            forms[form.signs] = form
    forms = forms or {first: Form(first, 0.0, SAME)}
    cuts = {len(form.signs): form for form in forms.values() if first.startswith(form.signs)}
    masks = [consonants(form.signs) for form in forms.values() if form.step != FAMILY]
    sure = ~0
    for mask in masks:
        sure &= ~(mask ^ masks[0])
    slack = 3 if masks[0].bit_count() > _FEW_CONSONANTS else 2
    plain = {signs.translate(_PLAIN_VOWELS) for signs, form in forms.items() if form.step != DROPPED}
    stem = min((len(form.signs) for form in forms.values() if form.step == DROPPED), default=len(first))
    bits = masks[0], sure, slack, stem
    return Spoken(
        text, first, forms, tuple(cuts.items()), *bits, _own_names() & plain, is_patronymic(first), cyrillic
    )


def near(one: Spoken, other: Spoken) -> bool:
    """Whether two words may be alike at all: their consonants differ by one, or they are one given name."""
    differing = (one.consonants ^ other.consonants) & one.sure & other.sure
    if differing.bit_count() < (one.slack & other.slack):
        return True
    return bool(one.own and other.own and one.own & other.own)


def is_patronymic(signs: str) -> bool:
    """Whether signs end as patronymics do."""
    return len(signs) > 5 and signs.endswith(tuple(rules("endings")["patronymic"]))


@lru_cache(maxsize=65536)
def consonants(signs: str) -> int:
    """Three bits a class of consonants: there is one, there are two, there are three or more."""
    mask = 0
    for place, group in enumerate(_CONSONANTS):
        count = sum(sign in group for sign in signs)
        mask |= ((1 << min(count, 3)) - 1) << (3 * place)
    return mask


def _forms(text: str, first: str, cyrillic: bool) -> Iterator[Form]:
    yield Form(first, 0.0, SAME)
    if len(text) > LONGEST:
        return
    stems = [*_nominatives(text, cyrillic)]
    read = [Form(signs, 0.0, SAME) for signs in readings(text)]
    read += [Form(signs, _COSTS[CASE], CASE) for stem in stems for signs in readings(stem)]
    for form in [*read, *_masculine(read)]:
        yield form
        yield from _without_ending(form)
        family = _families().get(form.signs)
        if family is not None:
            yield Form(family, form.cost + _COSTS[FAMILY], FAMILY)


def _nominatives(text: str, cyrillic: bool) -> Iterator[str]:
    endings = rules("endings")
    if cyrillic:
        for ending, nominative in endings["cases"]:
            if text.endswith(ending) and len(text) - len(ending) >= _SHORTEST_STEM:
                yield text[: len(text) - len(ending)] + nominative
    for group in endings["case_suffixes" if cyrillic else "latin_case_suffixes"]:
        for suffix in group["suffixes"]:
            stem = text.removesuffix(suffix)
            if _SHORTEST_STEM < len(stem) < len(text) and stem[-1] in (group["after"] or stem):
                yield stem


def _masculine(forms: list[Form]) -> Iterator[Form]:
    for form in forms:
        for feminine, masculine in rules("endings")["feminine"]:
            if form.signs.endswith(feminine) and len(form.signs) - len(feminine) >= _SHORTEST_STEM:
                signs = form.signs[: len(form.signs) - len(feminine)] + masculine
                yield Form(signs, form.cost + _COSTS[FEMININE], FEMININE)


def _without_ending(form: Form) -> Iterator[Form]:
    for ending in rules("endings")["dropped"]:
        stem = form.signs.removesuffix(ending)
        if stem != form.signs and len(stem) >= _SHORTEST_STEM:
            cost = form.cost + _COSTS[DROPPED]
            yield Form(stem, cost, DROPPED)
            if ending == "ev" and stem[-1] in _VOWELS:
                yield Form(stem + "y", cost, DROPPED)


@cache
def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for family in rules("given")["families"]:
        heard = [signs for name in family for signs in readings(name.casefold())]
        for signs in heard:
            found.setdefault(signs, "=" + heard[0])
    return found


@cache
def _own_names() -> frozenset[str]:
    """Signs of the given names that are names of their own, those of families too."""
    known = rules("given")
    made = [first + second for first in known["first"].split() for second in known["second"].split()]
    names = [signs for name in [*known["own"].split(), *made] for signs in readings(name.casefold())]
    return frozenset(signs.translate(_PLAIN_VOWELS) for signs in [*names, *_families().values()])
