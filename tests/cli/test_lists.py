"""import with a mapping: messy lists in three languages, from the suggestion to a new edition and undoing."""

import stat

import pytest

from tests.claims.lists.messy import RUSSIAN_ROWS, english, kazakh, russian
from tests.cli.desk import called, document_of
from tizim.claims.lists import CODES
from tizim.cli.list_answers import TEXTS


@pytest.fixture
def listed(desk, monkeypatch):
    """The Russian list with its mapping, every open place filled."""
    monkeypatch.chdir(desk.home)
    (desk.home / "ru.xlsx").write_bytes(russian())
    called("import", "ru.xlsx", "--suggest")
    mapping = desk.home / "ru.mapping.yml"
    text = mapping.read_text("utf-8")
    mapping.write_text(text.replace('"вызвали куда-то":', '"вызвали куда-то": interrogation'), "utf-8")
    return desk


def taken(desk, *more, name="ru.xlsx"):
    return desk.runs("import", name, "--mapping", "ru.mapping.yml", *more)


def test_the_suggestion_needs_no_register_and_is_for_its_writer_alone(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "en.csv").write_bytes(english())
    answer = called("import", "en.csv", "--suggest")
    assert (answer.code, answer.err) == (0, "")
    assert "columns guessed" in answer.out and "--dry-run" in answer.out
    assert stat.S_IMODE((tmp_path / "en.mapping.yml").stat().st_mode) == 0o600
    again = called("import", "en.csv", "--suggest")
    assert again.code == 1 and "is there already" in again.err


@pytest.mark.parametrize(
    ("language", "word"), [("ru", "по заголовку"), ("kk", "тақырыбы бойынша"), ("en", "by the heading")]
)
def test_the_suggestion_speaks_the_language_asked_for(tmp_path, monkeypatch, language, word):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kk.ods").write_bytes(kazakh())
    called("--language", language, "import", "kk.ods", "--suggest")
    assert word in (tmp_path / "kk.mapping.yml").read_text("utf-8")


def test_a_dry_run_says_every_rows_fate_and_writes_nothing(listed):
    out = taken(listed, "--dry-run").out
    assert "column Задержанные 2020!J «Наш шифр»: not in the mapping, left out" in out
    assert "Задержанные 2020!D10: no day can be read here." in out
    assert "hidden rows, taken all the same: 1 (9)" in out
    assert "rows with new claims: Задержанные 2020!8-9, 11" in out
    assert "rows set aside: Задержанные 2020!10, 12-14" in out
    assert "totals: Задержанные 2020!16" in out
    assert listed.asks("claims") == [] and not list(listed.home.glob("*.rejected.csv"))


def test_no_name_is_ever_printed(listed):
    for answer in (taken(listed, "--dry-run"), taken(listed)):
        assert not [row[1] for row in RUSSIAN_ROWS if row[1] and row[1] in answer.out]


def test_a_list_is_imported_corrected_fed_back_and_taken_back(listed):
    document = document_of(taken(listed))
    claims = listed.asks("claims")
    assert len(claims) == 5
    aside = listed.home / "ru.rejected.csv"
    assert stat.S_IMODE(aside.stat().st_mode) == 0o600
    text = aside.read_text("utf-8-sig")
    aside.write_text(text.replace("13.13.2020", "13.08.2020"), "utf-8")
    back = taken(listed, name="ru.rejected.csv")
    assert "2 claims written" in back.out and "3 set aside" in back.out
    assert (listed.home / "ru.rejected-2.csv").is_file()
    assert "0 claims written" in taken(listed).out
    assert listed.runs("undo-import", document).out == "5 taken back.\n"
    assert "5 taken back or corrected before" in taken(listed).out
    assert len(listed.asks("claims")) == 2


def test_running_text_is_read_and_waits_for_review(listed):
    assert "2 claims were read from running text" in taken(listed).out
    waiting = listed.asks("claims", "reviewed=no")
    assert {(claim["act"], claim["reader"]) for claim in waiting} == {
        ("administrative_arrest", "jottings 1"), ("sentence", "ru-rules 1")
    }  # fmt: skip


def test_a_cell_is_the_passage_of_its_claim(listed):
    taken(listed)
    (claim,) = listed.asks("claims", "act=sentence")
    shown = listed.runs("claims", "act=sentence", "--format", "csv").out
    assert "Задержанные 2020!H11" in shown and "Суд приговорил его" in shown and claim["person"]


def test_a_newer_edition_is_matched_row_by_row(listed):
    document = document_of(taken(listed))
    rows = [list(row) for row in RUSSIAN_ROWS]
    rows[1][6] = "адм. арест 15 суток"
    del rows[3]
    (listed.home / "new.xlsx").write_bytes(russian(rows))
    stopped = listed.tries("import", "new.xlsx", "--mapping", "ru.mapping.yml")
    assert stopped.code == 1 and f"--replaces {document}" in stopped.out
    answer = taken(listed, "--replaces", document, name="new.xlsx")
    assert "1 claims written (1 corrections)" in answer.out and "2 vanished" in answer.out
    assert "(Задержанные 2020!G11 of an earlier edition): no row tells it any more" in answer.out


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_what_is_wrong_with_a_mapping_is_said_at_once(desk, language):
    desk.table("Name,What\nAru Sampleva,fine", "a.csv")
    (desk.home / "a.yml").write_text(
        "mapping: 1\nsheets: {'*': {columns: {Name: persn, What: act}}}", "utf-8"
    )
    answer = called(
        *desk.before,
        "--language",
        language,
        "import",
        str(desk.home / "a.csv"),
        "--mapping",
        str(desk.home / "a.yml"),
    )
    assert answer.code == 1 and "a.yml, *, Name: " in answer.out + answer.err


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("a.xlsx", b"no workbook", "a.xlsx: the file is damaged or no spreadsheet."),
        ("a.doc", b"x", "a.doc: lists are read from .xlsx"),
        ("a.csv", bytes(range(128, 256)) * 20, "a.csv: the encoding of the text cannot be told."),
    ],
)
def test_what_is_no_list_is_told_in_one_line(desk, name, content, line):
    (desk.home / name).write_bytes(content)
    for more in (["--suggest"], ["--mapping", desk.home / "none.yml"]):
        answer = desk.tries("import", desk.home / name, *more)
        assert (answer.code, answer.out) == (1, "")
        assert line in answer.err and answer.err.count("\n") == 1


def test_options_of_the_flat_form_do_not_go_with_a_mapping(desk):
    table = desk.table("Name,What\nAru Sampleva,fine", "a.csv")
    assert desk.tries("import", table, "--suggest", "--strict").code == 1
    assert desk.tries("import", table, "--suggest", "--mapping", "x.yml").code == 1


def test_every_code_of_a_fault_has_a_text():
    assert {f"list_{code}" for code in CODES} == set(TEXTS)
