"""Tables of people in plain text: a line of column names, then a line a person with the same signs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tizim.reading.words import words_of

_MARKS = (" / ", " | ", "|", "\t", " ; ", ";", " – ", " — ", " - ", ", ")
_LEAST = 3
_LABEL = re.compile(r"\s*[A-Z][a-z]+(?:\s[a-z]+){0,2}:\s")  # "Next step: …", a line about something else


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a person's line: where it stands, and the act that its column is about, if any."""

    start: int
    end: int
    column: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: the span of the line and its cells; the first is the name.

    ``file`` is a file of one person, with a line for each cell.
    """

    start: int
    end: int
    cells: tuple[Cell, ...]
    file: bool = False


def rows_of(text: str, language: str = "en") -> list[Row]:
    """Every row of every table whose heading names at least three columns, a name and an act among them."""
    out: list[Row] = []
    head: tuple[str, list[str]] | None = None
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip():
            continue
        found = _heading(line, language)
        if found is not None:
            head = found
            continue
        row = _row(text, start, end, head) if head is not None else None
        if row is not None:
            out.append(row)
        else:
            head = None
    return out


def records_of(text: str, language: str = "en") -> list[Row]:
    """Files of one person: three or more lines "Name: …", "Arrested: …" that follow each other."""
    out: list[Row] = []
    cells: list[Cell] = []
    for start, end in (*_lines(text), (len(text), len(text))):
        cell = _field(text, start, end, language)
        if cell is not None:
            if cell.column == "name" and cells:
                out.extend(_record(cells))
                cells = []
            cells.append(cell)
        elif start == len(text) or (text[start:end].strip() and not _LABEL.match(text[start:end])):
            out.extend(_record(cells))
            cells = []
    return out


def _field(text: str, start: int, end: int, language: str) -> Cell | None:
    key, colon, value = text[start:end].partition(":")
    column = _column(key.strip(" -*•"), language) if colon else ""
    if not column or not value.strip():
        return None
    at = start + len(key) + 1
    return Cell(at + len(value) - len(value.lstrip()), at + len(value.rstrip()), column)


def _record(cells: list[Cell]) -> list[Row]:
    names = [cell for cell in cells if cell.column == "name"]
    if len(cells) < _LEAST or not names:
        return []
    return [
        Row(
            min(c.start for c in cells),
            max(c.end for c in cells),
            (names[0], *(c for c in cells if c is not names[0])),
            file=True,
        )
    ]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n]*\n?", text):
        if match.group():
            yield match.start(), match.end() - match.group().endswith("\n")


def _heading(line: str, language: str) -> tuple[str, list[str]] | None:
    for mark in _MARKS:
        parts = line.strip(" |").split(mark)
        if len(parts) >= _LEAST:
            if "name" not in (_column(parts[0], language), _column(parts[1], language)):
                return None
            columns = [_column(part, language) for part in parts]
            known = [column for column in columns if column]
            named = "name" in known and len(known) >= _LEAST
            return (mark, columns) if named and columns.index("name") <= 1 else None
    return None


def _column(part: str, language: str) -> str:
    return _columns(language).get(" ".join(part.casefold().split()).strip(" .:"), "")


@cache
def _columns(language: str) -> dict[str, str]:
    table: dict[str, list[str]] = words_of(language).tables["layout"]["columns"]
    return {word: column for column, words in table.items() for word in words}


def _row(text: str, start: int, end: int, head: tuple[str, list[str]]) -> Row | None:
    mark, columns = head
    line = text[start:end]
    at = start + len(line) - len(line.lstrip(" |"))
    cells: list[Cell] = []
    for number, part in enumerate(text[at:end].split(mark)):
        column = columns[number] if number < len(columns) else ""
        lead = len(part) - len(part.lstrip())
        cells.append(Cell(at + lead, at + len(part.rstrip(" |")), column))
        at += len(part) + len(mark)
    return Row(start, end, tuple(cells)) if len(cells) >= max(_LEAST, len(columns) - 2) else None
