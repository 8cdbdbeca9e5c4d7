"""Names compared, each measure beside its peers in one run: people of all languages, and the gold."""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from bench.bearers import LANGUAGES
from bench.name_peers import Score, equal_names, logic_v2, rapidfuzz, splink
from bench.writings import mentions_in
from tizim.identity import compare_score

ROOT = Path(__file__).resolve().parent.parent
Row = tuple[str, str, str]
HEAD = "| {} | records | same pairs | F1 | at | F1 at 0.5 | recall at 99% | pairs/s | pairs/s CPU |"
MISSING = "| {} | is not installed: not compared | | | | | | | |"


def peer(one: str, other: str) -> float:
    """rapidfuzz on transliterated names, for the script of the gold; else equality."""
    return (rapidfuzz() or equal_names)(one, other)


def figures(scored: list[tuple[float, bool]]) -> tuple[float, float, float, float]:
    """Best F1, its threshold, F1 at 0.5, and the recall that can be had at 99% precision."""
    scored.sort(key=lambda pair: -pair[0])
    same = sum(pair[1] for pair in scored)
    best, cut, recall, right = 0.0, 1.0, 0.0, 0
    half = 0.0
    for taken, (score, is_same) in enumerate(scored, 1):
        right += is_same
        if taken < len(scored) and scored[taken][0] == score:
            continue
        f1 = 2 * right / (taken + same)
        best, cut = max((best, cut), (f1, score))
        half = f1 if score >= 0.5 else half
        recall = right / same if right >= 0.99 * taken else recall
    return best, cut, half, recall


def rows_of(languages: Sequence[str], people: int, seed: int) -> list[Row]:
    """The names as written, each once for a person: name, person, way."""
    found = {
        (name, person): way for each in languages for name, person, way in mentions_in(each, people, seed)
    }
    return [(name, person, way) for (name, person), way in found.items()]


def measured(score: Score | None, title: str, rows: Sequence[Row]) -> list[float]:
    """Prints a row of the table; gives the scores of all pairs."""
    if score is None:
        print(MISSING.format(title))
        return []
    begun, cpu = time.perf_counter(), time.process_time()
    scores = [score(one[0], other[0]) for one, other in combinations(rows, 2)]
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    same = [one[1] == other[1] for one, other in combinations(rows, 2)]
    best, cut, half, recall = figures(list(zip(scores, same, strict=True)))
    print(
        f"| {title} | {len(rows)} | {sum(same)} | {best:.4f} | {cut:.3f} | {half:.4f} | {recall:.4f}"
        f" | {len(scores) / max(wall, 1e-9):,.0f} | {len(scores) / max(cpu, 1e-9):,.0f} |",
        flush=True,
    )
    return scores


def tell_errors(rows: Sequence[Row], scores: Sequence[float], errors: int) -> None:
    """The worst errors at 0.5, of invented people, and the ways of writing that are missed most."""
    compared = list(zip(combinations(rows, 2), scores, strict=True))
    missed = [(each, score) for each, score in compared if each[0][1] == each[1][1] and score < 0.5]
    joined = [(each, score) for each, score in compared if each[0][1] != each[1][1] and score >= 0.5]
    ways = Counter(row[2] for pair, _ in missed for row in pair)
    print(f"\nmissed {len(missed)}, by way: {ways.most_common(20)}; joined wrongly {len(joined)}")
    shown = [
        *sorted(missed, key=lambda each: each[1])[:errors],
        *sorted(joined, key=lambda each: -each[1])[:errors],
    ]
    for (one, other), score in shown:
        print(f"  {score:.3f} {one[0]} [{one[2]}, {one[1]}] | {other[0]} [{other[2]}, {other[1]}]")


def by_language(people: int, seed: int, errors: int) -> None:
    """A table of all languages, and of all of them together, beside the quick peers."""
    print(HEAD.format("language"))
    print("|---" * 9 + "|")
    for language in LANGUAGES:
        rows = rows_of([language], people, seed)
        scores = measured(compare_score, language, rows)
        if errors:
            tell_errors(rows, scores, errors)
    rows = rows_of(LANGUAGES, max(2, people // 3), seed)
    measured(compare_score, "all together", rows)
    measured(rapidfuzz(), "all together: rapidfuzz on transliterated names", rows)
    measured(equal_names, "all together: equal after folding", rows)


def by_slow_peers(people: int, seed: int) -> None:
    """A table of a few people of all languages, beside the slow peers."""
    rows = rows_of(LANGUAGES, people, seed)
    print()
    print(HEAD.format("a few of all languages"))
    print("|---" * 9 + "|")
    measured(compare_score, "tizim", rows)
    measured(rapidfuzz(), "rapidfuzz on transliterated names", rows)
    measured(logic_v2(), "nomenklatura logic-v2, most lenient", rows)
    measured(
        splink([row[0] for row in rows]), "Splink's name comparisons, trained by EM (training left out)", rows
    )


def on_gold(gold: Path) -> None:
    """The score script of the development gold, for this matcher and for the peer."""
    for matcher in ("tizim.identity:compare_score", "bench.identity:peer"):
        command = [sys.executable, str(gold / "score.py"), "--matcher", matcher]
        paths = os.pathsep.join([str(ROOT / "src"), str(ROOT), os.environ.get("PYTHONPATH", "")])
        subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": paths})


def main(argv: list[str] | None = None) -> None:
    """Prints all figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=40, help="invented people a language")
    options.add_argument(
        "--few", type=int, default=3, help="people a language for the slow peers; 0 leaves them out"
    )
    options.add_argument("--seed", type=int, default=2, help="which people; 1 was looked at in development")
    options.add_argument("--errors", type=int, default=0, help="how many errors of each kind to show")
    options.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold" / "identity")
    chosen = options.parse_args(argv)
    by_language(chosen.people, chosen.seed, chosen.errors)
    if chosen.few:
        by_slow_peers(chosen.few, chosen.seed)
    if (chosen.gold / "score.py").is_file():
        on_gold(chosen.gold)
    else:
        print("\nThe development gold is not here: only invented names were compared.")


if __name__ == "__main__":
    main()
