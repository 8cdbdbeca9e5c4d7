"""How a word of a name sounds: one sign a sound, the same from every script (``data/spelling.yml``)."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile("(?<=[aeouäöüë])i")


@cache
def rules(name: str) -> dict[str, Any]:
    """A file of rules about names, by its name in ``data``."""
    text = files("tizim.identity").joinpath(f"data/{name}.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


@lru_cache(maxsize=65536)
def sounds(word: str) -> str:
    """The signs of a folded word; letters that no table knows stay as they are."""
    signs, pattern = _signs()
    spelled = "".join([signs.get(piece, piece) for piece in pattern.findall(word)])
    spelled = _DOUBLED.sub(r"\1", spelled)
    for old, new in rules("spelling")["folds"]:
        spelled = spelled.replace(old, new)
    return _GLIDE.sub("y", _DOUBLED.sub(r"\1", spelled))


def readings(word: str) -> tuple[str, ...]:
    """The ways a word can be read, the likeliest first: a Latin x is х, or ks."""
    other = word
    for pattern, reading in _second_readings():
        other = pattern.sub(reading, other)
    return (sounds(word),) if other == word else (sounds(word), sounds(other))


@cache
def _second_readings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), reading) for pattern, reading in rules("spelling")["second_readings"])


@cache
def _signs() -> tuple[dict[str, str], re.Pattern[str]]:
    """What each piece sounds like, and the pattern that takes a word to pieces, the longest first."""
    known = rules("spelling")
    longest = sorted(map(re.escape, known["together"]), key=len, reverse=True)
    return {**known["letters"], **known["together"]}, re.compile("|".join([*longest, "."]), re.DOTALL)
