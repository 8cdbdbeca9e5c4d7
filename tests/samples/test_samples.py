import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pypdfium2
import pytest
import yaml
from tests.samples.make_samples import made

from tizim.samples import folder

SAMPLES = folder()
DOCUMENTS = SAMPLES / "documents"
TEXT_FILES = (".txt", ".md", ".html")
NOT_HELD = ("doubtful", "not_in_custody")


def _loaded(name: str) -> Any:
    return yaml.load((SAMPLES / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def _coded() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((SAMPLES / "coded.csv").read_text(encoding="utf-8"))))


def _pdf_text(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    finally:
        pdf.close()


def _docx_text(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def _xlsx_text() -> str:
    rows = openpyxl.load_workbook(SAMPLES / "shygan-list.xlsx").active.iter_rows(values_only=True)
    return "\n".join(str(cell) for row in rows for cell in row if cell is not None)


@cache
def _texts() -> dict[str, str]:
    texts = {p.name: p.read_text(encoding="utf-8") for p in DOCUMENTS.iterdir() if p.suffix in TEXT_FILES}
    texts |= {path.name: _pdf_text(path) for path in DOCUMENTS.glob("*.pdf")}
    texts |= {path.name: _docx_text(path) for path in DOCUMENTS.glob("*.docx")}
    return {name: texts[name] for name in sorted(texts)}


def _all_text() -> str:
    metadata = [(SAMPLES / name).read_text(encoding="utf-8") for name in ("expected.yml", "coded.csv")]
    return "\n".join([*_texts().values(), _xlsx_text(), *metadata])


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())


def _runs(text: str, length: int = 9) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[n : n + length]) for n in range(len(words) - length + 1)}


def _plain(text: str) -> str:
    return " ".join(_words(text))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_every_document_stands_in_documents_yml_and_nothing_else_does():
    files = {path.name for path in DOCUMENTS.iterdir() if path.name != "documents.yml"}
    assert files == set(_loaded("documents/documents.yml"))


def test_each_document_has_a_publisher_a_day_a_language_a_kind_and_a_way_it_came():
    for name, about in _loaded("documents/documents.yml").items():
        assert {"publisher", "title", "date", "language", "kind", "obtained"} <= set(about), name


def test_a_reprint_names_a_document_that_is_there():
    about = _loaded("documents/documents.yml")
    reprints = {name: entry["reprints"] for name, entry in about.items() if "reprints" in entry}
    assert reprints == _loaded("expected.yml")["reprints"]
    assert set(reprints.values()) <= set(about)


def test_there_are_documents_in_three_languages():
    languages = [entry["language"] for entry in _loaded("documents/documents.yml").values()]
    assert {code: languages.count(code) for code in set(languages)} == {"en": 14, "ru": 6, "kk": 5}


def test_each_document_has_the_length_of_a_short_report():
    lengths = {name: len(text.split()) for name, text in _texts().items()}
    assert {name: length for name, length in lengths.items() if not 150 <= length <= 700} == {}


def test_every_quotation_of_coded_csv_stands_once_in_its_document():
    for number, row in enumerate(_coded(), 2):
        assert _texts()[row["document"]].count(row["quote"]) == 1, f"coded.csv, row {number}"
        assert row["mention"] in row["quote"], f"coded.csv, row {number}"


def test_coded_csv_covers_every_russian_and_kazakh_document():
    about = _loaded("documents/documents.yml")
    assert {row["document"] for row in _coded()} == {n for n, e in about.items() if e["language"] != "en"}
    assert 40 <= len(_coded()) <= 70


def test_every_row_of_coded_csv_has_an_act_and_one_subject():
    for number, row in enumerate(_coded(), 2):
        subjects = [row[name] for name in ("person", "group", "org") if row[name]]
        assert row["act"] and len(subjects) == 1, f"coded.csv, row {number}"


def test_every_quotation_of_expected_yml_stands_in_its_document():
    expected = _loaded("expected.yml")
    for entry in (*expected["figures"], *expected["slips"]):
        text = _texts().get(entry["document"]) or _xlsx_text()
        assert entry["quote"] in _squeezed(text), entry["document"]


def test_the_totals_said_to_hold_hold_and_the_others_do_not():
    for entry in _loaded("expected.yml")["figures"]:
        numbers = {"nine": 9, "seven": 7}
        word = next(w for w in _words(entry["quote"]) if w.isdigit() or w in numbers)
        printed = numbers.get(word) or int(word)
        assert (sum(entry["parts"]) == printed) is entry["holds"], entry["document"]


