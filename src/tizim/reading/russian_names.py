"""How Russian declines personal names, native and foreign: from a written form back to the nominative."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

_ALL = ("nom", "gen", "dat", "acc", "ins", "loc")
_ORDER = {case: number for number, case in enumerate(_ALL)}


class Reading(NamedTuple):
    """One way to read a word of a name: its base form, case, gender (m, f, or empty for both) and number."""

    base: str
    case: str
    gender: str
    plural: bool = False


# ending as written -> (ending of the base, case, gender, plural)
_OV = ("ов", "ев", "ин", "ын")
_ADJECTIVE = {
    "ский": ("ский", "nom", "m"), "ского": ("ский", "gen acc", "m"), "скому": ("ский", "dat", "m"),
    "ским": ("ский", "ins", "m"), "ском": ("ский", "loc", "m"), "ская": ("ская", "nom", "f"),
    "ской": ("ская", "gen dat ins loc", "f"), "скую": ("ская", "acc", "f"),
}  # fmt: skip
_STILL = ("о", "э", "ых", "их", "дзе", "заде", "зода", "оглу", "лу", "ли", "ти", "ри", "ди", "ни", "ки",
          "ми", "ви", "зи", "би", "ё", "ды", "лы", "ты", "шы", "зы", "жы", "сы")  # fmt: skip
_STILL_FIRST = ("оглу", "ли", "би", "заде", "зода", "шы", "жы")
_HISSING = "гкхжчшщ"
"""After these Russian writes no -ы."""
_VOWELS = "аеиоуыэюяё"


class RussianNames:
    """Names of people in Russian texts."""

    def __init__(self) -> None:
        male, female = _given_names()
        self.male, self.female = male, female

    def cases(self, words: tuple[str, ...]) -> frozenset[str]:
        """The cases in which the words agree."""
        return frozenset(case for case, _ in self._together(words))

    def base(self, words: tuple[str, ...], case: str) -> tuple[str, ...]:
        """The nominative of words written in a case; the words themselves where they cannot stand in it."""
        found = [bases for known, bases in self._together(words) if known == case]
        return found[0] if found else words

    def _together(self, words: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
        return _together(tuple(words))


@cache
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    import yaml

    from tizim.reading.inflected.tables import DATA

    table = yaml.load((DATA / "ru" / "names.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    male, female = (frozenset(_small(word) for word in str(table[key]).split()) for key in ("male", "female"))
    return male, female


def _small(word: str) -> str:
    return word.lower().replace("ё", "е")


@cache
def _together(words: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Every (case, base words) in which all words agree in case, gender and number; known names decide."""
    still = {at - 1 for at, word in enumerate(words) if at and _small(word) in _FATHERS_CHILD}
    rows = [_kept(word) if at in still else _readings(word) for at, word in enumerate(words)]
    return (
        _agreeing(rows)
        or _agreeing([*rows[:-1], _kept(words[-1])] if _may_be_kept(words) else [])
        or _agreeing([_kept(word) if at in still else _open(word) for at, word in enumerate(words)])
    )


def _may_be_kept(words: tuple[str, ...]) -> bool:
    """Whether a surname in a vowel can be one that never changes: not the plural of a family."""
    last = _small(words[-1])
    if len(words) > 1 and last.endswith(_KEPT):
        return True
    return len(words) > 1 and last[-1] in "иыуюэое" and not last.endswith(("овы", "евы", "ины", "кие"))


_KEPT = ("ия", "уа", "иа", "ая", "ава")
"""Surnames of Georgia and Abkhazia, which many texts do not decline."""


_FATHERS_CHILD = frozenset({"улы", "кызы", "уулу", "оглы", "гызы"})


def _kept(word: str) -> list[Reading]:
    """The father's name before "уулу" or "кызы": it never changes."""
    return [Reading(word, case, "") for case in _ALL]


