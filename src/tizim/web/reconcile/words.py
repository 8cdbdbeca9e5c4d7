"""The few words of the pages, by language."""

from functools import cache
from importlib.resources import files

import yaml


def word(key: str, language: str) -> str:
    """The word in the language, English where it is not translated."""
    known = _words()[key]
    return known.get(language, known["en"])


@cache
def _words() -> dict[str, dict[str, str]]:
    text = files("tizim.web.reconcile").joinpath("data/words.yml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded
