"""Pictures of pages, drawn here and read by the program as it is installed."""

import io
from pathlib import Path

import pytest
from tests.documents.making import pdf
from tests.documents.reading_pictures import TEXTS, joined, likeness, page, saved, tesseract

from tizim.claims import documents_by_id, root_document
from tizim.documents import (
    Document,
    Extracted,
    Extractor,
    Limits,
    MemoryVault,
    extract,
    page_at,
    passage_at,
    receive,
    take_again,
    text_of,
    waiting,
)
from tizim.documents.segments import Span
from tizim.ledger import MemoryLedger, standing
from tizim.timelines.chronicle import origins_of
from tizim.timelines.upkeep import origins_with

__all__ = ["tesseract"]

LINE = "Сот екі белсендіні қамауға алды."
SHORT = {
    "kk": LINE,
    "ru": "Суд арестовал двух активисток на десять суток.",
    "en": "The town court jailed two women for ten days.",
}


def taken(content: bytes, name: str, limits: Limits | None = None) -> Extracted:
    return extract(content, file_name=name, limits=limits or Limits())


class TestPictures:
    @pytest.mark.parametrize("language", ["kk", "ru", "en"])
    def test_a_clean_page_is_read_in_its_language(self, tesseract: str, language: str) -> None:
        found = taken(saved(page(TEXTS[language]), "PNG"), "a.png")
        assert likeness(found.text, TEXTS[language]) > 0.99
        assert language != "ru" or ("Общественный" in found.text and "объявил" in found.text)
        assert (found.language, found.media_type) == (language, "image/png")
        assert found.extractor == f"tesseract {tesseract} kaz+rus+eng 1"

    @pytest.mark.parametrize(
        ("form", "name"),
        [("JPEG", "a.jpg"), ("WEBP", "a.webp"), ("BMP", "a.bmp"), ("GIF", "a.gif")],
    )
    def test_every_usual_kind_of_picture_is_read(self, tesseract: str, form: str, name: str) -> None:
        assert "екі белсендіні қамауға алды" in taken(saved(page(LINE), form), name).text

    @pytest.mark.parametrize("mode", ["RGBA", "P"])
    def test_every_usual_kind_of_png_is_read(self, tesseract: str, mode: str) -> None:
        assert "екі белсендіні қамауға алды" in taken(saved(page(LINE).convert(mode), "PNG"), "a.png").text

    @pytest.mark.parametrize("kind", ["uneven_light", "stamped", "turned", "upside_down", "two_columns"])
    def test_hard_pages_are_looked_at_again(self, tesseract: str, kind: str) -> None:
        text = "\n".join([TEXTS["ru"]] * {"stamped": 2, "two_columns": 3}.get(kind, 1))
        assert likeness(taken(saved(page(text, kind), "JPEG", quality=80), "a.jpg").text, text) > 0.97

    def test_pages_of_a_tiff_follow_each_other_and_passages_know_their_page(self, tesseract: str) -> None:
        pages = [page(SHORT[language]).convert("1") for language in ("kk", "ru")]
        found = taken(
            saved(pages[0], "TIFF", save_all=True, append_images=pages[1:], compression="group4"), "a.tiff"
        )
        first, second = found.text.split("\f")
        assert likeness(first, SHORT["kk"]) > 0.97
        assert likeness(second, SHORT["ru"]) > 0.97
        document = Document(id="d", file_name="a.tiff", media_type=found.media_type, size=1, sha256="0" * 64)
        assert passage_at(document, found.text, Span(len(first) + 1, len(first) + 5)).page == 2

    def test_each_line_of_the_page_is_a_line_and_paragraphs_stand_apart(self, tesseract: str) -> None:
        text = f"{SHORT['en']} Three more people were taken away from the square by police.\nNobody knew."
        assert taken(saved(page(text), "PNG"), "a.png").text == (
            "The town court jailed two women for ten days. Three more people were taken away\n"
            "from the square by police.\n\nNobody knew."
        )

    def test_where_and_with_what_a_picture_was_taken_is_not_taken(self, tesseract: str) -> None:
        drawn = page(SHORT["en"])
        kept = drawn.getexif()
        kept[0x013B], kept[0x0110], kept[0x0132] = "Secret Giver", "Phone 9", "2031:01:01 10:00:00"
        found = taken(saved(drawn, "JPEG", exif=kept), "a.jpg")
        assert (found.author, found.date, found.title, found.url) == (None, None, None, None)
        assert "Secret" not in repr(found)

    def test_a_picture_without_text_names_the_program_and_waits_no_more(self, tesseract: str) -> None:
        found = taken(saved(page(""), "PNG"), "a.png")
        assert (found.text, found.extractor[:9]) == ("", "tesseract")
        assert "without text" in found.remark


