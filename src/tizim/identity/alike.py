"""Names that sound alike: a question to people, never an answer.

Two full names of one sound, in another spelling or script, may be one person: counts must allow for it
until somebody judges. The same sound says nothing against two people.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from tizim.identity.joining import Edge, Joining
from tizim.identity.names import FULL

ALIKE = "sounds_alike"
_VOWELS = re.compile(r"[aeiouy']+")
_DOUBLED = re.compile(r"(.)\1+")


def doubt_alike_names(joining: Joining) -> None:
    """Leaves open whether full names are one person whose surname and a given name sound alike."""
    first: dict[tuple[str, str], int] = {}
    asked: set[tuple[int, int]] = set()
    root = joining.sets.root
    for number, name in enumerate(joining.names):
        if name.kind != FULL:
            continue
        surname = sound(" ".join(name.surname))
        for given in name.given:
            key = (surname, sound(given))
            other = first.setdefault(key, number)
            pair = (root(other), root(number))
            if all(key) and not given.endswith(".") and pair[0] != pair[1] and pair not in asked:
                asked.add(pair)
                joining.edges.append(Edge(other, number, ALIKE))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """How a word sounds without its vowels; a vowel at the beginning is one sign for all."""
    table, pattern, sounds = _tables()
    latin = word.casefold().translate(table)
    folded = pattern.sub(lambda match: sounds[match.group()], latin)
    start = "a" if _VOWELS.match(folded) else ""
    return start + _DOUBLED.sub(r"\1", _VOWELS.sub("", folded))


@cache
def _tables() -> tuple[dict[int, str], re.Pattern[str], dict[str, str]]:
    text = files("tizim.identity").joinpath("data/sounds.yml").read_text(encoding="utf-8")
    raw = yaml.load(text, Loader=yaml.CSafeLoader)
    sounds: dict[str, str] = raw["sounds"]
    pattern = re.compile("|".join(sorted(map(re.escape, sounds), key=len, reverse=True)))
    return str.maketrans(raw["letters"]), pattern, sounds
