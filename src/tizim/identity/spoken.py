"""One word of a name, ready to be compared: its sounds, with endings taken off (``data/endings.yml``)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from tizim.identity.letters import one_alphabet
from tizim.identity.spelling import readings, rules, sounds, unvowelled

SAME, CASE, ROOT, FEMININE = "same", "case", "root", "feminine"
DROPPED, FAMILY, PET = "dropped", "family", "pet"
LONGEST = 32
_COSTS = {SAME: 0.0, CASE: 0.02, FEMININE: 0.015, DROPPED: 0.055, FAMILY: 0.03, PET: 0.06}
_CLIPPED = 0.2
_OTHER_READING = 0.01
_ROOT = 0.01  # a vowel at the end, taken off where the other word has a case ending in its place
_ONE_ALPHABET = re.compile("[a-z]+|[\u0400-\u052f]+")
_CONSONANTS = ("kgh", "sScCzj", "td", "bpvfw", "mnN", "r", "l")
_PLACES = {sign: 3 * place for place, group in enumerate(_CONSONANTS) for sign in group}
_UNSURE_UNVOWELLED = ~(0b111 | 0b111 << 9)  # the classes of h and w
_VOWELS = frozenset("aeiouäöüë")
_PLAIN_VOWELS = str.maketrans("äöüN", "aoun")
_ANY_VOWELS = frozenset("аәеёиоөуұүыіэюяaəeiıoöuü")
_SHORTEST_STEM = 3
_LONGEST_ENDING = 5


class Form(NamedTuple):
    """A form the word may stand for, what believing so costs, and the strongest step that leads there."""

    signs: str
    cost: float
    step: str


class Way(NamedTuple):
    """One way to read the word: its signs, where they may be cut, and its consonants as bits."""

    signs: str
    cuts: tuple[tuple[int, Form], ...]
    consonants: int
    cost: float


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """A word: as folded, its signs, its forms by signs, the ways to read it, and its consonants.

    ``consonants`` has three bits for each class of sounds; ``sure`` those bits that all forms share.
    ``stem``: how many signs are left without an ending. ``begins``: the first signs it may have.
    ``own``: the given names that it may be, of a patronymic the father's. ``unvowelled``: no short vowels.
    """

    text: str
    signs: str
    forms: dict[str, Form]
    ways: tuple[Way, ...]
    consonants: int
    sure: int
    stem: int
    own: frozenset[str]
    begins: frozenset[str]
    patronymic: bool
    cyrillic: bool
    unvowelled: bool


@lru_cache(maxsize=65536)
def spoken(word: str) -> Spoken:
    """The word, case-folded before, as it is compared."""
    text = word if _ONE_ALPHABET.fullmatch(word) else one_alphabet(word)
    cyrillic = any("\u0400" <= letter <= "\u052f" for letter in text)
    bare = not unvowelled().isdisjoint(text)
    read = readings(text[:LONGEST])
    forms: dict[str, Form] = {}
    for form in _forms(text, read, cyrillic):
        known = forms.get(form.signs)
        if form.signs and (known is None or form.cost < known.cost):
            forms[form.signs] = form
    forms = forms or {read[0]: Form(read[0], 0.0, SAME)}
    roots = _roots(text, cyrillic)
    ways = tuple(_way(signs, forms, roots, cost) for signs, cost in zip(read, _reading_costs(), strict=False))
    masks = [ways[0].consonants]
    masks += [consonants(form.signs) for form in forms.values() if form.step not in (FAMILY, PET)]
    sure = _UNSURE_UNVOWELLED if bare else ~0
    for mask in masks:
        sure &= ~(mask ^ masks[0])
    fathers = is_patronymic(read[0])
    kept = [signs for signs, form in forms.items() if fathers or form.step != DROPPED]
    plain = {signs.translate(_PLAIN_VOWELS) for signs in kept}
    stem = min((len(form.signs) for form in forms.values() if form.step == DROPPED), default=len(read[0]))
    begins = frozenset(initial(form.signs) for form in forms.values())
    marks = _own_names() & plain, begins, fathers, cyrillic, bare
    return Spoken(text, read[0], forms, ways, masks[0], sure, stem, *marks)


def unlike(one: Spoken, other: Spoken) -> int:
    """In how many bits of their consonants two words surely differ; none if they are one given name.

    A consonant lost or added is one, one in place of another is two.
    """
    differing = ((one.consonants ^ other.consonants) & one.sure & other.sure).bit_count()
    return 0 if differing and one.own and other.own and one.own & other.own else differing


def is_patronymic(signs: str) -> bool:
    """Whether signs end as patronymics do."""
    return len(signs) > 5 and signs.endswith(tuple(rules("endings")["patronymic"]))


def initial(signs: str) -> str:
    """The first sign, one for those that initials confuse."""
    first = signs.lstrip("=")[:1]
    folded: str = rules("confusions")["initials"].get(first, first)
    return folded


@lru_cache(maxsize=65536)
def consonants(signs: str) -> int:
    """Three bits a class of consonants: there is one, there are two, there are three or more."""
    mask = 0
    for sign in signs:
        place = _PLACES.get(sign)
        if place is not None:
            here = mask >> place & 0b111
            mask |= (here << 1 & 0b111 | 1) << place
    return mask


def _reading_costs() -> Iterator[float]:
    yield 0.0
    while True:
        yield _OTHER_READING


def _way(signs: str, forms: dict[str, Form], roots: frozenset[str], cost: float) -> Way:
    """A way to read a word; endings are cut in the plain reading only."""
    cuts = {len(signs): forms.get(signs, Form(signs, cost, SAME))}
    if not cost:
        found = [form for form in forms.values() if form.cost < _CLIPPED and signs.startswith(form.signs)]
        cuts |= {len(form.signs): form for form in found}
        for stem in roots:
            if signs.startswith(stem):
                cuts.setdefault(len(stem), Form(stem, _COSTS[CASE], ROOT))
        last = len(signs) - 1
        if last >= _SHORTEST_STEM and signs[last] in "aieyh":
            cuts.setdefault(last, Form(signs[:last], _ROOT, ROOT))
    for ending in rules("endings")["adjectives"]:
        root = len(signs) - len(ending) + (2 if ending[:2] in ("sk", "ck") else 1)
        if signs.endswith(ending) and root >= _SHORTEST_STEM:
            cuts.setdefault(root, Form(signs[:root], _COSTS[FEMININE], ROOT))
    return Way(signs, tuple(cuts.items()), consonants(signs), cost)


def _roots(text: str, cyrillic: bool) -> frozenset[str]:
    """The signs before a case ending that stands in the place of another ending."""
    if not cyrillic or len(text) > LONGEST:
        return frozenset()
    found = {
        stem + _beginning(text[len(stem) :], nominative)
        for stem, nominative in _without_case(text)
        if nominative
    }
    return frozenset(signs for stem in found for signs in readings(stem))


def _beginning(one: str, other: str) -> str:
    """What both begin with."""
    size = 0
    while size < min(len(one), len(other)) and one[size] == other[size]:
        size += 1
    return one[:size]


def _forms(text: str, read: tuple[str, ...], cyrillic: bool) -> Iterator[Form]:
    found = [Form(signs, cost, SAME) for signs, cost in zip(read, _reading_costs(), strict=False)]
    if len(text) > LONGEST:
        yield found[0]
        return
    for stem in _nominatives(text, cyrillic):
        signs_of = zip(readings(stem), _reading_costs(), strict=False)
        found += [Form(signs, _COSTS[CASE] + cost, CASE) for signs, cost in signs_of]
    for form in [*found, *_masculine(found)]:
        yield form
        yield from _without_ending(form)
        for family, step in _families().get(form.signs, ()):
            if step == PET and form.step == CASE and form.signs[-1] != "a":
                continue
            yield Form(family, form.cost + _COSTS[step], step)


def _nominatives(text: str, cyrillic: bool) -> Iterator[str]:
    if cyrillic:
        for stem, nominative in _without_case(text):
            yield stem + nominative
    suffixes = _suffixes("case_suffixes" if cyrillic else "latin_case_suffixes")
    for size in range(1, _LONGEST_ENDING + 1):
        after = suffixes.get(text[-size:])
        stem = text[:-size]
        shortest = _SHORTEST_STEM + (stem[-1:] in _ANY_VOWELS)
        if after is not None and len(stem) > shortest and ("" in after or stem[-1] in after):
            yield stem


def _without_case(text: str) -> Iterator[tuple[str, str]]:
    """What is left without each case ending, and what may stand in its place."""
    for size in range(1, _LONGEST_ENDING + 1):
        if len(text) - size >= _SHORTEST_STEM:
            for nominative in _cases().get(text[-size:], ()):
                yield text[:-size], nominative


@cache
def _cases() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for ending, nominative in rules("endings")["cases"]:
        found.setdefault(ending, []).append(nominative)
    return {ending: tuple(dict.fromkeys(each)) for ending, each in found.items()}


@cache
def case_endings() -> frozenset[str]:
    """What may stand after a word that is not Slavic, in any case; nothing too."""
    return frozenset({"", *_suffixes("case_suffixes"), *_suffixes("latin_case_suffixes")})


@cache
def _suffixes(table: str) -> dict[str, frozenset[str]]:
    """Case suffixes, and the letters after which each may stand; an empty one for any letter."""
    found: dict[str, set[str]] = {}
    for group in rules("endings")[table]:
        for suffix in group["suffixes"]:
            found.setdefault(suffix, set()).update(group["after"] or [""])
    return {suffix: frozenset(after) for suffix, after in found.items()}


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
    for ending in rules("endings")["clipped"]:
        stem = form.signs.removesuffix(ending)
        if stem != form.signs and len(stem) > _SHORTEST_STEM:
            yield Form(stem, form.cost + _CLIPPED, DROPPED)
            if stem[-1] == "m" and ending[0] == "b":
                yield Form(stem[:-1] + "n", form.cost + _CLIPPED, DROPPED)


@cache
def _families() -> dict[str, tuple[tuple[str, str], ...]]:
    """For the signs of a given name the families that it belongs to, and by which step."""
    found: dict[str, dict[str, str]] = {}
    for table, step in (("families", FAMILY), ("pets", PET)):
        for family in rules("given")[table]:
            name = "=" + sounds(family[0].casefold())
            for signs in (signs for each in family for signs in readings(each.casefold())):
                found.setdefault(signs, {}).setdefault(name, step)
    return {signs: tuple(names.items()) for signs, names in found.items()}


@cache
def _own_names() -> frozenset[str]:
    """Signs of the given names that are names of their own, those of families too."""
    known = rules("given")
    made = [first + second for first in known["first"].split() for second in known["second"].split()]
    names = [signs for name in [*known["own"].split(), *made] for signs in readings(name.casefold())]
    families = [name for all_names in _families().values() for name, _ in all_names]
    return frozenset(signs.translate(_PLAIN_VOWELS) for signs in [*names, *families])