def _agreeing(rows: list[list[Reading]]) -> list[tuple[str, tuple[str, ...]]]:
    found: dict[tuple[str, tuple[str, ...]], int] = {}
    if not rows:
        return []
    for combination in product(*rows):
        cases = {one.case for one in combination if one.case}
        genders = {one.gender for one in combination if one.gender}
        if len(cases) > 1 or len(genders) > 1 or len({one.plural for one in combination}) > 1:
            continue
        for case in cases or _ALL:
            found.setdefault((case, tuple(one.base for one in combination)), len(found))
    return sorted(found, key=lambda item: (_ORDER[item[0]], found[item]))


def _open(word: str) -> list[Reading]:
    """The readings of a word where its list is wrong about the sex: men's names that women bear stay as
    they are."""
    if len(word.strip(".")) <= 1:
        return [Reading(word, "", "")]
    return list(
        dict.fromkeys(_cased(word, one) for one in (*_of_word(_small(word)), *_unchanged(_small(word))))
    )


def _unchanged(word: str) -> Iterator[Reading]:
    """A name in a consonant that a woman bears."""
    if word[-1] not in _VOWELS + "йь":
        yield from _still(word)


@cache
def _readings(word: str) -> list[Reading]:
    """How one word of a name can be read; a known given name is read as nothing else."""
    if len(word.strip(".")) <= 1:
        return [Reading(word, "", "")]
    male, female = _given_names()
    readings = [_cased(word, one) for one in _of_word(_small(word))]
    given = [one for one in readings if _small(one.base) in (male if one.gender == "m" else female)]
    return list(dict.fromkeys(given or readings))


def _cased(word: str, one: Reading) -> Reading:
    """The reading with the capitals of the word as written."""
    small, kept = _small(word), 0
    while kept < min(len(small), len(one.base)) and small[kept] == one.base[kept]:
        kept += 1
    rest = one.base[kept:]
    base = word[:kept] + (rest.upper() if word.isupper() else rest)
    base = base.title() if word.isupper() else "-".join(_capital(part) for part in base.split("-"))
    return one._replace(base=base)


def _capital(part: str) -> str:
    small = ("младший", "старший", "кызы", "улы", "уулу", "оглы", "ага", "апа")
    return part if part in small or not part else part[0].upper() + part[1:]


def _of_word(word: str) -> Iterator[Reading]:
    if "-" in word and not word.endswith("-"):
        yield from _of_double(word)
        return
    special = [*_of_ov(word), *_of_adjective(word), *_of_patronymic(word), *_of_families(word)]
    quality = [*_of_quality(word)]
    yield from special
    yield from quality
    yield from _of_given(word, bool(special or quality) and not (word.endswith("ая") and not special))


_YOUNGER = {"ий": "nom", "его": "gen acc", "ему": "dat", "им": "ins", "ем": "loc"}


def _of_double(word: str) -> Iterator[Reading]:
    """Names with a hyphen: the second part is declined, the first with it or not at all."""
    head, tail = word.rsplit("-", 1)
    for stem, (ending, cases) in product(("младш", "старш"), _YOUNGER.items()):
        if tail == stem + ending:
            for one in _of_word(head):
                if one.case in cases.split():
                    yield one._replace(base=f"{one.base}-{stem}ий")
            return
    for one in _of_word(tail):
        declined = [
            first.base
            for first in _of_word(head)
            if (first.case, first.gender or one.gender) == (one.case, one.gender or first.gender)
        ]
        for base in dict.fromkeys((head, *declined) if head in declined or not declined else declined):
            yield one._replace(base=f"{base}-{one.base}")


