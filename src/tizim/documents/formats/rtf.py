"""RTF: the text in any code page and in ``\\u`` escapes, cells parted by tabs, footnotes last."""

import re
from collections.abc import Callable, Iterator
from typing import cast

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, tidy, without_surrogates
from tizim.documents.kinds import RICH_TEXT

_RAW = re.compile(rb"[\x80-\xff]")
# Pictures in figures: no text is so long without another letter.
_PICTURE = re.compile(rb"[0-9A-Fa-f\s]{2000,}")
_CELL = re.compile(r"\\(?:nest)?cell(?![a-z]) ?")
_NOTE = re.compile(r"\{\\(?:\*\\)?footnote(?![a-z])")
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_BINARY = re.compile(r"\\bin(\d{1,9}) ?")
_CODE_PAGE = re.compile(r"\\ansicpg(\d{3,5})")
_DEEPEST = 2_000


def rich_text(content: bytes) -> Extracted:
    """The text of an RTF file; author, operator and company of its information are not taken."""
    marked = _RAW.sub(lambda raw: b"\\'%02x" % raw[0][0], _PICTURE.sub(b" ", _without_binary(content)))
    markup = _CELL.sub(r"\\tab ", marked.decode("ascii"))
    _refuse_depth(markup)
    body, notes = _parted(markup)
    text = "\n".join(filter(None, (_plain(body), *(_plain(note).strip() for note in notes))))
    if not text.strip():
        raise RefusedError("is an RTF file without text.", "If it holds pictures of pages, save it as PDF.")
    lost = text.count("\N{REPLACEMENT CHARACTER}")
    return Extracted(
        text=text,
        extractor="rtf 1",
        media_type=RICH_TEXT,
        remark=f"has {lost} letters that cannot be read; they are shown as U+FFFD." if lost else "",
    )


def _without_binary(content: bytes) -> bytes:
    """The file without pictures in bytes, in which braces mean nothing."""
    text, pieces, start = content.decode("latin-1"), [], 0
    for found in _BINARY.finditer(text):
        if found.start() >= start:
            pieces.append(text[start : found.start()])
            start = found.end() + int(found[1])
    pieces.append(text[start:])
    return "".join(pieces).encode("latin-1")


def _refuse_depth(markup: str) -> None:
    depth = 0
    for brace in _BRACE.finditer(markup):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if depth > _DEEPEST:
            raise RefusedError("is a damaged RTF file: it is nested without end.", "Get a whole copy of it.")


def _parted(markup: str) -> tuple[str, list[str]]:
    """The text without its footnotes, and each footnote as a file of its own with the fonts of the whole."""
    spans = list(_notes(markup))
    head = markup[: markup.find("}}") + 2] if "{\\fonttbl" in markup[:20_000] else "{\\rtf1 "
    body, start = [], 0
    for first, last in spans:
        body.append(markup[start:first])
        start = last
    code_page = _CODE_PAGE.search(markup)
    ansi = code_page[0] if code_page else ""
    fonts = head if head.startswith("{\\rtf") else "{\\rtf1 "
    notes = [f"{fonts}{ansi} {_NOTE.sub('', markup[first:last])}" + "}" for first, last in spans]
    return "".join((*body, markup[start:])), notes


def _notes(markup: str) -> Iterator[tuple[int, int]]:
    end = 0
    for found in _NOTE.finditer(markup):
        if found.start() >= end:
            end = _closing(markup, found.start())
            yield found.start(), end


def _closing(markup: str, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(markup, start):
        depth += {"{": 1, "}": -1}.get(brace[0], 0)
        if not depth:
            return brace.end()
    return len(markup)


def _plain(markup: str) -> str:
    from striprtf import striprtf

    convert = cast(Callable[..., str], striprtf.rtf_to_text)
    text = convert(markup, errors="replace")
    paired = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lines = (line.rstrip("\t ") for line in tidy(paired).replace("\u00ad", "").split("\n"))
    return without_surrogates("\n".join(lines)).strip("\n")
