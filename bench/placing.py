"""Mentions placed one by one among many people: ``python -m bench.placing --people 50000 --peer``.

Everybody is invented, each with a name of its own in a document of fifty. Placing is ``Roll.change`` with
one claim of a new document and, from there, what is open about whoever it names. Mentions are measured in
processor time, so that other programs on the machine do not count.
"""

import argparse
import gc
import random
import resource
import time
from collections.abc import Callable, Iterator
from itertools import count
from statistics import median, quantiles

from bench.lives import names
from tizim.claims import Claim
from tizim.identity import Roll, people

_PER_DOCUMENT = 50
_WAYS = (
    "the same name",
    "surname first",
    "a letter doubled",
    "a letter lost",
    "somebody new",
    "surname alone",
)


def claims(people_named: list[str]) -> Iterator[Claim]:
    """One claim about each person, in documents of fifty."""
    for number, name in enumerate(people_named):
        yield _claim(f"c-{number}", f"d-{number // _PER_DOCUMENT}", name)


def _claim(made: str, document: str, name: str) -> Claim:
    return Claim(
        id=made,
        recorded_at="2026-01-01T00:00:00.000000Z",
        passage_id="q-1",
        document_id=document,
        act="detention",
        person=name,
    )


def written(way: str, name: str, number: int) -> str:
    """The name as one more document writes it."""
    given, surname = name.split(" ")
    return {
        "the same name": name,
        "surname first": f"{surname.upper()} {given}",
        "a letter doubled": f"{given} {surname[:3]}{surname[2:]}",
        "a letter lost": f"{given} {surname[:3]}{surname[4:]}",
        "somebody new": f"{given[::-1].title()} {surname[::-1].title()}{number}".rstrip("0123456789"),
        "surname alone": surname,
    }[way]


def placed(
    roll: Roll, everybody: list[str], times: int, dice: random.Random
) -> dict[str, list[tuple[float, float]]]:
    """Milliseconds for each mention placed, and with what is open about it, by how it is written."""
    spent: dict[str, list[tuple[float, float]]] = {way: [] for way in _WAYS}
    numbers = count()
    for _ in range(times):
        for way in _WAYS:
            number = next(numbers)
            claim = _claim(f"c-new-{number}", f"d-new-{number}", written(way, dice.choice(everybody), number))
            spent[way].append(_place(roll, claim))
    return spent


def _place(roll: Roll, claim: Claim) -> tuple[float, float]:
    begun = time.process_time()
    new = roll.change([claim]).new
    changed = time.process_time()
    for person in new:
        roll.edges(person.id)
    return (changed - begun) * 1000, (time.process_time() - begun) * 1000


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _figures(spent: tuple[float, ...]) -> str:
    return f"{median(spent):.2f} | {quantiles(spent, n=20)[-1]:.2f} | {max(spent):.2f}"


def main() -> None:
    """Prints the figures as a table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=50_000)
    options.add_argument("--times", type=int, default=100, help="mentions of each way")
    options.add_argument("--peer", action="store_true", help="also a full run, which is what a mention cost")
    chosen = options.parse_args()
    dice = random.Random(7)
    everybody = names(dice, chosen.people)
    roll = Roll()
    begun, cpu = time.perf_counter(), time.process_time()
    roll.change(claims(everybody), judgements=())
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    print(f"{len(roll.persons):,} people; built in {wall:.1f} s ({cpu:.1f} s of CPU); {memory:.2f} GiB\n")
    gc.freeze()
    print("| written as | placed: median ms | 95% | slowest | with what is open: median | 95% | slowest |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    spent = placed(roll, everybody, chosen.times, dice)
    for way, found in [*spent.items(), ("all", [one for each in spent.values() for one in each])]:
        print(f"| {way} |", " | ".join(map(_figures, zip(*found, strict=True))), "|")
    if chosen.peer:
        print(f"A full run: {_milliseconds(lambda: people(claims(everybody), ())):,.0f} ms")


if __name__ == "__main__":
    main()
