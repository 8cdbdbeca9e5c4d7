"""How many spellings of one person share a key, in eleven languages, and how large the blocks of keys are."""

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from bench.bearers import LANGUAGES
from bench.crowd import Crowd
from bench.writings import mentions_in
from tizim.identity import compare_score, name_keys
from tizim.identity.identify_nodes import is_full

AGREE = 0.45


def names_of(language: str, people: int, seed: int) -> Iterator[set[str]]:
    """The full names of each person as written."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, person, _ in mentions_in(language, people, seed):
        found[person].update([name] if is_full(name) else [])
    yield from found.values()


def shared(names: set[str], *, run_together: bool) -> Iterator[tuple[str, str, bool]]:
    """The pairs of these names that agree, and whether each shares a key."""
    keys = {name: name_keys(name, run_together=run_together) for name in names}
    for one, other in combinations(sorted(names), 2):
        if compare_score(one, other) >= AGREE:
            yield one, other, not keys[one].isdisjoint(keys[other])


def tell_recall(people: int, seeds: Sequence[int], lost: int) -> None:
    """Prints a row a language; with ``lost`` so many pairs of invented names that share no key."""
    print("| language | pairs that agree | share a key | without keys for lost spaces | keys a name |")
    print("|---|---|---|---|---|")
    every: Counter[str] = Counter()
    for language in LANGUAGES:
        counts: Counter[str] = Counter()
        left = lost
        for names in (each for seed in seeds for each in names_of(language, people, seed)):
            counts["names"] += len(names)
            counts["keys"] += sum(len(name_keys(name)) for name in names)
            counts["apart"] += sum(found for *_, found in shared(names, run_together=False))
            for one, other, found in shared(names, run_together=True):
                counts["pairs"] += 1
                counts["shared"] += found
                if left and not found:
                    left -= 1
                    print(f"{one} || {other}")
        tell(language, counts)
        every += counts
    tell("all", every)


def tell(title: str, counts: Counter[str]) -> None:
    """Prints a row."""
    shares = f"{counts['shared'] / counts['pairs']:.2%} | {counts['apart'] / counts['pairs']:.2%}"
    print(f"| {title} | {counts['pairs']} | {shares} | {counts['keys'] / counts['names']:.1f} |", flush=True)


def tell_blocks(count: int) -> None:
    """Prints how many names share a key, among the different names of so many people."""
    crowd = Crowd(count)
    names = sorted({crowd.name(number) for number in range(count)})
    begun = time.process_time()
    blocks = Counter(key for name in names for key in name_keys(name))
    spent = time.process_time() - begun
    sizes = sorted(blocks.values())
    total, highest = sum(sizes), sizes[int(0.99 * len(sizes))]
    print(
        f"\n{len(names):,} different names: {total / len(names):.2f} keys a name, {len(sizes):,} keys;"
        f" names a key {total / len(sizes):.2f}, 99th of 100 {highest}, most {sizes[-1]};"
        f" {len(names) / spent:,.0f} names a second of CPU"
    )


def main() -> None:
    """Prints the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--people", type=int, default=40, help="of each language and seed")
    options.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3, 4])
    options.add_argument("--blocks", type=int, default=0, help="also the blocks of so many people")
    options.add_argument("--lost", type=int, default=0, help="show so many pairs of a language without a key")
    chosen = options.parse_args()
    tell_recall(chosen.people, chosen.seeds, chosen.lost)
    if chosen.blocks:
        tell_blocks(chosen.blocks)


if __name__ == "__main__":
    main()
