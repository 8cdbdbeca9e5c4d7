"""The tables of this room, read once; every value is text."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LANGUAGES = ("en", "ru", "kk")


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``data/NAME.yml``. Nothing in it is taken for a number or for a yes or no."""
    text = files("tizim.audits").joinpath(f"data/{name}.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CBaseLoader)
    return loaded
