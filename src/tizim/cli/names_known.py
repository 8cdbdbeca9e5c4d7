"""Everybody's names, to be found in: kept among the derived things, encrypted as they are, between calls."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tizim import __version__
from tizim.cli.door import told_now
from tizim.identity import NameIndex

if TYPE_CHECKING:
    from tizim.wiring import Register

# Changed whenever words are read otherwise or this form changes: older bytes are then made anew.
FORM = f"names 3, tizim {__version__}"
_KEY = "names"


@dataclass(frozen=True, slots=True)
class NamesKnown:
    """The names of everybody in the register, by persons' ids, and the index of them."""

    names: Mapping[str, Sequence[str]]
    index: NameIndex


def names_known(register: "Register") -> NamesKnown:
    """The names that the register knows now."""
    kept = register.derived.load(_KEY, FORM)
    before: dict[str, Any] = orjson.loads(kept) if kept else {"head": "", "lines": "", "names": {}}
    index = NameIndex(before["lines"].splitlines())
    head = register.ledger.head().digest
    if before["head"] == head:
        return _filled(index, before["names"])
    told = _filled(index, dict(_names(register)))
    lines = "\n".join(index.lines())
    register.derived.save(_KEY, FORM, orjson.dumps({"head": head, "lines": lines, "names": told.names}))
    return told


def _filled(index: NameIndex, names: Mapping[str, Sequence[str]]) -> NamesKnown:
    for person_id, each in names.items():
        index.add(person_id, each)
    return NamesKnown(names, index)


def _names(register: "Register") -> Iterator[tuple[str, tuple[str, ...]]]:
    for person_id, life in told_now(register).lives.items():
        yield person_id, (life.person.name, *(one for one in life.person.names if one != life.person.name))
