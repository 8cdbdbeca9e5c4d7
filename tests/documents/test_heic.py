"""Photographs of telephones, made here by the library: read, shown upright, without what stands beside the points."""

import io
from typing import Any

import pillow_heif
import pytest
from PIL import Image, ImageDraw
from tests.documents.reading_pictures import TEXTS, likeness, page, tesseract

from tizim.documents import Document, Extractor, Limits, RefusedError, extract, waiting
from tizim.documents import heic as opening
from tizim.documents.drawing import drawn
from tizim.documents.heic import HEIC, can_open_heic, is_heic
from tizim.documents.kinds import media_type_of

__all__ = ["tesseract"]


def photograph(came: Any, **beside: Any) -> bytes:
    out = io.BytesIO()
    pillow_heif.from_pillow(came).save(out, quality=90, **beside)
    return out.getvalue()


@pytest.fixture(scope="module")
def taken() -> bytes:
    """Wide, the left half black, with a maker, a place and an owner beside the points."""
    came, exif = Image.new("RGB", (320, 160), "white"), Image.Exif()
    ImageDraw.Draw(came).rectangle((0, 0, 159, 159), fill="black")
    exif[0x010F] = "SECRET CAMERA"
    exif.get_ifd(0x8825).update({1: "N", 2: (43.0, 15.0, 0.0), 29: "2026:01:01"})
    return photograph(came, exif=exif.tobytes(), xmp=b"<x>SECRET OWNER</x>")


def test_what_a_telephone_saves_is_known_by_its_first_bytes(taken: bytes) -> None:
    assert media_type_of(taken, "IMG_0001.jpg") == HEIC
    start = b"\0\0\0\x1cftyp"
    assert is_heic(start + b"mif1\0\0\0\0mif1heic" + bytes(8)) and is_heic(start + b"heix" + bytes(12))
    for other in (
        start + b"avif\0\0\0\0mif1avif" + bytes(8),
        start + b"isom" + bytes(16),
        b"\xff\xff\xff\xffftyp",
        b"",
    ):
        assert not is_heic(other)


def test_it_is_shown_without_what_stands_beside_the_points(taken: bytes) -> None:
    assert b"SECRET CAMERA" in taken and b"SECRET OWNER" in taken
    shown = drawn(taken, HEIC, 1)
    with Image.open(io.BytesIO(shown)) as seen:
        assert (seen.format, seen.size, len(seen.getexif())) == ("JPEG", (320, 160), 0)
        assert seen.getpixel((20, 80))[0] < 40 and seen.getpixel((300, 80))[0] > 200
        assert set(seen.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert b"SECRET" not in shown and b"Exif" not in shown


def test_it_is_shown_upright(taken: bytes) -> None:
    came = Image.new("RGB", (320, 160), "white")
    ImageDraw.Draw(came).rectangle((0, 0, 159, 159), fill="black")
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = photograph(came, exif=exif.tobytes())
    with Image.open(io.BytesIO(drawn(turned, HEIC, 1))) as seen:
        assert seen.size == (160, 320) and seen.getpixel((80, 20))[0] < 40 < seen.getpixel((80, 300))[0]


@pytest.mark.usefixtures("tesseract")
def test_its_text_is_read_in_the_process_that_opens_files() -> None:
    content = photograph(page(TEXTS["ru"]).convert("RGB"))
    with Extractor() as extractor:
        found = extractor.extract(io.BytesIO(content), file_name="IMG_0001.heic", size=len(content))
    assert likeness(found.text, TEXTS["ru"]) > 0.99 and found.media_type == HEIC


def test_a_damaged_one_is_said_to_be(taken: bytes) -> None:
    for cut in (40, len(taken) // 2, len(taken) - 20):
        with pytest.raises(RefusedError, match="damaged HEIC picture"):
            drawn(taken[:cut], HEIC, 1)
    found = extract(taken[:200], file_name="a.heic", limits=Limits())
    assert found.text == "" and "damaged HEIC picture" in found.remark


def test_one_with_too_many_points_is_not_unpacked(taken: bytes) -> None:
    found = extract(taken, file_name="a.heic", limits=Limits(pixels=320 * 160 - 1))
    assert found.text == "" and "too many points" in found.remark


def test_without_the_extra_it_waits_and_says_what_to_install(
    taken: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert can_open_heic()
    monkeypatch.setattr(opening, "find_spec", lambda name: None)
    with pytest.raises(RefusedError, match=r"tizim\[heic\]"):
        drawn(taken, HEIC, 1)
    found = extract(taken, file_name="a.heic", limits=Limits())
    assert "tizim[heic]" in found.remark and found.extractor == "none"
    kept = Document(id="d-1", file_name="a.heic", sha256="0" * 64, media_type=HEIC, size=9)
    assert waiting([kept]) == (kept,)
