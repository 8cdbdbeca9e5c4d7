"""A document of Word to write on: A4, in its language, with numbered pages and tables that stay whole."""

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt, RGBColor

_OLDEST = (1980, 1, 1, 0, 0, 0)
_FONT, _INK = "Noto Sans", RGBColor(0x1A, 0x1A, 0x1A)
_WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LANGUAGES = {"en": "en-GB", "ru": "ru-RU", "kk": "kk-KZ"}
_TWIPS = 56.7
"""So many twentieths of a point are a millimetre."""
WIDTH = 170
"""Millimetres between the margins."""


def blank(language: str, *, points: float) -> Document:
    """A document with nothing in it, its text of that size."""
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(20)
    page.top_margin, page.bottom_margin = Mm(20), Mm(22)
    _default(made, language, points)
    for name, size in (("Title", 20.0), ("Heading 1", 13.5), ("Heading 2", 11.0)):
        _headed(made, name, size)
    inside = made.styles["Table Grid"]
    inside.font.size, inside.paragraph_format.space_after = Pt(points - 1), Pt(0)
    return made


def footed(made: Document, text: str) -> None:
    """Writes the text and the number of the page at the foot of each."""
    foot = made.sections[0].footer.paragraphs[0]
    foot.add_run(f"{clean(text)}  ·  ").font.size = Pt(8)
    for at, field in enumerate(("PAGE", "NUMPAGES")):
        if at:
            foot.add_run(" / ").font.size = Pt(8)
        number = f'<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t>{at + 1}</w:t></w:r>'
        foot._p.append(parse_xml(f'<w:fldSimple xmlns:w="{_WORDS}" w:instr="{field}">{number}</w:fldSimple>'))


def table(
    made: Document, heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int]
) -> BaseOxmlElement:
    """Appends a table with these widths in millimetres; its head stands on every page, no row is cut.

    Its rows are written as they are: the library finds every cell anew for each one asked for.
    """
    grid = "".join(f'<w:gridCol w:w="{round(one * _TWIPS)}"/>' for one in widths)
    drawn = {side: "single" for side in ("top", "left", "bottom", "right", "insideH", "insideV")}
    drawn |= dict.fromkeys(("left", "right", "insideV"), "nil")
    lines = "".join(f'<w:{side} w:val="{one}" w:sz="4" w:color="888888"/>' for side, one in drawn.items())
    whole = parse_xml(
        f'<w:tbl xmlns:w="{_WORDS}"><w:tblPr><w:tblStyle w:val="TableGrid"/>'
        f'<w:tblW w:w="{round(sum(widths) * _TWIPS)}" w:type="dxa"/><w:tblBorders>{lines}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="30" w:type="dxa"/>'
        f'<w:left w:w="0" w:type="dxa"/><w:bottom w:w="30" w:type="dxa"/>'
        f'<w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid></w:tbl>'
    )
    whole.append(_row(map(capital, heads), "<w:tblHeader/>", "<w:rPr><w:b/></w:rPr>"))
    for one in rows:
        whole.append(_row(one))
    made.element.body.insert_element_before(whole, "w:sectPr")
    return whole


def _row(texts: Iterable[str], more: str = "", look: str = "") -> BaseOxmlElement:
    cells = "".join(
        f'<w:tc><w:p><w:r>{look}<w:t xml:space="preserve">{escape(clean(text))}</w:t></w:r></w:p></w:tc>'
        for text in texts
    )
    return parse_xml(f'<w:tr xmlns:w="{_WORDS}"><w:trPr><w:cantSplit/>{more}</w:trPr>{cells}</w:tr>')


def picture(made: Document, raw: bytes, said: str, width: float) -> BaseOxmlElement:
    """A run that shows the picture, so many millimetres wide; ``said`` is read aloud in its place."""
    drawn = made.part.new_pic_inline(io.BytesIO(raw), Mm(width))
    drawn.docPr.set("descr", clean(said))
    run = parse_xml(f'<w:r xmlns:w="{_WORDS}"><w:drawing/></w:r>')
    run[0].append(drawn)
    return run


def capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def clean(text: str | None) -> str:
    """The text without control characters, which no XML takes."""
    return "".join(sign if sign.isprintable() or sign in "\n\t\u00a0" else " " for sign in text or "")


def bytes_of(made: Document, *, title: str, day: str) -> bytes:
    """The file without the moment at which it was made, and without who made it."""
    told = made.core_properties
    told.author = told.last_modified_by = "tizim"
    told.title, told.comments, told.revision = clean(title), "", 1
    told.created = told.modified = datetime.fromisoformat(day)
    raw, out = io.BytesIO(), io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(zipfile.ZipInfo(name, _OLDEST), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _default(made: Document, language: str, points: float) -> None:
    """Font, size and language of everything: said of the document, so that tables may differ."""
    look = made.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for one in list(look):
        look.remove(one)
    fonts = " ".join(f'w:{of}="{_FONT}"' for of in ("ascii", "hAnsi", "cs", "eastAsia"))
    size, spoken = round(points * 2), _LANGUAGES[language]
    for one in (f"rFonts {fonts}", f'sz w:val="{size}"', f'lang w:val="{spoken}"'):
        name, said = one.split(" ", 1)
        look.append(parse_xml(f'<w:{name} xmlns:w="{_WORDS}" {said}/>'))


def _headed(made: Document, name: str, points: float) -> None:
    style = made.styles[name]
    look = style.element.get_or_add_rPr()
    for one in look.findall(qn("w:rFonts")):
        look.remove(one)
    style.font.name, style.font.size, style.font.color.rgb, style.font.bold = _FONT, Pt(points), _INK, True
    style.paragraph_format.keep_with_next = True
    for line in style.element.findall(f".//{qn('w:pBdr')}"):
        line.getparent().remove(line)