def _of_ov(word: str) -> Iterator[Reading]:
    rows = (
        ("", "", "nom", "m", False), ("а", "", "gen acc", "m", False), ("у", "", "dat", "m", False),
        ("ым", "", "ins", "m", False), ("е", "", "loc", "m", False), ("а", "а", "nom", "f", False),
        ("ой", "а", "gen dat ins loc", "f", False), ("ою", "а", "ins", "f", False), ("у", "а", "acc", "f",
        False),
        ("ы", "", "nom", "", True), ("ых", "", "gen acc loc", "", True), ("ым", "", "dat", "", True),
        ("ыми", "", "ins", "", True),
    )  # fmt: skip
    for written, base, cases, gender, plural in rows:
        stem = word.removesuffix(written) if written else word
        if stem.endswith(_OV) and (not written or word.endswith(written)) and len(stem) > 3:
            for case in cases.split():
                yield Reading(stem + base, case, gender, plural)


def _of_adjective(word: str) -> Iterator[Reading]:
    for stem_end in (one for one in "сц" if one + "к" in word):
        for written, (base, cases, gender) in _ADJECTIVE.items():
            written, base = stem_end + written[1:], stem_end + base[1:]
            if word.endswith(written) and len(word) > len(written) + 1:
                for case in cases.split():
                    yield Reading(word[: -len(written)] + base, case, gender)
        plural = {"кие": "nom", "ких": "gen acc loc", "ким": "dat", "кими": "ins"}
        for written, cases in plural.items():
            if word.endswith(stem_end + written) and len(word) > len(written) + 3:
                for case in cases.split():
                    yield Reading(word[: -len(written)] + "кий", case, "", True)


_QUALITY = {
    "ый": ("ый", "nom", "m"), "ого": ("ый", "gen acc", "m"), "ому": ("ый", "dat", "m"),
    "ым": ("ый", "ins", "m"), "ая": ("ая", "nom", "f"), "ой": ("ая", "gen dat ins loc", "f"),
    "ую": ("ая", "acc", "f"),
}  # fmt: skip
_QUALITY_STEMS = ("н", "т", "бел")


def _of_quality(word: str) -> Iterator[Reading]:
    """Surnames that are adjectives ("Колодяжный", "Коротая")."""
    for written, (base, cases, gender) in _QUALITY.items():
        stem = word.removesuffix(written)
        if stem != word and len(stem) > 2 and stem.endswith(_QUALITY_STEMS):
            yield from (Reading(stem + base, case, gender) for case in cases.split())


_FATHERS = (("", "nom"), ("а", "gen acc"), ("у", "dat"), ("ем", "ins"), ("е", "loc"))
_DAUGHTERS = (("на", "nom"), ("ны", "gen"), ("не", "dat loc"), ("ну", "acc"), ("ной", "ins"))


def _of_patronymic(word: str) -> Iterator[Reading]:
    for ending, cases in _FATHERS:
        if word.endswith("ич" + ending) and len(word) > 4:
            yield from (Reading(word.removesuffix(ending), case, "m") for case in cases.split())
            return
    for ending, cases in _DAUGHTERS:
        if word.endswith(("ов" + ending, "ев" + ending, "ич" + ending, "ишн" + ending[1:])):
            yield from (Reading(word.removesuffix(ending) + "на", case, "f") for case in cases.split())
    if word.endswith(("улы", "кызы", "уулу", "оглы", "гызы")):
        yield from (Reading(word, case, "") for case in _ALL)


def _of_families(word: str) -> Iterator[Reading]:
    """Surnames in -ич and the like in the plural ("братьев Рубцевичей")."""
    for ending, cases in (("и", "nom"), ("ей", "gen acc loc"), ("ам", "dat"), ("ами", "ins")):
        stem = word.removesuffix(ending)
        if stem != word and stem.endswith("ич"):
            yield from (Reading(stem, case, "", True) for case in cases.split())


