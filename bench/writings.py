"""Invented people of eleven languages, each written as papers, passports and reports write them."""

import random
import unicodedata
from collections.abc import Callable, Iterator

from bench import alphabets as by
from bench.alphabets import Table, written_in
from bench.bearers import Bearer, people
from bench.spellings import WAYS, Invented, latin, russified

Way = Callable[[Bearer], str]


def home(bearer: Bearer) -> str:
    """Given name and surname as written at home."""
    return f"{bearer.given} {bearer.surname}"


def russian(bearer: Bearer) -> str:
    """Given name and surname in Russian."""
    return f"{bearer.ru_given} {bearer.ru_surname}"


def spelt(table: Table, begins: Table | None = None, of: Way = home) -> Way:
    """A romanisation."""
    return lambda bearer: " ".join(written_in(word, table, begins) for word in of(bearer).split())


def in_case(case: str) -> Way:
    """A Russian case."""
    return lambda bearer: (
        f"{by.russian_given(bearer.ru_given, bearer.woman, case)} "
        f"{by.russian_surname(bearer.ru_surname, bearer.woman, case)}"
    )


FROM_RUSSIAN: dict[str, Way] = {
    "Russian": russian,
    "BGN of Russian": spelt(by.BGN, by.BGN_BEGINS, russian),
    "passport of Russian": spelt(by.PASSPORT, None, russian),
    "ISO 9 of Russian": spelt(by.ISO_9, None, russian),
    "German": spelt(by.DUDEN, by.DUDEN_BEGINS, russian),
    "Polish": spelt(by.POLISH, by.POLISH_BEGINS, russian),
    "French": spelt(by.FRENCH, None, russian),
    **{f"Russian {case}": in_case(case) for case in by.CASES},
}


def suffixed(after_vowel: str, after_consonant: str = "", apostrophe: str = "") -> Way:
    """A case ending after the surname: by the last vowel (back, front, back round, front round)."""

    def write(bearer: Bearer) -> str:
        vowels = [letter for letter in bearer.surname.lower() if letter in _HARMONY]
        endings = (
            after_vowel if bearer.surname[-1].lower() in _HARMONY else after_consonant or after_vowel
        ).split()
        return f"{bearer.given} {bearer.surname}{apostrophe}{endings[_HARMONY[vowels[-1]] % len(endings)]}"

    return write


_HARMONY = {
    **dict.fromkeys("аыяaıy", 0),
    **dict.fromkeys("еэиәeiəä", 1),
    **dict.fromkeys("оуёюouӯ", 2),
    **dict.fromkeys("өүöü", 3),
}


def kazakh_case(after_vowel: tuple[str, str], voiced: tuple[str, str], voiceless: tuple[str, str]) -> Way:
    """A Kazakh case: endings (hard, soft) after vowels, after voiced and after voiceless consonants."""

    def write(bearer: Bearer) -> str:
        last = bearer.surname[-1].lower()
        endings = after_vowel if last in "аәеөоұүыіу" else voiced if last in "йрлмнңзж" else voiceless
        vowels = [letter for letter in bearer.surname.lower() if letter in "аәеоөұүыіи"]
        return f"{bearer.given} {bearer.surname}{endings[vowels[-1] in 'әеөүіи' if vowels else 0]}"

    return write


def slavic_case(given: dict[str, str], surname: dict[str, str]) -> Way:
    """A Belarusian or Ukrainian case: for an ending of the nominative another one."""

    def changed(word: str, table: dict[str, str]) -> str:
        for ending in sorted(table, key=len, reverse=True):
            if word.endswith(ending):
                return word[: len(word) - len(ending)] + table[ending]
        return word

    men = set("бвгджзклмнпрстфхцчшщў")

    def write(bearer: Bearer) -> str:
        first, last = changed(bearer.given, given), changed(bearer.surname, surname)
        if not bearer.woman:
            first += given[""] if first[-1] in men and first == bearer.given else ""
            last += surname[""] if last[-1] in men and last == bearer.surname else ""
        return f"{first} {last}"

    return write


