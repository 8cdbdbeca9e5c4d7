"""A release as it may leave now: what was decided, and became known, since its edition was frozen."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Protocol

from tizim.claims import Claim
from tizim.identity import Person, person_id
from tizim.ledger import ById, Ledger
from tizim.publications.clearing import NAMED, Cleared, Clearing
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

    ``lives`` are told from everything known now. Those whom the edition names are looked up as identity sees
    them now. Whoever left and is known under that id no more is not named either: nothing tells whether
    the person still may be.
    """
    clearing = Clearing(ledger.known_at(kinds=_KINDS))
    changed = turns(of.earlier, of.content) if of.earlier else ()
    left = {one.key for one in changed if one.what == "left"}
    now = known_now((one.key for one in of.content.named if one.key), lives)
    ids = {*now.values(), *(one for one in left if one in lives)}
    levels = _levels((life.person for life in lives.passing(sorted(ids))), clearing, ledger)
    silenced = frozenset(one for one in left if one not in levels or levels[one].level != NAMED)
    told = {key: levels[person] for key, person in now.items()}
    return replace(of, withdrawn=withdrawn(of.content, clearing, told), silenced=silenced)


def known_now(keys: Iterable[str], lives: Lives) -> Mapping[str, str]:
    """Who each of these people is now: whoever was joined with somebody since may bear that one's id.

    An id comes from a mention, so that whoever has that mention now is meant.
    """
    asked = frozenset(keys)
    found = {one: one for one in asked if one in lives}
    if missing := asked - found.keys():
        every = ((person_id(mention), one) for one in lives for mention in lives.mention_ids(one))
        found |= {was: now for was, now in every if was in missing}
    return found


def _levels(people: Iterator[Person], clearing: Clearing, ledger: Book) -> Mapping[str, Cleared]:
    """What may leave now about each of these people, by id; never the claims of all of them at once."""
    usable, levels = clearing.usable(), dict[str, Cleared]()
    while some := list(islice(people, _AT_ONCE)):
        found = ledger.of(claim for one in some for claim in one.claim_ids)
        claims = {one.id: one for one in found if isinstance(one, Claim) and one.document_id in usable}
        for one in some:
            told = (claims[claim] for claim in one.claim_ids if claim in claims)
            levels[one.id] = clearing.person(one, told)
    return levels
