"""The tables of an edition as CSV files and as one spreadsheet; the same bytes whenever they are made."""

from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tizim.publications.content import Content
from tizim.publications.formats.tables import Cell, Row, csv_bytes, dictionary, safe, tables
from tizim.publications.formats.xlsx import Sheet, workbook

_WIDTHS = {
    "name": 34,
    "quote": 90,
    "title": 50,
    "class_title": 34,
    "why": 40,
    "articles": 24,
    "act_title": 28,
}


def files(content: Content, language: str) -> Iterator[tuple[str, bytes]]:
    """``list.xlsx``, then ``people.csv``, ``acts.csv`` and so on, in UTF-8 with the mark for spreadsheets."""
    laid = [_laid(name, rows) for name, rows in tables(content, language).items()]
    yield "list.xlsx", _workbook(content, language, laid)
    for one in laid:
        yield f"{one.name}.csv", csv_bytes(one.columns, one.rows, line_end="\r\n", mark=BOM_UTF8)


def columns_of(table: str, rows: Sequence[Row]) -> list[str]:
    """The columns of a table: those of the dictionary, then what decisions let out."""
    usual = list(dictionary()[table])
    return [*usual, *sorted({key for row in rows for key in row} - set(usual))]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table with its columns, and the cells of each row in their order."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def _laid(name: str, rows: Sequence[Row]) -> _Laid:
    columns = columns_of(name, rows)
    return _Laid(name, columns, [[safe(row.get(key)) for key in columns] for row in rows])


def _workbook(content: Content, language: str, laid: Sequence[_Laid]) -> bytes:
    """All tables as one XLSX, with a sheet that says what it is and one that explains the columns."""
    explained = [
        [name, column, said.get(language, said["en"])] for name, columns in dictionary().items()
        for column, said in columns.items()
    ]  # fmt: skip
    sheets = [
        Sheet("list", _head(content, language)),
        *(Sheet(one.name, one.rows, one.columns, _WIDTHS) for one in laid),
        Sheet("columns", explained, ["table", "column", "holds"], _WIDTHS),
    ]
    return workbook(sheets, title=content.definition, day=content.as_of)


def _head(content: Content, language: str) -> list[list[str | int | None]]:
    criteria: list[list[str | int | None]] = []
    if content.criteria:
        criteria = [["criteria", content.criteria.name]]
    return [
        [dict(content.title).get(language, content.definition)],
        ["edition", content.number],
        ["as of", content.as_of],
        ["known at", content.known_at],
        ["at least", content.at_least],
        ["at most", content.at_most],
        *criteria,
        [dict(content.note).get(language)],
    ]
