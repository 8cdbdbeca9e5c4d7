"""Invented people of eleven languages: brothers, sisters, and namesakes whose father has another name."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bench import tongues
from bench.alphabets import written_in
from bench.spellings import ENDINGS, FIRST, GIVEN_MEN, GIVEN_WOMEN, SECOND, russified

LANGUAGES = ("Kazakh", *tongues.MEN, "Arabic and Persian")


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person who never was: given name, surname and father's name as written at home and in Russian."""

    language: str
    woman: bool
    given: str
    surname: str
    father: str
    ru_given: str
    ru_surname: str
    ru_father: str
    spellings: tuple[tuple[str, str], ...] = ()
    namesake: bool = False


def people(language: str, count: int, chance: random.Random) -> Iterator[Bearer]:
    """Families of brothers and sisters; now and then a namesake whose father has another name."""
    made = 0
    seen: set[tuple[str, str]] = set()
    families = _families(language, chance)
    while made < count:
        family = next(families)
        for _ in range(3):
            bearer = _member(language, family, chance)
            if (bearer.given, bearer.surname) in seen or bearer.given == bearer.father:
                continue
            seen.add((bearer.given, bearer.surname))
            made += 1
            other = _member(language, family, chance)
            if chance.random() < 0.15 and other.father != bearer.father and not bearer.spellings:
                yield replace(bearer, namesake=True)
                yield replace(bearer, father=other.father, ru_father=other.ru_father, namesake=True)
                made += 1
            else:
                yield bearer


def _pair(entry: str, language: str) -> tuple[str, str]:
    native, told, ru = entry.partition("=")
    table = tongues.RUSSIAN_LETTERS.get(language, {})
    return native, ru if told else written_in(native, table) if native else ""


def _families(language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Families; the stem of a surname comes again only when all have been used."""
    used: set[str] = set()
    while True:
        families = [_family(language, chance) for _ in range(60)]
        for family in families:
            if family[0] not in used:
                used.add(family[0])
                yield family
        used.clear()


def _family(language: str, chance: random.Random) -> tuple[str, str]:
    if language == "Kazakh":
        surname = (chance.choice(FIRST) + chance.choice(SECOND) + chance.choice(ENDINGS)).capitalize()
        if surname[-2:] in ("ов", "ев") and surname[-3] in "аеийоуыіәөүұ":
            surname = surname[:-2].removesuffix("й") + "ев"
        return surname, surname
    if language not in tongues.STEMS:
        return chance.choice(tongues.ARABIC_SURNAMES.split("\n")), ""
    return chance.choice(tongues.STEMS[language].split()), chance.choice(tongues.ENDS[language].split())


def _member(language: str, family: tuple[str, str], chance: random.Random) -> Bearer:
    woman = chance.random() < 0.4
    if language == "Kazakh":
        given, father = (
            chance.choice((GIVEN_WOMEN if woman else GIVEN_MEN).split()),
            chance.choice(GIVEN_MEN.split()),
        )
        surname = family[0] + "а" * (woman and family[0][-2:] in ("ов", "ев"))
        names = given, surname, father, russified(given), russified(surname), russified(father)
        return Bearer(language, woman, *names)
    if language not in tongues.STEMS:
        return _arabic(family[0], woman, chance)
    given, ru_given = _pair(
        chance.choice((tongues.WOMEN if woman else tongues.MEN)[language].split()), language
    )
    father, ru_father = _pair(chance.choice(tongues.MEN[language].split()), language)
    stem, ru_stem = _pair(family[0], language)
    ending, _, ru_ending = family[1].partition("=")
    home_form, russian_form = (each.split("/")[-woman] for each in (ending, ru_ending or ending))
    surname, ru_surname = stem + home_form, ru_stem + russian_form
    if stem[-1] in "aiəуыиoо" and home_form[:1] in ("o", "о"):
        surname = (
            stem
            + ("ye" if language in ("Uzbek", "Azerbaijani") else "е" if home_form[0] == "о" else "e")
            + home_form[1:]
        )
        ru_surname = ru_stem + "е" + russian_form[1:]
    return Bearer(
        language, woman, given, surname, father, ru_given or given, ru_surname or surname, ru_father or father
    )


def _arabic(surname: str, woman: bool, chance: random.Random) -> Bearer:
    given = chance.choice((tongues.ARABIC_WOMEN if woman else tongues.ARABIC_MEN).split("\n")).split("|")
    last = surname.split("|")
    spellings = [("Arabic letters", f"{given[0]} {last[0]}"), ("Russian", f"{given[-1]} {last[-1]}")]
    latin_ones = {f"{one} {other}" for one in given[1:-1] for other in last[1:-1]}
    spellings += [("romanised", name) for name in sorted(latin_ones)]
    return Bearer(
        "Arabic and Persian", woman, given[1], last[1], "", given[-1], last[-1], "", tuple(spellings)
    )
