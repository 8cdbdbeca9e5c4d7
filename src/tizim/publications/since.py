"""A release as it may leave now: what was decided, and became known, since its edition was frozen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Protocol

from tizim.claims import Claim
from tizim.identity import Person
from tizim.ledger import ById, Ledger
from tizim.publications.clearing import NAMED, Clearing
from tizim.publications.editions import turns
from tizim.publications.objections import withdrawn
from tizim.publications.releasing import Release
from tizim.timelines import Lives

_AT_ONCE = 500
_KINDS = ("source", "document", "clearance", "withdrawal")


class Book(Ledger, ById, Protocol):
    """A ledger that also gives single entries."""


def as_it_stands(of: Release, lives: Lives, ledger: Book) -> Release:
    """The release with what is against it now, and without those who left the list and may not be named.

    ``lives`` are told from everything known now. Whoever left and is known under that id no more is not
    named either: nothing tells whether the person still may be.
    """
    clearing = Clearing(ledger.known_at(kinds=_KINDS))
    changed = turns(of.earlier, of.content) if of.earlier else ()
    left = {one.key for one in changed if one.what == "left"}
    keys = {one.key for one in of.content.named if one.key} | left
    people = (life.person for life in lives.passing(sorted(one for one in keys if one in lives)))
    levels = _levels(people, clearing, ledger)
    silenced = frozenset(one for one in left if levels.get(one) != NAMED)
    return replace(of, withdrawn=withdrawn(of.content, clearing, levels), silenced=silenced)


def _levels(people: Iterator[Person], clearing: Clearing, ledger: Book) -> Mapping[str, str]:
    """What may leave now about each of these people, by id; never the claims of all of them at once."""
    usable, levels = clearing.usable(), dict[str, str]()
    while some := list(islice(people, _AT_ONCE)):
        found = ledger.of(claim for one in some for claim in one.claim_ids)
        claims = {one.id: one for one in found if isinstance(one, Claim) and one.document_id in usable}
        for one in some:
            told = (claims[claim] for claim in one.claim_ids if claim in claims)
            levels[one.id] = clearing.person(one, told).level
    return levels
