"""Many invented people for a register: surnames and given names as unevenly common as real ones are.

Names are put together from the syllables of ``bench/spellings.py`` and more of their kind. A few names are
borne by many and most by few (Zipf's law), so that namesakes and near names are there as in a real register.
"""

import random
from array import array
from collections.abc import Iterator
from itertools import accumulate

from bench.spellings import ENDINGS, FIRST, GIVEN_MEN, GIVEN_WOMEN, SECOND, WAYS, Invented, mistyped

BEGIN = [
    *FIRST,
    *"Ақ Ал Ар Ас Ат Аш Ба Бек Бер Бай Бол Дәр Ду Ер Ес Жан Жар Жұм Жүс Ис Кәр Көк Күн Қаз Қам Қас".split(),
    *"Құр Мақ Мәм Мұс Нар Ном Оз Ор Рах Рүс Са Сей Сер Сұл Та Тас Тө Ток Ұза Үс Хам Шал Шы Ыс Әд".split(),
    *"Әл Әм Өмі".split(),
]
END = [
    *SECOND,
    *"ман мат рат кен кер ген дар дияр жан тас лық мыш нұр пан пек рақ ре рек рім сал сар сат".split(),
    *"сын тай тер ты тық шар шал шын ыл ін бат бар дәу зақ кел көл мет мәл нас пір сә тең тұр ші".split(),
]
GIVEN_BEGIN = (
    "Ай Ал Ба Бек Бо Да Ди Ер Жан Қай Қуан Мади Мар Нұр Рах Сам Сер Тем Тол Ұл Шың Әл Әс Гүл Зә".split()
)
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
    """Invented people by the number: always the same for one seed, kept in little room."""

    def __init__(self, count: int, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        chance = random.Random(7)
        self._men = _shuffled([*GIVEN_MEN.split(), *_joined(GIVEN_BEGIN, GIVEN_MAN)], chance)
        self._women = _shuffled([*GIVEN_WOMEN.split(), *_joined(GIVEN_BEGIN, GIVEN_WOMAN)], chance)
        stems = _shuffled([*_joined(BEGIN, END), *_joined(_joined(BEGIN, END[::7]), END[::5])], chance)
        self._surnames = list(dict.fromkeys(_surname(stem, ending) for stem in stems for ending in ENDINGS))
        self._women_at = array("B", (self._chance.random() < 0.4 for _ in range(count)))
        self._surname_at = array("I", self._picked(len(self._surnames), 0.72, count))
        self._man_at = array("H", self._picked(len(self._men), 0.85, count))
        self._woman_at = array("H", self._picked(len(self._women), 0.85, count))
        self._father_at = array("H", self._picked(len(self._men), 0.85, count))
        self._kept_at = array("B", (self._chance.randrange(len(KEPT)) for _ in range(count)))

    def __len__(self) -> int:
        """How many people there are."""
        return len(self._kept_at)

    def person(self, number: int) -> Invented:
        """The person of that number."""
        woman = bool(self._women_at[number])
        given = self._women[self._woman_at[number]] if woman else self._men[self._man_at[number]]
        surname, father = self._surnames[self._surname_at[number]], self._men[self._father_at[number]]
        return Invented(given, surname, father, woman)

    def name(self, number: int) -> str:
        """The name as the register has it, in one of the usual spellings."""
        return WAYS[KEPT[self._kept_at[number]]](self.person(number))

    def asked(self, kind: str, count: int, *, within: int) -> Iterator[tuple[int, str]]:
        """Some of the first people and how somebody writes their names: never as the register has them."""
        chance = random.Random(kind)
        while count:
            number = chance.randrange(within)
            ways = ASKED.get(kind, ("Russian", "passport", "press"))
            text = WAYS[chance.choice(ways)](self.person(number))
            text = text if kind in ASKED else mistyped(text, chance)
            if text.casefold() != self.name(number).casefold():
                count -= 1
                yield number, text

    def _picked(self, kinds: int, steep: float, count: int) -> list[int]:
        """Places in a list, the earlier the likelier."""
        weights = list(accumulate(1.0 / (rank + 3) ** steep for rank in range(kinds)))
        return self._chance.choices(range(kinds), cum_weights=weights, k=count)


def _surname(stem: str, ending: str) -> str:
    if ending in ("ов", "ев") and stem[-1] in "аеийоуыіәөүұ":
        return stem.removesuffix("й") + "ев"
    return stem + ending


def _joined(begin: list[str], end: list[str]) -> list[str]:
    return [one + other for one in begin for other in end]


def _shuffled(names: list[str], chance: random.Random) -> list[str]:
    each = list(dict.fromkeys(names))
    chance.shuffle(each)
    return each
