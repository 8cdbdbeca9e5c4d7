"""The entries of this room: a decision on one criterion, a group's recognition, a group's own criteria."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination(Entry):
    """A person decided that a criterion is met, not met or open for somebody.

    ``mention_id`` names the somebody by one mention of the name: which person that is, identity
    computes, and a later judgement may move it. ``criteria_set`` is the code of the set with its
    version (``PACE-1900-2012/1``), ``criterion`` the code within the set. ``finding`` is ``met``,
    ``not_met`` or ``open`` (looked at, not decided). ``passages_for`` and ``passages_against`` are ids
    of passages; both may be filled, for the finding is the assessor's. ``case`` tells apart several
    cases of one person. Who assessed and when is in the envelope; ``group`` is the group in whose name
    it was assessed, where that is not the one that keeps the register.
    """

    kind: ClassVar[str] = "determination"

    mention_id: str
    criteria_set: str
    criterion: str
    finding: str
    passages_for: tuple[str, ...] = ()
    passages_against: tuple[str, ...] = ()
    case: str | None = None
    note: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition(Entry):
    """A group recognised somebody, declined to, or took it back, on a day, as a source reports it.

    ``mention_id`` names the somebody; ``group`` is the body as written. ``stance`` is ``recognised``,
    ``declined`` or ``withdrawn``; ``recognised_as`` is the group's own word (political prisoner, prisoner
    of conscience). ``date`` is EDTF, ``criteria_set`` the set by which, where the source says so.
    """

    kind: ClassVar[str] = "recognition"

    mention_id: str
    group: str
    stance: str
    recognised_as: str | None = None
    date: str | None = None
    criteria_set: str | None = None
    passage_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptedSet(Entry):
    """A group gave itself a set of criteria, in one version; several versions stand side by side.

    ``code`` and ``version`` name it, and the id comes from them: a version is written once and never put
    right, a change is the next version. ``wording`` is the whole set as YAML, in the form of those that ship:
    title and grounds in up to three languages, the source of the wording, the rules, who decided it and when.
    A ``Withdrawal`` retires a version: nobody is assessed by it any more, and what was determined by it keeps
    its meaning. ``note`` says what changed and why.
    """

    kind: ClassVar[str] = "criteria_set"

    code: str
    version: int
    wording: str
    note: str | None = None
