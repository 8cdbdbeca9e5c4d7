"""What people are narrowed down by: gathered once, then brought up to date for whom a change touches."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

import orjson

from tizim.claims import Claim
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.timelines import Chronicle, Life
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.facets import Code, Told, codes_on, codes_told

_COLUMNS = (
    "role",
    "case_kind",
    "document_id",
    "event",
    "place",
    "articles",
    "offence",
    "alleged_organisation",
    "sex",
    "age",
)
_ARTICLES = _COLUMNS.index("articles")
MANY = 2_000
"""So many people are gathered at once; for more than that all claims are read in one go."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of one person for finding and narrowing down, whatever the day."""

    version: int
    name: str
    names: tuple[str, ...]
    documents: frozenset[str]
    events: frozenset[str]
    codes: frozenset[Code]


@dataclass(slots=True)
class Roster:
    """Everybody's part as known at one moment, by id."""

    parts: dict[str, Part] = field(default_factory=dict)

    def bring_up(self, chronicled: Chronicle) -> None:
        """Gathers anew whom a change touched."""
        versions = dict(chronicled.lives.versions())
        for one in [one for one, part in self.parts.items() if versions.get(one) != part.version]:
            del self.parts[one]
        new = [one for one in versions if one not in self.parts]
        with unhindered(many=len(new) > MANY):
            self.parts.update(_gathered(chronicled, new, versions))


@dataclass(slots=True)
class Days:
    """What holds of everybody on one day, by id, with the version of the life that it was told from."""

    day: date
    held: dict[str, tuple[int, frozenset[Code]]] = field(default_factory=dict)

    def bring_up(self, chronicled: Chronicle) -> None:
        """Tells anew of those whom a change touched."""
        versions = dict(chronicled.lives.versions())
        for one in [known for known in self.held if known not in versions]:
            del self.held[one]
        stale = [one for one, version in versions.items() if self.held.get(one, (None,))[0] != version]
        shared: dict[frozenset[Code], frozenset[Code]] = {}
        with unhindered(many=len(stale) > MANY):
            for life in chronicled.lives.passing(stale):
                codes = codes_on(life.timeline, self.day)
                self.held[life.person.id] = versions[life.person.id], shared.setdefault(codes, codes)


def roster(asked: Moment) -> Roster:
    """Everybody as known at the moment, up to date."""
    key = "roster", asked.known_at, asked.basis
    one: Roster = opened().lasting(key, Roster)
    opened().kept((key, "fresh"), lambda: one.bring_up(told(asked)))
    return one


def days(asked: Moment) -> Days:
    """What holds on the day of the moment, up to date."""
    key = "days", asked.key
    one: Days = opened().lasting(key, lambda: Days(asked.as_of))
    opened().kept((key, "fresh"), lambda: one.bring_up(told(asked)))
    return one


def part_of(version: int, names: Iterable[str], name: str, claims: Iterable[Told]) -> Part:
    """One person's part."""
    known = list(claims)
    return Part(
        version,
        name,
        (name, *(one for one in names if one != name)),
        frozenset(one.document_id for one in known),
        frozenset(one.event for one in known if one.event),
        codes_told(known),
    )


def told_by(claim: Claim) -> Told:
    """What the claim says that people are narrowed down by."""
    return Told(*(getattr(claim, name) for name in _COLUMNS))


def _gathered(
    chronicled: Chronicle, ids: list[str], versions: Mapping[str, int]
) -> Iterator[tuple[str, Part]]:
    """The parts of these people; their codes, documents and names are shared where they are the same."""
    every = _all_claims() if len(ids) > MANY else {}
    shared: dict[Any, Any] = {}
    for at in range(0, len(ids), MANY):
        lives = list(chronicled.lives.passing(ids[at : at + MANY]))
        claims = every or _claims(lives)
        for life in lives:
            person = life.person
            found = (claims[one] for one in person.claim_ids if one in claims)
            part = part_of(versions[person.id], person.names, person.name, found)
            yield person.id, _sharing(part, shared)


def _sharing(part: Part, shared: dict[Any, Any]) -> Part:
    same = (shared.setdefault(one, one) for one in (part.documents, part.events, part.codes))
    return Part(part.version, part.name, part.names, *same)


def _claims(lives: Iterable[Life]) -> dict[str, Told]:
    ids = [one for life in lives for one in life.person.claim_ids]
    return {one.id: told_by(one) for one in register().ledger.of(ids) if isinstance(one, Claim)}


def _all_claims() -> dict[str, Told]:
    """What every claim ever written says, read in one go; most of them are needed."""
    rows = ENTRY_MODELS[Claim.kind].objects.values_list("entry_id", *_COLUMNS)
    same: dict[Any, Any] = {}
    found = {}
    for id_, *values in rows.iterator(MANY):
        told_of = [same.setdefault(one, one) for one in values]
        told_of[_ARTICLES] = _articles(told_of[_ARTICLES])
        found[id_] = Told(*told_of)
    return found


@lru_cache(maxsize=4096)
def _articles(text: str) -> tuple[str, ...]:
    return tuple(orjson.loads(text))


@contextmanager
def unhindered(*, many: bool = False) -> Iterator[None]:
    """A span without garbage collection: what is made in it stays, and looking it through takes long.

    If it is much, it is never looked through later either: else each page might wait seconds for that.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if many:
            gc.freeze()
        if collected:
            gc.enable()
