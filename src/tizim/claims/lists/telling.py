"""What is said of a list in English, Russian and Kazakh, whichever door says it."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import yaml

from tizim.claims.lists.faults import Fault


@cache
def texts() -> Mapping[str, Mapping[str, str]]:
    """The texts by their keys and languages."""
    text = files("tizim.claims.lists").joinpath("data/texts.yml").read_text(encoding="utf-8")
    loaded: Mapping[str, Mapping[str, str]] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


def tell(key: str, language: str, **values: object) -> str:
    """The text in the language, with the values filled in."""
    known = texts()[key]
    return known.get(language, known["en"]).format(**values)


def fault_told(fault: Fault, language: str) -> str:
    """A fault in words: where it is, what is wrong."""
    return f"{fault.where}: {tell(f'list_{fault.code}', language, **fault.values)}."
