"""Many invented people for a register: surnames and given names as unevenly common as real ones are.

Names are put together from the syllables of ``bench/spellings.py`` and more of their kind. A few names are
borne by many and most by few (Zipf's law), so that namesakes and near names are there as in a real register.
"""

import random
from collections.abc import Iterator
from itertools import accumulate

from bench.spellings import ENDINGS, FIRST, GIVEN_MEN, GIVEN_WOMEN, SECOND, WAYS, Invented, mistyped

BEGIN = [
    *FIRST,
    *"Ақ Ал Ар Ас Ат Аш Ба Бек Бер Бай Бол Дәр Ду Ер Ес Жан Жар Жұм Жүс Ис Кәр Көк Күн Қаз Қам Қас Құр Мақ Мәм".split(),
    *"Мұс Нар Ном Оз Ор Рах Рүс Са Сей Сер Сұл Та Тас Тө Ток Ұза Үс Хам Шал Шы Ыс Әд Әл Әм Өмі".split(),
]
END = [
    *SECOND,
    *"ман мат рат кен кер ген дар дияр жан тас лық мыш нұр пан пек рақ ре рек рім сал сар сат сын тай тер".split(),
    *"ты тық шар шал шын ыл ін бат бар дәу зақ кел көл мет мәл нас пір сә тең тұр ші".split(),
]
GIVEN_BEGIN = "Ай Ал Ба Бек Бо Да Ди Ер Жан Қай Қуан Мади Мар Нұр Рах Сам Сер Тем Тол Ұл Шың Әл Әс Гүл Зә".split()
GIVEN_MAN = "бек болат дәулет дос жан лан мұрат нар рат рен сұлтан тай тұр хан ғали ыр ияр мұхан зат".split()
GIVEN_WOMAN = "гүл дана жамал ман нара нұр сара сәуле хан шаш зия лия мира на рза сия ша".split()
KEPT = ("Kazakh", "Russian", "press", "BGN/PCGN", "passport", "with patronymic", "Latin of 2021")
ASKED = {
    "another spelling or script": (
        "Kazakh", "Russian", "Russian, other vowels", "BGN/PCGN", "passport", "press", "Latin of 2018",
        "Latin of 2021", "ISO 9", "marks clipped",
    ),
    "in a case": ("Russian case", "Kazakh case"),
    "ending dropped": ("ending dropped",),
    "with a patronymic": ("with patronymic",),
}  # fmt: skip


class Crowd:
    """Invented people by the number: always the same for one seed."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        chance = random.Random(7)
        self._men = _shuffled([*GIVEN_MEN.split(), *_joined(GIVEN_BEGIN, GIVEN_MAN)], chance)
        self._women = _shuffled([*GIVEN_WOMEN.split(), *_joined(GIVEN_BEGIN, GIVEN_WOMAN)], chance)
        self._stems = _shuffled([*_joined(BEGIN, END), *_joined(_joined(BEGIN, END[::7]), END[::5])], chance)
        self._surnames = _weights(len(self._stems) * len(ENDINGS), 0.72)
        self._given = {False: _weights(len(self._men), 0.85), True: _weights(len(self._women), 0.85)}
        self.people = [self._one() for _ in range(count)]
        self.kept = [self._chance.choice(KEPT) for _ in range(count)]

    def names(self) -> Iterator[str]:
        """The name of each as the register has it, each in one of the usual spellings."""
        return (WAYS[way](person) for person, way in zip(self.people, self.kept, strict=True))

    def asked(self, kind: str, count: int) -> Iterator[tuple[int, str]]:
        """People of the crowd and how somebody writes their names: never as the register has them."""
        chance = random.Random(kind)
        while count:
            number = chance.randrange(len(self.people))
            ways = ASKED.get(kind, ("Russian", "passport", "press"))
            text = WAYS[chance.choice(ways)](self.people[number])
            text = text if kind in ASKED else mistyped(text, chance)
            if text.casefold() != WAYS[self.kept[number]](self.people[number]).casefold():
                count -= 1
                yield number, text

    def _one(self) -> Invented:
        woman = self._chance.random() < 0.4
        return Invented(self._given_name(woman), self._surname(), self._given_name(False), woman)

    def _given_name(self, woman: bool) -> str:
        names = self._women if woman else self._men
        return self._chance.choices(names, cum_weights=self._given[woman])[0]

    def _surname(self) -> str:
        place = self._chance.choices(range(len(self._surnames)), cum_weights=self._surnames)[0]
        stem, ending = self._stems[place // len(ENDINGS)], ENDINGS[place % len(ENDINGS)]
        surname = stem + ending
        if ending in ("ов", "ев") and stem[-1] in "аеийоуыіәөүұ":
            surname = stem.removesuffix("й") + "ев"
        return surname


def _joined(begin: list[str], end: list[str]) -> list[str]:
    return [one + other for one in begin for other in end]


def _shuffled(names: list[str], chance: random.Random) -> list[str]:
    each = list(dict.fromkeys(names))
    chance.shuffle(each)
    return each


def _weights(count: int, steep: float) -> list[float]:
    return list(accumulate(1.0 / (rank + 3) ** steep for rank in range(count)))
