"""The tables of an edition as CSV files and as one spreadsheet; the same bytes whenever they are made."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font

from tizim.publications.content import Content
from tizim.publications.formats.tables import Row, dictionary, safe, tables

_WIDTHS = {
    "name": 34,
    "quote": 90,
    "title": 50,
    "class_title": 34,
    "why": 40,
    "articles": 24,
    "act_title": 28,
}
_OLDEST = (1980, 1, 1, 0, 0, 0)


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
    book = Workbook()
    first = book.active
    first.title = "list"
    for line in _head(content, language):
        first.append(line)
    for name, rows in tables(content, language).items():
        _sheet(
            book,
            name,
            columns_of(name, rows),
            [[row.get(key) for key in columns_of(name, rows)] for row in rows],
        )
    explained = [
        [name, column, said.get(language, said["en"])] for name, columns in dictionary().items()
        for column, said in columns.items()
    ]  # fmt: skip
    _sheet(book, "columns", ["table", "column", "holds"], explained)
    return _bytes(book, content)


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


def _sheet(book: Workbook, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    sheet = book.create_sheet(name)
    sheet.append(list(columns))
    for row in rows:
        sheet.append([_clean(one) for one in row])
    for number, column in enumerate(columns, 1):
        letter = sheet.cell(1, number).column_letter
        sheet.column_dimensions[letter].width = _WIDTHS.get(column, 16)
        sheet.cell(1, number).font = Font(bold=True)
        sheet.cell(1, number).alignment = Alignment(vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _clean(cell: object) -> object:
    return ILLEGAL_CHARACTERS_RE.sub("", str(safe(cell))) if isinstance(cell, str) else cell


def _bytes(book: Workbook, content: Content) -> bytes:
    """The file without the moment at which it was made, and without who made it."""
    moment = datetime.fromisoformat(content.as_of)
    book.properties.creator, book.properties.lastModifiedBy = "tizim", "tizim"
    book.properties.created = book.properties.modified = moment
    book.properties.title = content.definition
    raw, out = io.BytesIO(), io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            told = before.read(name)
            if name == "docProps/core.xml":
                told = _without_moment(told, content.as_of)
            after.writestr(zipfile.ZipInfo(name, _OLDEST), told, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _without_moment(core: bytes, day: str) -> bytes:
    """openpyxl writes the moment of saving whatever it is told."""
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + day.encode() + b"T00:00:00Z", core)
