"""Who did what to whom, says which source."""

from tizim.claims.claim import Claim, PublishedFigure, Review, day_of_act
from tizim.claims.columns import ColumnUse
from tizim.claims.confirmations import Confirmations, confirmations, documents_by_id, root_document
from tizim.claims.csv_form import guarded
from tizim.claims.errors import ClaimsError, InvalidClaimError, SelectionError, UnreadableTableError
from tizim.claims.fields import FIELDS, FLAT_FORM, FlatField, field_named
from tizim.claims.flat import claim_of, flat_of, usual_case_kind
from tizim.claims.importing import plan_import
from tizim.claims.own import own_claim
from tizim.claims.plan import (
    HELD,
    Holdings,
    ImportOptions,
    ImportPlan,
    RejectedRow,
    holdings_of,
    rejected_csv,
    rejected_rows,
)
from tizim.claims.problems import problems_of
from tizim.claims.review import amend, review
from tizim.claims.selection import select
from tizim.claims.standing import Basis, decisions, reviewed, standing_claims
from tizim.claims.tables import Row, Table, read_table
from tizim.claims.undo import claims_of_document, restore_import, undo_import, withdraw
from tizim.claims.writing import from_csv, from_json_lines, to_csv, to_json_lines

__all__ = [
    "FIELDS",
    "FLAT_FORM",
    "HELD",
    "Basis",
    "Claim",
    "ClaimsError",
    "ColumnUse",
    "Confirmations",
    "FlatField",
    "Holdings",
    "ImportOptions",
    "ImportPlan",
    "InvalidClaimError",
    "PublishedFigure",
    "RejectedRow",
    "Review",
    "Row",
    "SelectionError",
    "Table",
    "UnreadableTableError",
    "amend",
    "claim_of",
    "claims_of_document",
    "confirmations",
    "day_of_act",
    "decisions",
    "documents_by_id",
    "field_named",
    "flat_of",
    "from_csv",
    "from_json_lines",
    "guarded",
    "holdings_of",
    "own_claim",
    "plan_import",
    "problems_of",
    "read_table",
    "rejected_csv",
    "rejected_rows",
    "restore_import",
    "review",
    "reviewed",
    "root_document",
    "select",
    "standing_claims",
    "to_csv",
    "to_json_lines",
    "undo_import",
    "usual_case_kind",
    "withdraw",
]
