"""import, undo-import: every row and column accounted for, repeatable, taken back as a whole."""

import csv
import io

import pytest

from tests.cli.conftest import copied
from tests.cli.desk import document_of

DAY = ("--as-of", "2020-11-30")
CLAIMS = """
person,act,date,place,outcome,Our number,satus
Aru Sampleva,pretrial_detention,2020-11-01,Sampletown,,17,
Olzhas Namebay,house_arrest,2020-11-05,Sampletown,,18,
Dana Inventova,detention,2020-13-01,Sampletown,,19,
Timur Madeupov,sentnece,2020-10-01,Sampletown,imprisonment P4Y,20,
"""


def people(desk, *more):
    return [one["person"] for one in desk.asks("list", "in-custody", *DAY, *more)["people"]]


def entries(desk):
    return int(desk.runs("check").out.split()[0])


@pytest.fixture
def table(desk):
    return desk.table(CLAIMS)


def test_a_dry_run_says_everything_and_writes_nothing(desk, table):
    answer = desk.runs("import", table, "--dry-run")
    assert "column 'Our number': unknown\n" in answer.out
    assert "column 'satus': unknown; Perhaps status is meant.\n" in answer.out
    assert "row 4, date: There is no month '13'" in answer.out
    assert "row 5, act: 'sentnece' is no code of the table acts. Nearest: sentence" in answer.out
    assert answer.lines[-1].startswith("4 rows: 2 claims would be written (0 corrections), 0 there already")
    assert entries(desk) == 0
    assert not list(desk.home.glob("*.rejected.csv"))


def test_bad_rows_are_set_aside_and_can_be_fed_back(desk, table):
    answer = desk.runs("import", table)
    assert "2 set aside" in answer.out
    assert people(desk) == ["Aru Sampleva", "Olzhas Namebay"]
    aside = desk.home / "claims.rejected.csv"
    assert aside.stat().st_mode & 0o777 == 0o600
    text = aside.read_text(encoding="utf-8")
    assert text.count("\n") == 3 and "problem" in text.split("\n")[0]
    aside.write_text(text.replace("2020-13-01", "2020-11-29").replace("sentnece", "sentence"), "utf-8")
    again = desk.runs("import", aside)
    assert "column 'problem': passed_over" in again.out and "2 claims written" in again.out
    assert people(desk) == ["Timur Madeupov", "Aru Sampleva", "Dana Inventova", "Olzhas Namebay"]


def test_the_rows_set_aside_go_into_the_folder_that_is_named(desk, table):
    (desk.home / "own").mkdir()
    desk.runs("import", table, "--aside", desk.home / "own")
    assert (desk.home / "own" / "claims.rejected.csv").is_file()


def test_the_same_table_twice_writes_nothing_new(desk, table):
    desk.runs("import", table)
    before = desk.runs("check").out
    again = desk.runs("import", table)
    assert "0 claims written (0 corrections), 2 there already" in again.out
    assert "undo-import" not in again.out
    assert desk.runs("check").out == before


def test_strict_stops_at_unknown_columns_and_writes_nothing(desk, table):
    answer = desk.tries("import", table, "--strict")
    assert answer.code == 1
    assert answer.err == "tizim: nothing was written\n"
    assert "2 claims would be written" in answer.out
    assert entries(desk) == 0


def test_an_import_is_taken_back_as_a_whole_and_brought_back(desk, table):
    document = document_of(desk.runs("import", table))
    before = people(desk)
    assert desk.runs("undo-import", document).out == "2 taken back.\n"
    assert people(desk) == []
    again = desk.runs("import", table)
    assert "0 claims written" in again.out and "2 taken back or corrected before" in again.out
    assert people(desk) == []
    assert desk.runs("undo-import", document, "--restore").out == "2 brought back.\n"
    assert people(desk) == before
    assert desk.tries("undo-import", document, "--restore").code == 1


def test_an_undone_import_is_still_known_at_an_earlier_moment(desk, table):
    document = document_of(desk.runs("import", table))
    moment = desk.asks("claims")[0]["recorded_at"]
    desk.runs("undo-import", document)
    assert people(desk) == []
    assert people(desk, "--known-at", moment) == ["Aru Sampleva", "Olzhas Namebay"]


