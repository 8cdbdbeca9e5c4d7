"""Names that sound alike: a question to people, never an answer.

Two full names of one sound, in another spelling or script, may be one person: counts must allow for it
until somebody judges. The same sound says nothing against two people.
"""

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from tizim.identity.joining import Edge, Joining
from tizim.identity.names import FULL, Name

ALIKE = "sounds_alike"
_GLIDE = re.compile(r"y(?=[aeiou])")
_TOGETHER = re.compile(r"[aeiouy']+")
_DOUBLED = re.compile(r"(.)\1+")
_AT_END = re.compile(r"(?<=.)[aiu]+$")


def doubt_alike_names(joining: Joining) -> None:
    """Leaves open whether full names are one person: the shorter one's parts all sound in the longer.

    Equal names are left to their own rule. Each name is asked about with the first of its sound.
    """
    first: dict[tuple[str, str], list[int]] = {}
    asked: set[tuple[int, int]] = set()
    for number, name in enumerate(joining.names):
        for key in _keys(name):
            for other in first.setdefault(key, []):
                _ask(joining, other, number, asked)
            if all(joining.names[other].key != name.key for other in first[key]):
                first[key] = [*first[key], number][-_MOST_HEARD:]


# How many names of one sound a further one is compared with; more would say nothing new.
_MOST_HEARD = 4


def _ask(joining: Joining, other: int, number: int, asked: set[tuple[int, int]]) -> None:
    pair = joining.sets.root(other), joining.sets.root(number)
    one, two = joining.names[other], joining.names[number]
    if pair[0] == pair[1] or pair in asked or one.key == two.key:
        return
    heard, also = _heard(one), _heard(two)
    if heard <= also:
        joining.edges.append(Edge(other, number, ALIKE, one_way=heard != also))
    elif also < heard:
        joining.edges.append(Edge(number, other, ALIKE, one_way=True))
    asked.add(pair)


def _keys(name: Name) -> list[tuple[str, str]]:
    if name.kind != FULL:
        return []
    surname = sound(" ".join(name.surname))
    given = [sound(part) for part in name.given if not part.endswith(".")]
    return [(surname, one) for one in dict.fromkeys(given) if surname and one]


@lru_cache(maxsize=65536)
def _heard(name: Name) -> frozenset[str]:
    parts = (*name.surname, *name.given)
    return frozenset(sound(part) for part in parts if not part.endswith("."))


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """How a word sounds, roughly: consonants folded, vowels by class, none at the end."""
    tables = _tables()
    latin = _GLIDE.sub("", word.casefold().translate(tables["letters"]))
    folded = tables["pattern"].sub(lambda match: tables["sounds"][match.group()], latin)
    classed = _TOGETHER.sub(lambda match: tables["vowels"].get(match.group()[0], ""), folded)
    return _AT_END.sub("", _DOUBLED.sub(r"\1", classed))


@cache
def _tables() -> dict[str, Any]:
    text = files("tizim.identity").joinpath("data/sounds.yml").read_text(encoding="utf-8")
    raw: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    longest = sorted(map(re.escape, raw["sounds"]), key=len, reverse=True)
    return {**raw, "letters": str.maketrans(raw["letters"]), "pattern": re.compile("|".join(longest))}
