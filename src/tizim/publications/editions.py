"""Editions: a list frozen under a number, made again years later, set beside the one before."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.ledger import Entry, content_id, in_force
from tizim.publications.content import Content, Entered, digest, frozen
from tizim.publications.entries import Approval, Erratum, ListEdition
from tizim.publications.errors import PublicationError

APPROVED, REFUSED = "approve", "refuse"


def editions(entries: Iterable[Entry], definition: str | None = None) -> tuple[ListEdition, ...]:
    """The editions that stand, of one definition or of all, in the order of their numbers."""
    found = (one for one in in_force(entries) if isinstance(one, ListEdition))
    mine = [one for one in found if definition in (None, one.definition)]
    return tuple(sorted(mine, key=lambda one: (one.definition, one.number)))


def edition(
    content: Content, *, signed: Callable[[bytes], str], definition_sha256: str, note: str | None = None
) -> ListEdition:
    """The entry that freezes this content; ``signed`` gives the signature over the digest."""
    told = digest(frozen(content))
    return ListEdition(
        id=content_id("e", content.definition, content.number, told),
        definition=content.definition,
        as_of=content.as_of,
        known_at=content.known_at,
        number=content.number,
        digest=told,
        signature=signed(bytes.fromhex(told)),
        note=note,
        basis=content.basis,
        vocabulary=content.vocabulary,
        program=content.program,
        definition_sha256=definition_sha256,
    )


def check_again(of: ListEdition, again: Content) -> tuple[str, ...]:
    """Why an edition made again differs from the frozen one; nothing if it is the same bit for bit.

    ``vocabulary`` and ``program`` name what has changed since; ``entries`` is all that is left.
    """
    if digest(frozen(again)) == of.digest:
        return ()
    changed = [name for name in ("vocabulary", "program") if getattr(again, name) != getattr(of, name)]
    return tuple(changed) or ("entries",)


@dataclass(frozen=True, slots=True)
class Approved:
    """Whether an edition may go out: approved by somebody else than who froze it, and refused by nobody."""

    may_leave: bool
    approvals: tuple[Approval, ...]
    why: str = ""

    @property
    def reasoned(self) -> bool:
        """Whether somebody who lets it out says why; refusals do not count."""
        return any(one.reason for one in self.approvals if one.decision == APPROVED)


def approved(of: ListEdition, entries: Iterable[Entry]) -> Approved:
    """What others said of the edition; the latest word of each counts."""
    found = [one for one in in_force(entries) if isinstance(one, Approval) and one.edition_id == of.id]
    latest = {one.recorded_by: one for one in found}
    if any(one.decision == REFUSED for one in latest.values()):
        return Approved(False, tuple(found), "refused")
    others = [one for one in latest.values() if one.recorded_by != of.recorded_by]
    return Approved(bool(others), tuple(found), "" if others else "second_person_wanted")


def approval(
    of: ListEdition, decision: str, *, by: str, reason: str | None = None, objected: bool = False
) -> Approval:
    """The entry of a decision; PublicationError for one's own edition or a refusal without a reason.

    ``objected``: the gate has something against the edition, so that letting it out needs a reason too.
    """
    if decision not in (APPROVED, REFUSED):
        raise PublicationError(f"{of.id}: '{decision}' is not one of {APPROVED}, {REFUSED}")
    if decision == APPROVED and by == of.recorded_by:
        raise PublicationError(f"{of.id}: somebody else than who froze an edition approves it")
    if decision == REFUSED and not reason:
        raise PublicationError(f"{of.id}: a refusal gives its reason")
    if objected and not reason:
        raise PublicationError(f"{of.id}: the gate has something against it: a reason is given")
    return Approval(
        id=content_id("v", of.id, decision, by, reason), edition_id=of.id, decision=decision, reason=reason
    )


def errata(of: ListEdition, entries: Iterable[Entry]) -> tuple[Erratum, ...]:
    """What was found wrong in the edition, in the order of days."""
    found = [one for one in in_force(entries) if isinstance(one, Erratum) and one.edition_id == of.id]
    return tuple(sorted(found, key=lambda one: (one.date, one.recorded_at)))


def errata_entry(of: ListEdition, said: Mapping[str, str], *, on: date) -> Erratum:
    """The entry of an erratum: ``place``, what was ``said``, what is ``right``, the ``reason``."""
    given = {name: said[name] for name in ("place", "said", "right", "reason")}
    known = content_id("y", of.id, *given.values(), on.isoformat())
    return Erratum(id=known, edition_id=of.id, date=on.isoformat(), **given)


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody who joined, left, or stands otherwise later; ``before`` and ``after`` as printed."""

    what: str
    key: str
    before: Entered | None
    after: Entered | None


def turns(earlier: Content, later: Content) -> tuple[Turn, ...]:
    """Who joined, who left, who moved between two editions, of those whom they name."""
    if earlier.definition != later.definition:
        raise PublicationError(f"'{earlier.definition}' and '{later.definition}' are different lists")
    before, after = _by_key(earlier.named), _by_key(later.named)
    joined = [Turn("joined", key, None, one) for key, one in after.items() if key not in before]
    left = [Turn("left", key, one, None) for key, one in before.items() if key not in after]
    both = ((key, before[key], one) for key, one in after.items() if key in before)
    moved = [Turn(what, key, was, now) for key, was, now in both if (what := _moved(was, now))]
    return (*joined, *left, *moved)


def _by_key(people: Sequence[Entered]) -> Mapping[str, Entered]:
    return {one.key: one for one in people if one.key}


def _moved(was: Entered, now: Entered) -> str:
    if was.code != now.code:
        return "moved"
    if was.name != now.name:
        return "renamed"
    return "" if was.sure == now.sure else "surer" if now.sure else "less_sure"
