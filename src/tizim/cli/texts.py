"""The words of the command line, in English, Russian and Kazakh."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml


@cache
def _texts() -> dict[str, dict[str, str]]:
    text = files("tizim.cli").joinpath("data/texts.yml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def say(key: str, language: str, **values: object) -> str:
    """The text in the language, with the values filled in; English where it is not translated."""
    known = _texts().get(key) or _of_lists(key) or {"en": key}
    return known.get(language, known["en"]).format(**values)


def _of_lists(key: str) -> Mapping[str, str] | None:
    """A text that the room of claims has itself, for every door."""
    from tizim.claims.lists import texts

    return texts().get(key)
