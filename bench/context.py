"""Mentions placed with and without their context, beside a peer in one run: invented people and namesakes.

Every person, document and context is made up here; towns are real, so that the vocabulary knows them.
"""

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path

from bench.spellings import PRESS, WAYS, Invented, latin, people, russified
from tizim.identity import WrittenMention, compare_score, declared_model, identify
from tizim.identity.identify_linkage import Evidence, average_linkage
from tizim.identity.identify_nodes import is_full
from tizim.identity.weights_chart import weights_chart

PICTURE = Path(__file__).resolve().parent.parent / "docs" / "pictures" / "weights.svg"

TOWNS = {
    "en": "Almaty Astana Shymkent Karaganda Aktobe Taraz Pavlodar Semey Atyrau Kostanay Kyzylorda Uralsk"
    " Petropavlovsk Aktau Turkistan Kokshetau",
    "ru": "Алматы Астана Шымкент Караганда Актобе Тараз Павлодар Семей Атырау Костанай Кызылорда Уральск"
    " Петропавловск Актау Туркестан Кокшетау",
    "kk": "Алматы Астана Шымкент Қарағанды Ақтөбе Тараз Павлодар Семей Атырау Қостанай Қызылорда Орал"
    " Петропавл Ақтау Түркістан Көкшетау",
}
WORK = {
    "en": "journalist,lawyer,poet,teacher,blogger,driver,doctor,historian,pensioner,student,entrepreneur,"
    "judge,prosecutor,oil worker",
    "ru": "журналист,адвокат,поэт,учитель,блогер,водитель,врач,историк,пенсионер,студент,предприниматель,"
    "судья,прокурор,нефтяник",
    "kk": "журналист,адвокат,ақын,мұғалім,блогер,жүргізуші,дәрігер,тарихшы,зейнеткер,студент,кәсіпкер,судья,"
    "прокурор,мұнайшы",
}
CASES = {
    "en": "bridge case,water protest,orchard rally,river petition,library strike,border march,garage trial,"
    "post office picket",
    "ru": "дело о мосте,протест о воде,митинг в саду,петиция о реке,забастовка в библиотеке,марш у границы,"
    "суд о гаражах,пикет у почты",
    "kk": "көпір ісі,су наразылығы,бақтағы митинг,өзен петициясы,кітапхана ереуілі,шекара шеруі,гараж соты,"
    "пошта пикеті",
}
TERMS = {
    "en": "{} years,asked for release,in custody,hunger strike,trial goes on",
    "ru": "{} лет лишения свободы,просит об освобождении,под стражей,голодовка,суд идёт",
    "kk": "{} жыл,босатуды сұрады,қамауда,аштық жариялады,сот жүріп жатыр",
}
ARTICLES = ("174", "405", "182(2)", "380", "488", "274(3)", "258")
MONTHS = {
    "en": "January February March April May June July August September October November December".split(),
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
}
SPELT = {
    "en": (
        "BGN/PCGN",
        "passport",
        "press",
        "Latin of 2018",
        "Latin of 2021",
        "ISO 9",
        "marks clipped",
        "ending dropped",
    ),
    "ru": ("Russian", "Russian", "Russian case", "Russian, other vowels", "with patronymic"),
    "kk": ("Kazakh", "Kazakh", "Kazakh case", "with patronymic"),
}


@dataclass(frozen=True)
class Life:
    """What contexts tell of a person."""

    who: Invented
    born: int
    town: int
    work: int
    case: int
    article: str
    day: date
    years: int


def lives(count: int, namesakes: float, chance: random.Random) -> list[Life]:
    """Families, and namesakes: one given name and surname, another life, half of them a generation apart."""
    known = [life_of(person, chance) for person in people(count, chance)]
    for life in chance.sample(known, int(namesakes * len(known))):
        other = life_of(replace(life.who, father=chance.choice(known).who.father), chance)
        known.append(
            replace(other, born=life.born - chance.randint(20, 35)) if chance.random() < 0.5 else other
        )
    return known


def life_of(who: Invented, chance: random.Random) -> Life:
    day = date(2015, 1, 1) + timedelta(chance.randrange(3600))
    work = chance.randrange(14)
    picked = chance.randrange(16), work, chance.randrange(8)
    return Life(who, chance.randint(1950, 1999), *picked, chance.choice(ARTICLES), day, chance.randint(1, 12))


def context(life: Life, day: date, language: str, chance: random.Random) -> str:
    """One to three things said of a person; one in seven mentions has none, one age in ten is a year off."""
    if chance.random() < 1 / 7:
        return ""
    wrong = chance.choice((-1, 1)) if chance.random() < 0.1 else 0
    told = life.day
    written = {
        "en": f"sentenced {told.day} {MONTHS['en'][told.month - 1]} {told.year}",
        "ru": f"задержан {told.day} {MONTHS['ru'][told.month - 1]} {told.year}",
        "kk": f"{told.year} жылғы {told.day} {MONTHS['kk'][told.month - 1]}",
    }
    parts = [
        str(day.year - life.born - (chance.random() < 0.5) + wrong),
        TOWNS[language].split()[life.town if chance.random() < 0.85 else chance.randrange(16)],
        WORK[language].split(",")[life.work],
        CASES[language].split(",")[life.case],
        chance.choice(TERMS[language].split(",")).format(life.years),
        {"en": "art. ", "ru": "ст. ", "kk": "ст. "}[language] + life.article,
        written[language],
    ]
    return ", ".join(chance.sample(parts, chance.choice((1, 1, 2, 2, 3))))


def mentions(known: Sequence[Life], chance: random.Random) -> list[tuple[WrittenMention, int]]:
    """Two to six documents a person; after the full name a bare surname or initials in every third."""
    found: list[tuple[WrittenMention, int]] = []
    documents: dict[tuple[str, date], str] = {}
    for number, life in enumerate(known):
        for _ in range(chance.randint(2, 6)):
            language = chance.choice(("en", "ru", "ru", "kk"))
            day = life.day + timedelta(chance.randrange(60) * 30)
            document = documents.setdefault((language, day), f"doc-{len(documents)}")
            forms = [WAYS[chance.choice(SPELT[language])](life.who)]
            forms += [short(life.who, language, chance)] if chance.random() < 1 / 3 else []
            for form in forms:
                told = context(life, day, language, chance)
                row = WrittenMention(f"m{len(found):06}", form, language, day.isoformat(), told, document)
                found.append((row, number))
    return found


def short(who: Invented, language: str, chance: random.Random) -> str:
    """A bare surname, or one with an initial."""
    written = {"en": lambda text: latin(russified(text), PRESS), "ru": russified, "kk": str}[language]
    family = written(who.family)
    return family if chance.random() < 0.7 else f"{written(who.given)[0]}. {family}"


