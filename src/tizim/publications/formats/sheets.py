"""The tables of an edition as CSV files and as one spreadsheet; the same bytes whenever they are made."""

import csv
import io
from collections.abc import Iterator, Sequence

from tizim.publications.content import Content
from tizim.publications.formats.tables import Row, dictionary, safe, tables
from tizim.publications.formats.xlsx import Sheet
from tizim.publications.formats.xlsx import workbook as written

_WIDTHS = {
    "name": 34,
    "quote": 90,
    "title": 50,
    "class_title": 34,
    "why": 40,
    "articles": 24,
    "act_title": 28,
}


def csv_files(content: Content, language: str) -> Iterator[tuple[str, bytes]]:
    """``people.csv``, ``acts.csv`` and so on, in UTF-8 with the mark that spreadsheets want."""
    for name, rows in tables(content, language).items():
        out = io.StringIO()
        columns = columns_of(name, rows)
        writer = csv.DictWriter(out, columns, restval="", lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: safe(value) for key, value in row.items()} for row in rows)
        yield f"{name}.csv", out.getvalue().encode("utf-8-sig")


def columns_of(table: str, rows: Sequence[Row]) -> list[str]:
    """The columns of a table: those of the dictionary, then what decisions let out."""
    usual = list(dictionary()[table])
    return [*usual, *sorted({key for row in rows for key in row} - set(usual))]


def workbook(content: Content, language: str) -> bytes:
    """All tables as one XLSX, with a sheet that says what it is and one that explains the columns."""
    explained = [
        [name, column, said.get(language, said["en"])] for name, columns in dictionary().items()
        for column, said in columns.items()
    ]  # fmt: skip
    sheets = [
        Sheet("list", _head(content, language)),
        *(_sheet(name, rows) for name, rows in tables(content, language).items()),
        Sheet("columns", explained, ["table", "column", "holds"], _WIDTHS),
    ]
    return written(sheets, title=content.definition, day=content.as_of)


def _sheet(name: str, rows: Sequence[Row]) -> Sheet:
    columns = columns_of(name, rows)
    return Sheet(name, ([safe(row.get(key)) for key in columns] for row in rows), columns, _WIDTHS)


def _head(content: Content, language: str) -> list[list[str | int | None]]:
    return [
        [dict(content.title).get(language, content.definition)],
        ["edition", content.number],
        ["as of", content.as_of],
        ["known at", content.known_at],
        ["at least", content.at_least],
        ["at most", content.at_most],
        [dict(content.note).get(language)],
    ]