AT_HOME: dict[str, dict[str, Way]] = {
    "Kazakh": {
        "genitive": kazakh_case(("ның", "нің"), ("дың", "дің"), ("тың", "тің")),
        "dative": kazakh_case(("ға", "ге"), ("ға", "ге"), ("қа", "ке")),
        "accusative": kazakh_case(("ны", "ні"), ("ды", "ді"), ("ты", "ті")),
        "ablative": kazakh_case(("дан", "ден"), ("дан", "ден"), ("тан", "тен")),
        "instrumental": kazakh_case(("мен", "мен"), ("мен", "мен"), ("пен", "пен")),
    },
    "Russian": {},
    "Belarusian": {
        "passport": spelt(by.BELARUSIAN_PASSPORT, by.BELARUSIAN_BEGINS),
        "BGN": spelt(by.BELARUSIAN_BGN),
        "łacinka": spelt(by.LACINKA, by.LACINKA_BEGINS),
        "genitive": slavic_case(
            {"а": "ы", "ка": "кі", "я": "і", "й": "я", "": "а"},
            {"кі": "кага", "кая": "кай", "ава": "авай", "аў": "ава", "": "а"},
        ),
        "dative": slavic_case(
            {"а": "е", "я": "і", "й": "ю", "": "у"},
            {"кі": "каму", "кая": "кай", "ава": "авай", "аў": "аву", "": "у"},
        ),
    },
    "Ukrainian": {
        "resolution 55": spelt(by.UKRAINIAN, by.UKRAINIAN_BEGINS),
        "BGN": spelt(by.UKRAINIAN_BGN),
        "genitive": slavic_case(
            {"а": "и", "я": "ї", "й": "я", "о": "а", "ь": "я", "": "а"},
            {"кий": "кого", "ка": "кої", "енко": "енка", "ів": "ова", "": "а"},
        ),
        "dative": slavic_case(
            {"а": "і", "я": "ї", "й": "ю", "о": "у", "ь": "ю", "": "ові"},
            {"кий": "кому", "ка": "кій", "енко": "енку", "ів": "ову", "": "у"},
        ),
    },
    "Azerbaijani": {
        "English": spelt(by.AZERBAIJANI_ENGLISH),
        "clipped": spelt(by.AZERBAIJANI_CLIPPED),
        "Cyrillic": spelt(by.AZERBAIJANI_CYRILLIC),
        "genitive": suffixed("nın nin nun nün", "ın in un ün"),
    },
    "Uzbek": {
        "Cyrillic": spelt(by.UZBEK_CYRILLIC),
        "English": spelt(by.UZBEK_ENGLISH),
        "plain": spelt(by.UZBEK_PLAIN),
        "genitive": suffixed("ning"),
        "dative": suffixed("ga"),
    },
    "Kyrgyz": {
        "BGN": spelt(by.KYRGYZ),
        "clipped": lambda bearer: unmarked(spelt(by.KYRGYZ)(bearer)),
        "genitive": suffixed("нын нин нун нүн", "дын дин дун дүн"),
        "dative": suffixed("га ге го гө"),
    },
    "Tajik": {
        "BGN": spelt(by.TAJIK),
        "press": spelt(by.TAJIK_PLAIN),
        "ezafe": lambda bearer: (
            f"{bearer.given}и {bearer.surname}" if bearer.given[-1] not in "аои" else home(bearer)
        ),
    },
    "Turkmen": {
        "press": spelt(by.TURKMEN_ENGLISH),
        "clipped": lambda bearer: unmarked(home(bearer)),
        "genitive": suffixed("nyň niň nyň niň", "yň iň yň iň"),
    },
    "Turkish": {
        "clipped": spelt(by.TURKISH_CLIPPED),
        "genitive": suffixed("nın nin nun nün", "ın in un ün", "'"),
    },
}
CYRILLIC = ("Kazakh", "Russian", "Belarusian", "Ukrainian", "Kyrgyz", "Tajik")


def unmarked(text: str) -> str:
    """Letters without their marks."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def with_father(bearer: Bearer) -> str:
    """Surname, given name and patronymic as Russian papers write them."""
    return f"{bearer.ru_surname} {bearer.ru_given} {patronymic(bearer)}"


def with_father_between(bearer: Bearer) -> str:
    """Given name, patronymic, surname."""
    return f"{bearer.ru_given} {patronymic(bearer)} {bearer.ru_surname}"


def patronymic(bearer: Bearer) -> str:
    """The patronymic in the form of the person's language or in Russian."""
    father, woman = bearer.ru_father, bearer.woman
    turkic = {"Kazakh": ("ұлы", "қызы"), "Azerbaijani": (" оглы", " кызы"), "Turkmen": ("оглы", "гызы")}
    if bearer.language in turkic:
        return (bearer.father if bearer.language == "Kazakh" else father) + turkic[bearer.language][woman]
    if bearer.language in ("Uzbek", "Kyrgyz"):
        return father + (" кызы" if woman else " угли" if bearer.language == "Uzbek" else " уулу")
    if father.endswith("ий"):
        return father[:-2] + ("ьевна" if woman else "ьевич")
    father = {"Павел": "Павл", "Пётр": "Петр"}.get(father, father)
    if father[-1] in "йьая":
        return father[:-1] + ("евна" if woman else "евич")
    return father + ("овна" if woman else "ович")


