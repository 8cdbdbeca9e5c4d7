"""What would leave about one person and what stays in, field by field and passage by passage, and why."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tizim.claims import Claim
from tizim.interventions import Intervention, Response
from tizim.publications import Clearance, Cleared, Clearing, Officials, allowed, guarded, is_minor
from tizim.tallies import Evidence
from tizim.timelines import Life
from tizim.web.desk.leaving.clearings import clearing, decisions, once
from tizim.web.desk.leaving.forms import PHOTO
from tizim.web.desk.leaving.quoting import Leaf, leaves
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.web.desk.people.evidence import evidence
from tizim.web.desk.people.seen import seen
from tizim.web.desk.sight import Sight

_ACTS = ("act", "date", "place", "agency", "articles", "outcome")
_SHOWN = 12
NAMED = "named"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: what claims say, whether it would leave, and the code of the reason."""

    code: str
    values: Sequence[str]
    leaves: bool
    why: str

    @property
    def more(self) -> int:
        """How many values are not shown."""
        return max(0, len(self.values) - _SHOWN)

    @property
    def shown(self) -> Sequence[str]:
        """The first values."""
        return self.values[:_SHOWN]


@dataclass(frozen=True)
class Person:
    """One person before the door: what may leave, who decided, field by field, passage by passage."""

    life: Life
    cleared: Cleared
    claims: Sequence[Evidence]
    decisions: Sequence[Clearance]
    passages: Sequence[Leaf]
    unasked: Sequence[str]
    minor: bool
    closed: int

    @property
    def is_named(self) -> bool:
        """Whether the name would leave."""
        return self.cleared.level == NAMED

    @property
    def decided(self) -> Sequence[Clearance]:
        """The decisions, each once."""
        return once(self.decisions)

    @cached_property
    def usual(self) -> Sequence[Field]:
        """The fields that leave with the name."""
        acts = [one.claim for one in self.claims]
        told_of = tuple(dict.fromkeys(one.act for one in acts))
        every = (
            ("name", (self.life.person.name,)),
            ("acts", told_of),
            ("articles", _values(acts, "articles")),
        )
        why = "usual" if self.is_named else "unnamed"
        return [Field(code, values, self.is_named, why) for code, values in every if values]

    @cached_property
    def by_decision(self) -> Sequence[Field]:
        """The fields that leave only where a decision names them."""
        return [self._decided(name) for part in ("person", "act") for name in allowed()[part]["decided"]]

    @cached_property
    def never(self) -> Sequence[Field]:
        """The fields that stay in whatever anybody decides, as far as claims hold any."""
        claims = [one.claim for one in self.claims]
        told_of = ((name, _values(claims, name)) for name in allowed()["never"])
        return [Field(name, values, False, "never") for name, values in told_of if values]

    @property
    def fields(self) -> frozenset[str]:
        """The fields that the decisions let out."""
        return self.cleared.fields

    def _decided(self, name: str) -> Field:
        values = _values([one.claim for one in self.claims], name)
        if name not in self.cleared.fields:
            return Field(name, values, False, "undecided")
        if not self.is_named:
            return Field(name, values, False, "unnamed")
        if name == PHOTO:
            return Field(name, (), bool(self.cleared.photo), "decided" if self.cleared.photo else "unshown")
        if name == "perpetrators" and self.unasked:
            return Field(name, [one for one in values if one not in self.unasked], False, "unasked")
        return Field(name, values, True, "decided")


def person(person_id: str, asked: Moment, sight: Sight) -> Person | None:
    """The person before the door; None where nobody of that id may be known to the account."""
    known = seen(asked, person_id, sight)
    if known is None:
        return None
    whole = told(asked).lives[person_id]
    every = [one for one in register().ledger.of(whole.person.claim_ids) if isinstance(one, Claim)]
    of = clearing({one.document_id for one in every}, whole.person.mention_ids, asked)
    usable, cleared = of.usable(), standings_in_doubt([whole], asked)[person_id]
    cited = [one for one in evidence(known.life, asked) if one.document]
    return Person(
        life=known.life, cleared=cleared, claims=[one for one in cited if _is_usable(one, usable)],
        decisions=decisions(known.life.person.mention_ids, asked),
        passages=leaves(cited, of, asked, named=cleared.level == NAMED),
        unasked=tuple(_unasked(cited, cleared, asked)), minor=is_minor(every), closed=known.closed,
    )  # fmt: skip


def standings(lives: Sequence[Life], asked: Moment) -> Mapping[str, Cleared]:
    """What may leave about each of these people, looked up together."""
    of_claims = [one for life in lives for one in life.person.claim_ids]
    claims = {one.id: one for one in register().ledger.of(of_claims) if isinstance(one, Claim)}
    mentions = [one for life in lives for one in life.person.mention_ids]
    of = clearing({one.document_id for one in claims.values()}, mentions, asked)
    return {life.person.id: _standing(life, claims, of) for life in lives}


def standings_in_doubt(lives: Sequence[Life], asked: Moment) -> Mapping[str, Cleared]:
    """The same, with whoever may be somebody who is not to be named counted only; as an edition has it."""
    wanted, known = {life.person.id for life in lives}, told(asked)
    doubts = [one for one in known.doubts if not wanted.isdisjoint(one.person_ids)]
    strays = [one for one in known.strays if not wanted.isdisjoint(one.namesakes)]
    crowds = [*(crowd for one in doubts for crowd in one.crowds), *(one.namesakes for one in strays)]
    others = {one for crowd in crowds if not wanted.isdisjoint(crowd) for one in crowd} - wanted
    every = guarded(standings([*lives, *known.lives.passing(sorted(others))], asked), doubts, strays)
    return {one: every[one] for one in wanted}


def _standing(life: Life, claims: Mapping[str, Claim], of: Clearing) -> Cleared:
    return of.person(life.person, (claims[one] for one in life.person.claim_ids if one in claims))


def _is_usable(one: Evidence, usable: frozenset[str]) -> bool:
    return one.claim.document_id in usable


def _values(claims: Iterable[Claim], name: str) -> tuple[str, ...]:
    found = (value for one in claims for value in _texts(getattr(one, name, None)))
    return tuple(dict.fromkeys(found))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        yield from (one[0] if isinstance(one, tuple) else str(one) for one in value)
    elif value not in (None, ""):
        yield str(value)


def _unasked(cited: Sequence[Evidence], cleared: Cleared, asked: Moment) -> Iterator[str]:
    """The officials whose names a decision lets out, whom nobody asked, and no reason says why not."""
    if "perpetrators" in cleared.fields:
        officials = _officials(asked)
        accused = (each for one in cited for each in officials.accused(one.claim, reason=cleared.reasoned))
        yield from dict.fromkeys(one.name for one in accused if not one.may_leave)


def _officials(asked: Moment) -> Officials:
    """Who was asked, and what came back."""

    def gathered() -> Officials:
        kinds = (Intervention.kind, Response.kind, "withdrawal")
        return Officials(register().ledger.known_at(asked.known_at, kinds=kinds), ())

    found: Officials = opened().kept(("officials", asked.known_at), gathered)
    return found
