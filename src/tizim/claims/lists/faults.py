"""What can be wrong with a list, a row or a cell: a place, a code and values that are never a cell's text."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CODES = tuple(
    """
    day_unreadable day_many day_order day_no_year day_short day_outside article_unreadable
    article_book outcome_unreadable outcome_unreal outcome_bare act_unknown act_missing
    status_unknown status_no_day sex_unknown age_unreadable no_subject name_odd text_unread formula_error
    formula_empty wrong_claim person_corrected not_this_list mostly_known too_many_cells
    sheet_missing sheet_unmapped sheet_empty sheet_hidden rows_hidden rows_hidden_unknown
    column_missing column_twice columns_few map_not_yaml map_no_mapping map_version map_unknown_key
    map_no_rule map_no_book map_no_order map_no_code map_no_claim map_no_field map_rows
    map_no_person map_no_act map_open book_locked book_broken book_large book_far book_form
    book_encoding book_csv
    """.split()
)
"""Every code a fault can bear; the command line has a text for each."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: ``where`` (``Sheet1!D17``, a sheet, a key of the mapping), which, and values.

    Values are codes, numbers, headings and addresses; what stands in a cell may be a name and is never one.
    """

    where: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict)


class CellError(ValueError):
    """A cell that cannot be read as its column says; ``code`` is one of ``CODES``."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values

    def at(self, where: str) -> Fault:
        """The fault of the cell at that place."""
        return Fault(where, self.code, self.values)
