import io

import pytest
from PIL import Image
from tests.documents.making import pdf

from tizim.documents import Extractor, Limits, RefusedError


def drawn(
    content: bytes, page: int, media_type: str = "application/pdf", limits: Limits | None = None
) -> bytes:
    with Extractor(limits or Limits()) as taker:
        return taker.draw(io.BytesIO(content), media_type=media_type, size=len(content), page=page)


def test_a_page_is_drawn_as_it_looks() -> None:
    picture = Image.open(io.BytesIO(drawn(pdf(["Aru"], []), 1)))
    assert picture.format == "PNG" and picture.size == (1223, 1223)
    assert picture.convert("L").getextrema()[1] == 255


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
