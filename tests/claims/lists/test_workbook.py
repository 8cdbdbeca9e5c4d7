"""Files of lists: encodings, merged cells, what is hidden, what is broken."""

import io
import tempfile
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from tests.claims.lists.messy import ENGLISH, KAZAKH_ROWS, kazakh, open_document, russian, saved
from tests.claims.lists.old_form import xls

from tizim.claims import trial
from tizim.claims.lists import open_book
from tizim.claims.lists.faults import CellError

RUSSIAN_CSV = "п/п;ФИО;Дата;Мера\n1;Семплева Ару;12.08.2020;задержание\n2;Неймбай Олжас;13.08.2020;штраф\n"
KAZAKH_CSV = "Рет №;Аты-жөні;Күні\n1;Семплева Әсем;12.08.2020\n2;Үлгібаев Өмір;13.08.2020\n"


def refused(name: str, content: bytes) -> str:
    with pytest.raises(CellError) as wrong:
        for sheet in open_book(name, content).sheets:
            list(sheet.rows())
    return wrong.value.code


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866", "utf-16-le"]
)
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_a_csv_is_read_in_any_usual_encoding_and_separator(encoding, mark):
    book = open_book("list.csv", RUSSIAN_CSV.replace(";", mark).encode(encoding))
    (sheet,) = book.sheets
    assert [row.cells for row in sheet.rows()][1] == ("1", "Семплева Ару", "12.08.2020", "задержание")
    assert sheet.address(2, 4) == "D2"


def test_kazakh_in_its_eight_bit_encoding_is_read():
    assert (
        "Үлгібаев Өмір" in list(open_book("list.csv", KAZAKH_CSV.encode("kz1048")).sheets[0].rows())[2].cells
    )


def test_bytes_that_are_no_text_are_refused():
    assert refused("list.csv", bytes(range(128, 256)) * 20) == "book_encoding"
    assert refused("list.csv", b"\x00\x01\x02\x03" * 40) == "book_encoding"


def test_ragged_rows_and_formulas_made_harmless_come_back_as_they_were():
    rows = list(open_book("list.csv", b"a;b\n1\n'=x;2;3\n").sheets[0].rows())
    assert [row.cells for row in rows] == [("a", "b"), ("1",), ("=x", "2", "3")]


def test_what_is_merged_downwards_holds_for_each_row_and_keeps_its_place():
    book = Workbook()
    sheet = book.active
    sheet.append(["name", "act"])
    sheet.append(["Aru", "detention"])
    sheet.append([None, "fine"])
    sheet.merge_cells("A2:A3")
    rows = list(open_book("x.xlsx", saved(book)).sheets[0].rows())
    assert rows[2].cells == ("Aru", "fine")
    assert rows[2].from_above == {1: 2}


def test_hidden_sheets_and_rows_are_told():
    first, second = open_book("ru.xlsx", russian()).sheets
    assert (first.hidden, first.marks.hidden_rows) == (False, {9})
    assert second.hidden


def test_formulas_with_errors_and_without_results_are_told():
    book = Workbook()
    sheet = book.active
    sheet.append(["a", "b"])
    sheet["A2"], sheet["B2"] = "#REF!", "=1/0"
    sheet["A2"].data_type = "e"
    marks = open_book("x.xlsx", saved(book)).sheets[0].marks
    assert marks.errors == {(2, 1): "formula_error", (2, 2): "formula_empty"}


def test_days_of_both_systems_are_days():
    book = Workbook()
    book.active.append(["day", date(2020, 8, 12)])
    book.epoch = CALENDAR_MAC_1904
    read = open_book("x.xlsx", saved(book))
    assert read.serials == 1904
    assert next(iter(read.sheets[0].rows())).cells == ("day", "2020-08-12")


def test_rows_keep_their_numbers_under_empty_ones():
    book = Workbook()
    book.active["C5"] = "deep"
    row = list(open_book("x.xlsx", saved(book)).sheets[0].rows())[-1]
    assert (row.number, row.cells) == (5, ("", "", "deep"))


