"""What an import would do: the plan, which a dry run shows and an import appends."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tizim import Problem
from tizim.claims.cells import cell_text
from tizim.claims.claim import Claim
from tizim.claims.columns import PROBLEM, ColumnUse
from tizim.claims.csv_form import csv_lines
from tizim.claims.fields import field_named
from tizim.claims.standing import standing_claims
from tizim.documents import Document, Passage
from tizim.ledger import Entry, in_force


def no_text(document: Document) -> str | None:
    """No document has a text: what an import knows if nobody gives it the texts."""
    return None


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the register holds already, as far as an import asks.

    ``documents`` may be quoted, ``text_of`` gives their texts, ``claims`` are those that stand, ``hidden``
    those that were written and stand no more (corrected, withdrawn, rejected).
    """

    documents: Sequence[Document] = ()
    text_of: Callable[[Document], str | None] = no_text
    claims: Sequence[Claim] = ()
    hidden: Sequence[Claim] = ()


HELD = ("document", "claim", "review", "withdrawal")
"""The kinds of entries that an import asks for; passages, the most of a ledger, are not among them."""


def holdings_of(entries: Iterable[Entry], *, text_of: Callable[[Document], str | None] = no_text) -> Holdings:
    """What the register holds, from everything of the kinds ``HELD`` that it knows."""
    known = tuple(entries)
    claims = standing_claims(known)
    stand = {claim.id for claim in claims}
    return Holdings(
        documents=[entry for entry in in_force(known) if isinstance(entry, Document)],
        text_of=text_of,
        claims=claims,
        hidden=[entry for entry in known if isinstance(entry, Claim) and entry.id not in stand],
    )


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How a table is taken in.

    ``reader`` names the reader if a machine made the table: its claims then wait for review. ``strict``
    stops at unknown columns. ``renamed`` says which field a column fills. ``replaces`` names the files
    (document ids) of which this one is the newer version.
    """

    reader: str | None = None
    strict: bool = False
    renamed: Mapping[str, str] = field(default_factory=dict)
    replaces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that became no claim, as it stands, with everything that is wrong with it."""

    number: int
    cells: Mapping[str, Any]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import of one table writes, and what became of every row and column.

    ``rows`` were looked at, ``skipped`` are (row, why) of those that hold no claim. ``unchanged`` are
    standing claims that rows repeat, ``hidden`` claims that rows repeat and that stand no more: writing
    them again would not bring them back. ``repeated`` are (row, earlier row) that say the very same of
    one passage. ``vanished`` are claims of the older version that no row tells any more; nothing is done
    about them unless a person withdraws them. ``problems`` concern the table as a whole: if there are any,
    nothing is to be written.
    """

    document_id: str
    rows: int
    columns: tuple[ColumnUse, ...]
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    unchanged: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    skipped: tuple[tuple[int, str], ...] = ()
    repeated: tuple[tuple[int, int], ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def stopped(self) -> bool:
        """Whether something about the table as a whole keeps it out."""
        return bool(self.problems)

    @property
    def entries(self) -> tuple[Passage | Claim, ...]:
        """What is to be appended, passages before the claims that cite them."""
        return () if self.stopped else (*self.passages, *self.claims)

    @property
    def corrections(self) -> tuple[Claim, ...]:
        """Those of the claims that stand in the place of an older one."""
        return tuple(claim for claim in self.claims if claim.corrects is not None)

    @property
    def unknown_columns(self) -> tuple[ColumnUse, ...]:
        """The columns that fill no field."""
        return tuple(use for use in self.columns if use.use == "unknown")


def rejected_rows(plan: ImportPlan) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The rejected rows as a table to correct and feed back: its columns, ``problem`` last, and its rows."""
    keys = {use.column: None for use in plan.columns}
    keys.update((key, None) for row in plan.rejected for key in row.cells)
    columns = tuple(key for key in keys if key.strip().casefold() != PROBLEM)
    return (*columns, PROBLEM), [_rejected(row, columns) for row in plan.rejected]


def rejected_csv(plan: ImportPlan, separator: str = ",") -> Iterator[str]:
    """The lines of ``<name>.rejected.csv``."""
    columns, rows = rejected_rows(plan)
    return csv_lines(columns, rows, separator)


def _rejected(row: RejectedRow, columns: tuple[str, ...]) -> tuple[str, ...]:
    kinds = (known.kind if (known := field_named(column)) else None for column in columns)
    cells = (cell_text(row.cells.get(column), kind) for column, kind in zip(columns, kinds, strict=True))
    return (*cells, " | ".join(map(str, row.problems)))