def test_a_row_with_the_id_of_a_claim_corrects_it(desk, table):
    desk.runs("import", table)
    text = desk.runs("claims", "act=house_arrest", "--format", "csv").out
    edited = desk.home / "edited.csv"
    edited.write_text(text.replace("house_arrest", "pretrial_detention"), encoding="utf-8", newline="")
    answer = desk.runs("import", edited)
    assert "1 claims written (1 corrections)" in answer.out
    found = desk.asks("tally", "in-custody", *DAY)["parts"]
    assert (found["pretrial_detention"]["at_least"], found["house_arrest"]["at_most"]) == (2, 0)
    assert len(desk.asks("claims")) == 2


def test_claims_written_out_come_into_another_register(desk, table, blank, tmp_path):
    desk.runs("import", table, "--reader", "elsewhere 2")
    rows = list(csv.DictReader(io.StringIO(desk.runs("claims", "--format", "csv").out, newline="")))
    other = copied(blank, tmp_path / "other")
    other.runs("add", table)
    with (other.home / "out.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, rows[0].keys())
        writer.writeheader()
        writer.writerows({**row, "id": ""} for row in rows)
    assert "2 claims written" in other.runs("import", other.home / "out.csv").out
    assert people(other) == people(desk)
    assert people(other, "--reviewed") == []


def test_a_newer_version_names_the_claims_that_vanished(desk):
    rows = "person,act,date\nAru Sampleva,detention,2020-11-29\nOlzhas Namebay,detention,2020-11-30"
    older = desk.takes(rows, "older.csv")
    gone = next(claim["id"] for claim in desk.asks("claims") if claim["person"] == "Olzhas Namebay")
    newer = desk.table("person,act,date\nAru Sampleva,detention,2020-11-29", "newer.csv")
    answer = desk.runs("import", newer, "--replaces", older)
    assert "0 claims written" in answer.out and "1 there already" in answer.out
    assert f"{gone}: no row tells it any more; 'tizim withdraw {gone}' takes it back\n" in answer.out
    assert len(desk.asks("claims")) == 2


def test_the_table_of_a_machine_waits_for_review(desk, table):
    desk.runs("import", table, "--reader", "elsewhere 2")
    assert people(desk, "--reviewed") == []
    assert people(desk) == ["Aru Sampleva", "Olzhas Namebay"]
    assert {claim["reader"] for claim in desk.asks("claims", "reviewed=no")} == {"elsewhere 2"}


def test_a_row_quotes_a_document_of_the_register(desk):
    (desk.home / "letter.txt").write_text("On Monday Aru Sampleva was held at the station.", encoding="utf-8")
    desk.runs("add", desk.home / "letter.txt", "--source", "Steppe Letters", "--date", "2020-11-30")
    desk.takes(
        "document,quote,person,act,date\nletter.txt,Aru Sampleva was held,Aru Sampleva,detention,2020-11-30\n"
    )
    (found,) = desk.asks("explain", "in-custody", *DAY)["people"]
    (evidence,) = found["evidence"]
    assert (evidence["quote"], evidence["file"], evidence["source"]) == (
        "Aru Sampleva was held",
        "letter.txt",
        "Steppe Letters",
    )


def test_a_sheet_beside_the_table_that_tells_of_other_files_does_not_stop_it(desk, table):
    (desk.home / "documents.yml").write_text("other.txt: {date: 2020-11-30}\n", encoding="utf-8")
    assert "2 claims written" in desk.runs("import", table).out


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("list.doc", b"x", "A table is read from files that end in .csv"),
        ("list.csv", b"", "The table is empty"),
        ("list.csv", "act\nжалоба".encode("cp1251"), "The text is not in UTF-8"),
        ("list.xlsx", b"no spreadsheet", "The spreadsheet cannot be opened"),
    ],
)
def test_what_is_no_table_is_told_in_one_line(desk, name, content, line):
    (desk.home / name).write_bytes(content)
    answer = desk.tries("import", desk.home / name)
    assert (answer.code, answer.out) == (1, "")
    assert line in answer.err and answer.err.count("\n") == 1
