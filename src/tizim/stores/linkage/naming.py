"""Names in processes of their own, on all cores at once: their keys, and how far pairs of them agree.

Nothing here touches a disk: names go to the processes and come back through pipes.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import combinations, product
from multiprocessing import get_context
from typing import NamedTuple
from zlib import crc32

from tizim.identity import compare_score, name_keys, name_level
from tizim.identity.keys import keys_of, skeleton
from tizim.identity.rarity import word_keys
from tizim.identity.written import names_in

FEW = 4000
"""Names or pairs for which a second process is not worth its beginning."""
_CHUNK = 4000

Runs = Callable[[Callable[..., object], Iterable[tuple[object, ...]]], Iterator[object]]


class Keys(NamedTuple):
    """The keys of one name as numbers: those of its words as they are, and all; the sounds of its words.

    None of it where the name is not full. ``place``: names that sound alike have near places.
    """

    full: bool

    strong: tuple[int, ...]
    all: tuple[int, ...]
    words: tuple[str, ...]
    place: str


@contextmanager
def processes(work: int) -> Iterator[Runs]:
    """Something that runs a function over many arguments, in order; small work in this process."""
    cores = _cores()
    if work < FEW or cores < 2:
        yield lambda function, arguments: (function(*each) for each in arguments)
        return
    with ProcessPoolExecutor(cores, mp_context=get_context("spawn")) as pool:
        yield lambda function, arguments: _in_order(pool, function, arguments, cores * 3)


def _cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _in_order(
    pool: ProcessPoolExecutor,
    function: Callable[..., object],
    arguments: Iterable[tuple[object, ...]],
    ahead: int,
) -> Iterator[object]:
    """The results in order, with only a few pieces of work laid ahead of them."""
    waiting = []
    for each in arguments:
        waiting.append(pool.submit(function, *each))
        if len(waiting) >= ahead:
            yield waiting.pop(0).result()
    for one in waiting:
        yield one.result()


def keys_of_names(names: Sequence[str], runs: Runs) -> Iterator[list[Keys]]:
    """The keys of the names, piece by piece in their order."""
    pieces = ((names[place : place + _CHUNK],) for place in range(0, len(names), _CHUNK))
    for found in runs(_keys_of, pieces):
        assert isinstance(found, list)
        yield found


def by_rarest_word(names: Iterable[str]) -> list[str]:
    """The names so that those that share a rare word stand together: each word is then read once."""
    known = list(names)
    common = Counter(word for name in known for word in name.split())
    return sorted(known, key=lambda name: (min((common[word], word) for word in name.split() or [""]), name))


def levels_of_pairs(
    pieces: Iterable[tuple[list[str], list[int], list[int]]], bounds: Sequence[float], runs: Runs
) -> Iterator[bytes]:
    """For each piece (names, and pairs of places in them) the level of each pair: see ``level_of``."""
    for found in runs(_levels_of, ((*piece, tuple(bounds)) for piece in pieces)):
        assert isinstance(found, bytes)
        yield found


def level_of(one: str, other: str, bounds: Sequence[float]) -> int:
    """The first bound that the score of two names reaches, from 0; their number where it reaches none."""
    score = compare_score(one, other)
    return next((place for place, bound in enumerate(bounds) if score >= bound), len(bounds))


def _levels_of(names: list[str], left: list[int], right: list[int], bounds: tuple[float, ...]) -> bytes:
    return bytes([level_of(names[a], names[b], bounds) for a, b in zip(left, right, strict=True)])


def _keys_of(names: Sequence[str]) -> list[Keys]:
    return [_keys(name) for name in names]


def _keys(name: str) -> Keys:
    if name_level(name, name) in (None, "part"):
        return Keys(False, (), (), (), "")
    strong = sorted(set(_strong(name)))
    every = name_keys(name, run_together=False).union(strong, _run_together(name))
    numbers = sorted(map(_number, every))
    return Keys(True, tuple(map(_number, strong)), tuple(numbers), word_keys(name), min(strong, default=""))


def _strong(name: str) -> Iterator[str]:
    """The keys that no slip in a consonant leads to."""
    for written in names_in(name).names:
        for one, other in combinations(written.words, 2):
            for a, b in product(keys_of(one).whole, keys_of(other).whole):
                yield f"{a} {b}" if a < b else f"{b} {a}"


def _run_together(name: str) -> Iterator[str]:
    """A key for a space too many or too few, from the words as they are: quick enough for a million names."""
    for written in names_in(name).names:
        yield "+" + skeleton("".join(word.signs for word in written.words))


def _number(key: str) -> int:
    return crc32(key.encode("utf-8", "surrogatepass"))