class TestPdf:
    def test_scanned_pages_and_typed_ones_follow_each_other(self, tesseract: str) -> None:
        scan = saved(page(SHORT["kk"]), "PDF", resolution=150)
        found = taken(joined(scan, pdf(["The second page is typed."])), "a.pdf")
        assert likeness(found.text.split("\f")[0], SHORT["kk"]) > 0.97
        assert found.text.endswith("\fThe second page is typed.")
        assert found.extractor == f"pdf 1, tesseract {tesseract} kaz+rus+eng 1"
        assert found.pages[1] == found.text.index("\f") + 1

    def test_a_text_layer_of_rubbish_is_not_believed(self, tesseract: str) -> None:
        layer = "".join(chr(0xE000 + number % 60) for number in range(300))
        found = taken(_with_layer(saved(page(SHORT["ru"]), "PDF", resolution=150), layer), "a.pdf")
        assert likeness(found.text, SHORT["ru"]) > 0.97

    def test_a_line_that_a_scanning_program_left_is_not_taken_for_the_page(self, tesseract: str) -> None:
        found = taken(
            _with_layer(saved(page(SHORT["ru"]), "PDF", resolution=150), "Scanned by Camera"), "a.pdf"
        )
        assert likeness(found.text, SHORT["ru"]) > 0.8

    def test_no_more_pages_are_read_than_the_limit_and_that_is_said(self, tesseract: str) -> None:
        drawn = page(SHORT["en"])
        scan = saved(drawn, "PDF", save_all=True, append_images=[drawn, drawn], resolution=150)
        found = taken(scan, "a.pdf", Limits(read_pages=1))
        assert found.text.count("town court") == 1
        assert "was not read on 2 pages (2, 3)" in found.remark

    def test_pages_of_ten_metres_and_of_a_point_are_read_within_bounds(self, tesseract: str) -> None:
        drawn = page("Held in Orda.").resize((400, 200))
        for resolution in (0.5, 1_000):
            assert taken(saved(drawn, "PDF", resolution=resolution), "a.pdf").extractor.startswith(
                "tesseract"
            )

    def test_the_caller_hears_of_the_pages_and_memory_is_bounded(self, tesseract: str) -> None:
        drawn = page(SHORT["en"])
        scan = saved(drawn, "PDF", save_all=True, append_images=[drawn], resolution=150)
        heard: list[tuple[int, int]] = []
        with Extractor(told=lambda at, pages: heard.append((at, pages))) as extractor:
            found = extractor.extract(io.BytesIO(scan), file_name="a.pdf", size=len(scan))
        assert sorted(set(heard)) == [(1, 2), (2, 2)]
        assert found.text.count("town court") == 2


