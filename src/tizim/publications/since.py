"""A release as it may leave now: what was decided, and became known, since its edition was frozen."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Protocol

from tizim.claims import Basis, Claim, standing_claims
from tizim.identity import Judgement, Person, mentions_of, people, person_id, told_by
from tizim.ledger import ById, Later, Ledger, in_force
from tizim.publications.clearing import NAMED, Cleared, Clearing, of_all
from tizim.publications.content import Content
from tizim.publications.editions import turns
from tizim.publications.objections import withdrawn
from tizim.publications.releasing import Release
from tizim.timelines import Lives, uncollected

_AT_ONCE = 100
"""So many people's claims are read at once: those of all would take as much room as the edition."""
_KINDS = ("source", "document", "clearance", "withdrawal")
_IDENTITY = ("claim", "review", "judgement", "withdrawal", "document")


class Book(Ledger, ById, Later, Protocol):
    """A ledger that also gives single entries, and what was written since a moment."""


def as_it_stands(of: Release, lives: Lives, ledger: Book) -> Release:
    """The release with what is against it now, and without those who left the list and may not be named.

    ``lives`` are told from everything known now. Those whom the edition names are looked up as identity sees
    them now. Whoever left and is known under that id no more is not named either: nothing tells whether
    the person still may be.
    """
    changed = turns(of.earlier, of.content) if of.earlier else ()
    left = {one.key for one in changed if one.what == "left" and one.key in lives}
    now = known_now((one.key for one in of.content.named if one.key), lives, together(of.content, ledger))
    gone = known_now(left, lives, together(of.earlier, ledger)) if of.earlier and left else {}
    clearing = Clearing(ledger.known_at(kinds=_KINDS))
    ids = {one for some in (*now.values(), *gone.values()) for one in some}
    levels = _levels((life.person for life in lives.passing(sorted(ids))), clearing, ledger)
    told, known = _by_key(now, levels), _by_key(gone, levels)
    free = {key for key, one in known.items() if one.level == NAMED}
    silenced = frozenset(one.key for one in changed if one.what == "left" and one.key not in free)
    return replace(of, withdrawn=withdrawn(of.content, clearing, told), silenced=silenced)


def together(content: Content, ledger: Book) -> Mapping[str, tuple[str, ...]]:
    """By key, the mentions that were one person when the edition was frozen, where they were several.

    Nothing where nothing was written since by which somebody could have been parted.
    """
    if next(ledger.since(content.known_at, kinds=_IDENTITY), None) is None:
        return {}
    with uncollected():
        keys = {one.key for one in content.named}
        return {one: some for one, some in _mentions_then(content, ledger) if one in keys and len(some) > 1}


def _mentions_then(content: Content, ledger: Book) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Everybody as the edition saw them, on its basis, with their mentions in usable documents."""
    known = tuple(ledger.known_at(content.known_at, kinds=(*_KINDS, "claim", "review", "judgement")))
    usable, basis = Clearing(known).usable(), _basis(content)
    claims = standing_claims(known, basis=basis)
    everybody = people(claims, [one for one in in_force(known) if isinstance(one, Judgement)])
    told = [one for one in claims if one.document_id in usable]
    written = {one.id for one in mentions_of(told)}
    for person in told_by(everybody, told).people.persons:
        yield person.id, tuple(one for one in person.mention_ids if one in written)


def _basis(content: Content) -> Basis:
    return "all" if content.basis == "all" else "reviewed"


def known_now(
    keys: Iterable[str], lives: Lives, joined: Mapping[str, Collection[str]]
) -> Mapping[str, frozenset[str]]:
    """Who each of these people may be now: joined with somebody since, or found to be several.

    ``joined`` are their mentions at the freezing (see ``together``). An id comes from a mention, so that
    whoever has that mention now, or one that stood with it, is meant. Nobody who is known no more.
    """
    asked = frozenset(keys)
    found = {one: {one} for one in asked if one in lives and one not in joined}
    by_id = {key: key for key in asked - found.keys() - joined.keys()}
    by_mention = {mention: key for key in asked & joined.keys() for mention in joined[key]}
    if by_id or by_mention:
        for one in lives:
            for mention in lives.mention_ids(one):
                key = by_mention.get(mention) or by_id.get(person_id(mention))
                if key:
                    found.setdefault(key, set()).add(one)
    return {key: frozenset(some) for key, some in found.items()}


def _by_key(now: Mapping[str, Iterable[str]], levels: Mapping[str, Cleared]) -> Mapping[str, Cleared]:
    """What may leave now under each key."""
    told = ((key, of_all(levels[one] for one in sorted(some))) for key, some in now.items())
    return {key: level for key, level in told if level}


def _levels(people: Iterator[Person], clearing: Clearing, ledger: Book) -> Mapping[str, Cleared]:
    """What may leave now about each of these people, by id; never the claims of all of them at once."""
    levels: dict[str, Cleared] = {}
    while some := list(islice(people, _AT_ONCE)):
        found = ledger.of(claim for one in some for claim in one.claim_ids)
        claims = {one.id: one for one in found if isinstance(one, Claim)}
        for one in some:
            told = (claims[claim] for claim in one.claim_ids if claim in claims)
            levels[one.id] = clearing.person(one, told)
    return levels
