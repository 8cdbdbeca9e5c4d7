"""The words of lists (``data/words.yml``), and texts as they are compared with them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_NO_WORD = re.compile(r"[^\w№%₸₽€$]+|_+")
_SPACE = re.compile(r"\s+")


@cache
def words() -> Mapping[str, Any]:
    """The tables of words."""
    text = files("tizim.claims.lists").joinpath("data/words.yml").read_text(encoding="utf-8")
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return loaded


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Small letters, е for ё, single blanks."""
    return _SPACE.sub(" ", text).strip().casefold().replace("ё", "е")


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """The words of a text alone, with blanks between: ``Ф.И.О.`` is ``ф и о``."""
    return _NO_WORD.sub(" ", plain(text)).strip()


@cache
def _unknown() -> frozenset[str]:
    return frozenset(words()["unknown"])


def said(text: str) -> str:
    """What a cell says: nothing where it is blank or says that nothing is known."""
    shown = text.strip()
    return "" if len(shown) < 20 and plain(shown) in _unknown() else shown


def phrase(pattern: str) -> str:
    """A phrase of the tables as a regular expression over plain words; a star stands for any ending."""
    parts = (re.escape(word).replace(r"\*", r"\w*") for word in pattern.split())
    return r"[\W_]+".join(parts)


def phrases(patterns: Iterable[str]) -> str:
    """Any of the phrases, the longest first."""
    return "|".join(phrase(one) for one in sorted(patterns, key=len, reverse=True))


@cache
def finder(table: str) -> re.Pattern[str]:
    """Finds any phrase of a table of codes, as whole words; the group ``k…`` tells which code it is."""
    codes = words()[table]
    both = sorted(((one, code) for code in codes for one in codes[code]), key=lambda item: -len(item[0]))
    every = "|".join(rf"(?P<k{at}>{phrase(one)})" for at, (one, _) in enumerate(both))
    return re.compile(rf"(?<!\w)(?:{every})(?!\w)")


@cache
def _codes(table: str) -> tuple[str, ...]:
    codes = words()[table]
    both = sorted(((one, code) for code in codes for one in codes[code]), key=lambda item: -len(item[0]))
    return tuple(code for _, code in both)


def code_of(table: str, match: re.Match[str]) -> str:
    """The code whose phrase the finder of that table found."""
    return _codes(table)[int(str(match.lastgroup)[1:])]


@lru_cache(maxsize=65536)
def coded(table: str, text: str) -> str | None:
    """The code of a table whose phrase the whole text is."""
    match = finder(table).fullmatch(bare(text))
    return code_of(table, match) if match else None


@cache
def word_set(table: str) -> re.Pattern[str]:
    """Any phrase of a plain list, as whole words."""
    return re.compile(rf"(?<!\w)(?:{phrases(words()[table])})(?!\w)")
