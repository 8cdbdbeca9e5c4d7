"""The words and letters that names are made of, as ``data/names.yml`` lists them."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "data" / "names.yml"


@cache
def letter_pairs(table: str) -> dict[str, str]:
    """A table of letters, ``look_alikes`` (Cyrillic to Latin) or ``latin_letters``."""
    return dict(_file()[table])


@cache
def words_listed(table: str) -> tuple[str, ...]:
    """A list of words or endings, in the order of the file."""
    return tuple(_file()[table])


@cache
def _file() -> dict[str, Any]:
    with _FILE.open("rb") as stream:
        return dict(yaml.load(stream, Loader=yaml.CSafeLoader))
