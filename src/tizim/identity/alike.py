"""Names that sound alike: a question to people, never an answer.

Two full names of one sound, in another spelling or script, may be one person: counts must allow for it
until somebody judges. The same sound says nothing against two people.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations
from typing import Any

import yaml

from tizim.identity.joining import Edge, Joining
from tizim.identity.names import FULL

ALIKE = "sounds_alike"
_Heard = tuple[str, frozenset[str]]
_SILENT: _Heard = ("", frozenset())
_GLIDE = re.compile(r"y(?=[aeiou])")
_TOGETHER = re.compile(r"[aeiouy']+")
_DOUBLED = re.compile(r"(.)\1+")
_AT_END = re.compile(r"(?<=.)[aiu]+$")


def doubt_alike_names(joining: Joining) -> None:
    """Leaves open whether full names are one person: the shorter one's parts all sound in the longer.

    Equal names are left to their own rule.
    """
    roots: dict[_Heard, set[int]] = defaultdict(set)
    spellings: dict[_Heard, set[str]] = defaultdict(set)
    for number, name in enumerate(joining.names):
        heard = _heard(name.surname, name.given) if name.kind == FULL else _SILENT
        if heard[0] and any(heard[1]):
            roots[heard].add(joining.sets.root(number))
            spellings[heard].add(name.key)
    several = {heard for heard in roots if len(spellings[heard]) > 1 and len(roots[heard]) > 1}
    ends = {
        heard: {joining.doubt(roots[heard], ALIKE)} if heard in several else roots[heard] for heard in roots
    }
    for heard, longer in ends.items():
        shorter = [one for less in _shorter(heard) for one in ends.get(less, ())]
        joining.edges += [Edge(one, other, ALIKE, one_way=True) for one in shorter for other in longer]


@lru_cache(maxsize=65536)
def _heard(surname: tuple[str, ...], given: tuple[str, ...]) -> _Heard:
    """The sound of the surname, and those of the other parts."""
    return sound(" ".join(surname)), frozenset(sound(part) for part in given)


def _shorter(heard: _Heard) -> Iterator[_Heard]:
    """The sounds of the names that are left when given names are left out, but not all."""
    surname, given = heard
    for size in range(1, len(given)):
        yield from ((surname, frozenset(some)) for some in combinations(given, size))


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
