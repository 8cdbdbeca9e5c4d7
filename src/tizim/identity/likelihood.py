"""How likely two mentions are of one person: the weights of the declared model, added up.

Fellegi and Sunter, A Theory for Record Linkage, Journal of the American Statistical Association 64 (1969).
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from tizim.identity.compare import compare_score
from tizim.identity.context import Context
from tizim.identity.model import Aspect, Level, Model, declared_model
from tizim.identity.names import FULL, read_name
from tizim.identity.rarity import Rarity

_MOST_BITS = 1000.0


@dataclass(frozen=True, slots=True)
class Weight:
    """What one comparison says: its level, its bits (above 0: for one person), the reason in words."""

    what: str
    level: str
    bits: float
    reason: str


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely two mentions are of one person, and the weights that made it; missing fields have none.

    It speaks of two mentions and joins nothing.
    """

    probability: float
    weights: tuple[Weight, ...]


def likelihood(
    one: Context,
    other: Context,
    *,
    rarity: Rarity | None = None,
    model: Model | None = None,
    language: str = "en",
) -> Likelihood:
    """The probability that two mentions are of one person, the same from both sides.

    ``rarity`` counts the words of the register's names: a common surname then says less.
    """
    by = model or declared_model()
    weights = []
    for aspect, level in levels_of(one, other, by):
        bits = level.bits
        if rarity and level.rare and aspect.rarity:
            bits += by.bounded(min(rarity.bits(one.name), rarity.bits(other.name)))
        weights.append(
            Weight(aspect.code, level.code, round(bits, 4), level.say.get(language, level.say["en"]))
        )
    name = by.prior_bits + sum(one.bits for one in weights if one.what == "name")
    bits = min(name, by.most_by_name) + sum(one.bits for one in weights if one.what != "name")
    return Likelihood(probability(bits), tuple(weights))


def probability(bits: float) -> float:
    """The probability that so many bits come to."""
    return 1.0 / (1.0 + math.pow(2.0, -max(-_MOST_BITS, min(bits, _MOST_BITS))))


def levels_of(one: Context, other: Context, model: Model) -> list[tuple[Aspect, Level]]:
    """The level that each comparison reaches; none where something is missing on either side."""
    found = []
    for aspect in model.aspects.values():
        code = _LEVELS[aspect.code](one, other, aspect.levels)
        if code is not None:
            found.append((aspect, aspect.levels[code]))
    return found


def name_level(one: str, other: str, model: Model | None = None) -> str | None:
    """The level of two written names; None where one is empty."""
    return _name(Context(name=one), Context(name=other), (model or declared_model()).aspects["name"].levels)


def level_of_score(score: float, model: Model) -> Level:
    """The level of two full names whose ``compare_score`` that is."""
    return _scored(score, model.aspects["name"].levels)


_Levels = Mapping[str, Level]


def _name(one: Context, other: Context, levels: _Levels) -> str | None:
    if not one.name.strip() or not other.name.strip():
        return None
    if read_name(one.name).kind != FULL or read_name(other.name).kind != FULL:
        return "part"
    return _scored(compare_score(one.name, other.name), levels).code


def _scored(score: float, levels: _Levels) -> Level:
    for level in levels.values():
        if level.at_least is not None and score >= level.at_least:
            return level
    return levels["different"]


def _born(one: Context, other: Context, levels: _Levels) -> str | None:
    if (
        one.birth_first is None
        or one.birth_last is None
        or other.birth_first is None
        or other.birth_last is None
    ):
        return None
    if (one.birth_first, one.birth_last) == (other.birth_first, other.birth_last):
        return "same"
    return _within(max(one.birth_first - other.birth_last, other.birth_first - one.birth_last), levels)


def _sex(one: Context, other: Context, levels: _Levels) -> str | None:
    if not one.sex or not other.sex:
        return None
    return "same" if one.sex == other.sex else "other"


def _town(one: Context, other: Context, levels: _Levels) -> str | None:
    if not one.towns or not other.towns:
        return None
    if one.towns & other.towns:
        return "same"
    return "around" if one.regions & other.regions else "elsewhere"


def _article(one: Context, other: Context, levels: _Levels) -> str | None:
    if not one.articles or not other.articles:
        return None
    if one.articles & other.articles:
        return "same"
    return "number" if one.numbers & other.numbers else "other"


def _act(one: Context, other: Context, levels: _Levels) -> str | None:
    if one.acts & other.acts:
        return "same"
    if not (one.first_day and one.last_day and other.first_day and other.last_day):
        return None
    return _within(max(_days(one.first_day, other.last_day), _days(other.first_day, one.last_day)), levels)


def _occupation(one: Context, other: Context, levels: _Levels) -> str | None:
    if not one.occupations or not other.occupations:
        return None
    if one.occupations & other.occupations:
        return "same"
    offices = levels["opposed"].among
    return (
        "other" if one.occupations.isdisjoint(offices) == other.occupations.isdisjoint(offices) else "opposed"
    )


def _document(one: Context, other: Context, levels: _Levels) -> str | None:
    if not one.document_id or not other.document_id:
        return None
    if one.document_id == other.document_id:
        return "one_way" if name_level(one.name, other.name) in ("equal", "same") else "two_ways"
    return "source" if one.source and one.source == other.source else "elsewhere"


def _within(gap: int, levels: _Levels) -> str:
    """The first level whose upper bound the gap keeps, else the last."""
    for code, level in levels.items():
        if level.at_most is not None and gap <= level.at_most:
            return code
    return next(reversed(list(levels)))


def _days(first: str, last: str) -> int:
    """The days from the last day of one span to the first of another; below 0 where they overlap."""
    return (date.fromisoformat(first) - date.fromisoformat(last)).days


_LEVELS: Mapping[str, Callable[[Context, Context, _Levels], str | None]] = {
    "name": _name,
    "born": _born,
    "sex": _sex,
    "town": _town,
    "article": _article,
    "act": _act,
    "occupation": _occupation,
    "document": _document,
}
