"""The weights that were fitted, as a file of the form of the declared model."""

import json
import re
from typing import Any

from tizim.identity import Aspect, Level, Model

_BARE = re.compile(r"(?<=: )(\d+)e([+-]\d+)")  # what JSON takes for a number and YAML does not


def weights_json(model: Model) -> str:
    """The model as JSON, which ``identity.load_model`` reads."""
    whole = {
        "prior": model.prior,
        "rarity": {"least": model.least_rarity, "most": model.most_rarity},
        "most_by_name": model.most_by_name,
        "comparisons": {code: _aspect(each) for code, each in model.aspects.items()},
    }
    return _BARE.sub(r"\1.0e\2", json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"


def _aspect(aspect: Aspect) -> dict[str, Any]:
    levels = {code: _level(level) for code, level in aspect.levels.items()}
    return {
        "term": dict(aspect.term),
        "columns": list(aspect.columns),
        "rarity": aspect.rarity,
        "levels": levels,
    }


def _level(level: Level) -> dict[str, Any]:
    bounds = {"at_least": level.at_least, "at_most": level.at_most, "among": list(level.among)}
    kept = {key: value for key, value in bounds.items() if value not in (None, [])}
    flags = {key: True for key in ("rare", "fixed") if getattr(level, key)}
    return {"m": level.m, "u": level.u, "say": dict(level.say), **kept, **flags}
