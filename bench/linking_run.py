"""One size of the benchmark of linking, in a process of its own: prints its figures as a line of JSON."""

import argparse
import json
import os
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.linking_people import context, told
from tizim.identity import Context, declared_model
from tizim.stores.linkage import Linked, groups, link
from tizim.stores.linkage.duck import DuckEngine
from tizim.stores.linkage.scratch import scratch

PROBABLE = 0.5  # pairs
LOWEST = 0.05
_MEMORY = "4GB"
_PAGE = 1024


def main(argv: list[str] | None = None) -> None:
    """Links so many invented mentions and prints what came of it."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mentions", type=int)
    options.add_argument("--people", type=int, default=0, help="default: three for ten mentions")
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(argv)
    people = chosen.people or chosen.mentions * 3 // 10
    print(json.dumps(run(chosen.mentions, people, chosen.seed)))


def run(mentions: int, people: int, seed: int) -> dict[str, Any]:
    """The figures of one size."""
    made = _Made(mentions, people, seed)
    stages: dict[str, float] = {}
    begun = last = time.perf_counter()
    cpu = _cpu()
    stage = "reading"

    def says(code: str) -> None:
        nonlocal last, stage
        now = time.perf_counter()
        stages[stage] = round(now - last, 1)
        last, stage = now, code

    with scratch() as folder, _Peak(folder) as peak:
        engine = DuckEngine(folder, memory=_MEMORY)
        linked = link(made, declared_model(), engine, threshold=LOWEST, says=says)
        says("end")
        took = time.perf_counter() - begun - made.took
        cpu = _cpu() - cpu - made.cpu
        found = _candidates(engine, made.who)
        begun = time.perf_counter()
        joined = groups(engine, linked.model)
        grouping = time.perf_counter() - begun
        engine.close()
    stages["mentions"] = round(stages["mentions"] - made.took, 1)
    return {
        "mentions": mentions,
        "people": len(set(made.who)),
        "seed": seed,
        "seconds": round(took, 1),
        "cpu_seconds": round(cpu, 1),
        "peak_gb": round(peak.most / 1e9, 2),
        "names": linked.counted.names,
        "name_pairs": linked.counted.name_pairs,
        "candidates": linked.counted.candidates,
        "fitted_to": linked.fitted_to,
        "grouping": round(grouping, 1),
        "stages": {key: value for key, value in stages.items() if value},
        **quality(linked, joined, made.who, found),
    }


class _Made(Iterable[tuple[str, Context]]):
    """Mentions made one by one; the time that making takes is not the time of linking."""

    def __init__(self, mentions: int, people: int, seed: int) -> None:
        self._asked = mentions, people, seed
        self.who: list[int] = []
        self.took = self.cpu = 0.0

    def __iter__(self) -> Iterator[tuple[str, Context]]:
        begun, cpu = time.perf_counter(), time.process_time()
        for number, one in enumerate(told(*self._asked)):
            self.who.append(one.person)
            made = f"m-{number}", context(one)
            self.took += time.perf_counter() - begun
            self.cpu += time.process_time() - cpu
            yield made
            begun, cpu = time.perf_counter(), time.process_time()


def _cpu() -> float:
    """The CPU seconds of this process and of the children that have ended."""
    return sum(os.times()[:4])


def _candidates(engine: DuckEngine, who: list[int]) -> int:
    """How many pairs of mentions of one person were compared at all."""
    import pyarrow

    numbers = pyarrow.array(range(len(who)), pyarrow.int32())
    engine.put("truth", pyarrow.table({"n": numbers, "who": pyarrow.array(who, pyarrow.int32())}))
    asked = (
        "SELECT count(*) FROM candidate c JOIN truth l ON l.n = c.join_key_l"
        " JOIN truth r ON r.n = c.join_key_r WHERE l.who = r.who"
    )
    found: int = engine.rows(asked)[0][0]
    return found


def quality(linked: Linked, together: list[list[int]], who: list[int], found: int) -> dict[str, float]:
    """Precision, recall and F1 of pairs and of groups, and how many of the true pairs were compared."""
    true = sum(many * (many - 1) // 2 for many in Counter(who).values())
    edges = [(int(pair.left[2:]), int(pair.right[2:]), pair.probability) for pair in linked.pairs]
    probable = [edge for edge in edges if edge[2] >= PROBABLE]
    right = sum(who[one] == who[other] for one, other, _ in probable)
    same = 0
    for group in together:
        inside: dict[int, int] = defaultdict(int)
        for mention in group:
            inside[who[mention]] += 1
        same += sum(many * (many - 1) // 2 for many in inside.values())
    joined = sum(len(group) * (len(group) - 1) // 2 for group in together)
    figures = {"compared": found / true}
    for name, good, taken in (("pairs", right, len(probable)), ("groups", same, joined)):
        figures |= {
            f"{name}_precision": good / max(1, taken),
            f"{name}_recall": good / true,
            f"{name}_f1": 2 * good / (taken + true),
        }
    return {name: round(value, 4) for name, value in figures.items()}


class _Peak:
    """The most memory that this process, its children and the folder took at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._watching, daemon=True)
        self.most = 0

    def __enter__(self) -> "_Peak":
        self._watch.start()
        return self

    def __exit__(self, *error: object) -> None:
        self._over.set()
        self._watch.join()

    def _watching(self) -> None:
        while not self._over.wait(1.0):
            self.most = max(self.most, sum(map(_share_of, _family())) + _size(self._folder))


def _family() -> list[int]:
    own = os.getpid()
    children = Path(f"/proc/{own}/task/{own}/children").read_text(encoding="ascii")
    return [own, *map(int, children.split())]


def _share_of(process: int) -> int:
    """The memory of a process, what it shares counted in part."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * _PAGE for line in lines if line.startswith("Pss:"))


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


if __name__ == "__main__":
    main()
