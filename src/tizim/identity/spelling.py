"""How a word of a name sounds: one sign a sound, the same from every script (``data/spelling.yml``)."""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_DOUBLED = re.compile(r"(.)\1+")
_GLIDE = re.compile("(?<=[aeouäöüë])i")
_SCRIPTS = ("georgian", "armenian", "greek", "hebrew", "arabic")
_MOST_READINGS = 4
_Reading = tuple[re.Pattern[str], tuple[tuple[re.Pattern[str], str], ...]]


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
    if unvowelled().isdisjoint(word):  # else letters meet only because the vowel between them is not written
        for old, new in rules("spelling")["folds"]:
            spelled = spelled.replace(old, new)
    return _GLIDE.sub("y", _DOUBLED.sub(r"\1", spelled))


def readings(word: str) -> tuple[str, ...]:
    """The ways a word can be read, the plain one first: a Latin x is х, or ks."""
    found = [sounds(word)]
    if not _read_otherwise().search(word):
        return (found[0],)
    for where, changes in _readings():
        if where.search(word):
            other = word
            for pattern, reading in changes:
                other = pattern.sub(reading, other)
            found.append(sounds(other))
    return tuple(dict.fromkeys(found))[:_MOST_READINGS]


@cache
def unvowelled() -> frozenset[str]:
    """Letters of the scripts that leave short vowels out."""
    known = rules("scripts")
    return frozenset([*known["hebrew"], *known["arabic"]])


@cache
def _readings() -> tuple[_Reading, ...]:
    known = rules("spelling")["readings"].values()
    return tuple(
        (re.compile(each["where"]), tuple((re.compile(old), new) for old, new in each["change"]))
        for each in known
    )


@cache
def _read_otherwise() -> re.Pattern[str]:
    """Whether there is any other way to read a word."""
    return re.compile("|".join(f"(?:{where.pattern})" for where, _ in _readings()))


@cache
def _signs() -> tuple[dict[str, str], re.Pattern[str]]:
    """What each piece sounds like, and the pattern that takes a word to pieces, the longest first."""
    known, scripts = rules("spelling"), rules("scripts")
    signs = {**known["letters"], **known["together"]}
    for script in _SCRIPTS:
        signs.update(scripts[script])
    longest = sorted([each for each in signs if len(each) > 1], key=len, reverse=True)
    return signs, re.compile("|".join([*map(re.escape, longest), "."]), re.DOTALL)
