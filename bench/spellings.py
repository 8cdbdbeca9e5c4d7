"""Invented people, each written in several ways by the transliteration standards, with people beside them
whose names are nearly theirs. The tables here are written apart from those that the matcher uses."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

GIVEN_MEN = """
Нұрлан Нұржан Ерлан Ержан Ерболат Асқар Асхат Бауыржан Бақытжан Думан Дәурен Дәулет Қайрат Қанат Марат Мұрат
Самат Санат Серік Берік Жанат Жандос Олжас Тоқтар Төлеген Айбек Айдос Әлібек Әділет Өмірзақ Сәкен Қуаныш
Рысбек """
GIVEN_WOMEN = """
Асель Әсия Айгүл Айнұр Дана Дина Динара Гүлнар Гүлшат Жанар Жанна Сәуле Сандуғаш Мәдина Мөлдір Қарлығаш Ұлжан
Бибігүл Шолпан Зәуре Назым Назгүл Меруерт Ақмарал Балжан
"""
FIRST = "Жақ Қой Тұр Сәр Бай Әбі Мыр Құл Өте Сағ Дос Есен Ыры Тем Бөр Шай Кен Жол Үмі Қар".split()
SECOND = "сен шы ғы бер тө жі лы ды рза мұ қа ке ғали мырза бек хан тай таш нәр".split()
ENDINGS = ("ов", "ов", "баев", "беков", "ев", "бай", "ұлы")

_VOICE = dict(zip("әғқңөұүһі", "агкноуухи", strict=True))
_OTHER_VOICE = {**_VOICE, "ө": "у", "ә": "я", "ү": "ю", "һ": ""}
_RUSSIAN = dict(zip("абвгдезийклмнопрстуфыэ", "abvgdeziiklmnoprstufye", strict=True))
_RUSSIAN |= {
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ё": "yo",
}
_RUSSIAN |= {"ь": "", "ъ": ""}
PASSPORT = {**_RUSSIAN, "ю": "iu", "я": "ia", "ъ": "ie"}
PRESS = {**_RUSSIAN, "й": "y"}
KAZAKH = {"ә": "a", "ғ": "gh", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u", "ү": "u", "һ": "h", "і": "i"}
BGN = {**PRESS, **KAZAKH}
LATIN_2018 = {
    **_RUSSIAN,
    "ә": "á",
    "ғ": "ǵ",
    "қ": "q",
    "ң": "ń",
    "ө": "ó",
    "ұ": "u",
    "ү": "ú",
    "һ": "h",
    "х": "h",
}
LATIN_2018 |= {"і": "i", "ж": "j", "и": "ı", "й": "ı", "у": "ý", "ю": "ıý", "я": "ıa"}
LATIN_2021 = {**LATIN_2018, "ә": "ä", "ғ": "ğ", "ң": "ñ", "ө": "ö", "ұ": "ū", "ү": "ü", "ш": "ş", "і": "ı"}
LATIN_2021 |= {"и": "i", "й": "i", "у": "u", "ю": "iu", "я": "ia"}
ISO_9 = {
    **_RUSSIAN,
    "ж": "ž",
    "х": "h",
    "ч": "č",
    "ш": "š",
    "ю": "û",
    "я": "â",
    "й": "j",
    "ц": "c",
    "э": "è",
    "ө": "ô",
}
ISO_9 |= {"ә": "a̋", "ғ": "ġ", "қ": "ķ", "ң": "ņ", "ұ": "u̇", "ү": "ù", "һ": "ḥ", "і": "ì"}


@dataclass(frozen=True, slots=True)
class Invented:
    """A person who never was: Kazakh Cyrillic name parts, all three."""

    given: str
    surname: str
    father: str
    woman: bool

    @property
    def family(self) -> str:
        """The surname in the form of the person's sex."""
        return self.surname + "а" if self.woman and self.surname[-2:] in ("ов", "ев") else self.surname


def russified(text: str, table: dict[str, str] = _VOICE) -> str:
    """A Kazakh name in Russian letters."""
    return "".join(table.get(letter, letter) for letter in text.lower()).title()


def latin(text: str, table: dict[str, str]) -> str:
    """A name in Latin letters by a table."""
    return "".join(table.get(letter, letter) for letter in text.lower()).title()


