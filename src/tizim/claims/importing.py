"""From the rows of a table to passages and claims, every row and column accounted for.

Ids come from the content: planning the same file again plans the same entries. The id of a claim that
a table brought begins with the id of that table's document (see ``undo``).
"""

from collections import defaultdict
from operator import attrgetter

from tizim import Problem
from tizim.claims.cells import blank
from tizim.claims.cited import Library
from tizim.claims.claim import Claim
from tizim.claims.coding import Coder, UncodableError, same_content
from tizim.claims.columns import ColumnUse, account, filled_fields
from tizim.claims.plan import Holdings, ImportOptions, ImportPlan, RejectedRow
from tizim.claims.tables import Row, Table
from tizim.claims.undo import from_table, table_prefix
from tizim.documents import Document, Passage

_PLACES = ("id", "recorded_at", "recorded_by", "corrects", "passage_id", "document_id")
_said = attrgetter(*(name for name in Claim.field_names() if name not in _PLACES))


def plan_import(
    table: Table,
    *,
    document: Document,
    holdings: Holdings | None = None,
    options: ImportOptions | None = None,
) -> ImportPlan:
    """What importing the table would write; nothing is written here.

    ``document`` is the table's own file: a row that quotes no other document is its own passage there.
    """
    return _Planner(table, document, holdings or Holdings(), options or ImportOptions()).plan()


class _Planner:
    """Goes through the rows once and sorts them."""

    def __init__(self, table: Table, document: Document, holdings: Holdings, options: ImportOptions) -> None:
        self.table, self.document, self.strict = table, document, options.strict
        self.fields = filled_fields(table.columns, options.renamed)
        self.known = {claim.id: claim for claim in holdings.claims}
        self.written = {claim.id: claim for claim in holdings.hidden} | self.known
        self.coder = Coder(
            self.fields,
            document,
            Library(holdings.documents, holdings.text_of),
            self.written,
            options.reader,
            table_prefix(document.id),
        )
        self.older = self._told_by(options.replaces)
        self.untold = {id for ids in self.older.values() for id in ids}
        self.unfilled = set(table.columns)
        self.corrects = False
        self.passages: dict[str, Passage] = {}
        self.claims: dict[str, Claim] = {}
        self.first_row: dict[str, int] = {}
        self.again: list[str] = []
        self.skipped: list[tuple[int, str]] = []
        self.repeated: list[tuple[int, int]] = []
        self.rejected: list[RejectedRow] = []

    def plan(self) -> ImportPlan:
        """The plan, once every row was taken."""
        rows = 0
        acts = any(field.name == "act" for field in self.fields.values())
        for row in self.table.rows() if acts else ():
            rows += 1
            self._take(row)
        uses = account(self.table.columns, self.fields, unfilled=self.unfilled, corrects=self.corrects)
        problems = tuple(self._faults(uses, acts))
        return ImportPlan(
            document_id=self.document.id,
            rows=rows,
            columns=uses,
            passages=tuple(self.passages.values()),
            claims=tuple(self.claims.values()),
            unchanged=tuple(id for id in self.again if id in self.known),
            hidden=tuple(id for id in self.again if id not in self.known),
            vanished=tuple(sorted(self.untold & self.known.keys())),
            skipped=tuple(self.skipped),
            repeated=tuple(self.repeated),
            rejected=tuple(self.rejected),
            problems=problems,
        )

    def _take(self, row: Row) -> None:
        """One row: skipped, rejected, or a claim."""
        if row.skip:
            self.skipped.append((row.number, row.skip))
            return
        self.unfilled -= {column for column in self.unfilled if not blank(row.cells.get(column))}
        try:
            claim, passage = self.coder.coded(row)
        except UncodableError as wrong:
            self.rejected.append(RejectedRow(row.number, row.cells, wrong.problems))
        else:
            self._sort(row, claim, passage)

    def _sort(self, row: Row, claim: Claim, passage: Passage | None) -> None:
        """A claim that was written before, that an earlier row tells, or that is new."""
        self.corrects = self.corrects or claim.corrects is not None
        before = self._before(claim)
        if before is not None:
            self.again.append(before)
            return
        first = self.first_row.setdefault(claim.corrects or claim.id, row.number)
        if claim.id in self.claims:
            self.repeated.append((row.number, first))
        elif first != row.number:
            self._reject(row, f"row {first} corrects the same claim.")
        elif claim.corrects is not None and claim.corrects not in self.known:
            self._reject(row, "the claim with this id stands no more: it was corrected or taken back.")
        else:
            self._keep(claim, passage)

    def _reject(self, row: Row, what: str) -> None:
        problem = Problem(f"{row.locator}, id", what)
        self.rejected.append(RejectedRow(row.number, row.cells, (problem,)))

    def _keep(self, claim: Claim, passage: Passage | None) -> None:
        self.claims[claim.id] = claim
        if passage is not None:
            self.passages[passage.id] = passage

    def _before(self, claim: Claim) -> str | None:
        """The id of the written claim that says the same; one of the older version is ticked off."""
        if claim.id in self.written:
            return claim.id
        if claim.corrects is not None:
            self.untold.discard(claim.corrects)
            return claim.corrects if same_content(claim, self.written[claim.corrects]) else None
        same = self.older.get(self._told(claim, self.document.id), [])
        while same:
            older = same.pop(0)
            if older in self.untold:
                self.untold.remove(older)
                return older
        return None

    def _told_by(self, tables: tuple[str, ...]) -> dict[tuple[object, ...], list[str]]:
        """The claims that these tables brought, standing or not, by what they say."""
        told: dict[tuple[object, ...], list[str]] = defaultdict(list)
        for table in tables:
            for claim in self.written.values():
                if from_table(claim, table):
                    told[self._told(claim, table)].append(claim.id)
        return told

    def _told(self, claim: Claim, table: str) -> tuple[object, ...]:
        """What a claim says, and the passage unless that is a row of the table itself."""
        return (*_said(claim), None if claim.document_id == table else claim.passage_id)

    def _faults(self, uses: tuple[ColumnUse, ...], acts: bool) -> list[Problem]:
        faults = [
            Problem(f"column {use.column}", "is unknown.", use.hint) for use in uses if use.use == "unknown"
        ]
        missing = [] if acts else [Problem("columns", "none is called act.", "Each claim names its act.")]
        return missing + (faults if self.strict else [])
