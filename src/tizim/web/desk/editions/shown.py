"""Editions as an account sees them: the list of them, and one with everything that stands beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from tizim.ledger import Withdrawal
from tizim.publications import (
    Approval,
    Approved,
    Content,
    Entered,
    Erratum,
    ListEdition,
    Turn,
    approved,
    content_of,
    editions,
    errata,
    turns,
)
from tizim.stores.signing import is_signed_by, public_key
from tizim.web.desk.models import Job
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register

PAGE = 50
KINDS = (ListEdition.kind, Approval.kind, Erratum.kind, Withdrawal.kind)
FREEZE, EXPLAIN = "freeze", "explain"
"""The kinds of long work from which it is known why somebody joined or left."""


@dataclass(frozen=True, slots=True)
class Row:
    """One edition in the list: what it says, whether it may go out, whether its signature holds."""

    edition: ListEdition
    content: Content
    word: Approved
    signed: bool
    errata: int

    @property
    def title(self) -> Mapping[str, str]:
        """What the list is called, by language."""
        return dict(self.content.title)


@dataclass(frozen=True, slots=True)
class Shown:
    """One edition with the people on it, what changed since the one before, errata and approvals."""

    row: Row
    page: Page
    earlier: ListEdition | None
    turns: Sequence[Turn]
    whys: Mapping[str, str]
    errata: Sequence[Erratum]

    @property
    def classes(self) -> Mapping[str, Mapping[str, str]]:
        """What the classes are called, by code and language."""
        return {code: dict(said) for code, said in self.row.content.classes}

    @property
    def doubtful(self) -> Sequence[Entered]:
        """Those who make the difference between the bounds."""
        return self.row.content.doubtful


def rows(asked: Moment) -> list[Row]:
    """All editions known at the moment, the latest first."""
    known = known_editions(asked)
    return [
        row_of(one, known) for one in sorted(editions(known), key=lambda one: one.recorded_at, reverse=True)
    ]


def edition_of(edition_id: str, asked: Moment) -> ListEdition | None:
    """The edition of that id, if it was known at the moment."""
    return next((one for one in editions(known_editions(asked)) if one.id == edition_id), None)


def shown(of: ListEdition, asked: Moment, page: str) -> Shown:
    """One edition, a page of its people."""
    known = known_editions(asked)
    row, before = row_of(of, known), earlier_of(of, known)
    changed = turns(read(before), row.content) if before else ()
    people = Paginator(row.content.people, PAGE).get_page(page)
    return Shown(row, people, before, changed, _whys(of), errata(of, known))


def earlier_of(of: ListEdition, known: Sequence[Any]) -> ListEdition | None:
    """The edition of the same list before this one."""
    before = [one for one in editions(known, of.definition) if one.number < of.number]
    return before[-1] if before else None


def known_editions(asked: Moment) -> tuple[Any, ...]:
    """The editions, approvals and errata known at the moment."""
    found: tuple[Any, ...] = opened().kept(
        ("editions", asked.known_at), lambda: tuple(register().ledger.known_at(asked.known_at, kinds=KINDS))
    )
    return found


def read(of: ListEdition) -> Content:
    """What the edition says; its bytes never change."""
    found: Content = opened().lasting(("content", of.digest), lambda: content_of(of, register().vault))
    return found


def row_of(of: ListEdition, known: Sequence[Any]) -> Row:
    """The edition with what stands beside it."""
    signed = is_signed_by(public_key(register().keys), bytes.fromhex(of.digest), of.signature or "")
    return Row(of, read(of), approved(of, known), signed, len(errata(of, known)))


def _whys(of: ListEdition) -> Mapping[str, str]:
    """Why each joined or left, where some work has found it out."""
    done = Job.objects.filter(kind__in=(FREEZE, EXPLAIN), state=Job.State.DONE, result__edition=of.id)
    last = done.order_by("-pk").first()
    return last.result.get("why", {}) if last else {}
