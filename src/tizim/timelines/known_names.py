"""Everybody's names, to be found in: kept among the derived things, encrypted as they are, between calls."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from tizim import __version__
from tizim.identity import NameIndex
from tizim.ledger import Derived
from tizim.timelines.known import Book, known

# Changed whenever words are read otherwise or this form changes: older bytes are then made anew.
FORM = f"names 3, tizim {__version__}"
_KEY = "names"


@dataclass(frozen=True, slots=True)
class NamesKnown:
    """The names of everybody in the register, by persons' ids, and the index of them."""

    names: Mapping[str, Sequence[str]]
    index: NameIndex


def names_known(ledger: Book, derived: Derived) -> NamesKnown:
    """The names that the register knows now."""
    kept = derived.load(_KEY, FORM)
    before: dict[str, Any] = orjson.loads(kept) if kept else {"head": "", "lines": "", "names": {}}
    index = NameIndex(before["lines"].splitlines())
    head = ledger.head().digest
    if before["head"] == head:
        return _filled(index, before["names"])
    told = _filled(index, dict(_names(ledger, derived)))
    lines = "\n".join(index.lines())
    derived.save(_KEY, FORM, orjson.dumps({"head": head, "lines": lines, "names": told.names}))
    return told


def _filled(index: NameIndex, names: Mapping[str, Sequence[str]]) -> NamesKnown:
    for person_id, each in names.items():
        index.add(person_id, each)
    return NamesKnown(names, index)


def _names(ledger: Book, derived: Derived) -> Iterator[tuple[str, tuple[str, ...]]]:
    for person_id, life in known(ledger, derived).lives.items():
        yield person_id, (life.person.name, *(one for one in life.person.names if one != life.person.name))
