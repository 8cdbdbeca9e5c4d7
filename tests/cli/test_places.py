"""Where a passage stands in its file is known for every kind of document, kept, and shown where it is cited."""

import pytest

from tests.documents import making, making_parts
from tests.documents.reading_pictures import page, saved, tesseract

__all__ = ["tesseract"]

TOLD = "On 12 October 2020, police in Sampletown detained Aru Sampleva."
ABOVE = ("The week in Sampletown", "Nothing else was reported that week.")
BY_FILE = {
    "two-pages.pdf": (2, "line 3"),
    "paper.docx": (None, "paragraph 5"),
    "page.html": (None, "paragraph 3"),
    "note.txt": (None, "line 4"),
    "chat.json": (None, "message 101"),
    "listed.odt": (None, "paragraph 3"),
}
SHOWN = {
    "en": ("page 2, line 3", "paragraph 5", "message 101", "attachment 1"),
    "ru": ("стр. 2, строка 3", "абзац 5", "сообщение 101", "вложение 1"),
    "kk": ("2-бет, 3-жол", "5-абзац", "101-хабарлама", "1-тіркеме"),
}
_ODT = "<text:p>{}</text:p>"


def tell(desk):
    folder = desk.home / "in"
    folder.mkdir()
    made = {
        "two-pages.pdf": making.pdf(ABOVE, (*ABOVE, TOLD)),
        "paper.docx": making.word(*ABOVE, TOLD, rows=(("day", "town"), ("Monday", "Sampletown"))),
        "page.html": f"<html><body><article><p>{ABOVE[0]}</p><p>{ABOVE[1]}</p><p>{TOLD}</p></article></body></html>",
        "note.txt": "\n".join((*ABOVE, "", TOLD)),
        "chat.json": making_parts.telegram({"text": ABOVE[0]}, {"text": TOLD}),
        "listed.odt": making_parts.odt("".join(map(_ODT.format, (*ABOVE, TOLD)))),
        "mail.eml": bytes(making_parts.letter(TOLD, {"inner.txt": f"{ABOVE[0]}\n\n{TOLD} Her day".encode()})),
    }
    for name, content in made.items():
        (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    desk.runs("add", folder)
    desk.runs("read", "--keep")


def places(desk):
    """Page and locator of every passage that names the person, by the file it stands in."""
    explained = desk.asks("person", "Aru Sampleva")
    return {claim["file"]: (claim["page"], claim["locator"]) for claim in explained["claims"]}


def test_every_kind_of_document_tells_where_a_passage_stands(told):
    found = places(told)
    assert {name: found[name] for name in BY_FILE} == BY_FILE
    assert found["inner.txt"] == (None, "line 3")
    assert found["mail.eml"][1].startswith("line ")


@pytest.mark.parametrize("language", SHOWN)
def test_the_place_is_shown_where_a_source_is_cited_in_the_language_of_the_reader(told, language):
    for asked in (("person", "Aru Sampleva"), ("explain", "detentions", "--as-of", "2020-12-31")):
        said = told.in_language(language, *asked).out
        assert all(place in said for place in SHOWN[language]), said


def test_claims_written_out_and_taken_in_again_keep_their_places(told):
    before = places(told)
    written = told.table(told.runs("claims", "--format", "csv").out, "all.csv")
    taken = told.runs("import", written).out
    assert " 0 claims written (0 corrections)" in taken, taken
    assert places(told) == before


def test_a_picture_tells_the_line(desk, tesseract):
    picture = desk.home / "page.png"
    picture.write_bytes(saved(page(f"{ABOVE[0]}.\n{TOLD}"), "PNG"))
    desk.runs("add", picture)
    desk.runs("read", "--keep")
    ((page_number, place),) = set(places(desk).values())
    assert page_number is None and place.startswith("line ")
    assert int(place.split()[1]) > 1


def test_cells_are_places_of_claims_from_a_spreadsheet(desk):
    table = desk.table("No;Name;Day;Measure\n1;Aru Sampleva;12.10.2020;detention", "list.csv")
    mapping = desk.table(
        'mapping: 1\nsheets:\n  "*":\n    columns: {"No": number, "Name": person, "Day": date, "Measure": act}',
        "list.yml",
    )
    desk.runs("import", table, "--mapping", mapping)
    assert places(desk) == {"list.csv": (None, "D2")}
    assert "list.csv" in (told := desk.runs("person", "Aru Sampleva").out) and "D2" in told
