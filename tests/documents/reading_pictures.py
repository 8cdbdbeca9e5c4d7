"""What the tests of pictures share: the program or a reason to skip, pages, and how far a text is from another."""

import io
import os
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tizim.documents.ocr import Wanting, program

TEXTS = {
    "kk": "Ордадағы сот екі белсендіні он бес тәулікке қамауға алды. Үкім шыққан күні олардың туыстары сот "
    "алдында жиналды, ал полиция тағы үш адамды ұстады.\nҚорғаушының айтуынша, іс қағаздары оған берілмеген.",
    "ru": "Городской суд арестовал двух участниц собрания на пятнадцать суток. Общественный защитник объявил, "
    "что подъезд суда был закрыт, и ещё троих задержали у входа.\nРодные узнали об этом только на следующий день.",
    "en": "The town court jailed two of the women for fifteen days. Their lawyer was not let into the room, and "
    "three more people were taken away from the square by police.\nNobody told their families until Monday.",
}


def _absent(reason: str) -> None:
    """Skips; in CI, where it is installed on purpose, fails."""
    if os.environ.get("CI") == "true" and Path("/usr/bin/tesseract").is_file():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def tesseract() -> str:
    """Needs the program, the fonts and Pillow."""
    found = program()
    if isinstance(found, Wanting):
        _absent(f"{found.what}. {found.hint}")
        raise AssertionError
    try:
        from bench.ocr_pages import fonts
    except ImportError:
        _absent("Pillow draws the pages and is not installed")
        raise
    if not fonts():
        _absent("the pages are drawn with the fonts Noto or DejaVu, and neither is installed")
    return found.version


@cache
def page(text: str, kind: str = "clean", dpi: int = 150) -> Any:
    """A page with the text, as a picture of Pillow."""
    from bench import ocr_pages

    draw = getattr(ocr_pages, kind)
    if kind != "clean":
        return draw(text, ocr_pages.fonts()[0])
    whole = draw(text, ocr_pages.fonts()[0], dpi)
    return whole.crop((0, 0, whole.width, whole.height // 3))


def saved(picture: Any, form: str, **options: Any) -> bytes:
    """The picture as a file."""
    kept = io.BytesIO()
    picture.save(kept, form, **options)
    return kept.getvalue()


def joined(*files: bytes) -> bytes:
    """The pages of these PDFs as one PDF."""
    import pypdfium2

    whole = pypdfium2.PdfDocument.new()
    for file in files:
        whole.import_pages(pypdfium2.PdfDocument(file))
    kept = io.BytesIO()
    whole.save(kept)
    return kept.getvalue()


def likeness(one: str, other: str) -> float:
    """From 0 to 1."""
    return SequenceMatcher(None, " ".join(one.split()), " ".join(other.split()), autojunk=False).ratio()
