"""PDF, page by page: its text layer, or what Tesseract reads on a page that has none or a broken one."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, page_starts, tidy, without_surrogates
from tizim.documents.late_pages import with_waiting
from tizim.documents.limits import USUAL, Limits, Told
from tizim.documents.ocr import ALSO, Eyes, PageRead, Program, Wanting, about, program, rendered

MEDIA_TYPE = "application/pdf"
# pdfium shows a hyphen at the end of a line as U+FFFE (or U+0002) and drops the line end after it.
_SPLIT_WORD = re.compile("[\ufffe\x02](?:\r\n?|\n)?")
_CONTROLS = re.compile("[\x00\x01\x03-\x08\x0b\x0e-\x1f\u00ad]")
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\f": "\n"}
)
# What a font without a table of its letters leaves: letters of nobody's alphabet, codes in place of letters.
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
_ACCENTED = re.compile("[\u00c0-\u00ff]")
_DOTS, _MOST_POINTS, _GLANCE = 300, 12_000_000, 100_000
_A_FEW, _MOST_PICTURES, _TYPED_AT_MOST = 150, 1_000, 10
_MADE_BY = re.compile(r"^(Microsoft Word|Untitled|untitled|Без имени)\b")


def pdf(content: bytes, limits: Limits = USUAL, told: Told = lambda page, pages: None) -> Extracted:
    """The text of a PDF, a form feed before each further page; words split at line ends are whole.

    A page whose text layer is missing or broken is read as a picture. ``told`` hears of the pages as
    they come and of each look at a picture: which page, of how many.
    """
    document = _opened(content)
    try:
        reading = _Reading(document, limits, told)
        texts = [_clean(text) for text in reading.texts()]
        title = document.get_metadata_value("Title").strip()
    finally:
        document.close()
    text = tidy("\n\f".join(texts)) if any(_has_letters(text) for text in texts) else ""
    return Extracted(
        text=text,
        extractor=reading.extractor(texts),
        media_type=MEDIA_TYPE,
        title=title if title and not _MADE_BY.match(title) else None,
        pages=page_starts(text) if text else (),
        remark=_remark(texts, reading),
    )


class _Reading:
    """The pages of one PDF as they are read: each by its text layer or, if that is no good, as a picture."""

    def __init__(self, document: Any, limits: Limits, told: Told) -> None:
        self._document, self._limits, self._told = document, limits, told
        self._number, self._start = 0, _spent()
        self._program: Program | Wanting | None = None
        self._eyes: Eyes | None = None
        self.read: dict[int, PageRead] = {}
        self.unread: list[int] = []
        self.waiting: list[int] = []

    def texts(self) -> Iterator[str]:
        """The text of each page."""
        import pypdfium2

        for number in range(1, len(self._document) + 1):
            self._number = number
            self._tell()
            if not self.read and self._used() > _TYPED_AT_MOST * self._limits.seconds:
                raise RefusedError(f"takes too long to read: page {number} was reached.", "Part it.")
            try:
                page = self._document[number - 1]
                layer = page.get_textpage()
                text = layer.get_text_range()
                yield self._text(text, page)
            except pypdfium2.PdfiumError:
                raise RefusedError(
                    f"is a damaged PDF: page {number} cannot be read.", "Get a whole copy."
                ) from None
            layer.close()
            page.close()

    def _text(self, layer: str, page: Any) -> str:
        if not _is_sound(layer):
            return self._seen(page) or layer
        return layer if self._is_enough(layer, page) else max(self._seen(page), layer, key=_letters)

    def extractor(self, texts: list[str]) -> str:
        """What took the text out: the text layer, Tesseract, or both; and which pages wait."""
        if isinstance(self._program, Wanting) and not any(map(_has_letters, texts)):
            return "none"
        if self.wanting:
            return with_waiting("pdf 1", self.waiting)
        if not isinstance(self._program, Program) or not self.read:
            return "pdf 1"
        return (
            self._program.extractor if len(self.read) == len(texts) else f"pdf 1, {self._program.extractor}"
        )

    @property
    def wanting(self) -> Wanting | None:
        """What to install so that the pages that wait can be read."""
        return self._program if isinstance(self._program, Wanting) and self.waiting else None

    def _tell(self) -> None:
        self._told(self._number, len(self._document))

    def _seen(self, page: Any) -> str:
        """The text of a page as a picture; empty for a blank page, or where it cannot be read."""
        if self._has_had_enough():
            self.unread.append(self._number)
            return ""
        if rendered(page, _DOTS, _GLANCE).is_blank:
            return ""
        if self._program is None:
            self._program = program()
        if isinstance(self._program, Wanting):
            self.waiting.append(self._number)
            return ""
        if self._is_too_large(page):
            self.unread.append(self._number)
            return ""
        self._eyes = self._eyes or Eyes(self._program, seconds=self._limits.seconds, at_look=self._tell)
        self.read[self._number] = found = self._eyes.read(rendered(page, _DOTS, _MOST_POINTS))
        return found.text

    @staticmethod
    def _is_enough(text: str, page: Any) -> bool:
        """Whether the text layer is the page's text, not a line that a program left on a scan."""
        width, height = page.get_size()
        return _letters(text) >= _A_FEW or not any(
            (right - left) * (top - bottom) > 0.5 * width * height
            for left, bottom, right, top in (picture.get_bounds() for picture in _pictures(page))
        )

    def _has_had_enough(self) -> bool:
        return len(self.read) >= self._limits.read_pages or self._used() > self._limits.all_seconds

    def _is_too_large(self, page: Any) -> bool:
        sizes = (picture.get_px_size() for picture in _pictures(page))
        return any(width * height > self._limits.pixels for width, height in sizes)

    def _used(self) -> float:
        return _spent() - self._start


