"""What the file of a spreadsheet says and a reader of its values does not: hidden rows, errors, far cells."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from tizim.claims.lists.faults import CellError
from tizim.claims.sheets import LARGEST, UNOPENED, column_number

WIDEST = 20_000_000
"""Cells between the first and the last filled one past which a sheet is not opened: they are all laid out."""
_LARGEST_INDEX = 20_000_000
_CHUNK = 1 << 20
_KEPT = 2000
_ADDRESS = rb"""\br=["']([A-Z]{1,3})(\d{1,7})["']"""
_CELL = re.compile(rb"<(?:\w+:)?c\s[^>]*?" + _ADDRESS)
_HIDDEN = re.compile(rb"""<(?:\w+:)?row\s(?=[^>]*\bhidden=["'](?:1|true)["'])[^>]*\br=["'](\d{1,7})["']""")
_ERROR = re.compile(rb"""<(?:\w+:)?c\s(?=[^>]*\bt=["']e["'])[^>]*?""" + _ADDRESS)
_EMPTY = re.compile(
    rb"""<c\s(?![^>]*\bt=["']str["'])[^>]*?"""
    + _ADDRESS
    + rb"""[^>]*><f\b[^>]*(?:/>|>[^<]*</f>)(?:<v\s*/>|<v></v>)?</c>"""
)
_MARKED = (
    (_ERROR, "formula_error", (b't="e"', b"t='e'")),
    (_EMPTY, "formula_empty", (b"<f>", b"<f ", b"<f/")),
)
_REPEATED = re.compile(
    rb"""<table:table-row\b[^>]*\bnumber-rows-repeated=["'](\d{4,9})["'][^>]*>(.*?)</table:table-row>""", re.S
)
_WIDE = re.compile(rb"""<table:table-cell\b[^>]*\bnumber-columns-repeated=["'](\d{4,9})["'][^>]*[^/]>""")
_FILLED = re.compile(rb"<text:p|office:value")
_MOST_REPEATED = 20_000


@dataclass(slots=True)
class SheetMarks:
    """Of one sheet: the rows that are hidden, cells whose formula ended in an error or has no result."""

    hidden_rows: set[int] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BookMarks:
    """Of a workbook: the marks by sheet, whether days count from 1904, whether hidden rows can be told."""

    sheets: Mapping[str, SheetMarks] = field(default_factory=dict)
    since_1904: bool = False
    rows_told: bool = True


def marks_of(content: bytes) -> BookMarks:
    """Looks through the packed file once; CellError if it is no workbook, or too large to open."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(item.file_size for item in packed.infolist()) > LARGEST:
                raise CellError("book_large")
            if any(item.flag_bits & 1 for item in packed.infolist()):
                raise CellError("book_locked")
            names = packed.namelist()
            if "xl/workbook.xml" in names:
                return _excel(packed)
            if "content.xml" in names and b"opendocument.spreadsheet" in _head(packed, "mimetype"):
                return _open_document(packed)
    except CellError:
        raise
    except UNOPENED:
        raise CellError("book_broken") from None
    raise CellError("book_form")


def column_letters(number: int) -> str:
    """The letters of a column, from 1."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _head(packed: zipfile.ZipFile, name: str) -> bytes:
    return packed.read(name)[:200] if name in packed.namelist() else b""


def _excel(packed: zipfile.ZipFile) -> BookMarks:
    index = _small(packed, "xl/workbook.xml")
    parts = _parts(packed)
    sheets = {}
    for node in _nodes(index, "sheet"):
        link = next((value for key, value in node.attrib.items() if key.endswith("}id")), "")
        part = parts.get(link, "")
        if part in packed.namelist():
            sheets[node.get("name", "")] = _sheet(packed, part)
    days = next(_nodes(index, "workbookPr"), None)
    return BookMarks(sheets, days is not None and days.get("date1904") in ("1", "true"))


def _parts(packed: zipfile.ZipFile) -> dict[str, str]:
    name = "xl/_rels/workbook.xml.rels"
    if name not in packed.namelist():
        return {}
    links = _nodes(_small(packed, name), "Relationship")
    return {one.get("Id", ""): _path(one.get("Target", "")) for one in links}


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _small(packed: zipfile.ZipFile, name: str) -> ElementTree.Element:
    if packed.getinfo(name).file_size > _LARGEST_INDEX:
        raise CellError("book_large")
    try:
        return ElementTree.fromstring(packed.read(name))
    except ElementTree.ParseError:
        raise CellError("book_broken") from None


def _nodes(root: ElementTree.Element, name: str) -> Iterator[ElementTree.Element]:
    return (node for node in root.iter() if node.tag.rpartition("}")[2] == name)


def _sheet(packed: zipfile.ZipFile, part: str) -> SheetMarks:
    found = SheetMarks()
    rows = columns = 1
    with packed.open(part) as stream:
        kept = b""
        while piece := stream.read(_CHUNK):
            text = kept + piece
            rows, columns = _extent(text, rows, columns)
            if rows * columns > WIDEST:
                raise CellError("book_far", row=rows, column=columns)
            _note(text, found)
            kept = text[-_KEPT:]
    return found


def _extent(text: bytes, rows: int, columns: int) -> tuple[int, int]:
    """The last row and column of the cells in a piece of a sheet, or those before it."""
    letters: set[bytes] = set()
    numbers: set[bytes] = set()
    for cell in _CELL.finditer(text):
        letters.add(cell[1])
        numbers.add(cell[2])
    return max(rows, *map(int, numbers), 1), max(
        columns, *(column_number(one.decode()) for one in letters), 1
    )


def _note(text: bytes, found: SheetMarks) -> None:
    if b"hidden" in text:
        found.hidden_rows.update(map(int, _HIDDEN.findall(text)))
    for pattern, code, signs in _MARKED:
        if not any(sign in text for sign in signs):
            continue
        for letters, number in pattern.findall(text):
            found.errors[int(number), column_number(letters.decode())] = code


def _open_document(packed: zipfile.ZipFile) -> BookMarks:
    """Refuses rows or cells that are filled and repeated without end; hidden rows cannot be told here."""
    with packed.open("content.xml") as stream:
        kept = b""
        while piece := stream.read(_CHUNK):
            text = kept + piece
            for times, row in _REPEATED.findall(text):
                if int(times) > _MOST_REPEATED and _FILLED.search(row):
                    raise CellError("book_far", row=int(times), column=1)
            if any(int(times) > _MOST_REPEATED for times in _WIDE.findall(text)):
                raise CellError("book_far", row=1, column=_MOST_REPEATED)
            kept = text[-_CHUNK // 4 :]
    return BookMarks(rows_told=False)
