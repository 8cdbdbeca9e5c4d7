"""Word files: paragraphs and tables in order, insertions in, deletions out; notes and heads last."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, tidy
from tizim.documents.kinds import WORD
from tizim.documents.limits import Limits, megabytes

MEDIA_TYPE = WORD
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NOT_TEXT = frozenset(
    (_W + "del", _W + "moveFrom", "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
)
_NOT_PIECES = _NOT_TEXT | {_W + "txbxContent", _W + "pPr"}
_SIGNS = {_W + "tab": "\t", _W + "br": "\n", _W + "cr": "\n", _W + "noBreakHyphen": "-"}
_BESIDE = ("footnotes", "endnotes", "header", "footer", "comments")
_TYPIST = re.compile(r"\s*(?:AUTHOR|LASTSAVEDBY|USERNAME|USERINITIALS|USERADDRESS)\b", re.IGNORECASE)
_MOST_PARTS = 10_000


def word(content: bytes, limits: Limits) -> Extracted:
    """The text of a DOCX; its unpacked size is measured before anything is parsed."""
    unpacks_within(content, limits.unpacked_bytes)
    document = _opened(content)
    notes, comments = _notes(document)
    lines = [*_blocks(document.element.body), *notes]
    text = tidy("\n".join(lines))
    if not text.strip():
        raise RefusedError("is a Word file without text.", "If it holds pictures of pages, save it as PDF.")
    title = (document.core_properties.title or "").strip()
    return Extracted(
        text=text,
        extractor="docx 2",
        media_type=MEDIA_TYPE,
        title=title or None,
        remark=f"has comments in its margin ({comments}); they are not taken." if comments else "",
    )


def unpacks_within(content: bytes, most: int) -> None:
    """Refuses an archive that declares or in fact holds more than ``most`` bytes, or too many parts."""
    too_big = RefusedError(
        f"unpacks to more than {megabytes(most)}, so it is not opened.", "Get a copy from whoever made it."
    )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > most:
                raise too_big
            if _real_size(archive, parts, most) > most:
                raise too_big
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, NotImplementedError, OSError):
        raise RefusedError("is a damaged file.", "Get a whole copy of it.") from None


def _real_size(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo], most: int) -> int:
    size = 0
    for part in parts:
        if part.flag_bits & 1:
            raise RefusedError("is locked with a password.", "Save it without the password and add it again.")
        with archive.open(part) as stream:
            while size <= most and (piece := stream.read(1 << 20)):
                size += len(piece)
    return size


def _opened(content: bytes) -> Any:
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import XMLSyntaxError

    try:
        return docx.Document(io.BytesIO(content))
    except (OpcError, XMLSyntaxError, KeyError, ValueError):
        raise RefusedError("is a damaged Word file.", "Get a whole copy of it, or save it again.") from None


def _blocks(element: Any) -> Iterator[str]:
    """The lines of paragraphs and tables below an element, in order, whatever wraps them."""
    for child in element:
        if child.tag == _W + "p":
            yield "".join(_pieces(child))
            yield from (line for box in _boxes(child) for line in _blocks(box))
        elif child.tag == _W + "tbl":
            yield from _rows(child)
        elif child.tag not in _NOT_TEXT:
            yield from _blocks(child)


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == _W + "t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag not in _NOT_PIECES and not _TYPIST.match(child.get(_W + "instr", "")):
            yield from _pieces(child)


def _boxes(paragraph: Any) -> Iterator[Any]:
    """The text boxes that hang on a paragraph (each is there twice; the fallback copy is passed over)."""
    for box in paragraph.iter(_W + "txbxContent"):
        if not any(above.tag in _NOT_TEXT for above in box.iterancestors()):
            yield box


def _rows(table: Any) -> Iterator[str]:
    """A row is one line with tabs between cells, unless a cell holds more than one line."""
    for row in table.iter(_W + "tr"):
        if next(row.iterancestors(_W + "tbl")) is not table:
            continue
        cells = [[line for line in _blocks(cell) if line.strip()] for cell in row.iterchildren(_W + "tc")]
        if all(len(cell) <= 1 for cell in cells):
            yield "\t".join(cell[0] if cell else "" for cell in cells)
        else:
            yield from (line for cell in cells for line in cell)


def _notes(document: Any) -> tuple[list[str], int]:
    """Footnotes and endnotes, then the heads and feet of pages once; and how many comments there are."""
    parts: dict[str, list[Any]] = {kind: [] for kind in _BESIDE}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in parts and not relation.is_external:
            parts[kind].append(_root(relation.target_part))
    notes = [
        line
        for root in (*parts["footnotes"], *parts["endnotes"])
        for note in root
        if note.get(_W + "type") is None
        for line in _blocks(note)
    ]
    running = [line for root in (*parts["header"], *parts["footer"]) for line in _blocks(root)]
    told = (line.strip() for line in running if any(letter.isalpha() for letter in line))
    return [*notes, *dict.fromkeys(told)], sum(1 for root in parts["comments"] for _ in root)


def _root(part: Any) -> Any:
    from lxml import etree

    return etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False, no_network=True))
