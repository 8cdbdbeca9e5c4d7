"""How the people of an invented register are called, and how documents write them."""

import random
from typing import Protocol

from bench.crowd import Crowd
from bench.lives import names
from bench.spellings import WAYS, mistyped

PLACES = ("Baisary", "Temirqala", "Balqyntau", "Shygankol", "Zhezbulaq", "Verkhnerudny", "Aqzhota")
_TOWNS = (
    "Almaty", "Astana", "Шымкент", "Aktobe", "Караганда", "Тараз", "Pavlodar", "Өскемен", "Семей", "Atyrau",
    "Қызылорда", "Kostanay", "Уральск", "Petropavl", "Ақтау", "Temirtau", "Талдыкорган", "Жаңаөзен",
)  # fmt: skip
_WAYS = {
    "kk": ("Kazakh", "Kazakh", "Kazakh", "Latin of 2021", "with patronymic"),
    "ru": ("Russian", "Russian", "Russian", "Russian", "Russian, other vowels"),
    "en": ("press", "passport", "BGN/PCGN"),
}
_TITLES = {"kk": "", "ru": "г-н ", "en": "Mr. "}


class Names(Protocol):
    """Whom the register is about: their names, and how a document in a language writes them."""

    places: tuple[str, ...]

    def all(self, dice: random.Random, count: int) -> list[str]:
        """The names of so many people; a few are borne twice."""

    def written(self, dice: random.Random, number: int, name: str, language: str) -> str:
        """How one document writes the name of the person of that number."""

    def told(self, number: int) -> dict[str, str]:
        """What claims say of the person of that number beside the name."""


class English:
    """Names in one spelling, mostly; for one person in 16 sometimes misspelt."""

    places = PLACES

    def all(self, dice: random.Random, count: int) -> list[str]:
        """The names; about one in 200 is borne twice."""
        return names(dice, count)

    def written(self, dice: random.Random, number: int, name: str, language: str) -> str:
        """Mostly the name as it is."""
        given, surname = name.split(" ")
        chance = dice.random()
        if number % 16 == 0 and chance < 0.3:
            return f"{given} {surname[:3]}{surname[2:]}"
        if chance < 0.005:
            return surname
        if chance < 0.03:
            return f"{surname.upper()} {given}"
        return f"Mr. {given} {surname}" if chance < 0.05 else name

    def told(self, number: int) -> dict[str, str]:
        """Nothing."""
        return {}


class ThreeLanguages:
    """Kazakh names as Kazakh, Russian and English documents spell them, unevenly common, with namesakes."""

    places = _TOWNS

    def __init__(self, count: int, seed: int = 1) -> None:
        self._crowd = Crowd(count + count // 2, seed)
        self._numbers = _borne(self._crowd, count)

    def all(self, dice: random.Random, count: int) -> list[str]:
        """The names in one of the usual spellings each; about one in 200 is borne twice."""
        return [self._crowd.name(one) for one in self._numbers[:count]]

    def written(self, dice: random.Random, number: int, name: str, language: str) -> str:
        """Mostly the name as the person's first document spelt it; one person in 8 is spelt in many ways."""
        person, chance = self._crowd.person(self._numbers[number]), dice.random()
        if number % 8 == 0 and chance < 0.4:
            spelt = WAYS[dice.choice(_WAYS[language])](person)
            return mistyped(spelt, dice) if chance < 0.05 else spelt
        return f"{_TITLES[language]}{name}" if chance < 0.02 and not person.woman else name

    def told(self, number: int) -> dict[str, str]:
        """The sex; of some what the authorities allege."""
        sex = {"sex": "female" if self._crowd.person(self._numbers[number]).woman else "male"}
        if number % 5:
            return sex
        movement = self.places[number % len(self.places)], number % 3 + 1
        return sex | {"offence": "participation in the Movement of {} No. {}".format(*movement)}

    def asked(self, dice: random.Random) -> str:
        """How somebody who looks for one of the people writes the name."""
        person = self._crowd.person(dice.choice(self._numbers))
        spelt = WAYS[dice.choice(sorted(WAYS))](person)
        return mistyped(spelt, dice) if dice.random() < 0.1 else spelt


def _borne(crowd: Crowd, count: int) -> list[int]:
    """The numbers of people of different names, at the end some whose names are borne already."""
    first: dict[tuple[str, str], int] = {}
    again: list[int] = []
    for number in range(len(crowd)):
        person = crowd.person(number)
        if first.setdefault((person.given, person.surname), number) != number:
            again.append(number)
    namesakes = min(len(again), count // 200)
    return [*list(first.values())[: count - namesakes], *again[:namesakes]]
