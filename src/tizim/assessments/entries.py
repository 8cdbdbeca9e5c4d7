"""The one entry of this room: a person's decision on one criterion."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Determination(Entry):
    """A person decided that a criterion is met, not met or open for somebody.

    ``mention_id`` names the somebody by one mention of the name: which person that is, identity
    computes, and a later judgement may move it. ``criteria_set`` is the code of the set with its
    version (``PACE-1900-2012``), ``criterion`` the code within the set. ``finding`` is ``met``,
    ``not_met`` or ``open`` (looked at, not decided). ``passages_for`` and ``passages_against`` are ids
    of passages; both may be filled, for the finding is the assessor's. ``case`` tells apart several
    cases of one person. Who assessed and when is in the envelope.
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