def genitive(person: Invented) -> str:
    """The Russian genitive, or dative of women with a consonant at the end."""
    given, family = russified(person.given), russified(person.family)
    if family.endswith("а") and person.surname != person.family:
        family = family[:-1] + "ой"
    elif not person.woman:
        family += "" if family.endswith(("ы", "й")) else "а"
        family = family[:-1] + "я" if family.endswith("й") else family
    given = given[:-1] + {"а": "ы", "я": "и", "ь": "и"}[given[-1]] if given[-1] in "аяь" else given
    return f"{given if person.woman else given + 'а'} {family}"


def possessive(person: Invented) -> str:
    """The Kazakh genitive: the surname alone is inflected."""
    soft = next((letter in "әеөүі" for letter in reversed(person.family) if letter in "аәоөеұүыіу"), False)
    first = "н" if person.family[-1] in "аәоөеұүыі" else "д" if person.family[-1] in "йрлмнз" else "т"
    return f"{person.given} {person.family}{first}{'ің' if soft else 'ың'}"


def short_family(person: Invented) -> str:
    """Without the ending -ov, in English letters."""
    stem = person.surname
    if stem[-2:] in ("ов", "ев"):
        stem = stem[:-2] + "й" * (stem[-3] in "аә")
    return f"{latin(russified(person.given), PRESS)} {latin(russified(stem), PRESS)}"


def with_father(person: Invented) -> str:
    """Surname, given name and patronymic, as papers write them."""
    return f"{person.family} {person.given} {person.father}{'қызы' if person.woman else 'ұлы'}"


def written(by: Callable[[str], str]) -> Callable[[Invented], str]:
    """Given name and surname, each spelt by a rule."""
    return lambda person: f"{by(person.given)} {by(person.family)}"


def doubled(text: str) -> str:
    """English press: an s between vowels doubled, and Ye- at the beginning."""
    spelt = latin(russified(text), PRESS).replace("as", "ass")
    return "Y" + spelt.lower() if spelt.startswith("E") else spelt


WAYS: dict[str, Callable[[Invented], str]] = {
    "Kazakh": written(str),
    "Russian": written(russified),
    "Russian, other vowels": written(lambda text: russified(text, _OTHER_VOICE)),
    "BGN/PCGN": written(lambda text: latin(text, BGN)),
    "passport": written(lambda text: latin(russified(text), PASSPORT)),
    "press": written(doubled),
    "Latin of 2018": written(lambda text: latin(text, LATIN_2018)),
    "Latin of 2021": written(lambda text: latin(text, LATIN_2021)),
    "ISO 9": written(lambda text: latin(text, ISO_9)),
    "marks clipped": written(
        lambda text: latin(text, {**LATIN_2021, "ш": "s", "ғ": "g", "ң": "n", "ө": "o"})
    ),
    "Russian case": genitive,
    "Kazakh case": possessive,
    "ending dropped": short_family,
    "with patronymic": with_father,
}


def mistyped(name: str, chance: random.Random) -> str:
    """One slip of the fingers, not in the first letter of a word."""
    places = [place for place in range(2, len(name)) if name[place - 1 : place + 1].isalpha()]
    place = chance.choice(places)
    kind = chance.choice(("lost", "twice", "turned", "other"))
    if kind == "turned":
        return name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]
    middle = {"lost": "", "twice": name[place] * 2, "other": chance.choice("aeornst")}[kind]
    return name[:place] + middle + name[place + 1 :]


def people(count: int, chance: random.Random) -> Iterator[Invented]:
    """Families: brothers and sisters, a cousin of nearly one name, a namesake with another father."""
    men, women = GIVEN_MEN.split(), GIVEN_WOMEN.split()
    made = 0
    seen: set[tuple[str, str]] = set()
    while made < count:
        stem = chance.choice(FIRST) + chance.choice(SECOND)
        surname = (stem + chance.choice(ENDINGS)).capitalize()
        if surname[-2:] in ("ов", "ев") and surname[-3] in "аеийоуыіәөүұ":
            surname = surname[:-2].removesuffix("й") + "ев"
        father = chance.choice(men)
        for _ in range(3):
            woman = chance.random() < 0.4
            given = chance.choice(women if woman else men)
            if (given, surname) not in seen:
                seen.add((given, surname))
                made += 1
                yield Invented(given, surname, father, woman)


def mentions(count: int, seed: int = 1) -> list[tuple[str, int, str]]:
    """Names as written, the number of the person and the way: five ways each, and one with a slip."""
    chance = random.Random(seed)
    found = []
    for number, person in enumerate(people(count, chance)):
        for way in chance.sample(sorted(WAYS), 5):
            found.append((WAYS[way](person), number, way))
        way = chance.choice(("Russian", "passport", "press"))
        found.append((mistyped(WAYS[way](person), chance), number, "typing error"))
    return found
