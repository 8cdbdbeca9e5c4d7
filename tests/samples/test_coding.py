"""The samples go through the rooms: text comes out, claims go in, places and laws are known."""

import csv
import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tizim.claims import Holdings, ImportPlan, plan_import, read_table
from tizim.documents import Document, Extracted, MemoryVault, Received, extract, receive
from tizim.samples import folder
from tizim.vocab import article, load_law_book, load_places

DOCUMENTS = folder() / "documents"
ENGLISH = Path(__file__).with_name("english.csv")


@cache
def _about() -> dict[str, Any]:
    text = (DOCUMENTS / "documents.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.CSafeLoader))


@cache
def _extracted(name: str) -> Extracted:
    return extract((DOCUMENTS / name).read_bytes(), file_name=name)


def _document(name: str, about: dict[str, Any] | None = None) -> Document:
    given = about or {}
    reprints = given.get("reprints")
    return Document(
        id=f"d-{name[:2]}",
        recorded_at="",
        recorded_by="",
        file_name=name,
        media_type="text/plain",
        size=0,
        sha256="",
        date=str(given["date"]) if given else None,
        reprints=f"d-{reprints[:2]}" if reprints else None,
    )


@cache
def holdings() -> Holdings:
    """The documents of the samples as a register would hold them."""
    documents = [_document(name, about) for name, about in _about().items()]
    return Holdings(documents=documents, text_of=lambda document: _extracted(document.file_name).text)


def planned(path: Path) -> ImportPlan:
    """What importing the table writes."""
    return plan_import(
        read_table(path.name, path.read_bytes()), document=_document(path.name), holdings=holdings()
    )


@pytest.mark.parametrize("name", sorted(_about()))
def test_the_text_of_each_document_comes_out_in_its_language(name):
    assert _extracted(name).language == _about()[name]["language"]


def test_the_folder_is_taken_in_whole_and_the_reprint_names_its_original():
    received = {one.file: one for one in receive([DOCUMENTS], vault=MemoryVault())}
    assert {name: one.outcome for name, one in received.items()} == dict.fromkeys(_about(), "added")
    original = received["15-appeal-and-second-case.txt"].document_id
    assert [entry.reprints for one in received.values() for entry in _documents(one) if entry.reprints] == [
        original
    ]


def _documents(received: Received) -> list[Document]:
    return [entry for entry in received.entries if isinstance(entry, Document)]


def test_menus_and_footers_of_the_reprint_are_dropped():
    text = _extracted("16-herald-reprint.html").text
    assert "Qaisar Shoqparov: three years in prison" in text
    assert not [left for left in ("cookies", "Tomato", "camel", "newsletter", "Weather") if left in text]


@pytest.mark.parametrize("path", [folder() / "coded.csv", ENGLISH], ids=lambda path: path.name)
def test_every_coded_row_becomes_a_claim(path):
    plan = planned(path)
    assert [str(problem) for row in plan.rejected for problem in row.problems] == []
    assert (len(plan.claims), plan.repeated, plan.unknown_columns) == (plan.rows, (), ())


def test_the_spreadsheet_has_one_bad_row_and_two_columns_that_are_not_known():
    plan = planned(folder() / "shygan-list.xlsx")
    assert [row.number for row in plan.rejected] == [20]
    assert {use.column for use in plan.unknown_columns} == {"Our number", "Colour"}
    assert len(plan.claims) == plan.rows - 1 == 25


def test_the_places_of_the_claims_are_places_of_qumtau():
    places = load_places(folder() / "places_qt.yml")
    found = {name: places.named(name) for name in _cells("place")}
    assert {name for name, meant in found.items() if [one.code[:2] for one in meant] != ["QT"]} == set()


def test_every_article_that_is_cited_is_in_a_law_book_of_qumtau():
    books = {book.code: book for book in map(load_law_book, sorted((folder() / "law").glob("*.yml")))}
    references = [article(text) for cell in _cells("article") for text in cell.split("; ")]
    assert [str(one) for one in references if not books[one.book].article(one.number)] == []


def test_every_article_in_the_english_texts_is_in_a_law_book_but_the_misprint():
    books = [load_law_book(path) for path in sorted((folder() / "law").glob("*.yml"))]
    known = {one.number for book in books for one in book.articles}
    english = [name for name, about in _about().items() if about["language"] == "en"]
    cited = {n for name in english for n in re.findall(r"Articles? (\d+)", _extracted(name).text)}
    assert cited - known == {"271"}


def _cells(column: str) -> set[str]:
    tables = [(folder() / "coded.csv").read_text(encoding="utf-8"), ENGLISH.read_text(encoding="utf-8")]
    rows = (row for table in tables for row in csv.DictReader(io.StringIO(table)))
    return {row[column] for row in rows if row[column]}
