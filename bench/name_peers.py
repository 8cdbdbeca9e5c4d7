"""Other ways to compare names, where they are installed: each gives a score for two names, or is None."""

import logging
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import Any

from tizim.identity import normal_name

Score = Callable[[str, str], float]


def equal_names(one: str, other: str) -> float:
    """Names equal after folding."""
    return float(normal_name(one) == normal_name(other))


@cache
def rapidfuzz() -> Score | None:
    """``token_sort_ratio`` of rapidfuzz on names that anyascii has transliterated."""
    try:
        from rapidfuzz.fuzz import token_sort_ratio

        transliterated("")
    except ImportError:
        return None
    return lambda one, other: float(token_sort_ratio(transliterated(one), transliterated(other))) / 100


@lru_cache(maxsize=65536)
def transliterated(name: str) -> str:
    """The name in plain Latin letters."""
    from anyascii import anyascii

    return anyascii(name).casefold()


def logic_v2(leniency: float = 8.0) -> Score | None:
    """nomenklatura's logic-v2; its cutoff of fuzzy matches is multiplied, so that none is cut off."""
    try:
        from nomenklatura.matching import get_algorithm
    except ImportError:
        return None
    algorithm = get_algorithm("logic-v2")
    if algorithm is None:
        return None
    chosen = algorithm.default_config()
    chosen.config["nm_fuzzy_cutoff_factor"] = leniency
    return lambda one, other: float(algorithm.compare(_person(one), _person(other), chosen).score)


@cache
def _person(name: str) -> Any:
    from followthemoney import model

    return model.get_proxy({"id": name, "schema": "Person", "properties": {"name": [name]}})


def splink(names: Sequence[str]) -> Score | None:
    """Splink's comparisons of given name and surname, transliterated, trained by EM on these names."""
    try:
        import pandas
        import splink.comparison_library as library
        from splink import DuckDBAPI, Linker, SettingsCreator, block_on
    except ImportError:
        return None
    frame = pandas.DataFrame([_row(number, name) for number, name in enumerate(names)])
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[library.NameComparison("given"), library.NameComparison("surname")],
        blocking_rules_to_generate_predictions=["1=1"],
        retain_intermediate_calculation_columns=False,
    )
    linker = Linker(DuckDBAPI().register(frame), settings, log_level=logging.CRITICAL)
    linker.training.estimate_probability_two_random_records_match([block_on("given", "surname")], recall=0.4)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("given"), block_on("surname")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict().as_pandas_dataframe()
    pairs = zip(found["unique_id_l"], found["unique_id_r"], found["match_probability"], strict=True)
    known = {frozenset((names[left], names[right])): float(score) for left, right, score in pairs}
    return lambda one, other: known.get(frozenset((one, other)), float(one == other))


def _row(number: int, name: str) -> dict[str, object]:
    words = transliterated(name).replace(",", " ").split() or [""]
    return {"unique_id": number, "given": words[0], "surname": words[-1]}


def scores_of(score: Score, names: Sequence[str]) -> list[float]:
    """The scores of all pairs, in the order of ``combinations``."""
    return [score(one, other) for one, other in combinations(names, 2)]
