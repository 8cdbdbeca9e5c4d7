"""What people are narrowed down by: gathered once, then brought up to date for whom a change touches."""

import gc
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import orjson

from tizim.claims import Claim
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.timelines import Chronicle, Life
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register
from tizim.web.desk.people.facets import Code, Told, codes_told
from tizim.web.desk.people.holding import Holding
from tizim.web.desk.traits import UNTOLD, Traits, traits_in

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

    name: str
    names: tuple[str, ...]
    documents: frozenset[str]
    events: frozenset[str]
    codes: frozenset[Code]
    traits: Traits = UNTOLD


@dataclass(frozen=True, slots=True)
class Roster:
    """Everybody's part as known at one moment, by id; whom each document and each event tells of."""

    parts: Mapping[str, Part]
    by_document: Mapping[str, frozenset[str]]
    by_event: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, chronicled: Chronicle) -> "Roster":
        """Everybody's part, gathered anew."""
        with unhindered(many=True):
            parts = dict(_gathered(chronicled, list(chronicled.lives)))
            documents, events = _by(parts, "documents"), _by(parts, "events")
        return cls(parts, documents, events)

    def brought_up(self, chronicled: Chronicle, touched: Collection[str]) -> "Roster":
        """The same with those gathered anew whom a change touched."""
        still = [one for one in touched if one in chronicled.lives]
        parts = dict(self.parts)
        with unhindered(many=len(still) > MANY):
            gone = {one: part for one in touched if (part := parts.pop(one, None))}
            new = dict(_gathered(chronicled, still))
        documents = _moved(self.by_document, _by(gone, "documents"), _by(new, "documents"))
        events = _moved(self.by_event, _by(gone, "events"), _by(new, "events"))
        return Roster(parts | new, documents, events)

    @property
    def row(self) -> Any:
        """What is to be kept of it."""
        told = ([one.name, one.names[1:], *_sorted(one), [*one.traits]] for one in self.parts.values())
        return {"ids": list(self.parts), "parts": list(told)}

    @classmethod
    def of_row(cls, row: Any) -> "Roster":
        """Everybody's part, as it was kept."""
        shared: dict[Any, Any] = {}
        with unhindered(many=True):
            parts = {one: _part(each, shared) for one, each in zip(row["ids"], row["parts"], strict=True)}
            documents, events = _by(parts, "documents"), _by(parts, "events")
        return cls(parts, documents, events)


Held = Mapping[str, frozenset[Code]]
"""What holds of everybody on one day, by id."""


def roster(asked: Moment) -> Roster:
    """Everybody as known at the moment, up to date."""

    def begin(chronicled: Chronicle) -> Roster:
        # what was kept may be ahead of the chronicle beside it: whoever differs was touched since
        kept, row = opened().found_before("roster", asked, lambda _: roster(asked).row)
        touched = chronicled.lives.changed_since(kept.lives) if row else None
        if touched is None:
            return Roster.of(chronicled)
        return Roster.of_row(row).brought_up(chronicled, touched)

    key = "roster", asked.known_at, asked.basis
    return opened().following(key, asked, begin, Roster.brought_up)


def held(asked: Moment) -> Held:
    """What holds on the day of the moment, up to date."""
    holds, day = holding(asked), asked.as_of.toordinal()

    def begin(chronicled: Chronicle) -> Held:
        with unhindered(many=True):
            return holds.on(chronicled, chronicled.lives, day)

    def go_on(before: Held, chronicled: Chronicle, touched: Collection[str]) -> Held:
        still = [one for one in touched if one in chronicled.lives]
        left = dict(before)
        for one in touched:
            left.pop(one, None)
        return left | holds.on(chronicled, still, day)

    return opened().following_on("held", asked, begin, go_on)


def holding(asked: Moment) -> Holding:
    """What is known of everybody on any day, as known at the moment; it goes on with the register."""

    def begin() -> Holding:
        made = Holding()
        chronicled, row = opened().found_before("holding", asked, made.row)
        if row:
            with unhindered(many=True):
                made.take_up(chronicled, row)
        return made

    found: Holding = opened().lasting(("holding", asked.known_at, asked.basis), begin)
    return found


def _sorted(part: Part) -> list[list[Any]]:
    return [sorted(part.documents), sorted(part.events), sorted(part.codes)]


def _part(row: Any, shared: dict[Any, Any]) -> Part:
    name, others, documents, events, codes, traits = row
    sets = frozenset(documents), frozenset(events), frozenset(map(tuple, codes))
    return _sharing(Part(name, (name, *others), *sets, Traits.of_row(traits)), shared)


def _by(parts: Mapping[str, Part], what: str) -> dict[str, frozenset[str]]:
    """For each document or event the ids of those whom it tells of."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, part in parts.items():
        for one in getattr(part, what):
            found[one].append(id_)
    return {one: frozenset(ids) for one, ids in found.items()}


def _moved(
    before: Mapping[str, frozenset[str]],
    gone: Mapping[str, frozenset[str]],
    new: Mapping[str, frozenset[str]],
) -> Mapping[str, frozenset[str]]:
    if gone == new:
        return before
    after = dict(before)
    for one, ids in gone.items():
        after[one] -= ids
    for one, ids in new.items():
        after[one] = after.get(one, frozenset()) | ids
    for one in gone:
        if not after[one]:
            del after[one]
    return after


def part_of(names: Iterable[str], name: str, claims: Iterable[Told]) -> Part:
    """One person's part."""
    known = list(claims)
    return Part(
        name,
        (name, *(one for one in names if one != name)),
        frozenset(one.document_id for one in known),
        frozenset(one.event for one in known if one.event),
        codes_told(known),
        traits_in(known),
    )


def told_by(claim: Claim) -> Told:
    """What the claim says that people are narrowed down by."""
    return Told(*(getattr(claim, name) for name in _COLUMNS))


def _gathered(chronicled: Chronicle, ids: list[str]) -> Iterator[tuple[str, Part]]:
    """The parts of these people; their codes, documents and names are shared where they are the same."""
    every = _all_claims() if len(ids) > MANY else {}
    shared: dict[Any, Any] = {}
    for at in range(0, len(ids), MANY):
        lives = list(chronicled.lives.passing(ids[at : at + MANY]))
        claims = every or _claims(lives)
        for life in lives:
            person = life.person
            found = (claims[one] for one in person.claim_ids if one in claims)
            part = part_of(person.names, person.name, found)
            yield person.id, _sharing(part, shared)


def _sharing(part: Part, shared: dict[Any, Any]) -> Part:
    same = (shared.setdefault(one, one) for one in (part.documents, part.events, part.codes, part.traits))
    return Part(part.name, part.names, *same)


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
