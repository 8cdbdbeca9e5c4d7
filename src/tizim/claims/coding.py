"""One row of a table becomes one claim with the passage it cites, or the reasons why it does not."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from tizim import Problem
from tizim.claims.cited import Library, cited, keeps_place, own_row
from tizim.claims.claim import Claim
from tizim.claims.fields import FlatField
from tizim.claims.flat import Record, read_record
from tizim.claims.problems import problems_of
from tizim.claims.tables import Row
from tizim.documents import Document, Passage
from tizim.ledger import content_id

_ENVELOPE = frozenset(("id", "recorded_at", "recorded_by", "corrects"))
_CONTENT = tuple(name for name in Claim.field_names() if name not in _ENVELOPE)
_content = attrgetter(*_CONTENT)


class UncodableError(ValueError):
    """A row that becomes no claim; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = tuple(problems)


@dataclass(frozen=True, slots=True)
class Coder:
    """Turns rows into claims: ``fields`` of the columns, the ``document`` that the rows stand in, the
    ``library`` they may quote, the claims ``written`` so far, the ``reader`` if a
    machine made the table, and the ``prefix`` of new ids.
    """

    fields: Mapping[str, FlatField]
    document: Document
    library: Library
    written: Mapping[str, Claim]
    reader: str | None
    prefix: str

    def coded(self, row: Row) -> tuple[Claim, Passage | None]:
        """The claim of a row and its passage, which is ``None`` if the standing claim's is kept."""
        if row.fault:
            raise UncodableError([Problem(row.locator, row.fault)])
        record = read_record(row.cells, row.locator, self.fields)
        problems = record.problems
        corrected = self._corrected(record, row.locator, problems)
        passage = self._passage(record, corrected, row.locator, problems)
        claim = self._claim(record, corrected, passage)
        problems += problems_of(claim, row.locator)
        if "act" not in record.claim:
            problems.append(Problem(f"{row.locator}, act", "is missing."))
        if problems:
            raise UncodableError(problems)
        return claim, passage

    def _corrected(self, record: Record, where: str, problems: list[Problem]) -> Claim | None:
        """The claim whose id the row bears; ids that are none of the register's are passed over."""
        given = record.envelope.get("id", "")
        if given.startswith("c-") and given not in self.written:
            problems.append(
                Problem(f"{where}, id", "no claim has this id.", "Leave it empty if the claim is new.")
            )
        return self.written.get(given)

    def _passage(
        self, record: Record, corrected: Claim | None, where: str, problems: list[Problem]
    ) -> Passage | None:
        if corrected and keeps_place(record, corrected):
            return None
        try:
            return cited(record, self.library) if record.document else own_row(self.document, where, record)
        except ValueError as wrong:
            problems.append(Problem(f"{where}, {'document' if record.document else 'start'}", str(wrong)))
            return None

    def _claim(self, record: Record, corrected: Claim | None, passage: Passage | None) -> Claim:
        cites = passage.id if passage else corrected.passage_id if corrected else ""
        stands_in = passage.document_id if passage else corrected.document_id if corrected else ""
        values = {"act": "other", "act_detail": "?", "reader": self.reader} | record.claim
        if "act" in record.claim and "act_detail" not in record.claim:
            values["act_detail"] = None
        values["passage_id"] = cites or "?"
        values["document_id"] = stands_in or "?"
        values["corrects"] = corrected.id if corrected else None
        return Claim(id=claim_id(self.prefix, Claim(id="?", **values)), **values)


def claim_id(prefix: str, claim: Claim) -> str:
    """The id that a claim with this content always has; fields left empty do not enter it."""
    values = zip(_CONTENT, _content(claim), strict=True)
    filled = (f"{name}={value}" for name, value in values if value or value == 0)
    return content_id(prefix, claim.corrects, *filled)


def same_content(one: Claim, other: Claim) -> bool:
    """Whether two claims say the same of the same passage, whoever wrote them."""
    return bool(_content(one) == _content(other))
