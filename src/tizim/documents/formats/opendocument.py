"""OpenDocument texts (ODT): paragraphs and tables in order, notes last, deletions and comments out."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, tidy
from tizim.documents.formats.word import unpacks_within
from tizim.documents.kinds import OPEN_TEXT
from tizim.documents.limits import Limits

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _TABLE, _OFFICE = f"{_OASIS}text:1.0}}", f"{_OASIS}table:1.0}}", f"{_OASIS}office:1.0}}"
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_NOTE = f"{_TEXT}note"
_ROW = f"{_TABLE}table-row"
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_SIGNS = {f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# Deleted text, comments with their authors, and fields that show who typed.
_NOT_TEXT = frozenset(
    (
        f"{_TEXT}tracked-changes",
        f"{_OFFICE}annotation",
        f"{_OFFICE}annotation-end",
        f"{_TEXT}author-name",
        f"{_TEXT}author-initials",
        f"{_TEXT}initial-creator",
        f"{_TEXT}creator",
        f"{_TEXT}printed-by",
        f"{_TEXT}note-citation",
        f"{_OFFICE}forms",
    )
)
_RUNNING = tuple(
    f"{_OASIS}style:1.0}}{name}" for name in ("header", "header-first", "footer", "footer-first")
)
_LONGEST_GAP = 100


def open_text(content: bytes, limits: Limits) -> Extracted:
    """The text of an ODT; who wrote, changed or commented it is not taken."""
    unpacks_within(content, limits.unpacked_bytes)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        _refuse_locked(archive)
        body = _tree(archive, "content.xml")
        running = _running(archive)
        title = _title(archive)
    if body is None:
        raise RefusedError("is a damaged ODT file.", "Get a whole copy of it.")
    notes = [line for note in body.iter(_NOTE) for line in _blocks(note)]
    text = tidy("\n".join((*_blocks(body), *notes, *running)))
    if not text.strip():
        raise RefusedError("is an ODT file without text.", "If it holds pictures of pages, save it as PDF.")
    comments = sum(1 for _ in body.iter(f"{_OFFICE}annotation"))
    return Extracted(
        text=text,
        extractor="odt 1",
        media_type=OPEN_TEXT,
        title=title,
        remark=f"has comments in its margin ({comments}); they are not taken." if comments else "",
    )


def _refuse_locked(archive: zipfile.ZipFile) -> None:
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
        raise RefusedError("is locked with a password.", "Save it without the password and add it again.")


def _tree(archive: zipfile.ZipFile, name: str) -> Any:
    from lxml import etree

    if name not in archive.namelist():
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(archive.read(name), parser)
    except etree.XMLSyntaxError:
        raise RefusedError("is a damaged ODT file.", "Get a whole copy of it, or save it again.") from None


def _title(archive: zipfile.ZipFile) -> str | None:
    about = _tree(archive, "meta.xml")
    titles = about.iter("{http://purl.org/dc/elements/1.1/}title") if about is not None else ()
    return next((title.text.strip() for title in titles if title.text and title.text.strip()), None)


def _running(archive: zipfile.ZipFile) -> list[str]:
    """What stands at the head and foot of each page, once."""
    styles = _tree(archive, "styles.xml")
    if styles is None:
        return []
    lines = [line.strip() for element in styles.iter(*_RUNNING) for line in _blocks(element)]
    return list(dict.fromkeys(line for line in lines if any(letter.isalpha() for letter in line)))


def _blocks(element: Any) -> Iterator[str]:
    """The lines of paragraphs and tables below an element; notes only where the element is one."""
    for child in element:
        if child.tag in _PARAGRAPHS:
            yield "".join(_pieces(child))
        elif child.tag == _ROW:
            yield from _row(child)
        elif child.tag not in _NOT_TEXT and child.tag != _NOTE:
            yield from _blocks(child)


def _pieces(element: Any) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _LONGEST_GAP)
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif isinstance(child.tag, str) and child.tag not in _NOT_TEXT and child.tag != _NOTE:
            yield from _inner(child)  # what is no element is an entity, and is not followed
        yield child.tail or ""


def _inner(element: Any) -> Iterator[str]:
    """A span of the paragraph, or a box in it, whose paragraphs are lines."""
    if any(child.tag in _PARAGRAPHS for child in element):
        yield from (f"\n{line}" for line in _blocks(element))
    else:
        yield from _pieces(element)


def _row(row: Any) -> Iterator[str]:
    """A row is one line with tabs between cells, unless a cell holds more than one line."""
    cells = [[line for line in _blocks(cell) if line.strip()] for cell in row.iterchildren(*_CELLS)]
    if all(len(cell) <= 1 for cell in cells):
        yield "\t".join(cell[0] if cell else "" for cell in cells).rstrip("\t")
    else:
        yield from (line for cell in cells for line in cell)
