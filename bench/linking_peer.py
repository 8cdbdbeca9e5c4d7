"""The peer of the benchmark of linking: Splink with comparisons that it ships, on names in Latin letters."""

import argparse
import json
import logging
import time
from collections import Counter
from typing import Any

from anyascii import anyascii

from bench.linking_people import Told, context, told


def main(argv: list[str] | None = None) -> None:
    """Links so many invented mentions and prints what came of it as a line of JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("mentions", type=int)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args(argv)
    print(json.dumps(run(chosen.mentions, chosen.mentions * 3 // 10, chosen.seed)))


def run(mentions: int, people: int, seed: int) -> dict[str, Any]:
    """Its figures at the threshold that is best for it."""
    made = list(told(mentions, people, seed))
    who = [one.person for one in made]
    begun = time.perf_counter()
    found = _linked([_row(number, one) for number, one in enumerate(made)])
    took = time.perf_counter() - begun
    true = sum(many * (many - 1) // 2 for many in Counter(who).values())
    best, right = (0.0, 0.0, 0.0), 0
    for taken, (one, other, _) in enumerate(found, 1):
        right += who[one] == who[other]
        best = max(best, (2 * right / (taken + true), right / taken, right / true))
    figures = zip(("pairs_f1", "pairs_precision", "pairs_recall"), best, strict=True)
    return {"mentions": mentions, "seconds": round(took, 1), **{key: round(one, 4) for key, one in figures}}


def _row(number: int, mention: Told) -> dict[str, Any]:
    around = context(mention)
    first, *_, last = sorted(anyascii(mention.name).casefold().split()[:2])
    return {
        "unique_id": number,
        "one": first,
        "other": last,
        "name": f"{first} {last}",
        "born": around.birth_last,
        "sex": around.sex,
        "town": min(around.towns, default=None),
        "articles": sorted(around.numbers) or None,
        "trade": min(around.occupations, default=None),
    }


def _linked(rows: list[dict[str, Any]]) -> list[tuple[int, int, float]]:
    """Pairs, likeliest first."""
    import pyarrow
    import splink.comparison_library as cl
    from splink import DuckDBAPI, Linker, SettingsCreator, block_on

    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            cl.ForenameSurnameComparison("one", "other", forename_surname_concat_col_name="name"),
            cl.ExactMatch("born"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("town").configure(term_frequency_adjustments=True),
            cl.ArrayIntersectAtSizes("articles", [1]),
            cl.ExactMatch("trade"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("one"),
            block_on("other"),
            block_on("substr(one, 1, 3)", "substr(other, 1, 3)"),
            block_on("substr(one, 1, 2)", "born", "town"),
        ],
        retain_matching_columns=False,
    )
    api: Any = DuckDBAPI()
    linker: Any = Linker(api.register(pyarrow.Table.from_pylist(rows)), settings, log_level=logging.CRITICAL)
    training = linker.training
    training.estimate_probability_two_random_records_match([block_on("name", "born")], recall=0.1)
    training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in (block_on("name"), block_on("born", "town")):
        training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.01, warning_mode="never")
    asked = "SELECT unique_id_l, unique_id_r, match_probability FROM {} ORDER BY match_probability DESC"
    rows_found: list[tuple[int, int, float]] = api.duckdb_con.sql(
        asked.format(found.physical_name)
    ).fetchall()
    return rows_found


if __name__ == "__main__":
    main()