def _of_given(word: str, special: bool) -> Iterator[Reading]:
    """The declensions of names in a consonant, -й, -ь, -а and -я, and names that never change."""
    male, female = _given_names()
    foreign = word.endswith(("дзе", "швили", "заде", "зода", "оглу")) and len(word) > 5
    kept = word.endswith("лу") and len(word) > 5 and word[-3] not in _VOWELS
    if not special and not foreign and (kept or word.endswith(_STILL_FIRST)):
        yield from _still(word)
    for one in () if foreign else (*_in_consonant(word), *_in_soft(word), *_in_vowel(word)):
        if not special or one.base in (male if one.gender == "m" else female):
            yield one
    if word in male and word[-1] in "иеоуыюэ":
        yield from (Reading(word, case, "m") for case in _ALL)
    if word in female and word[-1] not in "ая":
        yield from (Reading(word, case, "f") for case in _ALL)
    elif not special and (word.endswith(_STILL) or word[-1] not in _VOWELS):
        yield from _still(word)


def _still(word: str) -> Iterator[Reading]:
    """Names that stay as they are: women's in a consonant, anybody's in -о, -е, -и, -у, -ых."""
    gender = "" if word.endswith(_STILL) else "f"
    yield from (Reading(word, case, gender) for case in _ALL)


_FLEETING = {"павл": "павел", "льв": "лев"}
_HARD_ENDINGS = (("а", "gen acc"), ("у", "dat"), ("ом", "ins"), ("ем", "ins"), ("е", "loc"))
_SOFT_ENDINGS = (("я", "gen acc"), ("ю", "dat"), ("ем", "ins"), ("е", "loc"))


def _in_consonant(word: str) -> Iterator[Reading]:
    """Men's names in a hard consonant."""
    if word[-1] not in _VOWELS + "йь":
        yield Reading(word, "nom", "m")
    for ending, cases in _HARD_ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and stem[-1] not in _VOWELS + "йь":
            base = _with_vowel(_FLEETING.get(stem, stem))
            yield from (Reading(base, case, "m") for case in cases.split())


def _with_vowel(stem: str) -> str:
    """The base with the vowel that only the nominative has: of Снопка Снопок."""
    if len(stem) > 3 and stem[-1] == "к" and stem[-2] in "птбдвзжчш":
        return stem[:-1] + ("е" if stem[-2] in "жчш" else "о") + "к"
    if len(stem) > 3 and stem[-1] == "ц" and stem[-2] in "вльнрдбп":
        return f"{stem[:-1].removesuffix('ь')}ец"
    return stem


def _in_soft(word: str) -> Iterator[Reading]:
    """Men's names in -й and -ь."""
    for base in ("й", "ь"):
        if word.endswith(base):
            yield Reading(word, "nom", "m")
        for ending, cases in _SOFT_ENDINGS:
            stem = word.removesuffix(ending)
            fits = len(stem) > 1 and ((stem[-1] in _VOWELS) == (base == "й")) and stem[-1] not in "йь"
            if stem != word and fits:
                yield from (Reading(stem + base, case, "m") for case in cases.split())


def _may_follow(letter: str, ending: str) -> bool:
    """Whether Russian writes an ending of the first declension behind a letter ("-ы" never behind "ш")."""
    if ending == "ы":
        return letter not in _HISSING
    if ending == "и":
        return letter in _HISSING
    return ending != "ей" or letter in "жчшщц"


def _in_vowel(word: str) -> Iterator[Reading]:
    rows = {
        "а": (("а", "nom"), ("ы", "gen"), ("и", "gen"), ("е", "dat loc"), ("у", "acc"), ("ой", "ins"),
        ("ей", "ins")),
        "я": (("я", "nom"), ("и", "gen"), ("е", "dat loc"), ("ю", "acc"), ("ей", "ins"), ("и", "dat loc")),
        "ь": (("ь", "nom acc"), ("и", "gen dat loc"), ("ью", "ins")),
    }  # fmt: skip
    for base, endings in rows.items():
        for ending, cases in endings:
            stem = word.removesuffix(ending)
            if stem == word or len(stem) < 2 or (base in "аь" and stem[-1] in _VOWELS + "йь"):
                continue
            if base == "а" and not _may_follow(stem[-1], ending):
                continue
            for case in cases.split():
                yield Reading(stem + base, case, "f")
                if base != "ь":
                    yield Reading(stem + base, case, "m")
