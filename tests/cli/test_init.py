"""init, passphrase: a register is made once, private, and opens with its own secret only."""

import stat

import pytest

from tests.cli.desk import called

WORDS = "seven quiet lamps by the river"


def begun(*arguments, words=WORDS):
    return called("-r", "reg", "--passphrase-stdin", *arguments, stdin=f"{words}\n")


@pytest.fixture
def made(tmp_path):
    answer = begun("init")
    assert answer.code == 0, answer
    return tmp_path / "reg"


def permissions(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_register_is_made_with_a_passphrase_and_opens_with_it(made):
    assert begun("check").out.startswith("0 entries, the chain holds.")


def test_another_passphrase_is_told_in_one_line(made):
    answer = begun("check", words=WORDS + "s")
    assert (answer.code, answer.out) == (1, "")
    assert answer.err == "tizim: This passphrase does not open the register\n"


def test_a_register_is_not_made_a_second_time(made):
    before = {path: path.read_bytes() for path in made.rglob("*") if path.is_file()}
    answer = begun("init")
    assert (answer.code, answer.err) == (1, "tizim: 'reg' is a register already; nothing was changed\n")
    assert {path: path.read_bytes() for path in made.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("words", ["", "short", "1234567"])
def test_a_short_passphrase_is_refused_and_nothing_is_made(tmp_path, words):
    answer = begun("init", words=words)
    assert answer.code == 1
    assert "at least 8 characters" in answer.err
    assert not (tmp_path / "reg").exists()


def test_after_a_change_only_the_new_passphrase_opens(made):
    answer = begun("passphrase", words=f"{WORDS}\nnine loud kettles on a hill")
    assert answer.code == 0, answer
    assert begun("check", words="nine loud kettles on a hill").code == 0
    assert begun("check").err == "tizim: This passphrase does not open the register\n"


def test_a_change_needs_the_old_passphrase_and_a_good_new_one(made):
    before = (made / "register.json").read_bytes()
    assert "does not open" in begun("passphrase", words="not the old one\nnine loud kettles").err
    assert "at least 8" in begun("passphrase", words=f"{WORDS}\nshort").err
    assert (made / "register.json").read_bytes() == before


def test_a_key_file_takes_the_place_of_a_passphrase(made):
    assert begun("passphrase", "--new-key-file", "new.key").code == 0
    assert called("-r", "reg", "--key-file", "new.key", "check").code == 0
    assert begun("check").code == 1


def test_only_the_owner_may_look_inside(desk):
    register = desk.home / "reg"
    assert permissions(register) == 0o700
    assert permissions(desk.home / "own.key") == 0o600
    desk.takes("person,act,date\nAru Sampleva,detention,2020-11-30")
    for path in register.rglob("*"):
        assert permissions(path) == (0o700 if path.is_dir() else 0o600), path


def test_a_register_is_made_in_the_folder_that_init_names(tmp_path):
    answer = called("--key-file", "own.key", "init", "elsewhere")
    assert answer.code == 0
    assert (tmp_path / "elsewhere" / "register.json").is_file()
    assert called("-r", "elsewhere", "--key-file", "own.key", "check").code == 0


def test_a_folder_with_other_files_is_no_place_for_a_register(tmp_path):
    (tmp_path / "reg").mkdir()
    (tmp_path / "reg" / "letter.txt").write_text("A letter.")
    answer = begun("init")
    assert answer.code == 1
    assert "is not empty" in answer.err


def test_a_key_file_must_not_lie_in_the_register(tmp_path):
    answer = called("-r", "reg", "--key-file", "reg/own.key", "init")
    assert answer.code == 1
    assert "must not lie in the register" in answer.err
    assert not (tmp_path / "reg").exists()


def test_without_a_terminal_the_passphrase_must_come_another_way(tmp_path):
    answer = called("-r", "reg", "init")
    assert (answer.code, answer.out) == (1, "")
    assert "use --key-file or --passphrase-stdin" in answer.err


def test_the_settings_of_the_environment_name_register_and_key_file(desk, monkeypatch):
    monkeypatch.setenv("TIZIM_REGISTER", str(desk.home / "reg"))
    monkeypatch.setenv("TIZIM_KEY_FILE", str(desk.home / "own.key"))
    monkeypatch.setenv("TIZIM_LANGUAGE", "ru")
    assert "Никого" in called("list", "--as-of", "2020-11-30").out


def test_whoever_works_is_named_by_the_environment(desk, monkeypatch):
    monkeypatch.setenv("TIZIM_USER", "desk-7")
    desk.takes("person,act,date\nAru Sampleva,detention,2020-11-30")
    assert [claim["recorded_by"] for claim in desk.asks("claims")] == ["desk-7"]