class TestWaiting:
    def test_without_the_program_a_picture_and_a_scan_wait_and_one_line_says_why(
        self, tesseract: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
        picture, scan = saved(page(SHORT["ru"]), "PNG"), saved(page(SHORT["kk"]), "PDF", resolution=150)
        found = taken(picture, "a.png")
        assert (found.text, found.extractor) == ("", "none")
        assert "waits without text" in found.remark
        assert "apt install tesseract-ocr " in found.remark
        assert "it waits without text" in taken(scan, "a.pdf").remark
        mixed = taken(joined(scan, pdf(["Typed."])), "a.pdf")
        assert mixed.text.strip("\n\f") == "Typed."
        assert "has pages that are pictures (1): they wait, as Tesseract" in mixed.remark
        assert mixed.extractor == "pdf 1, page 1 wait"

    def test_what_waits_is_read_later_as_a_correction_and_only_once(
        self, tesseract: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (tmp_path / "a.png").write_bytes(saved(page(SHORT["ru"]), "PNG"))
        vault, ledger = MemoryVault(), MemoryLedger()
        monkeypatch.setattr("tizim.documents.extractor._Worker", _Here)
        with monkeypatch.context() as hidden:
            hidden.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
            (received,) = receive([tmp_path], vault=vault)
        ledger.append(received.entries, at="2031-01-01T00:00:00Z", by="t")
        (document,) = waiting(standing(ledger, kinds=("document",)))
        for _ in range(2):
            (again,) = take_again([document], vault=vault)
            ledger.append(again.entries, at="2031-01-02T00:00:00Z", by="t", skip_known=True)
        (stands,) = standing(ledger, kinds=("document",))
        assert isinstance(stands, Document)
        assert (stands.corrects, stands.sha256) == (document.id, document.sha256)
        assert likeness(text_of(stands, vault), SHORT["ru"]) > 0.99
        assert waiting([stands]) == ()

    def test_pages_that_waited_are_read_later_where_they_stand_and_the_others_keep_their_places(
        self, tesseract: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        scan = saved(page(SHORT["en"]), "PDF", resolution=150)
        (tmp_path / "a.pdf").write_bytes(joined(pdf(["Typed."]), scan, pdf(["Typed last."]), scan, scan))
        vault, ledger = MemoryVault(), MemoryLedger()
        monkeypatch.setattr("tizim.documents.extractor._Worker", _Here)
        with monkeypatch.context() as hidden:
            hidden.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
            (received,) = receive([tmp_path], vault=vault)
            ledger.append(received.entries, at="2031-01-01T00:00:00Z", by="t")
            (document,) = waiting(standing(ledger, kinds=("document",)))
            assert document.extractor == "pdf 1, pages 2, 4-5 wait"
            (still,) = take_again([document], vault=vault)
            assert (still.outcome, still.entries) == ("already_there", ())
        for _ in range(2):
            (again,) = take_again([document], vault=vault)
            ledger.append(again.entries, at="2031-01-02T00:00:00Z", by="t", skip_known=True)
        first, late = (one for one in standing(ledger, kinds=("document",)) if isinstance(one, Document))
        assert (first, late.part_of, late.locator) == (document, document.id, "pages 2, 4-5")
        assert waiting([first, late]) == ()
        text = text_of(late, vault)
        assert "Typed" not in text
        place = text.index("jailed")
        assert (page_at(late, text, place), page_at(late, text, text.rindex("jailed"))) == (2, 5)
        assert likeness(text.split("\f")[1], SHORT["en"]) > 0.99
        assert root_document(late.id, documents_by_id([first, late])) == document.id
        assert origins_with([late], origins_of([first])) is None


class _Here:
    """In place of the worker: the same in this process, where the program can be hidden."""

    served, is_spent = 0, False

    def __init__(self, limits: Limits, told: object) -> None:
        self.limits = limits

    def ask(self, stream: io.BytesIO, asked: object) -> Extracted:
        return extract(stream.read(), file_name=asked.file_name, limits=self.limits)  # type: ignore[attr-defined]

    def end(self) -> None: ...


def _with_layer(scan: bytes, layer: str) -> bytes:
    """The scan with an unseen text over it, in a font of ours."""
    import pypdfium2
    from pypdfium2 import raw

    typed, whole = pypdfium2.PdfDocument(pdf([layer])), pypdfium2.PdfDocument(scan)
    shown = raw.FPDF_NewXObjectFromPage(whole, typed, 0)
    made = raw.FPDF_NewFormObjectFromXObject(shown)
    page_ = whole[0]
    raw.FPDFPage_InsertObject(page_, made)
    raw.FPDFPage_GenerateContent(page_)
    kept = io.BytesIO()
    whole.save(kept)
    return kept.getvalue()
