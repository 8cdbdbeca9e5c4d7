"""The weights fitted to a register: its own frequencies in place of the declared ones, as far as it is large.

A sample of mentions is compared with all of its keys, whatever the engine, in DuckDB: so every engine gets
the same weights. u begins as the frequency of a level in random pairs; m and u are then fitted by expectation
maximisation over the candidates of the sample; the prior follows. Meanwhile the rarity of names is counted
from the mean of their frequencies, for that is what u is the mean of. The declared values count like a few
pairs.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from tizim.identity import Aspect, Model
from tizim.stores.linkage.declared import bounded, rare_as
from tizim.stores.linkage.engine import Engine
from tizim.stores.linkage.linker import linker_over

SAMPLE = 40_000
"""Mentions in the sample."""
FEWEST = 2_000
"""Candidates below which the declared weights stay."""
_RANDOM = 1_500  # mentions whose pairs are the random pairs
_DECLARED_PAIRS, _DECLARED_RANDOM = 20.0, 1000.0  # so many pairs the declared values count for
_UNBOUND = 500.0  # bits: while weights are fitted, prior and name are not held back
_FIRST_SHARE = 0.2  # of the candidates are one person's: where the fitting begins

Levels = Mapping[str, list[dict[str, Any]]]


class Fitted(NamedTuple):
    """The model with the weights of the register, and how many candidates they were fitted to."""

    model: Model
    pairs: int


def fitted(engine: Engine, model: Model, *, seed: int) -> Fitted:
    """The model fitted to the tables ``mention``, ``candidate`` and ``frequency``; the engine is DuckDB."""
    mentions, pairs = (
        engine.rows(f"SELECT count(*) FROM {table}")[0][0] for table in ("mention", "candidate")
    )
    if pairs < FEWEST:
        return Fitted(model, 0)
    start = _with_random_u(engine, _among_candidates(engine, model), seed)
    mean = _mean_frequency(engine)
    trained, share = _by_expectation(engine, start, pairs)
    among_all = _among_all(trained, share, pairs / (mentions * (mentions - 1) / 2), mean)
    return Fitted(replace(among_all, most_by_name=model.most_by_name), pairs)


def _mean_frequency(engine: Engine) -> float:
    """How much more frequent the name of a mention is in the mean than a name without bits of rarity.

    Makes the table ``even`` of frequencies with a mean like that of such a name.
    """
    joined = "mention m JOIN frequency f ON f.folded = m.folded"
    mean = engine.rows(f"SELECT avg(f.tf_folded) / ({rare_as('0')}) FROM {joined}")[0][0]
    engine.make("even", f"SELECT folded, tf_folded / {mean!r} AS tf_folded FROM frequency")
    return float(mean)


def _among_candidates(engine: Engine, model: Model) -> Model:
    """The model as a beginning: levels of names as frequent as among the candidates."""
    codes = bounded(model)
    cases = " ".join(f"WHEN {_holds(place)} THEN {place}" for place in range(len(codes)))
    asked = (
        f"SELECT CASE WHEN l.folded = r.folded THEN 0 {cases} END AS level, count(*) FROM candidate c"
        " JOIN mention l ON l.unique_id = c.join_key_l JOIN mention r ON r.unique_id = c.join_key_r"
        " GROUP BY 1"
    )
    found = {codes[level]: many for level, many in engine.rows(asked) if level is not None}
    total = sum(found.values())
    name = model.aspects["name"]
    sum_m = sum(name.levels[code].m for code in codes)
    levels = {
        code: replace(level, m=level.m / sum_m, u=(found.get(code, 0) + 1) / (total + len(codes)))
        if code in codes
        else level
        for code, level in name.levels.items()
    }
    return replace(
        model,
        prior=_FIRST_SHARE,
        most_by_name=_UNBOUND,
        aspects={**model.aspects, "name": replace(name, levels=levels)},
    )


def _holds(place: int) -> str:
    return f"coalesce(list_contains(l.alike_{place}, r.folded), false)"


def _with_random_u(engine: Engine, model: Model, seed: int) -> Model:
    """The model with u as in random pairs of mentions, as far as they tell."""
    engine.make("random", f"SELECT * FROM mention ORDER BY hash(unique_id + {seed}) LIMIT {_RANDOM}")
    with linker_over(engine, "random", model, free_u=True) as linker:
        training = linker.training
        training.estimate_u_using_random_sampling(max_pairs=_RANDOM**2, seed=seed, min_count_per_level=None)
        levels = _levels(linker)
    pairs = _RANDOM * (_RANDOM - 1) / 2
    aspects = {
        code: each
        if each.rarity
        else _mixed(each, "u", _observed(levels, each, "u"), pairs, _DECLARED_RANDOM)
        for code, each in model.aspects.items()
    }
    return replace(model, aspects=aspects)


def _by_expectation(engine: Engine, start: Model, pairs: int) -> tuple[Model, float]:
    """The model fitted to the candidates, and the share of them that are one person's.

    Splink finds its pairs by a rule: each candidate is laid down as two rows with one number.
    """
    engine.make("numbered", "SELECT row_number() OVER () AS pair, join_key_l, join_key_r FROM candidate")
    sides = " UNION ALL ".join(
        "SELECT n.pair, m.* EXCLUDE (unique_id) FROM numbered n"
        f" JOIN mention m ON m.unique_id = n.join_key_{side}"
        for side in "lr"
    )
    engine.make("paired", f"SELECT row_number() OVER () AS unique_id, p.* FROM ({sides}) p")
    with linker_over(engine, "paired", start, by="even") as linker:
        training = linker.training
        rule = "l.pair = r.pair"
        session = training.estimate_parameters_using_expectation_maximisation(rule, fix_u_probabilities=False)
        share = float(session.core_model_settings.probability_two_random_records_match)
        levels = _levels(linker)
    engine.drop("numbered", "paired", "random", "even")
    aspects = {code: _fitted(each, levels, share, pairs) for code, each in start.aspects.items()}
    return replace(start, aspects=aspects), share


def _fitted(aspect: Aspect, levels: Levels, share: float, pairs: int) -> Aspect:
    by_m = _mixed(aspect, "m", _observed(levels, aspect, "m"), share * pairs, _DECLARED_PAIRS)
    if not aspect.rarity:
        return by_m
    return _mixed(by_m, "u", _observed(levels, aspect, "u"), (1 - share) * pairs, _DECLARED_PAIRS)


def _levels(linker: Any) -> Levels:
    saved = linker.misc.save_model_to_json()
    return {each["output_column_name"]: each["comparison_levels"] for each in saved["comparisons"]}


def _observed(levels: Levels, aspect: Aspect, side: str) -> dict[str, float]:
    """m or u as Splink fitted them. A level that it did not observe keeps its value there: it is 0 here."""
    found = {each["label_for_charts"]: each.get(f"{side}_probability") for each in levels[aspect.code]}
    still = {code: getattr(level, side) for code, level in aspect.levels.items()}
    return {
        code: 0.0 if value == still.get(code) else value for code, value in found.items() if value is not None
    }


def _mixed(aspect: Aspect, side: str, found: Mapping[str, float], pairs: float, declared: float) -> Aspect:
    """The aspect with m or u as found in so many pairs, mixed with its own as if these stood for so many."""
    levels = {}
    for code, level in aspect.levels.items():
        mixed = (found.get(code, 0.0) * pairs + declared * getattr(level, side)) / (pairs + declared)
        levels[code] = level if level.fixed else replace(level, **{side: mixed})
    return replace(aspect, levels=levels)


def _among_all(model: Model, share: float, candidates: float, mean: float) -> Model:
    """The model for any two mentions, from one for candidates; the odds of a candidate stay the same.

    ``share`` of the candidates are one person's; so large a part of all pairs are ``candidates``. u of a name
    is then that of one without bits of rarity, not that of the ``mean``.
    """
    prior = share * candidates
    scale = (1 - share) * candidates / (1 - prior) / mean
    name, codes = model.aspects["name"], bounded(model)
    rest_m = 1 - sum(level.m for code, level in name.levels.items() if code not in codes)
    levels = {
        code: replace(level, m=level.m * rest_m, u=level.u * scale) if code in codes else level
        for code, level in name.levels.items()
    }
    left = 1 - sum(level.u for code, level in levels.items() if code != "different")
    levels["different"] = replace(levels["different"], u=left)
    aspects = {**model.aspects, "name": replace(name, levels=levels)}
    return replace(model, prior=prior, aspects=aspects)
