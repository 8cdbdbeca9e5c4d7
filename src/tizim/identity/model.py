"""The declared model of ``data/model.yml``: what is compared, the levels, and how much each says."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from tizim.identity.errors import IdentityError

MODEL = Path(__file__).parent / "data" / "model.yml"
_SUM = 0.001


@dataclass(frozen=True, slots=True)
class Level:
    """One answer of a comparison; ``at_least``, ``at_most`` and ``among`` bound it where they are
    given.

    ``m``: how often mentions of one person reach it; ``u``: how often those of two people do. ``rare``: the
    rarity of a name moves it. ``fixed``: a rule, which no estimation may change. ``say``: a sentence by
    language.
    """

    code: str
    m: float
    u: float
    say: Mapping[str, str]
    at_least: float | None = None
    at_most: float | None = None
    among: tuple[str, ...] = ()
    rare: bool = False
    fixed: bool = False

    @property
    def bits(self) -> float:
        """How much the level says: above 0 for one person, below 0 for two."""
        return math.log2(self.m / self.u)


@dataclass(frozen=True, slots=True)
class Aspect:
    """What is compared: its columns, and its levels in the order in which they are tried."""

    code: str
    term: Mapping[str, str]
    columns: tuple[str, ...]
    levels: Mapping[str, Level]
    rarity: bool = False


@dataclass(frozen=True, slots=True)
class Model:
    """The prior, bounds of what a rare name moves, the most that prior and name come to, the aspects."""

    prior: float
    least_rarity: float
    most_rarity: float
    most_by_name: float
    aspects: Mapping[str, Aspect]

    @property
    def prior_bits(self) -> float:
        """The bits with which every pair begins."""
        return math.log2(self.prior / (1.0 - self.prior))

    def bounded(self, rarity: float) -> float:
        """The bits that the rarity of a name may add or take."""
        return max(self.least_rarity, min(rarity, self.most_rarity))


@cache
def declared_model() -> Model:
    """The model that ships with tizim."""
    return load_model(MODEL)


@cache
def chart_texts(language: str) -> Mapping[str, str]:
    """The words of the picture of the weights, in that language."""
    return {code: text.get(language, text["en"]) for code, text in _read(MODEL)["chart"].items()}


def load_model(path: Path) -> Model:
    """The model in a file of the same form; IdentityError says what is wrong with it."""
    try:
        raw = _read(path)
        aspects = {code: _aspect(code, one) for code, one in raw["comparisons"].items()}
        rarity = raw["rarity"]
        bounds = float(rarity["least"]), float(rarity["most"]), float(raw["most_by_name"])
        found = Model(float(raw["prior"]), *bounds, aspects)
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise IdentityError(f"{path.name} is no model ({type(wrong).__name__}: {wrong})") from None
    if not 0.0 < found.prior < 1.0:
        raise IdentityError(f"{path.name}: the prior must lie between 0 and 1")
    return found


def _read(path: Path) -> Any:
    with path.open("rb") as stream:
        return yaml.load(stream, Loader=yaml.CSafeLoader)


def _aspect(code: str, raw: Mapping[str, Any]) -> Aspect:
    levels = {each: _level(each, one) for each, one in raw["levels"].items()}
    for side in ("m", "u"):
        total = sum(getattr(level, side) for level in levels.values())
        if abs(total - 1.0) > _SUM:
            raise ValueError(f"the {side} of {code} add up to {total:.4f}, not to 1")
    return Aspect(code, raw["term"], tuple(raw["columns"]), levels, bool(raw.get("rarity")))


def _level(code: str, raw: Mapping[str, Any]) -> Level:
    if not (0.0 < raw["m"] < 1.0 and 0.0 < raw["u"] < 1.0):
        raise ValueError(f"m and u of {code} must lie between 0 and 1")
    return Level(code, **{**raw, "among": tuple(raw.get("among", ()))})
