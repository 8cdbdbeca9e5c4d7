"""The allow-list: which fields may leave, which documents are public, who is a minor. Read from data."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def allowed() -> Mapping[str, Any]:
    """``data/allowed.yml``."""
    text = files("tizim.publications").joinpath("data", "allowed.yml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def usual(part: str) -> tuple[str, ...]:
    """The fields of that part that leave with whoever is named."""
    return tuple(allowed()[part]["usual"])


def decided(part: str) -> frozenset[str]:
    """The fields of that part that leave only where a clearance names them."""
    return frozenset(allowed()[part].get("decided", ()))
