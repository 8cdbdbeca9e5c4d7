"""A digest of the words and rules by which lists are made: vocabularies, time, names, what leaves."""

import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_ROOMS = ("vocab", "timelines", "identity", "tallies", "assessments", "publications")


@cache
def words_digest() -> str:
    """SHA-256 over every file of words and rules, by name and content."""
    told = hashlib.sha256()
    for name, content in _all():
        told.update(f"{name}\x00{hashlib.sha256(content).hexdigest()}\n".encode())
    return told.hexdigest()


def _all() -> Iterator[tuple[str, bytes]]:
    for room in _ROOMS:
        yield from _below(files(f"tizim.{room}").joinpath("data"), room)


def _below(folder: Traversable, where: str) -> Iterator[tuple[str, bytes]]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        name = f"{where}/{one.name}"
        if one.is_dir():
            yield from _below(one, name)
        elif one.name.endswith((".yml", ".csv", ".tsv")):
            yield name, one.read_bytes()
