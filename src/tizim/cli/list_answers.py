"""What is said of a list: faults, notices, columns and fates in words, with places and never with values."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from tizim.claims.lists import FATES, Fault, ListPlan, fault_told
from tizim.cli.printing import echo
from tizim.cli.texts import say

_SHOWN = 20
_RANGES = 12
TEXTS = (
    "list_day_unreadable", "list_day_many", "list_day_order", "list_day_no_year", "list_day_short",
    "list_day_outside", "list_article_unreadable", "list_article_book", "list_outcome_unreadable",
    "list_outcome_unreal", "list_outcome_bare", "list_act_unknown", "list_act_missing",
    "list_status_unknown", "list_status_no_day", "list_sex_unknown", "list_age_unreadable",
    "list_no_subject", "list_name_odd", "list_text_unread", "list_formula_error", "list_formula_empty",
    "list_wrong_claim", "list_person_corrected", "list_not_this_list", "list_mostly_known",
    "list_too_many_cells", "list_sheet_missing", "list_sheet_unmapped", "list_sheet_empty",
    "list_sheet_hidden", "list_rows_hidden", "list_rows_hidden_unknown", "list_column_missing",
    "list_column_twice", "list_columns_few", "list_map_not_yaml", "list_map_no_mapping",
    "list_map_version", "list_map_unknown_key", "list_map_no_rule", "list_map_no_book",
    "list_map_no_order", "list_map_no_code", "list_map_no_claim", "list_map_no_field", "list_map_rows",
    "list_map_no_person", "list_map_no_act", "list_map_open", "list_book_locked", "list_book_broken",
    "list_book_large", "list_book_far", "list_book_form", "list_book_encoding", "list_book_csv",
)  # fmt: skip
"""The texts of what can be wrong with a list."""
MAP_TEXTS = (
    "doubt_bare", "doubt_book", "doubt_order", "doubt_unread", "open_act", "open_as_of",
    "open_column", "open_second_name", "open_value", "why_claims", "why_empty", "why_heading",
    "why_key", "why_no_header", "why_no_key", "why_tied", "why_title", "why_values", "map_head",
)  # fmt: skip
"""The texts of the comments in a suggested mapping."""
FATE_TEXTS = (
    "fate_new", "fate_correction", "fate_unchanged", "fate_hidden", "fate_repeated", "fate_nothing",
    "fate_aside", "skip_header", "skip_above", "skip_below", "skip_title", "skip_total",
    "skip_column_numbers", "skip_remark",
)  # fmt: skip
"""The texts of what can become of a row."""


def words_of(fault: Fault, language: str) -> str:
    """A fault in words: where it is, what is wrong."""
    return fault_told(fault, language)


def print_plan(plan: ListPlan, language: str, *, fates: bool) -> None:
    """Columns that nothing reads, notices, faults of the file, rows set aside; with ``fates`` every row's."""
    for column in plan.columns:
        if column.read in ("", "skip"):
            use = say("list_unmapped", language) if not column.read else column.read
            place = f"{column.sheet}!{column.letters}" if column.sheet else column.letters
            echo(say("list_column", language, place=place, column=column.heading, use=use))
    _print_some(plan.notices, language)
    for fault in plan.faults:
        echo(words_of(fault, language))
    for row in plan.aside:
        for fault in row.faults:
            echo(words_of(fault, language))
    if fates:
        for line in _fates(plan, language):
            echo(line)


def _print_some(notices: Sequence[Fault], language: str) -> None:
    """Notices, of each kind the first ones."""
    seen: Counter[str] = Counter()
    for notice in notices:
        seen[notice.code] += 1
        if seen[notice.code] <= _SHOWN:
            echo(words_of(notice, language))
    for code, number in seen.items():
        if number > _SHOWN:
            last = next(one for one in notices if one.code == code)
            more = say("list_more", language, n=number - _SHOWN)
            echo(f"{more}: {say(f'list_{code}', language, **last.values)}")


def _fates(plan: ListPlan, language: str) -> Iterator[str]:
    """Every row's fate: ``rows with new claims: Sheet1!5-17, 19``."""
    rows: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for one in plan.fates:
        kind = f"skip_{one.why}" if one.fate == "skipped" else f"fate_{one.fate}"
        rows[one.sheet, kind, one.fate].append(one.number)
    order = ("skipped", *reversed(FATES))
    for (sheet, kind, _), numbers in sorted(
        rows.items(), key=lambda item: (item[0][0], order.index(item[0][2]))
    ):
        ranges = list(_ranges(numbers))
        for at in range(0, len(ranges), _RANGES):
            shown = ", ".join(ranges[at : at + _RANGES])
            echoed = f"{sheet}!{shown}" if sheet else shown
            yield f"{say(kind, language)}: {echoed}"


def _ranges(numbers: Iterable[int]) -> Iterator[str]:
    for _, run in groupby(enumerate(sorted(numbers)), key=lambda item: item[1] - item[0]):
        together = [number for _, number in run]
        yield str(together[0]) if len(together) == 1 else f"{together[0]}-{together[-1]}"