def test_an_open_document_with_a_million_empty_rows_is_read():
    (sheet,) = open_book("kk.ods", kazakh()).sheets
    rows = [row for row in sheet.rows() if not row.blank]
    assert len(rows) == len(KAZAKH_ROWS) and rows[1].cells[1] == "Семплева Ару"


def test_rows_repeated_without_end_are_refused():
    content = open_document([["Aru"]])
    bomb = _changed(content, "content.xml", b'repeated="1000000"><table:table-cell/>',
                    b'repeated="1000000"><table:table-cell><text:p>x</text:p></table:table-cell>')  # fmt: skip
    assert refused("x.ods", bomb) == "book_far"


def test_a_cell_far_away_is_refused():
    book = Workbook()
    book.active["XFD1048576"] = "x"
    assert refused("x.xlsx", saved(book)) == "book_far"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("x.xlsx", b"no zip", "book_broken"),
        ("x.xlsx", b"", "book_broken"),
        ("x.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "book_broken"),
        ("x.doc", b"x", "book_form"),
        ("x.ods", b"PK\x05\x06" + bytes(18), "book_form"),
    ],
)
def test_what_is_no_workbook_is_refused(name, content, code):
    assert refused(name, content) == code


def test_a_locked_workbook_is_told_by_its_streams():
    locked = b"\xd0\xcf\x11\xe0" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(64)
    assert refused("x.xlsx", locked) == "book_locked"


def test_the_old_binary_form_is_read():
    (sheet,) = open_book("a.xls", xls([["№", "ФИО", "Дата"], [1.0, "Семплева Ару", 44055.0]], "Лист")).sheets
    assert [row.cells for row in sheet.rows()] == [("№", "ФИО", "Дата"), ("1", "Семплева Ару", "44055")]
    assert sheet.address(2, 3) == "Лист!C2"


def test_a_workbook_with_macros_is_read_without_them():
    assert open_book("x.xlsm", russian()).sheets[0].name == "Задержанные 2020"


@settings(max_examples=25, deadline=None)
@given(some.integers(0, 10_000), some.binary(min_size=1, max_size=8))
def test_damaged_workbooks_are_read_or_refused_with_a_code(at, bytes_):
    whole = bytearray(_RUSSIAN)
    place = at % len(whole)
    whole[place : place + len(bytes_)] = bytes_
    try:
        for sheet in open_book("x.xlsx", bytes(whole)).sheets:
            list(sheet.rows())
    except CellError as wrong:
        assert wrong.code.startswith("book_")


def test_a_parser_that_breaks_down_is_a_damaged_file():
    whole = bytearray(xls([["№", "ФИО"], [1.0, "Семплева Ару"]]))
    for at in range(512, len(whole), 400):
        damaged = bytes(whole[:at]) + b"\xff\xfe\xff\x32" + bytes(whole[at + 4 :])
        try:
            open_book("a.xls", damaged)
        except CellError as wrong:
            assert wrong.code == "book_broken"


def test_an_english_csv_with_a_mark_at_its_beginning_is_read():
    book = open_book("en.csv", ENGLISH.encode("utf-8-sig"))
    assert (book.encoding, book.separator) == ("utf-8", ";")


def _changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for item in before.infolist():
            text = before.read(item)
            after.writestr(item, text.replace(old, new) if item.filename == name else text)
    return out.getvalue()


_RUSSIAN = russian()


def test_a_file_that_kills_the_parser_is_a_damaged_file(monkeypatch):
    monkeypatch.setattr(trial, "__file__", str(_dying()))
    assert refused("x.xlsx", russian()) == "book_broken"


def _dying() -> Path:
    """A trial whose process dies, as it does under native code that breaks down."""
    script = Path(tempfile.mkdtemp()) / "trial.py"
    script.write_text("import os\nos.abort()\n", encoding="utf-8")
    return script