def test_expected_yml_names_only_its_own_people():
    expected = _loaded("expected.yml")
    for day, states in expected["as_of"].items():
        assert {person for people in states.values() for person in people} <= set(expected["people"]), day


def test_nobody_is_in_two_states_of_custody_on_one_day():
    for day, states in _loaded("expected.yml")["as_of"].items():
        held = [person for state in states.keys() - set(NOT_HELD) for person in states[state]]
        assert len(held) == len(set(held)), day
        assert not set(held) & set(states["not_in_custody"]), day


def _forms() -> Iterator[tuple[str, str]]:
    for key, person in _loaded("expected.yml")["people"].items():
        yield from ((key, form) for form in (person["name"], *person["forms"]))


def test_every_person_of_the_truth_is_named_somewhere():
    text = _squeezed("\n".join([*_texts().values(), _xlsx_text()]))
    named = {key for key, form in _forms() if form in text}
    assert named == set(_loaded("expected.yml")["people"])


def test_no_form_of_a_full_name_belongs_to_two_people():
    full = [(form, key) for key, form in _forms() if " " in form]
    assert len({form for form, _ in full}) == len(full)


def test_officials_are_not_among_the_people():
    expected = _loaded("expected.yml")
    assert not {entry["name"] for entry in expected["officials"]} & {form for _, form in _forms()}


@pytest.mark.parametrize("name", sorted(made()))
def test_what_the_script_makes_is_what_ships(name):
    shipped, new = (SAMPLES / name).read_bytes(), made()[name]
    assert _content(shipped) == _content(new)


def _content(file: bytes) -> object:
    if not file.startswith(b"PK"):
        return file
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_pdf_has_two_pages_of_text():
    pdf = pypdfium2.PdfDocument(DOCUMENTS / "18-lists-31-december-2022.pdf")
    pages = [page.get_textpage().get_text_range() for page in pdf]
    pdf.close()
    assert len(pages) == 2
    assert "nine people were in custody" in pages[0]
    assert "thirteen less seven plus three" in pages[1]


def test_the_docx_has_a_table_of_eight_people():
    document = docx.Document(str(DOCUMENTS / "23-second-quarter-2023.docx"))
    assert len(document.tables[0].rows) == 9


def test_the_spreadsheet_has_two_unknown_columns_and_one_bad_day():
    header, *rows = openpyxl.load_workbook(SAMPLES / "shygan-list.xlsx").active.iter_rows(values_only=True)
    assert {"Our number", "Colour"} <= set(header)
    days = [str(row[header.index("date")]) for row in rows]
    assert len(rows) == 26
    assert [day for day in days if re.match(r"\d{4}-1[3-9]", day)] == ["2022-13-06"]


def test_the_samples_are_small():
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < 400_000


def test_no_run_of_nine_words_comes_from_a_real_report(shared):
    real = [*(shared / "seeds").glob("*.txt"), *(shared / "gold/reading/docs").glob("*.txt")]
    assert real
    ours = {name: _runs(text) for name, text in _texts().items()} | {"list": _runs(_xlsx_text())}
    for path in real:
        runs = _runs(path.read_text(encoding="utf-8"))
        assert [name for name, own in ours.items() if own & runs] == [], path.name


def test_no_full_name_of_a_real_person_occurs(shared):
    text = f" {_plain(_all_text())} "
    names = {_plain(name) for name in _real_names(shared)}
    assert len(names) > 300
    assert sum(f" {name} " in text for name in names if " " in name) == 0


def test_no_surname_of_the_samples_occurs_in_the_real_reports(shared):
    real = {word for name in _real_names(shared) for word in _words(name)}
    ours = {_words(form)[-1] for _, form in _forms() if " " in form and not form.endswith(".")}
    first_names = {"ильяс", "марат", "ерсаиновна", "старший"}
    assert len((ours - first_names) & real) == 0


def _real_names(shared: Path) -> Iterator[str]:
    for table, columns in (
        ("seeds/persons.csv", ("canonical_name", "surface_forms")),
        ("identity/mentions.csv", ("name_as_written",)),
    ):
        with (shared / "gold" / table).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from (form.strip() for column in columns for form in row[column].split("|"))
    for line in (shared / "gold/reading/gold.jsonl").read_text(encoding="utf-8").splitlines():
        yield from _named(line)


def _named(line: str) -> Iterator[str]:
    for person in yaml.load(line, Loader=yaml.CSafeLoader)["persons"]:
        yield from (person["name"], *person["forms"])
