"""What importing a file of lists would write, and what became of every sheet, column and row."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tizim.claims.claim import Claim
from tizim.claims.lists.faults import Fault
from tizim.claims.lists.rows import TellsCell, tells_nothing
from tizim.documents import Passage

FATES = ("aside", "correction", "new", "hidden", "unchanged", "repeated", "nothing")
"""What can become of a row that was read, the weightiest first."""


def no_count() -> None:
    """Nobody counts the rows."""


@dataclass(frozen=True, slots=True)
class ListOptions:
    """How a list is taken in.

    ``replaces`` names earlier editions (document ids) of which this one is the newer; ``beside`` takes a
    list in although another one says nearly the same. ``tells`` reads cells of running text. ``count`` is
    called for each row.
    """

    replaces: tuple[str, ...] = ()
    beside: bool = False
    tells: TellsCell = tells_nothing
    count: Callable[[], None] = no_count


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one row: ``skipped`` with why, or one of ``FATES``."""

    sheet: str
    number: int
    fate: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that is not taken in: where it stands, its cells by heading, everything that is wrong."""

    where: str
    cells: Mapping[str, str]
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class ColumnRead:
    """One column of a sheet: its heading and letters, and the rule that reads it; none if it is unmapped."""

    sheet: str
    letters: str
    heading: str
    read: str = ""


@dataclass(slots=True)
class ListPlan:
    """What an import of a file of lists writes, and what became of every row, column and sheet.

    ``faults`` keep the whole file out; ``notices`` are to be known (hidden sheets and rows taken, cells of
    running text in which nothing was found). The rest means what it means in ``ImportPlan``.
    """

    document_id: str
    rows: int = 0
    columns: list[ColumnRead] = field(default_factory=list)
    passages: dict[str, Passage] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    fates: list[Fate] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notices: list[Fault] = field(default_factory=list)

    @property
    def stopped(self) -> bool:
        """Whether something about the file as a whole keeps it out."""
        return bool(self.faults)

    @property
    def entries(self) -> Iterator[Passage | Claim]:
        """What is to be appended, passages before the claims that cite them."""
        if not self.stopped:
            yield from self.passages.values()
            yield from self.claims.values()

    @property
    def corrections(self) -> int:
        """How many of the claims stand in the place of an older one."""
        return sum(claim.corrects is not None for claim in self.claims.values())
