"""The gate at the desk: what is held against a list or an edition, and where each thing can be settled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tizim.identity import Judgement
from tizim.ledger import Withdrawal
from tizim.publications import (
    Clearance,
    Composed,
    Content,
    Held,
    ListEdition,
    Objection,
    Risk,
    day_of,
    known_now,
    objections,
    of_all,
    risks,
    together,
    withdrawn,
)
from tizim.web.desk.editions.shown import Row, earlier_of, known_editions, read, row_of
from tizim.web.desk.leaving.clearings import clearing, kept_back
from tizim.web.desk.leaving.person import standings
from tizim.web.desk.models import Job
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register, told
from tizim.wiring import least_count_given

RELEASE = "release"
_MOST, _PEOPLE = 200, 20


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is held against it: in words by language, whom it is about, whether a reason helps."""

    kind: str
    said: Mapping[str, str]
    people: Sequence[str] = ()
    is_final: bool = False
    quote: str = ""

    @property
    def by_number(self) -> bool:
        """Whether leaving some out of the numbers settles it."""
        return self.kind in ("small_cell", "difference")


@dataclass(frozen=True)
class Gate:
    """A frozen edition at the gate: what is held against it, what stays in by itself, its releases."""

    row: Row
    matters: Sequence[Matter]
    masked: int
    heard: Mapping[str, int]
    releases: Sequence[Job]

    @property
    def is_held(self) -> bool:
        """Whether anything is held against it."""
        return bool(self.matters)

    @property
    def is_final(self) -> bool:
        """Whether something is held against it that no reason settles."""
        return any(one.is_final for one in self.matters)

    @property
    def can_hush(self) -> bool:
        """Whether leaving some out of the numbers settles something."""
        return any(one.by_number for one in self.matters)

    @property
    def may_leave(self) -> bool:
        """Whether a release of it would be made."""
        reasoned = self.row.word.reasoned or not self.is_held
        return self.row.word.may_leave and reasoned and not self.is_final


def gate(of: ListEdition, asked: Moment) -> Gate:
    """The edition at the gate, as known at the moment."""
    known = known_editions(asked)
    row, before = row_of(of, known), earlier_of(of, known)
    content = row.content
    found = against(content, read(before) if before else None)
    since = _since(of, content, asked)
    texts = [one.quote or "" for one in content.passages]
    done = Job.objects.filter(kind=RELEASE, asked__edition=of.id).select_related("asked_by")[:5]
    return Gate(row, [*found, *since], sum(one.count("[…]") for one in texts), _heard(content), list(done))


def against(content: Content, before: Content | None) -> list[Matter]:
    """What is held against an edition by its numbers and words; these never change."""

    def found() -> list[Matter]:
        words = objections(content, on=day_of(content))
        least = least_count_given()
        return [
            *map(_of_risk, risks(content, before, least=least)),
            *(_of_objection(one, content) for one in words),
        ]

    known: list[Matter] = opened().lasting(("gate", content.definition, content.number), found)
    return known


def flat(held: Held) -> dict[str, Any]:
    """What holds a list back before it is frozen, to be kept with the work; ids and words, no names."""
    made = held.made
    told_of = [_with_people(_of_risk(one), made, one) for one in held.risks]
    told_of += [_of_objection(one, made.content) for one in held.objections]
    return {
        "matters": [
            {"kind": one.kind, "said": dict(one.said), "people": list(one.people)} for one in told_of[:_MOST]
        ],
        "many": len(told_of),
        "at_least": made.content.at_least, "at_most": made.content.at_most, "number": made.content.number,
    }  # fmt: skip


def named_in(found: Sequence[Matter], asked: Moment) -> Mapping[str, str]:
    """The names of those whom these things are about, by id, as the desk knows them."""
    ids = sorted({person for one in found for person in one.people[:_PEOPLE]})
    return {life.person.id: life.person.name for life in told(asked).lives.passing(ids)}


def matters(kept: Mapping[str, Any]) -> list[Matter]:
    """The same, read again."""
    return [Matter(one["kind"], one["said"], one["people"]) for one in kept["matters"]]


def _of_risk(one: Risk) -> Matter:
    return Matter(one.kind, _said(one))


def _of_objection(one: Objection, content: Content) -> Matter:
    quote = content.passages[one.passage].quote if one.passage is not None else None
    return Matter(one.kind, _said(one), (one.key,) if one.key else (), one.is_final, quote or "")


def _said(one: Risk | Objection) -> dict[str, str]:
    return {language: one.message(language) for language in ("en", "ru", "kk")}


def _with_people(one: Matter, made: Composed, risk: Risk) -> Matter:
    """The same with the ids of those in the class who are not named."""
    unnamed = (who.number for who in made.content.unnamed if who.code == risk.code)
    return Matter(one.kind, one.said, [made.people[number] for number in unnamed])


def _since(of: ListEdition, content: Content, asked: Moment) -> list[Matter]:
    """What was decided after it was frozen and forbids it; kept until something is written."""

    def found() -> list[Matter]:
        back, lives = kept_back(asked), told(asked).lives
        shown = {one.key: bool(one.photo) for one in content.named if one.key}
        joined = _parted(content, back)
        now = known_now(shown, lives, joined)
        near = {
            key: some for key, some in now.items()
            if shown[key] or any(not back.isdisjoint(lives.mention_ids(one)) for one in some)
        }  # fmt: skip
        standing = standings(
            list(lives.passing(sorted({one for some in near.values() for one in some}))), asked
        )
        told_of = ((key, of_all(standing[one] for one in sorted(some))) for key, some in near.items())
        levels = {key: one for key, one in told_of if one}
        shut = clearing([one for one in back if one.startswith("d-")], (), asked)
        return [_of_objection(one, content) for one in withdrawn(content, shut, levels)]

    known: list[Matter] = opened().kept(("gate since", of.id, asked.known_at), found)
    return known


def _parted(content: Content, back: frozenset[str]) -> Mapping[str, Sequence[str]]:
    """Who stood together when it was frozen, if somebody kept back since may have been parted since.

    The release looks at everybody again: here only what a decision on identity can have parted is looked for.
    """
    since = register().ledger.since
    decided = (
        one.subject_id
        for one in since(content.known_at, kinds=(Clearance.kind,))
        if isinstance(one, Clearance)
    )
    if (
        back.isdisjoint(decided)
        or next(since(content.known_at, kinds=(Judgement.kind, Withdrawal.kind)), None) is None
    ):
        return {}
    return together(content, register().ledger)


def _heard(content: Content) -> Mapping[str, int]:
    """How many officials leave by name, as accused or as convicted, were asked, answered, were silent."""
    of: dict[str, set[str]] = {
        name: set() for name in ("perpetrators", "convicted", "asked", "answered", "silent")
    }
    for who in content.named:
        for act in who.acts:
            for name, text in act.more:
                if name in of:
                    of[name].update(one.partition(": ")[0] for one in text.split("; "))
    return {name: len(one) for name, one in of.items()}
