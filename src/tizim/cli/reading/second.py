"""The second reader as asked for on the command line, and both readers' proposals beside each other."""

import getpass
import os
import sys
from dataclasses import dataclass
from typing import Any

import typer

from tizim import TizimError
from tizim.cli.reading.endpoint import Address, HttpModel, address
from tizim.cli.texts import say
from tizim.documents import Document
from tizim.ledger import Entry
from tizim.reading import ClaimFound, FigureFound, PersonFound, Reading, entries_of, to_flat
from tizim.reading.flat import claim_to_flat
from tizim.reading.second import Model, Pair, SecondReading, compared, read_second

_IN_FLAT_FORM = {"articles": "article"}


@dataclass(frozen=True, slots=True)
class SecondReader:
    """A model that reads after the rules; ``leaves`` if it is on another machine."""

    model: Model
    name: str
    leaves: bool = False

    @property
    def label(self) -> str:
        """The reader's name in the claims that it proposes."""
        return f"model {self.name} 1"

    def beside(self, first: Reading, text: str, date: str | None, ident: str, *, why: bool) -> dict[str, Any]:
        """The flat form of both: ``found_by`` and ``differs`` with each claim, ``second`` about all."""
        second = read_second(text, self.model, first=first, date=date)
        flat = to_flat(_with_persons(first, second.reading.persons), ident, why=why)
        pairs = compared(first, second.reading)
        flat["claims"] = [_pair_to_flat(pair, why=why) for pair in pairs]
        flat["figures"] = _figures(flat["figures"], first, second.reading)
        flat["second"] = {"model": self.name, "dropped": dict(second.dropped), "unread": dict(second.unread)}
        return flat

    def entries(
        self, first: Reading, text: str, document: Document
    ) -> tuple[tuple[Entry, ...], SecondReading]:
        """The model's own proposals as entries, and what became of the others."""
        second = read_second(text, self.model, first=first, date=document.date)
        return entries_of(second.reading, document, text, reader=self.label), second


def second_reader(
    url: str | None, model: str | None, *, may_leave: bool, key_in: str | None, language: str
) -> SecondReader:
    """The reader behind the options; TizimError if they do not go together or text would leave unasked."""
    if not url or not model:
        raise TizimError(say("second_both", language))
    where = address(url)
    if where is None or not model.isprintable() or len(model) > 100:
        raise TizimError(say("second_address", language))
    _check_leaving(where, language, may_leave=may_leave)
    return SecondReader(HttpModel(where, model, _key(key_in, language)), model, leaves=not where.is_here)


def _check_leaving(where: Address, language: str, *, may_leave: bool) -> None:
    if where.is_here:
        return
    if not may_leave:
        raise TizimError(say("second_elsewhere", language, host=where.host))
    if where.scheme != "https":
        raise TizimError(say("second_https", language, host=where.host))
    typer.echo(say("second_leaves", language, host=where.host), err=True)


def _key(named: str | None, language: str) -> str | None:
    """The key for the model, from the setting of that name or the keyboard; never from the command line."""
    if named is None:
        return None
    if named == "-":
        if not sys.stdin.isatty():
            raise TizimError(say("second_no_key", language, name=named))
        key = getpass.getpass("Key: ")
    else:
        key = os.environ.get(named, "")
    if not key:
        raise TizimError(say("second_no_key", language, name=named))
    if not (key.isascii() and key.isprintable()) or " " in key:
        raise TizimError(say("second_odd_key", language))
    return key


def _with_persons(first: Reading, others: tuple[PersonFound, ...]) -> Reading:
    known = {person.name for person in first.persons}
    more = tuple(person for person in others if person.name not in known)
    return Reading(first.language, (*first.persons, *more), first.claims, first.figures)


def _pair_to_flat(pair: Pair, *, why: bool) -> dict[str, Any]:
    claim = pair.first or pair.second
    assert claim is not None
    flat = claim_to_flat(claim, why=why)
    flat["found_by"] = pair.found_by
    if pair.first and pair.second and pair.differs:
        flat["differs"] = {
            _IN_FLAT_FORM.get(name, name): [_value(pair.first, name), _value(pair.second, name)]
            for name in pair.differs
        }
    return flat


def _value(claim: ClaimFound, name: str) -> Any:
    value = getattr(claim, name)
    return list(value) if isinstance(value, tuple) else value


def _figures(flat: list[dict[str, Any]], first: Reading, second: Reading) -> list[dict[str, Any]]:
    """The published numbers of both: the same is the same number at places of the text that overlap."""
    left = list(second.figures)
    for row, figure in zip(flat, first.figures, strict=True):
        other = next((one for one in left if _same_figure(figure, one)), None)
        row["found_by"] = "first" if other is None else "both"
        if other is not None:
            left.remove(other)
    alone = Reading(second.language, figures=tuple(left))
    return [*flat, *({**row, "found_by": "second"} for row in to_flat(alone, "")["figures"])]


def _same_figure(one: FigureFound, other: FigureFound) -> bool:
    return one.count == other.count and one.start < other.end and other.start < one.end
