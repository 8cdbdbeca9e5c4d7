"""Names compared, beside a peer in one run: invented people in generated spellings, and the gold."""

import argparse
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from itertools import combinations
from pathlib import Path

from bench.spellings import mentions
from tizim.identity import compare_score, normal_name

ROOT = Path(__file__).resolve().parent.parent

Score = Callable[[str, str], float]


def equal_names(one: str, other: str) -> float:
    """The plain peer: names equal after folding."""
    return float(normal_name(one) == normal_name(other))


try:
    from anyascii import anyascii
    from rapidfuzz.fuzz import token_sort_ratio
except ImportError:
    peer: Score = equal_names
    PEER = "equal after folding (install rapidfuzz and anyascii for the other peer)"
else:
    PEER = "rapidfuzz token_sort_ratio on transliterated names"

    @lru_cache(maxsize=65536)
    def _plain(name: str) -> str:
        return anyascii(name).casefold()

    def peer(one: str, other: str) -> float:
        """rapidfuzz on names that anyascii has transliterated."""
        return float(token_sort_ratio(_plain(one), _plain(other))) / 100


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


def on_invented(score: Score, title: str, people: tuple[int, int], errors: int) -> None:
    """Prints the figures of a matcher on invented people, and what it misses most."""
    written = mentions(*people)
    distinct = {(name, person): way for name, person, way in written}
    rows = [(name, person, way) for (name, person), way in distinct.items()]
    begun, cpu = time.perf_counter(), time.process_time()
    scores = [score(one[0], other[0]) for one, other in combinations(rows, 2)]
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    same = [one[1] == other[1] for one, other in combinations(rows, 2)]
    best, cut, half, recall = figures(list(zip(scores, same, strict=True)))
    print(
        f"| {title} | {len(rows)} | {sum(same)} | {best:.4f} | {cut:.3f} | {half:.4f} | {recall:.4f}"
        f" | {len(scores) / wall:,.0f} | {len(scores) / cpu:,.0f} |"
    )
    if errors:
        _tell(list(zip(combinations(rows, 2), scores, same, strict=True)), cut, errors)


def _tell(
    compared: list[tuple[tuple[tuple[str, int, str], ...], float, bool]], cut: float, errors: int
) -> None:
    """The worst errors, of invented people, and the ways of writing that are missed most."""
    missed = sorted((each for each in compared if each[2] and each[1] < cut), key=lambda each: each[1])
    joined = sorted((each for each in compared if not each[2] and each[1] >= cut), key=lambda each: -each[1])
    ways = Counter(row[2] for pair, _, _ in missed for row in pair)
    print(f"\nmissed {len(missed)}, by way: {ways.most_common(20)}; joined wrongly {len(joined)}")
    for (one, other), score, is_same in [*missed[:errors], *joined[:errors]]:
        print(
            f"  {'missed' if is_same else 'joined'} {score:.3f} {one[0]} [{one[2]}] | {other[0]} [{other[2]}]"
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
    options.add_argument("--people", type=int, default=200, help="invented people")
    options.add_argument("--seed", type=int, default=2, help="which people; 1 was looked at in development")
    options.add_argument("--errors", type=int, default=0, help="how many errors of each kind to show")
    options.add_argument("--gold", type=Path, default=ROOT.parent / "shared" / "gold" / "identity")
    chosen = options.parse_args(argv)
    print("| matcher | records | same pairs | F1 | at | F1 at 0.5 | recall at 99% | pairs/s | pairs/s CPU |")
    print("|---|---|---|---|---|---|---|---|---|")
    on_invented(compare_score, "tizim", (chosen.people, chosen.seed), chosen.errors)
    on_invented(peer, PEER, (chosen.people, chosen.seed), 0)
    if (chosen.gold / "score.py").is_file():
        on_gold(chosen.gold)
    else:
        print("\nThe development gold is not here: only invented names were compared.")


if __name__ == "__main__":
    main()