def turned(bearer: Bearer) -> str:
    """The surname first."""
    return f"{bearer.surname} {bearer.given}"


def with_comma(bearer: Bearer) -> str:
    """The surname first, a comma after it, the space lost."""
    return f"{bearer.ru_surname},{bearer.ru_given}"


def run_together(bearer: Bearer) -> str:
    """The space lost."""
    return home(bearer).replace(" ", "")


def look_alike(bearer: Bearer) -> str:
    """Latin letters that look the same in a Cyrillic word."""
    name = russian(bearer)
    return name.translate(str.maketrans("еорсАСЕ", "eopcACE")) if name[1:2] != " " else name


def with_initial(bearer: Bearer) -> str:
    """The first letter of the given name."""
    return f"{bearer.ru_given[0]}. {bearer.ru_surname}"


RARE: dict[str, Way] = {
    "surname first": turned,
    "comma": with_comma,
    "space lost": run_together,
    "homoglyphs": look_alike,
}
FATHERS: dict[str, Way] = {"with patronymic": with_father, "patronymic between": with_father_between}


def ways_of(language: str) -> dict[str, Way]:
    """The usual ways to write a name of the language."""
    if language == "Kazakh":
        old = {f"Kazakh: {way}": _of_invented(write) for way, write in WAYS.items() if "father" not in way}
        return {
            **old,
            **AT_HOME[language],
            **{way: FROM_RUSSIAN[way] for way in FROM_RUSSIAN if "of " not in way},
        }
    return {"home": home, **AT_HOME[language], **FROM_RUSSIAN}


def _of_invented(write: Callable[[Invented], str]) -> Way:
    def written(bearer: Bearer) -> str:
        surname = (
            bearer.surname[:-1] if bearer.woman and bearer.surname[-3:] in ("ова", "ева") else bearer.surname
        )
        return write(Invented(bearer.given, surname, bearer.father, bearer.woman))

    return written


def slipped(name: str, chance: random.Random) -> str:
    """One typing error: a letter lost, doubled, turned, a neighbouring key in its place or beside it."""
    places = [place for place in range(2, len(name)) if name[place - 1 : place + 1].isalpha()]
    if not places:
        return name
    place = chance.choice(places)
    kind = chance.choice(("lost", "twice", "turned", "neighbour", "more"))
    if kind == "turned":
        return name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]
    near = _neighbour(name[place], chance)
    middle = {"lost": "", "twice": name[place] * 2, "neighbour": near, "more": name[place] + near}[kind]
    return name[:place] + middle + name[place + 1 :]


def _neighbour(letter: str, chance: random.Random) -> str:
    for row in ("qwertyuiop", "asdfghjkl", "zxcvbnm", "йцукенгшщзх", "фывапролджэ", "ячсмитьбю"):
        if letter in row:
            place = row.index(letter)
            return chance.choice(row[max(0, place - 1) : place] + row[place + 1 : place + 2])
    return letter


def mentions_in(language: str, count: int, seed: int) -> list[tuple[str, str, str]]:
    """Names as written, the person, and the way: five usual ways, two rare ones, one with a typing error."""
    chance = random.Random(f"{language} {seed}")
    found = []
    for number, bearer in enumerate(people(language, count, chance)):
        person = f"{language} {number}"
        for way, name in _writings(bearer, chance):
            found.append((name, person, way))
    return found


def _writings(bearer: Bearer, chance: random.Random) -> Iterator[tuple[str, str]]:
    if bearer.spellings:
        yield from chance.sample(bearer.spellings, min(5, len(bearer.spellings)))
        yield "typing error", slipped(chance.choice(bearer.spellings[1:])[1], chance)
        return
    if bearer.namesake:
        yield from ((way, write(bearer)) for way, write in FATHERS.items())
        yield "patronymic romanised", latin(russified(with_father_between(bearer)), by.BGN)
        return
    usual = ways_of(bearer.language)
    for way in chance.sample(sorted(usual), 5):
        yield way, usual[way](bearer)
    rare = {**RARE, **FATHERS}
    for way in chance.sample(sorted(rare), 2):
        yield way, rare[way](bearer)
    plain = chance.choice(("home" if "home" in usual else "Kazakh: Kazakh", "Russian", "passport of Russian"))
    yield "typing error", slipped(usual.get(plain, russian)(bearer), chance)
