import io

import pytest
from PIL import Image, ImageChops
from tests.documents.making import pdf

from tizim.documents import Extractor, Limits, RefusedError


def drawn(content: bytes, page: int, media_type: str = "application/pdf", mark: str = "") -> bytes:
    with Extractor(Limits()) as taker:
        return taker.draw(io.BytesIO(content), media_type=media_type, size=len(content), page=page, mark=mark)


def picture(kind: str, size: tuple[int, int] = (40, 20), **how: object) -> bytes:
    """A picture, red on its left, blue on its right."""
    out = io.BytesIO()
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    image.save(out, kind, **how)
    return out.getvalue()


def test_a_page_is_drawn_as_it_looks() -> None:
    page = Image.open(io.BytesIO(drawn(pdf(["Aru"], []), 1)))
    assert page.format == "PNG" and page.size == (1223, 1223)
    assert page.convert("L").getextrema()[1] == 255


@pytest.mark.parametrize("page", [0, -1, 3, 10**9])
def test_a_page_that_is_not_there_is_refused(page: int) -> None:
    with pytest.raises(RefusedError, match="has no page"):
        drawn(pdf(["Aru"], []), page)


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"\0" * 1000, pdf(["Aru"], locked=True)])
def test_what_cannot_be_opened_is_refused(content: bytes) -> None:
    with pytest.raises(RefusedError):
        drawn(content, 1)


def test_only_pages_of_a_pdf_are_drawn() -> None:
    with pytest.raises(RefusedError, match="no pages"):
        drawn(b"text", 1, "text/plain")


def test_one_worker_draws_and_reads() -> None:
    content = pdf(["Aru"])
    with Extractor() as taker:
        assert taker.draw(io.BytesIO(content), media_type="application/pdf", size=len(content), page=1)
        text = taker.extract(io.BytesIO(content), file_name="a.pdf", size=len(content)).text
        assert text == "Aru"


def test_the_edges_of_a_huge_page_are_kept_within_bounds() -> None:
    huge = pdf(["Aru"]).replace(b"[0 0 800 800]", b"[0 0 90000 90000]")
    width, height = Image.open(io.BytesIO(drawn(huge, 1))).size
    assert width * height <= 4_010_000


def test_words_are_framed_on_the_page_of_a_pdf_and_nowhere_else() -> None:
    content = pdf(["Aru Sampleva was held"], ["nothing of that"])
    plain, marked = (Image.open(io.BytesIO(drawn(content, 1, mark=mark))) for mark in ("", "SAMPLEVA  was"))
    box = ImageChops.difference(plain, marked).getbbox()
    whole = ImageChops.difference(plain, Image.new("RGB", plain.size, "white")).getbbox()
    assert box and box[0] > whole[0] and box[2] < whole[2] + 5 and box[3] - box[1] < 60
    assert drawn(content, 1, mark="not there at all") == drawn(content, 1)
    assert drawn(content, 2, mark="Sampleva was") == drawn(content, 2)
    assert drawn(content, 1, mark="\0<>&" * 9000) == drawn(content, 1)


def test_words_that_run_over_a_page_are_framed_as_far_as_they_go() -> None:
    content = pdf(["they were held in the cellar"], ["of the police station overnight"])
    words = "held in the cellar of the police station"
    assert drawn(content, 1, mark=words) != drawn(content, 1) and drawn(content, 2, mark=words) != drawn(
        content, 2
    )


def test_a_photograph_stands_upright_and_says_nothing_of_who_took_it_where() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x8825] = 6, "SECRET CAMERA", {1: "N", 2: (43.0, 15.0, 0.0)}
    came = picture("JPEG", exif=exif, comment=b"SECRET NOTE")
    assert b"SECRET" in came
    shown = drawn(came, 1, "image/jpeg")
    upright = Image.open(io.BytesIO(shown))
    assert upright.format == "JPEG" and upright.size == (20, 40)
    top, bottom = upright.getpixel((10, 3)), upright.getpixel((10, 36))
    assert top[0] > 200 > top[2] and bottom[2] > 200 > bottom[0]
    assert b"SECRET" not in shown and b"Exif" not in shown and not upright.getexif()


@pytest.mark.parametrize("kind", ["PNG", "GIF", "TIFF", "WEBP", "BMP"])
def test_pictures_of_every_kind_are_shown(kind: str) -> None:
    shown = Image.open(io.BytesIO(drawn(picture(kind), 1, f"image/{kind.lower()}")))
    assert shown.size == (40, 20) and shown.format in ("PNG", "JPEG")
    with pytest.raises(RefusedError, match="has no page 2"):
        drawn(picture(kind), 2, f"image/{kind.lower()}")


@pytest.mark.parametrize("packed", ["group4", "tiff_lzw", "raw"])
def test_each_page_of_a_scan_in_one_file_is_shown(packed: str) -> None:
    pages = [Image.new("1", (30 + number, 20), number % 2) for number in range(3)]
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], compression=packed)
    sizes = [Image.open(io.BytesIO(drawn(out.getvalue(), page, "image/tiff"))).size for page in (1, 2, 3)]
    assert sizes == [(30, 20), (31, 20), (32, 20)]


def test_what_is_clear_in_a_picture_is_shown_as_white() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    assert (
        Image.open(io.BytesIO(drawn(out.getvalue(), 1, "image/png"))).convert("RGB").getpixel((5, 5))
        == (255,) * 3
    )


def test_a_huge_photograph_is_shown_smaller_and_one_beyond_all_bounds_not_at_all() -> None:
    width, height = Image.open(io.BytesIO(drawn(picture("JPEG", (4000, 3000)), 1, "image/jpeg"))).size
    assert width * height <= 4_010_000 and width > height
    bomb = bytearray(picture("PNG"))
    bomb[16:24] = (60_000).to_bytes(4) * 2
    with pytest.raises(RefusedError, match="too large"):
        drawn(bytes(bomb), 1, "image/png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_a_damaged_picture_is_refused_or_shown_as_far_as_it_goes(kind: str) -> None:
    whole = picture(kind, (300, 200))
    for cut in (0, 4, 30, len(whole) // 2):
        try:
            assert drawn(whole[:cut], 1, f"image/{kind.lower()}")
        except RefusedError as refused:
            assert "damaged" in str(refused) or "no page" in str(refused)