def pairwise(truth: Sequence[int], said: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 over pairs of mentions."""

    def pairs(labels: Iterable[object]) -> int:
        return sum(count * (count - 1) // 2 for count in Counter(labels).values())

    both = pairs(zip(truth, said, strict=True))
    return (
        both / max(1, pairs(said)),
        both / max(1, pairs(truth)),
        2 * both / max(1, pairs(said) + pairs(truth)),
    )


def bcubed(truth: Sequence[int], said: Sequence[str]) -> float:
    """B-cubed F1."""
    both = Counter(zip(truth, said, strict=True))
    clusters, persons = Counter(said), Counter(truth)
    right = sum(count**2 / clusters[label] for (_, label), count in both.items()) / len(truth)
    found = sum(count**2 / persons[person] for (person, _), count in both.items()) / len(truth)
    return 2 * right * found / (right + found)


def peer(rows: Sequence[WrittenMention]) -> tuple[str, dict[float, list[str]]]:
    """rapidfuzz on transliterated names, average linkage, at several thresholds."""
    from anyascii import anyascii
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.process import cdist

    names = sorted({row.name for row in rows})
    at = {name: place for place, name in enumerate(names)}
    plain = [anyascii(name).casefold() for name in names]
    table = cdist(plain, plain, scorer=token_sort_ratio, score_cutoff=50)
    left, right = table.nonzero()
    alike = {(int(a), int(b)): float(table[a, b]) / 100 for a, b in zip(left, right, strict=True) if a < b}
    found = {}
    for cut in (0.7, 0.75, 0.8, 0.85, 0.9):
        pairs = {pair: Evidence(1, score - cut) for pair, score in alike.items()}
        labels = average_linkage(len(names), pairs, unlike=-cut)
        found[cut] = [str(labels[at[row.name]]) for row in rows]
    return "rapidfuzz token_sort_ratio, average linkage, the best of five thresholds", found


Figures = tuple[float, ...]


def figures(rows: Sequence[WrittenMention], truth: Sequence[int], said: Sequence[str]) -> Figures:
    """Precision, recall, F1 and B-cubed F1: of the full names, and of all mentions."""
    full = [place for place, row in enumerate(rows) if is_full(row.name)]
    found: list[float] = []
    for places in (full, range(len(rows))):
        some, others = [truth[place] for place in places], [said[place] for place in places]
        found += [*pairwise(some, others), bcubed(some, others)]
    return tuple(found)


def clusters(rows: Sequence[WrittenMention], **changed: str | None) -> list[str]:
    """The clusters of the mentions, with some of their fields changed."""
    return [one.cluster_id for one in identify([replace(row, **changed) for row in rows])]


def measured(count: int, namesakes: float, seed: int, errors: int) -> dict[str, Figures]:
    """The figures of one seed, by method; the mentions a second go by the name of 'speed'."""
    chance = random.Random(seed)
    made = mentions(lives(count, namesakes, chance), chance)
    rows, truth = [row for row, _ in made], [number for _, number in made]
    begun = time.process_time()
    said = clusters(rows)
    found = {"speed": (len(rows), len(set(truth)), len(rows) / (time.process_time() - begun))}
    if errors:
        tell(rows, truth, said, errors)
    found["names, contexts, documents"] = figures(rows, truth, said)
    found["names, contexts, days"] = figures(rows, truth, clusters(rows, document=None))
    found["names and documents"] = figures(rows, truth, clusters(rows, context=""))
    try:
        title, by_cut = peer(rows)
    except ImportError:
        return found
    return found | {
        title: max((figures(rows, truth, one) for one in by_cut.values()), key=lambda all: all[2])
    }


def main(argv: list[str] | None = None) -> None:
    """Prints the table of figures, the means of all seeds."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=300)
    options.add_argument("--namesakes", type=float, default=0.02, help="how many people have one, as a share")
    options.add_argument("--seeds", type=int, nargs="+", default=[31], help="31 to 35 were looked into")
    options.add_argument("--errors", type=int, default=0, help="how many errors of each kind to show")
    options.add_argument("--chart", action="store_true", help="write docs/pictures/weights.svg, nothing else")
    chosen = options.parse_args(argv)
    if chosen.chart:
        PICTURE.parent.mkdir(exist_ok=True)
        PICTURE.write_text(weights_chart(declared_model()), encoding="utf-8")
        return
    every = [measured(chosen.people, chosen.namesakes, seed, chosen.errors) for seed in chosen.seeds]
    print("| | full: precision | recall | F1 | B-cubed F1 | all: precision | recall | F1 | B-cubed F1 |")
    print("|---|---|---|---|---|---|---|---|---|")
    for title in list(every[0])[1:]:
        means = [sum(one) / len(every) for one in zip(*(found[title] for found in every), strict=True)]
        print(f"| {title} | " + " | ".join(f"{mean:.4f}" for mean in means) + " |")
    for found in every:
        print("{} mentions of {} people, {:,.0f} mentions a second of CPU".format(*found["speed"]))


def tell(rows: Sequence[WrittenMention], truth: Sequence[int], said: Sequence[str], errors: int) -> None:
    """Pairs that are wrong, of invented people."""
    seen: dict[str, int] = defaultdict(int)
    for (i, one), (j, other) in combinations(enumerate(rows), 2):
        same, joined = truth[i] == truth[j], said[i] == said[j]
        kind = "missed" if same else "joined"
        kind += ", full" if is_full(one.name) and is_full(other.name) else ", short"
        if same != joined and seen[kind] < errors:
            seen[kind] += 1
            score = compare_score(one.name, other.name)
            print(f"{kind} {score:.2f} {one.name} | {one.context} || {other.name} | {other.context}")


if __name__ == "__main__":
    main()
