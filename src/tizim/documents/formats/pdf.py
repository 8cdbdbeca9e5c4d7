"""PDF: the text layer page by page. A page that is only a picture has none, and that is said."""

import re
from collections.abc import Iterator
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, page_starts, tidy, without_surrogates

MEDIA_TYPE = "application/pdf"
# pdfium shows a hyphen at the end of a line as U+FFFE (or U+0002) and drops the line end after it.
_SPLIT_WORD = re.compile("[\ufffe\x02](?:\r\n?|\n)?")
_CONTROLS = re.compile("[\x00\x01\x03-\x08\x0b\x0e-\x1f\u00ad]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\f": "\n"}
)
_MADE_BY = re.compile(r"^(Microsoft Word|Untitled|untitled|Без имени)\b")


def pdf(content: bytes) -> Extracted:
    """The text layer of a PDF, a form feed before each further page; words split at line ends are whole."""
    document = _opened(content)
    try:
        texts = [_clean(text) for text in _page_texts(document)]
        title = document.get_metadata_value("Title").strip()
    finally:
        document.close()
    text = tidy("\n\f".join(texts)) if any(_has_letters(text) for text in texts) else ""
    return Extracted(
        text=text,
        extractor="pdf 1",
        media_type=MEDIA_TYPE,
        title=title if title and not _MADE_BY.match(title) else None,
        pages=page_starts(text) if text else (),
        remark=_remark(texts),
    )


def _opened(content: bytes) -> Any:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        raise _refusal(str(error)) from None
    if not pages:
        raise RefusedError("is a PDF without pages.", "Get a whole copy of it.")
    return document


def _refusal(reason: str) -> RefusedError:
    if "password" in reason.lower() or "security" in reason.lower():
        return RefusedError(
            "is a PDF locked with a password.", "Save it without the password and add it again."
        )
    return RefusedError("is a damaged PDF.", "Get a whole copy of it.")


def _page_texts(document: Any) -> Iterator[str]:
    import pypdfium2

    for number in range(len(document)):
        try:
            page = document[number]
            shown = page.get_textpage()
            yield shown.get_text_range()
        except pypdfium2.PdfiumError:
            raise RefusedError(
                f"is a damaged PDF: page {number + 1} cannot be read.", "Get a whole copy."
            ) from None
        shown.close()
        page.close()


def _clean(text: str) -> str:
    whole = _SPLIT_WORD.sub(_joined, text)
    return without_surrogates(_CONTROLS.sub("", whole).translate(_LIGATURES)).rstrip()


def _joined(split: re.Match[str]) -> str:
    """Nothing before a small letter (deten-tion); the hyphen before others (Aral-Tenge, 2019-2020)."""
    after = split.string[split.end() : split.end() + 1]
    return "" if after.islower() else "-"


def _has_letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _remark(texts: list[str]) -> str:
    blank = [str(number) for number, text in enumerate(texts, 1) if not _has_letters(text)]
    if len(blank) == len(texts):
        return "is a scan: it is kept without text, as this version reads no pictures."
    if blank:
        shown = ", ".join(blank[:10]) + (" …" if len(blank) > 10 else "")
        return f"has no text on {len(blank)} of its {len(texts)} pages ({shown}): they are pictures or blank."
    return ""
