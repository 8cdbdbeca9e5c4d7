"""Pictures that wait until Tesseract is there."""

import sys

from tests.documents.making import pdf
from tests.documents.reading_pictures import joined, page, saved, tesseract
from tizim.documents import extractor

__all__ = ["tesseract"]

BLIND = (
    "import tizim.documents.ocr.tesseract as t; t.FOLDERS = ('/nowhere',); "
    "from tizim.documents.worker import serve; serve()"
)


def test_a_picture_waits_and_is_read_once_the_program_is_there(desk, tesseract, monkeypatch):
    picture = desk.home / "page.png"
    picture.write_bytes(saved(page("Police detained Aru Sampleva on 30 November 2020."), "PNG"))
    with monkeypatch.context() as hidden:
        hidden.setattr(extractor, "worker_command", lambda: (sys.executable, "-P", "-c", BLIND))
        hidden.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
        added = desk.runs("add", picture).lines
        assert "waits without text: Tesseract, which reads pictures, is not installed" in added[0]
        assert "apt install tesseract-ocr" in added[0]
        waiting = desk.runs("add", "--again").lines
        assert waiting[0] == "1 files wait for their text, or for that of some pages."
        assert "apt install" in waiting[1]
    assert "Text taken now from files that waited: 1." in desk.runs("add", picture).lines
    before = desk.runs("check").out
    assert desk.runs("add", "--again").out == ""
    assert desk.runs("check").out == before
    assert "1 documents read" in desk.runs("read", "--keep").out


def test_pages_of_a_pdf_that_are_pictures_wait_while_the_others_are_read(desk, tesseract, monkeypatch):
    scan = saved(page("Police detained Olzhas Namebay on 29 November 2020."), "PDF", resolution=150)
    typed = pdf(["Police detained Aru Sampleva on 30 November 2020."])
    paper = desk.home / "mixed.pdf"
    paper.write_bytes(joined(typed, scan))
    with monkeypatch.context() as hidden:
        hidden.setattr(extractor, "worker_command", lambda: (sys.executable, "-P", "-c", BLIND))
        hidden.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
        added = desk.runs("add", paper).lines
        assert "has pages that are pictures (2): they wait, as Tesseract" in added[0]
        desk.runs("read", "--keep")
        assert (
            desk.runs("add", "--again").lines[0] == "1 files wait for their text, or for that of some pages."
        )
    before = desk.asks("claims")
    assert {claim["person"] for claim in before} == {"Aru Sampleva"}
    assert "Text taken now from files that waited: 1." in desk.runs("add", "--again").lines
    assert desk.runs("add", "--again").out == ""
    assert desk.runs("add", paper).lines[-1] == "1 there already"
    desk.runs("read", "--keep")
    after = desk.asks("claims")
    assert [claim for claim in after if claim["person"] == "Aru Sampleva"] == before
    (late,) = (claim for claim in after if claim["person"] == "Olzhas Namebay")
    told = desk.runs("person", "Olzhas Namebay").out
    assert "mixed.pdf, page 2" in told and late["locator"] == "line 1"


def test_nothing_to_add_is_a_mistake(desk):
    answer = desk.tries("add")
    assert answer.code
    assert "No files found" in answer.err + answer.out
