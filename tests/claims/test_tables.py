import contextlib
import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from tizim.claims import UnreadableTableError, read_table


def rows(name: str, content: bytes, **options) -> list:
    return [row for row in read_table(name, content, **options).rows() if not row.skip]


def skipped(name: str, content: bytes) -> list[tuple[int, str]]:
    return [(row.number, row.skip) for row in read_table(name, content).rows() if row.skip]


def book(fill) -> bytes:
    made = openpyxl.Workbook()
    fill(made.active)
    made.create_sheet("Second")["A1"] = "act"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_the_separator_is_found(mark, start):
    text = start + mark.join(["person", "act", "note"]) + "\n" + mark.join(["Aru Sampleva", "fine", "a"])
    assert rows("x.csv", text.encode())[0].cells == {"person": "Aru Sampleva", "act": "fine", "note": "a"}


def test_a_semicolon_inside_a_heading_row_of_commas_does_not_part():
    assert read_table("x.csv", b"person,act,a;b\n").columns == ("person", "act", "a;b")


def test_row_numbers_are_those_of_a_spreadsheet_program():
    content = b'person,act\n\nAru Sampleva,"fine\nor so"\n , \nBota Sampleva,fine\n'
    assert [row.number for row in rows("x.csv", content)] == [3, 5]
    assert skipped("x.csv", content) == [(2, "blank"), (4, "blank")]


def test_rows_above_the_header_are_skipped_and_said():
    content = b"List of spring,,\nperson,act,note\nAru Sampleva,fine,\n"
    assert read_table("x.csv", content).columns == ("person", "act", "note")
    assert skipped("x.csv", content) == [(1, "above the header")]


def test_a_row_with_too_many_cells_is_at_fault_and_loses_none():
    row = rows("x.csv", b"person,act\nAru, Sampleva,fine\n")[0]
    assert row.fault
    assert row.cells["column 3"] == "fine"


def test_headings_that_repeat_or_are_missing_are_told_apart():
    assert read_table("x.csv", b"act,act,,person\n").columns == (
        "act",
        "act (column 2)",
        "column 3",
        "person",
    )


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.csv", "person;act\nАру;fine".encode("cp1251"), "not in UTF-8 (line 2)"),
        ("x.csv", b"", "empty"),
        ("x.csv", b"\n , \n", "empty"),
        ("x.csv", b'person,act\nAru,"fine\nBota,fine\n', "no CSV"),
        ("x.doc", b"", ".csv"),
        ("x.xlsx", b"junk", "cannot be opened"),
        ("x.xlsx", b"", "cannot be opened"),
    ],
)
def test_a_file_that_is_no_table_gets_one_clear_sentence(name, content, said):
    with pytest.raises(UnreadableTableError) as refused:
        list(read_table(name, content).rows())
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_very_long_cell_is_read():
    assert len(rows("x.csv", b"act,note\nfine," + b"x" * 1_000_000)[0].cells["note"]) == 1_000_000


def test_json_lines_are_rows_and_broken_ones_are_at_fault():
    table = read_table("x.jsonl", b'{"act": "fine", "person": "Aru"}\n\n[1]\n{"act": \n{"note": "a"}')
    assert table.columns == ("act", "person", "note")
    assert [(row.number, bool(row.fault)) for row in table.rows() if not row.skip] == [
        (1, False),
        (3, True),
        (4, True),
        (5, False),
    ]


def test_cells_of_a_sheet_become_texts():
    def fill(sheet):
        sheet.append(["person", "act", "date", "count_min", "approx", "status_as_of", "age"])
        sheet.append(["Aru", "fine", date(2020, 11, 30), 3, True, datetime(2020, 11, 30, 12, 5), 1.5])

    row = rows("x.xlsx", book(fill))[0]
    assert row.locator == "Sheet!A2"
    assert list(row.cells.values()) == ["Aru", "fine", "2020-11-30", "3", "yes", "2020-11-30T12:05:00", "1.5"]


def test_titles_and_blank_rows_of_a_sheet_are_skipped_and_said():
    def fill(sheet):
        sheet["A1"] = "List of spring"
        sheet.merge_cells("A1:C1")
        for row in (
            ["person", "act", "date"],
            [],
            ["Aru", "fine", 2020],
            ["In the north"],
            ["Bota", "fine", 2021],
        ):
            sheet.append(row)
        sheet.merge_cells("A5:C5")

    content = book(fill)
    assert [row.number for row in rows("x.xlsx", content)] == [4, 6]
    assert skipped("x.xlsx", content) == [(1, "title"), (3, "blank"), (5, "title")]


def test_a_cell_merged_over_rows_holds_for_each():
    def fill(sheet):
        for row in (["person", "act", "date"], ["Aru", "fine", 2020], ["Bota", "fine"], ["Saule", "fine"]):
            sheet.append(row)
        sheet.merge_cells("C2:C3")

    assert [row.cells["date"] for row in rows("x.xlsx", book(fill))] == ["2020", "2020", ""]


def test_a_table_may_stand_anywhere_in_the_sheet():
    def fill(sheet):
        sheet["B3"], sheet["C3"], sheet["B4"], sheet["C4"] = "person", "act", "Aru", "fine"

    row = rows("x.xlsx", book(fill))[0]
    assert (row.number, row.cells["person"], row.cells["act"]) == (4, "Aru", "fine")


def test_a_sheet_is_chosen_by_name():
    assert read_table("x.xlsx", book(lambda sheet: None), sheet="Second").columns == ("act",)
    with pytest.raises(UnreadableTableError, match="Second"):
        read_table("x.xlsx", book(lambda sheet: None), sheet="Third")


def test_a_spreadsheet_that_unpacks_to_gigabytes_is_not_opened(monkeypatch):
    monkeypatch.setattr("tizim.claims.sheets.LARGEST", 1000)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "0" * 10_000)
    with pytest.raises(UnreadableTableError, match="larger"):
        read_table("x.xlsx", file.getvalue())


def test_one_cell_far_away_does_not_fill_the_memory():
    def fill(sheet):
        sheet["A1"], sheet["B1"] = "person", "act"
        sheet.cell(1_048_576, 16_384).value = "x"

    with pytest.raises(UnreadableTableError, match="stray cells"):
        read_table("x.xlsx", book(fill))


def test_a_damaged_spreadsheet_is_refused_and_never_breaks_the_program():
    def fill(sheet):
        sheet.append(["person", "act"])
        sheet.append(["Aru", "fine"])
        sheet.merge_cells("E50:Z90")

    content = book(fill)
    for place in range(0, len(content), 37):
        damaged = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        with contextlib.suppress(UnreadableTableError):
            list(read_table("x.xlsx", damaged).rows())
