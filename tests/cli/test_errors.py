"""What cannot be done is one line on standard error, exit code 1, and tells what to do."""

import pytest

from tests.cli.desk import called
from tizim.cli import listing


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["list", "in-custdy"], "there is no definition 'in-custdy'; known: in-custody"),
        (["tally", "prisners"], "there is no definition 'prisners'; known: prisoners"),
        (["explain", "c-0"], "there is no claim 'c-0' in what was known then"),
        (["list", "--as-of", "30.11.2020"], "'30.11.2020' is not a day; write it as 2020-11-30"),
        (["diff", "--from", "2020-13-01"], "'2020-13-01' is not a day; write it as 2020-11-30"),
        (["tally", "--known-at", "yesterday"], "'yesterday' is not a moment; write 2026-11-22"),
        (["person", "Nobody"], "no person of that id or name in what was known then"),
        (["claims", "atc=fine"], "There is no key 'atc'. Perhaps: act"),
        (["claims", "act=fien"], "fine"),
        (["review", "approve", "c-1"], "a review is accept, reject or amend, not 'approve'"),
        (["review", "accept"], "name claims by id, or give a query with --where"),
        (["review", "accept", "c-0"], "no standing claim with the id c-0"),
        (["withdraw", "c-0"], "no entry with the id c-0; nothing was taken back"),
        (["judge", "p-0", "p-1", "same"], "no person or mention with the id p-0"),
        (["judge", "p-0", "p-1", "alike"], "a judgement is different, same, unsure, not 'alike'"),
        (["undo-import", "d-0"], "no claim of the table d-0 to take back"),
        (["import", "missing.csv"], "there is no file 'missing.csv'"),
        (["add", "missing"], "there is no file or folder missing; nothing was added"),
        (["read"], "either name files to read, or use --keep"),
        (["read", "x.txt", "--dates", "missing.csv"], "missing.csv: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_one_line(desk, arguments, line):
    answer = desk.tries(*arguments)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("tizim: ") and answer.err.count("\n") == 1
    assert line in answer.err


def test_without_a_register_the_way_to_one_is_named():
    answer = called("list")
    assert answer.code == 1
    assert answer.err == (
        "tizim: there is no register in 'tizim-register'; make one with 'tizim init' or name it: --register\n"
    )


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("tizim-key-1 " + "ab" * 32, "This key file does not open the register"),
        ("not a key", "own.key is not a key file of tizim"),
        (None, "own.key cannot be read: No such file or directory"),
    ],
)
def test_a_wrong_key_file_is_told_in_one_line(desk, content, line):
    (desk.home / "own.key").unlink()
    if content:
        (desk.home / "own.key").write_text(content)
    answer = desk.tries("list")
    assert (answer.code, answer.out) == (1, "")
    assert line in answer.err and answer.err.count("\n") == 1


def test_a_language_that_it_does_not_speak_is_refused():
    answer = called("-l", "de", "definitions")
    assert (answer.code, answer.err) == (1, "tizim: --language takes en, ru or kk, not 'de'\n")


@pytest.mark.parametrize("arguments", [["lst"], ["list", "--asof", "2020-11-30"], ["judge", "p-1"]])
def test_a_verb_or_option_that_does_not_exist_is_a_mistake_of_use(arguments):
    answer = called(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "Usage: tizim" in answer.err


def test_a_fault_of_the_program_tells_the_place_and_no_name(desk, monkeypatch):
    def broken(*_: object) -> None:
        raise RuntimeError("Aru Sampleva")

    monkeypatch.setattr(listing, "answer", broken)
    answer = desk.tries("list", "in-custody")
    assert (answer.code, answer.out) == (3, "")
    assert "RuntimeError at test_errors:" in answer.err and answer.err.count("\n") == 1
    assert "Sampleva" not in answer.err


def test_a_fault_while_another_is_told_shows_neither(desk, monkeypatch):
    def broken(*_: object) -> None:
        try:
            raise KeyError("Aru Sampleva")
        except KeyError:
            raise ValueError("Olzhas Namebay") from None

    monkeypatch.setattr(listing, "answer", broken)
    answer = desk.tries("list", "in-custody")
    assert answer.code == 3
    assert "Sampleva" not in answer.err and "Namebay" not in answer.err


def test_a_file_that_may_not_be_read_is_told_in_one_line(desk):
    answer = desk.tries("judge-table", str(desk.home))
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.endswith(": Is a directory\n")
