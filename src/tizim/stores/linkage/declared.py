"""The declared model as settings of Splink: the same levels, in SQL that both engines read alike.

Beside the columns of ``mentions`` a row has ``alike_0``, ``alike_1`` …: the names that reach the first,
second … level with its own (``naming.level_of``).
"""

from collections.abc import Callable, Mapping
from typing import Any

from tizim.identity import Aspect, Level, Model
from tizim.stores.linkage.errors import LinkageError

_NEVER = "part"
"""The level that no pair of full names can reach."""
_EVEN = 0.5
_SAYS_NOTHING = {
    "m_probability": _EVEN,
    "u_probability": _EVEN,
    "fix_m_probability": True,
    "fix_u_probability": True,
}

Conditions = Mapping[str, str]


class Words:
    """How an engine says that lists overlap, or that one holds a number."""

    def __init__(self, dialect: str) -> None:
        self._overlap, self._holds = {
            "duckdb": ("list_has_any", "list_contains"),
            "spark": ("arrays_overlap", "array_contains"),
        }[dialect]

    def overlap(self, column: str) -> str:
        """Whether the two sides share something in that column."""
        return f"{self._overlap}({column}_l, {column}_r)"

    def holds(self, column: str, single: str) -> str:
        """Whether the list of the left side has the number of the right."""
        return f"{self._holds}({column}_l, {single}_r)"


def bounded(model: Model) -> tuple[str, ...]:
    """The levels of names that have a bound, in their order."""
    return tuple(level.code for level in model.aspects["name"].levels.values() if level.at_least is not None)


def settings(model: Model, dialect: str, *, free_u: bool = False, apart: bool = False) -> dict[str, Any]:
    """The model for Splink: candidates are given to it, so it has no rules of its own to find them.

    u of names can be fitted, that of what stands around them only if it is set free. ``apart``: what each
    comparison says is kept beside the probability.
    """
    words = Words(dialect)
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "probability_two_random_records_match": model.prior,
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": apart,
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [
            *(_comparison(each, model, words, free_u) for each in model.aspects.values()),
            _rarity(model, words),
        ],
    }


def _comparison(aspect: Aspect, model: Model, words: Words, free_u: bool) -> dict[str, Any]:
    missing, conditions = _CONDITIONS[aspect.code](aspect, model, words)
    *reached, last = [level for code, level in aspect.levels.items() if code != _NEVER]
    unknown = [level.code for level in reached if level.code not in conditions]
    if unknown:
        raise LinkageError(f"the level {aspect.code}.{unknown[0]} of the model cannot be linked by")
    levels = [_level(level, conditions[level.code], free_u or aspect.rarity) for level in reached]
    return {
        "output_column_name": aspect.code,
        "comparison_levels": [_null(missing), *levels, _level(last, "ELSE", free_u or aspect.rarity)],
    }


def _null(condition: str) -> dict[str, Any]:
    return {"sql_condition": condition, "label_for_charts": "missing", "is_null_level": True}


def _level(level: Level, condition: str, free_u: bool) -> dict[str, Any]:
    return {
        "sql_condition": condition,
        "label_for_charts": level.code,
        "m_probability": level.m,
        "u_probability": level.u,
        "fix_m_probability": level.fixed,
        "fix_u_probability": level.fixed or not free_u,
    }


def _rarity(model: Model, words: Words) -> dict[str, Any]:
    """The bits of rarity: levels that say nothing, each moved by the table of frequencies.

    The frequency of a name is ``rare_as`` of its bits: so the smaller bits of the two names are added,
    bounded by what prior and name may come to.
    """
    missing, conditions = _of_name(model.aspects["name"], model, words)
    levels = [
        _moved(model.aspects["name"].levels[code], condition, model) for code, condition in conditions.items()
    ]
    other = {"sql_condition": "ELSE", "label_for_charts": "different", **_SAYS_NOTHING}
    return {"output_column_name": "rarity", "comparison_levels": [_null(missing), *levels, other]}


def _moved(level: Level, condition: str, model: Model) -> dict[str, Any]:
    made = {"sql_condition": condition, "label_for_charts": level.code, **_SAYS_NOTHING}
    if level.rare:
        most = model.most_by_name - model.prior_bits - level.bits
        made |= {
            "tf_adjustment_column": "folded",
            "tf_adjustment_weight": 1.0,
            "tf_minimum_u_value": _EVEN * 2.0**-most,
            "disable_tf_exact_match_detection": True,
        }
    return made


def rare_as(bits: str) -> str:
    """SQL for the frequency at which a name moves its weight by so many bits."""
    return f"{_EVEN} * power(2.0, -({bits}))"


def _of_name(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    codes = bounded(model)
    found = {code: words.holds(f"alike_{place}", "folded") for place, code in enumerate(codes)}
    equal = codes[0]
    return _missing("folded"), {**found, equal: f"folded_l = folded_r OR {found[equal]}"}


def _of_born(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    gap = "greatest(birth_first_l - birth_last_r, birth_first_r - birth_last_l)"
    same = "birth_first_l = birth_first_r AND birth_last_l = birth_last_r"
    return _missing("birth_first", "birth_last"), {"same": same, **_within(aspect, gap)}


def _of_sex(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    return _missing("sex"), {"same": "sex_l = sex_r"}


def _of_town(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    around = f"coalesce({words.overlap('regions')}, false)"
    return _missing("towns"), {"same": words.overlap("towns"), "around": around}


def _of_article(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    number = f"coalesce({words.overlap('numbers')}, false)"
    return _missing("articles"), {"same": words.overlap("articles"), "number": number}


def _of_act(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    same = f"coalesce({words.overlap('acts')}, false)"
    gap = "greatest(first_day_l - last_day_r, first_day_r - last_day_l)"
    return f"NOT {same} AND ({_missing('first_day', 'last_day')})", {"same": same, **_within(aspect, gap)}


def _of_occupation(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    return _missing("occupations"), {"same": words.overlap("occupations"), "opposed": "office_l <> office_r"}


def _of_document(aspect: Aspect, model: Model, words: Words) -> tuple[str, Conditions]:
    _, names = _of_name(model.aspects["name"], model, words)
    one_way = " OR ".join(f"({names[code]})" for code in ("equal", "same"))
    conditions = {
        "one_way": f"document_id_l = document_id_r AND ({one_way})",
        "two_ways": "document_id_l = document_id_r",
        "source": "coalesce(source_l = source_r, false)",
    }
    return _missing("document_id"), conditions


def _missing(*columns: str) -> str:
    return " OR ".join(f"{column}_{side} IS NULL" for column in columns for side in "lr")


def _within(aspect: Aspect, gap: str) -> dict[str, str]:
    return {
        code: f"{gap} <= {level.at_most:.0f}"
        for code, level in aspect.levels.items()
        if level.at_most is not None
    }


_CONDITIONS: Mapping[str, Callable[[Aspect, Model, Words], tuple[str, Conditions]]] = {
    "name": _of_name,
    "born": _of_born,
    "sex": _of_sex,
    "town": _of_town,
    "article": _of_article,
    "act": _of_act,
    "occupation": _of_occupation,
    "document": _of_document,
}
