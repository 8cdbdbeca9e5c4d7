"""Invented mentions of invented people for the benchmark of linking: names as frequent as in a real country,
spelt in several ways, with an age, a town, articles and a document around them where a source tells them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from bench.spellings import WAYS, Invented, mistyped
from tizim.identity import Context

_GIVEN_FIRST = (
    "Нұр Ер Бек Жан Ай Дос Қай Бақыт Мұхит Әл Серік Тем Сұлтан Бер Ораз Дәу Аман Сер Құан Мей".split()
)
_MAN_SECOND = "лан жан болат ғали дос бек сұлтан хан тас мұрат ғазы ман тай нұр сын рат дәулет кен".split()
_WOMAN_SECOND = "гүл сұлу нұр жан зада шолпан зия мира лы бике нар дана күміс зат".split()
_STEM_FIRST = (
    "Жақ Қой Тұр Сәр Бай Әбі Мыр Құл Өте Сағ Дос Есен Ыры Тем Бөр Шай Кен Жол Үмі Қар Ақы Ома Сүл Иба "
    "Мұқа Нұр Тоқ Ерж Бек Ахм Исқ Рақы Сыз Төл Жұм Қас Мам Орын Айт Тас Сей Қон Дәу Мейі Шын Әшім Бұл "
    "Жиен Сам Қуат Алп Бимыр Ғаб Дүй Ескен Жап Зей Ілия Кәр Лаш Мақ Нұс Ораз Пір Раим Сүй Тіл Уәл Хам Шәк "
    "Ысқ Әмі Өмір Үсен Арыс Бөк Жет Қыд Мед Сат Тау"
).split()
_STEM_SECOND = (
    "сен шы ғы бер тө жі лы ды рза мұ қа ке ғали мырза бек хан тай таш нәр ман рам дір ғұл ба ра ни сі "
    "мағ тен ше ғар лат шан"
).split()
_ENDINGS = ("ов", "ов", "ев", "баев", "беков", "бай", "ұлы")
_TOWNS = 80
_ARTICLES = 25
_TRADES = "journalist lawyer teacher driver student blogger worker farmer doctor pensioner".split()
_YEARS = range(2014, 2026)
_WAYS = {  # how often sources write so
    "Kazakh": 16, "Russian": 26, "Russian, other vowels": 2, "BGN/PCGN": 9, "passport": 13, "press": 16,
    "Latin of 2018": 1, "Latin of 2021": 2, "ISO 9": 1, "marks clipped": 2, "Russian case": 3,
    "Kazakh case": 2, "ending dropped": 1, "with patronymic": 6,
}  # fmt: skip
_SOURCES = 60
_OWN_WAY = 0.7  # how often a document writes as its source mostly does
_SLIPS = 0.02


@dataclass(frozen=True, slots=True)
class Someone:
    """An invented person and what the sources could tell."""

    name: Invented
    born: int
    town: int
    articles: tuple[int, ...]
    trade: str
    year: int


@dataclass(frozen=True, slots=True)
class Paper:
    """An invented document: where and when it was written, by whom, and in which spelling."""

    number: int
    source: int
    town: int
    year: int
    way: str


@dataclass(frozen=True, slots=True)
class Told:
    """One mention: the name as written, what the document tells of its bearer, and who it truly is."""

    person: int
    name: str
    paper: Paper
    sex: str | None
    born: int | None
    exact: bool
    town: int | None
    articles: tuple[int, ...]
    trade: str | None


def _common(count: int, flat: float, steep: float) -> list[float]:
    return list(accumulate(1 / (rank + flat) ** steep for rank in range(count)))


class Country:
    """Names, towns and articles with their frequencies, all from one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        stems = {a + b for a in _STEM_FIRST for b in _STEM_SECOND}
        families = sorted({_family(stem, end) for stem in stems for end in _ENDINGS})
        self.families = self.chance.sample(families, len(families))
        self.family_weights = _common(len(families), 700, 1.0)
        men = sorted({a + b for a in _GIVEN_FIRST for b in _MAN_SECOND})
        women = sorted({a + b for a in _GIVEN_FIRST for b in _WOMAN_SECOND})
        self.men, self.women = (self.chance.sample(each, len(each)) for each in (men, women))
        self.given_weights = {len(each): _common(len(each), 15, 1.1) for each in (men, women)}
        self.town_weights = _common(_TOWNS, 2, 1.0)
        self.article_weights = _common(_ARTICLES, 1, 1.0)

    def given(self, woman: bool) -> str:
        """A given name, common ones often."""
        names = self.women if woman else self.men
        return self.chance.choices(names, cum_weights=self.given_weights[len(names)])[0]

    def someone(self) -> Someone:
        """A person who never was."""
        chance = self.chance
        woman = chance.random() < 0.3
        family = chance.choices(self.families, cum_weights=self.family_weights)[0]
        name = Invented(self.given(woman), family, self.given(False), woman)
        year = chance.choice(_YEARS)
        born = year - 18 - int(chance.triangular(0, 55, 14))
        articles = chance.choices(
            range(_ARTICLES), cum_weights=self.article_weights, k=chance.choice((1, 1, 2))
        )
        return Someone(name, born, self.town(), tuple(sorted(set(articles))), chance.choice(_TRADES), year)

    def town(self) -> int:
        """A town, large ones often."""
        return self.chance.choices(range(_TOWNS), cum_weights=self.town_weights)[0]


