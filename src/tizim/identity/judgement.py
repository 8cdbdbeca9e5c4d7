"""The judgement: a person's decision whether two mentions are one person."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry

VERDICTS = ("same", "different", "unsure")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Entry):
    """Whether two mentions are one person, decided by a person, and why.

    ``left`` and ``right`` are ids of mentions; which is which means nothing. ``verdict`` is ``same``,
    ``different`` or ``unsure``. The latest standing judgement on a pair counts; one that is taken back
    gives the answer of before. No record is merged by it: persons are computed.
    """

    kind: ClassVar[str] = "judgement"

    left: str
    right: str
    verdict: str
    reason: str | None = None

    @property
    def pair(self) -> tuple[str, str]:
        """The two mentions in one fixed order."""
        return (self.left, self.right) if self.left <= self.right else (self.right, self.left)
