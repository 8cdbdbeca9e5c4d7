"""A spreadsheet (Office Open XML, ECMA-376) written row by row: the same bytes whenever it is made."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

Cell = str | int | None

_OLDEST = (1980, 1, 1, 0, 0, 0)
_AT_ONCE = 2000
_LONGEST = 32_767  # signs that a cell may hold
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_WIDTH = 16
_STYLES = f"""{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2">
<font><sz val="11"/><name val="Calibri"/><family val="2"/></font>
<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill>
<fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"""
"""Two looks of a cell: plain, and bold for heads."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its rows; with ``heads`` these stand above them, bold, frozen, to be filtered by."""

    name: str
    rows: Iterable[Sequence[Cell]]
    heads: Sequence[str] = ()
    widths: Mapping[str, int] = field(default_factory=dict)


def workbook(sheets: Sequence[Sheet], *, title: str, day: str) -> bytes:
    """The file; it bears this title and day and nobody's name. Every text is text: no cell is a formula."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _frame(sheets, title, day).items():
            book.writestr(_entry(name), text)
        for number, one in enumerate(sheets, 1):
            with book.open(_entry(f"xl/worksheets/sheet{number}.xml"), "w", force_zip64=True) as stream:
                for part in _sheet(one):
                    stream.write(part.encode())
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name, _OLDEST)
    told.compress_type = zipfile.ZIP_DEFLATED
    return told


def _sheet(one: Sheet) -> Iterator[str]:
    yield f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
    if one.heads:
        yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    yield "</sheetView></sheetViews>"
    if one.heads:
        yield f"<cols>{''.join(_width(place, one) for place in range(len(one.heads)))}</cols>"
    yield "<sheetData>"
    last = 0
    if one.heads:
        last = 1
        yield _row(one.heads, ' s="1"')
    part: list[str] = []
    for row in one.rows:
        part.append(_row(row))
        last += 1
        if len(part) == _AT_ONCE:
            yield "".join(part)
            part.clear()
    yield f"{''.join(part)}</sheetData>"
    if one.heads:
        yield f'<autoFilter ref="A1:{_letters(len(one.heads))}{last}"/>'
    yield "</worksheet>"


def _width(place: int, one: Sheet) -> str:
    wide = one.widths.get(one.heads[place], _WIDTH)
    return f'<col min="{place + 1}" max="{place + 1}" width="{wide}" customWidth="1"/>'


def _row(cells: Sequence[Cell], style: str = "") -> str:
    return f"<row>{''.join(_cell(one, style) for one in cells)}</row>"


def _cell(one: Cell, style: str) -> str:
    if one is None or one == "":
        return "<c/>"
    if isinstance(one, int):
        return f"<c{style}><v>{one}</v></c>"
    text = escape(_ILLEGAL.sub("", one)[:_LONGEST])
    return f'<c{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def _letters(number: int) -> str:
    """The letters of a column: A to Z, AA and so on."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _frame(sheets: Sequence[Sheet], title: str, day: str) -> dict[str, str]:
    """The parts beside the sheets: what there is, what it is called, how heads look."""
    places = range(1, len(sheets) + 1)
    named = "".join(
        f'<sheet name="{escape(one.name)}" sheetId="{n}" r:id="r{n}"/>'
        for n, one in zip(places, sheets, strict=True)
    )
    kinds = "".join(_override(f"xl/worksheets/sheet{n}.xml", f"{_KIND}.worksheet+xml") for n in places)
    tied = "".join(_tie(f"r{n}", f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in places)
    return {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{_override('xl/workbook.xml', f'{_KIND}.sheet.main+xml')}{kinds}"
        f"{_override('xl/styles.xml', f'{_KIND}.styles+xml')}{_override('docProps/core.xml', _CORE)}</Types>",
        "_rels/.rels": _ties(
            _tie("r1", f"{_OFFICE}/officeDocument", "xl/workbook.xml")
            + _tie("r2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml")
        ),
        "docProps/core.xml": _core(title, day),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f"<sheets>{named}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _ties(tied + _tie("rs", f"{_OFFICE}/styles", "styles.xml")),
        "xl/styles.xml": _STYLES,
    }


def _override(part: str, kind: str) -> str:
    return f'<Override PartName="/{part}" ContentType="{kind}"/>'


def _ties(told: str) -> str:
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _tie(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'


def _core(title: str, day: str) -> str:
    moment = f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z'
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>tizim</dc:creator>"
        f"<cp:lastModifiedBy>tizim</cp:lastModifiedBy><dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified></cp:coreProperties>"
    )
