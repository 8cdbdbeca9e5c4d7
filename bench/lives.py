"""Lives of nobody: what happens to invented people between 2015 and 2026, act after act."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

FIRST, LAST = date(2015, 1, 12), date(2026, 11, 16)

_GIVEN_MEN = (
    "Aidos Arystan Bekzat Dauren Erbol Farid Genrikh Ilyas "
    "Kaisar Madi Nail Olzhas Pavel Ruslan Sanzhar Timur Viktor"
)
_GIVEN_WOMEN = (
    "Aigerim Botakoz Dana Elmira Gulnur Inkar Kamila Larisa "
    "Madina Nazym Oksana Raushan Saule Tomiris Ulpan Zere"
)
_GIVEN_TAILS = ("", "bek", "zhan", "gul", "ai")
_HEADS = (
    "Zhel Shoq Teb Qurm Marq Torl Balq Kezh Sulq Dary Nerq Oylm "
    "Ushq Kamz Taraq Burl Yesq Altym Sapq Minq Qozh Lesh Drun Vezh"
)
_BODIES = "ken par eri ysh taq ban dyr gel zan oly uzh emi aqt ylg osh unt ebe ish aru ovy"
_TAILS = (("ov", "ova"), ("in", "ina"), ("bek", "bek"), ("uly", "qyzy"), ("enko", "enko"))
_ARTICLES = ("QT-CC 308(2)", "QT-CC 217(2)", "QT-CC 164(1)", "QT-CC 203(4)")


@dataclass(frozen=True, slots=True)
class Happening:
    """One act on one day, and the status of the person from that day on (none: free)."""

    day: date
    act: str
    outcome: str | None = None
    articles: tuple[str, ...] = ()
    status: str | None = None


def names(dice: random.Random, count: int) -> list[str]:
    """So many invented names; about one in 200 is borne twice."""
    found: dict[str, None] = {}
    while len(found) < count - count // 200:
        found[_name(dice)] = None
    once = list(found)
    return once + [dice.choice(once) for _ in range(count - len(once))]


def _name(dice: random.Random) -> str:
    woman = dice.random() < 0.35
    given = dice.choice((_GIVEN_WOMEN if woman else _GIVEN_MEN).split())
    return f"{given}{dice.choice(_GIVEN_TAILS)} {_surname(dice, woman)}"


def official(dice: random.Random) -> str:
    """The name of an official; no victim bears the given name."""
    return f"Colonelbek {_surname(dice, woman=False)}"


def _surname(dice: random.Random, woman: bool) -> str:
    heads, bodies = _HEADS.split(), _BODIES.split()
    # Squared: a few surnames are frequent, most are rare.
    place = int(dice.random() ** 2 * len(heads) * len(bodies) ** 2)
    head, rest = divmod(place, len(bodies) ** 2)
    body = bodies[rest // len(bodies)] + (bodies[rest % len(bodies)] if place % 3 else "")
    tail = _TAILS[min(4, int(dice.expovariate(1.2)))][woman]
    return f"{heads[head]}{body}{tail}"


def life(dice: random.Random) -> list[Happening]:
    """What happens to one person, in the order of days; never nothing."""
    begin = FIRST + timedelta(dice.randrange((LAST - FIRST).days - 60))
    found: list[Happening] = []
    while not found or (dice.random() < 0.25 and begin < LAST):
        story = dice.choices((_rally, _case, _pressure), (4, 5, 1))[0]
        found += [one for one in story(dice, begin) if one.day < LAST]
        if found[-1].act == "death":
            break
        begin = found[-1].day + timedelta(dice.randrange(60, 700))
    return found


def status_on(happenings: Sequence[Happening], day: date) -> Happening | None:
    """The last happening that set a status and still stands on the day."""
    past = [
        one
        for one in happenings
        if one.day <= day and one.act not in ("financial_listing", "ban_on_activity")
    ]
    return past[-1] if past and past[-1].status else None


def _rally(dice: random.Random, day: date) -> Iterator[Happening]:
    yield Happening(day, "detention", status="detained")
    if dice.random() < 0.45:
        term = dice.choice((5, 7, 10, 15, 20))
        article = ("QT-CAO 371(6)",)
        arrest = f"administrative_arrest P{term}D"
        yield Happening(day + timedelta(1), "administrative_arrest", arrest, article, "administrative_arrest")
        yield Happening(day + timedelta(1 + term), "release", "released")
    elif dice.random() < 0.5:
        yield Happening(
            day + timedelta(1), "fine", f"fine {dice.randrange(20, 200)}000 QTA", ("QT-CAO 371(6)",)
        )
    else:
        yield Happening(day, "release", "released")


def _pressure(dice: random.Random, day: date) -> Iterator[Happening]:
    for act in dice.sample(
        ("threat", "dismissal", "travel_ban", "search", "interrogation", "surveillance"), 2
    ):
        yield Happening(day, act)
        day += timedelta(dice.randrange(1, 40))


def _case(dice: random.Random, day: date) -> Iterator[Happening]:
    articles = (dice.choice(_ARTICLES),)
    if dice.random() < 0.4:
        yield Happening(day, "search", None, articles)
    yield Happening(day, "detention", None, articles, "detained")
    yield Happening(day + timedelta(2), "charge", None, articles, "charged")
    held = dice.random() < 0.65
    measure, outcome = (
        ("pretrial_detention", "pretrial P2M") if held else ("house_arrest", "house_arrest P2M")
    )
    for _ in range(dice.randrange(1, 3)):
        yield Happening(day + timedelta(2), measure, outcome, articles, measure)
        day += timedelta(60)
    day += timedelta(dice.randrange(5, 200))
    if dice.random() < 0.1:
        yield Happening(day, "release", "case_closed", articles)
        return
    yield from _sentence(dice, day, articles)


def _sentence(dice: random.Random, day: date, articles: tuple[str, ...]) -> Iterator[Happening]:
    years = dice.randrange(1, 8)
    kind, status = dice.choices(
        (
            ("imprisonment", "serving_sentence"),
            ("restriction_of_liberty",) * 2,
            ("suspended", "suspended_sentence"),
        ),
        (5, 4, 1),
    )[0]
    ban = dice.random() < 0.3
    outcome = f"{kind} P{years}Y; ban P3Y" if ban else f"{kind} P{years}Y"
    yield Happening(day, "sentence", outcome, articles, status)
    if ban:
        yield Happening(day, "ban_on_activity", "ban P3Y", articles)
    if dice.random() < 0.5:
        yield Happening(day + timedelta(dice.randrange(5, 60)), "financial_listing", None, articles)
    if dice.random() < 0.35:
        day += timedelta(dice.randrange(40, 90))
        yield Happening(day, "appeal", "upheld", articles, status)
    yield from _end(dice, day, kind, years)


def _end(dice: random.Random, day: date, kind: str, years: int) -> Iterator[Happening]:
    chance = dice.random()
    later = day + timedelta(dice.randrange(100, 366 * years + 1))
    if kind == "imprisonment" and chance < 0.02:
        yield Happening(later, "death")
    elif kind == "imprisonment" and chance < 0.2:
        outcome = "restriction_of_liberty P1Y; converted_from imprisonment"
        yield Happening(later, "release", outcome, (), "restriction_of_liberty")
    elif kind == "restriction_of_liberty" and chance < 0.07:
        outcome = "imprisonment P1Y; converted_from restriction_of_liberty"
        yield Happening(later, "sentence", outcome, (), "serving_sentence")
    elif kind == "imprisonment" and chance < 0.7:
        yield Happening(day + timedelta(366 * years), "release", "released")