def _family(stem: str, end: str) -> str:
    family = (stem + end).capitalize()
    if family[-2:] in ("ов", "ев") and family[-3] in "аеийоуыіәөүұ":
        family = family[:-2].removesuffix("й") + "ев"
    return family


def told(count: int, people: int, seed: int = 1) -> Iterator[Told]:
    """That many mentions of about so many invented people, in the order of the people."""
    country = Country(seed)
    chance = country.chance
    ways, weights = list(_WAYS), list(accumulate(_WAYS.values()))
    own = [chance.choices(ways, cum_weights=weights)[0] for _ in range(_SOURCES)]
    left, number = count, 0
    fewest = people / count
    while left > 0:
        someone = country.someone()
        times = 1
        while times < 40 and chance.random() > fewest:
            times += 1
        for _ in range(min(times, left)):
            paper = _paper(country, someone, own, count)
            mention = _mention(chance, number, someone, paper, (ways, weights))
            left -= 1
            yield mention
        number += 1


def _paper(country: Country, someone: Someone, own: list[str], count: int) -> Paper:
    chance = country.chance
    town = someone.town if chance.random() < 0.85 else country.town()
    year = min(someone.year + int(chance.expovariate(0.7)), 2026)
    batch = chance.randrange(max(1, count // 8 // _TOWNS // len(_YEARS) + 1))
    number = (town * 100 + year - 2000) * 100_000 + batch
    source = (number * 7919) % _SOURCES
    return Paper(number, source, town, year, own[source])


def _mention(
    chance: random.Random, number: int, someone: Someone, paper: Paper, ways: tuple[list[str], list[int]]
) -> Told:
    way = paper.way if chance.random() < _OWN_WAY else chance.choices(ways[0], cum_weights=ways[1])[0]
    name = WAYS[way](someone.name)
    if chance.random() < _SLIPS:
        name = mistyped(name, chance)
    if chance.random() < 0.15:
        first, _, rest = name.partition(" ")
        name = f"{rest} {first}" if " " not in rest else name
    exact = chance.random() < 0.1
    aged = exact or chance.random() < 0.5
    slip = 0 if exact or chance.random() < 0.9 else chance.choice((-1, 1, 1, -1, 2, -10, 9))
    sex = "f" if someone.name.woman else "m"
    articles = tuple(one for one in someone.articles if chance.random() < 0.8)
    if chance.random() < 0.1:  # another charge, or a mistaken one
        articles = (chance.randrange(_ARTICLES),)
    return Told(
        number,
        name,
        paper,
        (sex if chance.random() < 0.997 else "mf"[sex == "m"]) if chance.random() < 0.8 else None,
        someone.born + slip if aged else None,
        exact,
        paper.town if chance.random() < 0.65 else None,
        articles if chance.random() < 0.6 else (),
        (someone.trade if chance.random() < 0.85 else chance.choice(_TRADES))
        if chance.random() < 0.25
        else None,
    )


def context(mention: Told) -> Context:
    """What the claims around the mention would say."""
    paper = mention.paper
    town = (
        frozenset() if mention.town is None else frozenset({f"QX-{mention.town // 5:02}-{mention.town:02}"})
    )
    articles = frozenset(f"QX-CC {100 + one // 3}({one % 3 + 1})" for one in mention.articles)
    return Context(
        name=mention.name,
        birth_first=None if mention.born is None else mention.born - (not mention.exact),
        birth_last=mention.born,
        sex={"f": "female", "m": "male", None: None}[mention.sex],
        towns=town,
        regions=town | frozenset(each.rpartition("-")[0] for each in town),
        articles=articles,
        numbers=frozenset(each.partition("(")[0] for each in articles),
        first_day=f"{paper.year}-01-01",
        last_day=f"{paper.year}-12-31",
        occupations=frozenset({mention.trade}) if mention.trade else frozenset(),
        document_id=f"d-{paper.number}",
        source=f"s-{paper.source}",
    )
