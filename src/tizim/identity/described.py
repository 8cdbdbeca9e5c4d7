"""Words that describe a person: occupations and sexes, by ``data/context.yml``."""

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).parent / "data" / "context.yml"
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=16384)
def occupations_in(text: str) -> frozenset[str]:
    """The codes of the occupations that the text names."""
    return _named(text, "occupations")


@lru_cache(maxsize=1024)
def sex_of(text: str) -> str | None:
    """``female`` or ``male``, where the field of a claim says one of them."""
    return _one(_named(text, "sexes"))


def _one(found: frozenset[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _named(text: str, table: str) -> frozenset[str]:
    words = set(_WORD.findall(text.casefold()[:4000]))
    whole, begun = _words(table)
    named = {whole[word] for word in words if word in whole}
    return frozenset(named | {code for word in words for start, code in begun if word.startswith(start)})


@cache
def _words(table: str) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """Whole words by code, and beginnings of words with theirs."""
    known = [(word, code) for code, words in file_of_context()[table].items() for word in words]
    whole = {word[:-1]: code for word, code in known if word.endswith("=")}
    return whole, tuple((word, code) for word, code in known if not word.endswith("="))


@cache
def file_of_context() -> dict[str, Any]:
    """The tables of ``data/context.yml``."""
    with _FILE.open("rb") as stream:
        return dict(yaml.load(stream, Loader=yaml.CSafeLoader))
