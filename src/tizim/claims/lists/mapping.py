"""What a mapping says: which rows name the columns, how each column is read, which claims a row makes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

VERSION = 1
"""The version of mapping files; it grows when an older program would read something wrong."""

RULES: Mapping[str, str] = {
    "person": "the name; several columns are joined in their order",
    "group": "who was counted, in words",
    "org": "an organisation",
    "number": "the list's own number or id of the row",
    "date": "when; with `order`",
    "article": "articles of law; with `book`",
    "outcome": "penalties and decisions; with `bare`",
    "act": "what was done; with `values`",
    "status": "the state a person is in; with `values`; needs `status_as_of`",
    "status_as_of": "the day that state is reported for",
    "place": "where",
    "town": "where the person comes from or lives",
    "age": "in years",
    "born": "day or year of birth",
    "sex": "the person's sex",
    "occupation": "what the person does for a living",
    "agency": "the court or agency",
    "offence": "the title of the offence in words",
    "alleged_organisation": "what an accusation, charge or verdict alleges; with `of`, for acts that accuse",
    "event": "a name for the case",
    "source": "who says so, or where it was published",
    "note": "anything else",
    "text": "running words: read by the readers, proposals wait for review",
    "skip": "left out",
}
"""Every way to read a column, and what it means."""

SUBJECTS = ("person", "group", "org")
FIXABLE = frozenset(
    "act act_detail level role case_kind counting_unit date place agency offence outcome status "
    "status_as_of certainty reported_by event town occupation note".split()
)
"""Fields of the flat form that a mapping may fill for every claim of a sheet or of one kind."""


@dataclass(frozen=True, slots=True)
class ColumnRule:
    """How the column under ``heading`` is read: ``read`` is one of ``RULES``.

    ``of`` names the claims it belongs to (empty: all of the row). ``values`` turn what cells say into
    codes. ``down``: an empty cell says what the one above it says.
    """

    heading: str
    read: str
    of: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    order: str = ""
    book: str = ""
    bare: str = ""
    down: bool = False


@dataclass(frozen=True, slots=True)
class SheetMapping:
    """How one sheet is read.

    ``header`` are the rows that name the columns, ``data`` the first row below them that is read, ``until``
    the last. ``key`` are the headings that tell a row from others in a later edition. ``claims`` are the
    kinds of claims a row makes, with the fields each fixes; ``fixed`` holds for all of them.
    """

    header: tuple[int, ...]
    data: int
    columns: tuple[ColumnRule, ...]
    until: int | None = None
    language: str = ""
    order: str = "dmy"
    pivot: int = 1930
    serials: int = 1900
    book: str = ""
    key: tuple[str, ...] = ()
    claims: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    fixed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ListMapping:
    """How a file of lists is read, sheet by sheet; ``skipped`` sheets are left out.

    In CSV, and where one mapping serves every sheet, the sheet is called ``*``.
    """

    sheets: Mapping[str, SheetMapping]
    skipped: frozenset[str] = frozenset()

    def of(self, sheet: str) -> SheetMapping | None:
        """The mapping of the sheet of that name."""
        return None if sheet in self.skipped else self.sheets.get(sheet) or self.sheets.get("*")
