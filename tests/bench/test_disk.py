"""The papers of a made folder are read as papers are: their text, and their pictures as pictures."""

from bench.disk import pdf
from bench.ocr_pages import as_jpeg
from PIL import Image

from tizim.documents.extraction import extract


def test_the_text_of_each_page_of_a_made_pdf_is_taken_out():
    picture = as_jpeg(Image.new("RGB", (60, 40), "grey"))
    told = "Police detained eleven people at the square, and a court fined two of them the same day."
    made = pdf([(told, None), (f"{told}\n\nThe others were let go.", picture)])
    found = extract(made, file_name="paper.pdf")
    assert len(found.pages) == 2
    assert found.text.count("Police detained eleven people") == 2
    assert "The others were let go." in found.text