def _pictures(page: Any) -> Iterator[Any]:
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    yield from islice(page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3), _MOST_PICTURES)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _spent() -> float:
    """Seconds of the processor that this process and the programs that it ran have used."""
    import resource

    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _is_sound(text: str) -> bool:
    """Whether a text layer is one: letters, and not the rubbish of a font without a table of its letters."""
    letters = [sign for sign in text if sign.isalnum()]
    strange = len(_STRANGE.findall(text))
    return bool(letters) and strange <= 0.1 * len(text) and len(_ACCENTED.findall(text)) <= 0.4 * len(letters)


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


def _clean(text: str) -> str:
    whole = _SPLIT_WORD.sub(_joined, text)
    return without_surrogates(_CONTROLS.sub("", whole).translate(_LIGATURES)).rstrip()


def _joined(split: re.Match[str]) -> str:
    """Nothing before a small letter (deten-tion); the hyphen before others (Aral-Tenge, 2019-2020)."""
    after = split.string[split.end() : split.end() + 1]
    return "" if after.islower() else "-"


def _has_letters(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def _remark(texts: list[str], reading: _Reading) -> str:
    blank = [str(number) for number, text in enumerate(texts, 1) if not _has_letters(text)]
    told = about(reading.read, reading.unread)
    and_told = f"{ALSO}{told}" if told else ""
    wanting = reading.wanting
    if len(blank) == len(texts):
        if wanting:
            return f"is a scan: it waits without text, as {wanting.what}. {wanting.hint}"
        return f"is a scan: it is kept without text, as none can be read on its pages.{and_told}"
    if wanting:
        named = _listed([str(number) for number in reading.waiting])
        return f"has pages that are pictures ({named}): they wait, as {wanting.what}. {wanting.hint}"
    if blank:
        named = _listed(blank)
        gaps = f"has no text on {len(blank)} of its {len(texts)} pages ({named}): they are pictures or blank."
        return gaps + and_told
    return told


def _listed(pages: list[str]) -> str:
    return ", ".join(pages[:10]) + (" …" if len(pages) > 10 else "")
