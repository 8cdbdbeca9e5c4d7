"""People found by name, beside what is used today, in one run: an invented crowd, otherwise spelt.

The peers know the same names, transliterated by anyascii: ILIKE in DuckDB, as registers search today, and
rapidfuzz over a sample, because over all names a question takes seconds.

How it is counted. Nothing in a name tells namesakes apart, so everybody who bears the same given name and
surname as the person asked for is right. Where several people come first with one score, the credit is
shared: two right ones of three count two thirds. "Among five" counts a right one in the first five places.
"""

import argparse
import gc
import platform
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bench.crowd import ASKED, Crowd
from tizim.identity import NameIndex

KINDS = (*ASKED, "with a typing error")
SAMPLE = 20_000
Answer = Sequence[tuple[int, float]]


@dataclass(frozen=True, slots=True)
class Line:
    """What one finder comes to with one kind of queries."""

    finder: str
    people: int
    kind: str
    first: float
    five: float
    median: float
    slow: float
    cpu: float

    def told(self) -> str:
        """The row of the table."""
        return (
            f"| {self.finder} | {self.people:,} | {self.kind} | {self.first:.1%} | {self.five:.1%}"
            f" | {self.median:.2f} | {self.slow:.2f} | {self.cpu:.2f} |"
        )


def measured(
    find: Callable[[str], Answer], crowd: Crowd, asked: Sequence[tuple[int, str]]
) -> tuple[float, float, float, float, float]:
    """Right first, right among five, and milliseconds: median, 95th of 100, median of the processor."""
    first = five = 0.0
    walls, cpus = [], []
    for number, text in asked:
        wall, cpu = time.perf_counter(), time.process_time()
        answer = find(text)
        walls.append((time.perf_counter() - wall) * 1000)
        cpus.append((time.process_time() - cpu) * 1000)
        person = crowd.person(number)
        right = [_same(crowd, one, person.given, person.family) for one, _ in answer]
        top = [is_right for is_right, (_, score) in zip(right, answer, strict=True) if score == answer[0][1]]
        first += sum(top) / len(top) if top else 0.0
        five += any(right[:5])
    walls.sort()
    slow = walls[int(0.95 * (len(walls) - 1))]
    count = len(asked)
    return first / count, five / count, statistics.median(walls), slow, statistics.median(cpus)


def _same(crowd: Crowd, number: int, given: str, family: str) -> bool:
    person = crowd.person(number)
    return (person.given, person.family) == (given, family)


def lines(
    finder: str, find: Callable[[str], Answer], crowd: Crowd, queries: int, within: int
) -> Iterable[Line]:
    """The figures of a finder that knows the first people of the crowd, kind by kind."""
    for kind in KINDS:
        asked = [*crowd.asked(kind, queries, within=within)]
        yield Line(finder, within, kind, *measured(find, crowd, asked))


def on_tizim(crowd: Crowd, queries: int) -> None:
    """Prints the figures of the index, how long it took to build, and the memory of the process."""
    begun, cpu = time.perf_counter(), time.process_time()
    index = NameIndex()
    for number in range(len(crowd)):
        index.add(str(number), (crowd.name(number),))
    index.prepare()
    gc.collect()
    gc.freeze()
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    print(f"Built in {wall:.0f} s ({cpu:.0f} s of one processor), the invention of the names included.\n")
    _head()

    def find(text: str, *, typing: bool = False) -> Answer:
        return [(int(one.person_id), one.score) for one in index.find(text, typing=typing)]

    for line in lines("tizim", find, crowd, queries, len(crowd)):
        print(line.told(), flush=True)
    unfinished = [(number, _cut(text)) for number, text in crowd.asked(KINDS[0], queries, within=len(crowd))]
    typing = measured(lambda text: find(text, typing=True), crowd, unfinished)
    print(Line("tizim", len(crowd), "last word unfinished", *typing).told())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 ** (2 if sys.platform == "darwin" else 1)
    print(f"\nMemory of the process at its highest: {peak:,.0f} MB.\n")


def _cut(text: str) -> str:
    """The text with the last word broken off after five letters."""
    head, _, last = text.rpartition(" ")
    return f"{head} {last[:5]}".strip()


def on_peers(crowd: Crowd, queries: int) -> None:
    """Prints the figures of what is used today."""
    _head()
    for line in lines(
        "ILIKE in DuckDB on names by anyascii", _ilike(crowd), crowd, min(queries, 100), len(crowd)
    ):
        print(line.told(), flush=True)
    sample = min(SAMPLE, len(crowd))
    title = "rapidfuzz token_sort_ratio on names by anyascii"
    for line in lines(title, _rapidfuzz(crowd, sample), crowd, min(queries, 100), sample):
        print(line.told(), flush=True)


def _ilike(crowd: Crowd) -> Callable[[str], Answer]:
    """Names that hold every word of the query; the shorter the name, the better."""
    import duckdb
    from anyascii import anyascii

    base = duckdb.connect()
    base.execute("CREATE TABLE people (number INTEGER, name VARCHAR)")
    for begin in range(0, len(crowd), 2_000):
        some = range(begin, min(begin + 2_000, len(crowd)))
        rows = ",".join(["(?,?)"] * len(some))
        values = [value for number in some for value in (number, anyascii(crowd.name(number)))]
        base.execute(f"INSERT INTO people VALUES {rows}", values)

    def find(text: str) -> Answer:
        words = anyascii(text).split()
        which = " AND ".join(["name ILIKE ?"] * len(words))
        sql = f"SELECT number, length(name) FROM people WHERE {which} ORDER BY length(name), number LIMIT 10"
        found = base.execute(sql, [f"%{word}%" for word in words]).fetchall()
        return [(number, -float(length)) for number, length in found]

    return find


def _rapidfuzz(crowd: Crowd, count: int) -> Callable[[str], Answer]:
    from anyascii import anyascii
    from rapidfuzz import fuzz, process

    names = [anyascii(crowd.name(number)).casefold() for number in range(count)]

    def find(text: str) -> Answer:
        told = process.extract(anyascii(text).casefold(), names, scorer=fuzz.token_sort_ratio, limit=10)
        return [(number, score) for _, score, number in told]

    return find


def _head() -> None:
    print(
        "| finder | people | asked | right first | among five | median ms | 95th of 100, ms | median ms CPU |"
    )
    print("|---|---|---|---|---|---|---|---|")


def main(argv: list[str] | None = None) -> None:
    """Prints all figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "--people", type=int, default=50_000, help="invented people; the measure is 1,000,000"
    )
    options.add_argument("--queries", type=int, default=300, help="questions of each kind")
    options.add_argument("--seed", type=int, default=1, help="which crowd")
    options.add_argument("--alone", action="store_true", help="without the peers")
    chosen = options.parse_args(argv)
    print(f"Python {platform.python_version()}, one process, one thread.\n")
    crowd = Crowd(chosen.people, chosen.seed)
    on_tizim(crowd, chosen.queries)
    if not chosen.alone:
        on_peers(crowd, chosen.queries)


if __name__ == "__main__":
    main()
