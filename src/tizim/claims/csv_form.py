"""CSV as claims are written in it: a header row, one of three separators, cells safe in spreadsheets."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tizim.claims.errors import UnreadableTableError
from tizim.claims.fields import field_named

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 16_000_000
_RISKY = frozenset("'=+-@\t\r")
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The cell text that no spreadsheet program runs as a formula: an apostrophe before ``= + - @``."""
    return "'" + text if text[:1] in _RISKY and _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that was guarded; other apostrophes stay."""
    return cell[1:] if _GUARDED.match(cell) else cell


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[str]], separator: str = ",") -> Iterator[str]:
    """The lines of a CSV file, header first, each with its line end."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, delimiter=separator, lineterminator="\r\n")
    for cells in chain((columns,), rows):
        writer.writerow([guarded(cell) for cell in cells])
        yield sheet.getvalue()
        sheet.seek(0)
        sheet.truncate()


def csv_rows(text: str, separator: str | None = None) -> Iterator[tuple[str, ...]]:
    """The rows as they stand, blank ones too, so that row numbers are those of a spreadsheet program."""
    csv.field_size_limit(LONGEST_CELL)
    body = text.removeprefix("\ufeff")
    rows = csv.reader(io.StringIO(body, newline=""), delimiter=separator or separator_of(body), strict=True)
    try:
        for row in rows:
            yield tuple([unguarded(cell) if cell[:1] == "'" else cell for cell in row])
    except csv.Error as wrong:
        hint = "Check the quotation marks there: one that stands inside a cell is written twice."
        raise UnreadableTableError(f"Line {rows.line_num} is no CSV ({wrong}). {hint}") from None


def csv_text(content: bytes) -> str:
    """The text of the file, which must be UTF-8 (a byte order mark is fine)."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        hint = "Save it as `CSV UTF-8`, or give the spreadsheet itself."
        raise UnreadableTableError(f"The text is not in UTF-8 (line {line}). {hint}") from None


def separator_of(text: str) -> str:
    """The separator under which the header shows most known fields; most columns where none is known."""
    return max(SEPARATORS, key=lambda mark: _recognised(text, mark))


def _recognised(text: str, mark: str) -> tuple[int, int]:
    rows = csv.reader(io.StringIO(text[:LONGEST_CELL], newline=""), delimiter=mark)
    try:
        header: list[str] = next((row for row in rows if any(row)), [])
    except csv.Error:
        return 0, 0
    return sum(field_named(column) is not None for column in header), len(header)
