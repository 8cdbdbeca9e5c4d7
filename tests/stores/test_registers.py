import getpass
import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from tests.stores.entries import AT, batch, claim
from tests.stores.server import Server

from tizim.ledger import moment
from tizim.stores import DamagedStoreError, StoreError, WrongKeyError
from tizim.stores.sql import schema
from tizim.wiring import Register, change_keys, create_register, fresh_id, now, open_register, user_name

FIRST, SECOND = "the first passphrase", "the second passphrase"


def test_a_new_register_is_open_and_empty(tmp_path: Path) -> None:
    with create_register(tmp_path / "a", key_file=tmp_path / "key") as register:
        assert register.ledger.head().seq == 0
        assert list(register.problems()) == []


def test_what_was_written_is_there_when_it_is_opened_again(tmp_path: Path) -> None:
    with create_register(tmp_path / "a", passphrase=FIRST) as register:
        register.ledger.append([claim("c1")], at=now(), by="ed")
        head = register.ledger.head()
    with open_register(tmp_path / "a", passphrase=FIRST) as register:
        assert register.ledger.head() == head


def test_a_wrong_way_in_is_told_in_one_line(tmp_path: Path) -> None:
    create_register(tmp_path / "a", passphrase=FIRST).close()
    create_register(tmp_path / "b", key_file=tmp_path / "key b").close()
    for way in ({"passphrase": SECOND}, {"key_file": tmp_path / "key b"}, {}):
        with pytest.raises(WrongKeyError) as told:
            open_register(tmp_path / "a", **way)
        assert "\n" not in str(told.value) and FIRST not in str(told.value)


def test_where_there_is_no_register_it_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no register"):
        open_register(tmp_path, passphrase=FIRST)


def test_a_register_is_not_made_over_something(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "holiday.jpg").touch()
    with pytest.raises(StoreError, match="not empty"):
        create_register(tmp_path / "a", passphrase=FIRST)
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["holiday.jpg"]


def test_several_registers_are_open_at_once(tmp_path: Path) -> None:
    opened = [create_register(tmp_path / name, key_file=tmp_path / "key") for name in "abc"]
    for number, register in enumerate(opened, 1):
        register.ledger.append(batch(f"b{number}", number), at=AT, by="ed")
    assert [register.ledger.head().seq for register in opened] == [1, 2, 3]
    for register in opened:
        register.close()


def test_one_register_serves_several_threads(register: Register) -> None:
    def work(number: int) -> None:
        for place in range(5):
            register.ledger.append(batch(f"t{number}-{place}", 3), at=AT, by="ed")

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert register.ledger.head().seq == 60
    assert list(register.problems()) == []


def test_a_new_passphrase_shuts_out_the_old_one(tmp_path: Path) -> None:
    with create_register(tmp_path / "a", passphrase=FIRST) as register:
        register.ledger.append([claim("c1")], at=AT, by="ed")
    change_keys(tmp_path / "a", passphrase=FIRST, new_passphrase=SECOND, new_key_file=tmp_path / "key")
    with pytest.raises(WrongKeyError):
        open_register(tmp_path / "a", passphrase=FIRST)
    for way in ({"passphrase": SECOND}, {"key_file": tmp_path / "key"}):
        with open_register(tmp_path / "a", **way) as register:
            assert register.ledger.head().seq == 1
    with pytest.raises(WrongKeyError):
        change_keys(tmp_path / "a", passphrase=FIRST, new_passphrase=FIRST)


def test_a_register_on_a_server_keeps_its_address_sealed(tmp_path: Path, postgres_server: Server) -> None:
    where = postgres_server.create("team")
    with create_register(tmp_path / "a", key_file=tmp_path / "key", postgres=where) as register:
        register.ledger.append([claim("c1")], at=AT, by="ed")
    text = (tmp_path / "a" / "register.json").read_text()
    assert "team" not in text and "postgres@" not in text and json.loads(text)["store"] == "postgres"
    with open_register(tmp_path / "a", key_file=tmp_path / "key") as register:
        assert register.ledger.head().seq == 1
        assert list(register.problems()) == []
    with pytest.raises(StoreError, match="holds a register already"):
        create_register(tmp_path / "b", key_file=tmp_path / "key", postgres=where)


def test_a_server_that_does_not_answer_is_told(tmp_path: Path) -> None:
    where = f"postgresql://nobody@/x?host={tmp_path}"
    with pytest.raises(StoreError, match="server"):
        create_register(tmp_path / "a", key_file=tmp_path / "key", postgres=where)
    assert not (tmp_path / "a" / "register.json").exists()


def test_a_register_of_a_newer_program_is_left_alone(
    register: Register, register_template: tuple[Path, Path]
) -> None:
    statement = (
        "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_later', '2027-01-01')"
    )
    register.database.write(statement, [()])
    with pytest.raises(StoreError, match="newer version"):
        open_register(register.path, key_file=register_template[1])


def test_a_register_of_an_older_program_is_brought_up_to_date(
    register: Register, register_template: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr("tizim.wiring.MIGRATIONS", schema.MIGRATIONS + 1)
    monkeypatch.setattr("tizim.wiring.migrate", asked.append)
    with open_register(register.path, key_file=register_template[1]):
        assert [settings["ENGINE"] for settings in asked] == ["tizim.stores.sql.cipher"]


def test_tables_without_a_register_are_damage_and_not_a_beginning(
    register: Register, register_template: tuple[Path, Path]
) -> None:
    register.database.write("DELETE FROM django_migrations", [()])
    with pytest.raises(DamagedStoreError, match="is empty"):
        open_register(register.path, key_file=register_template[1])


def test_now_and_ids_and_users_come_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    first = now()
    assert moment(first) == first <= now()
    assert fresh_id("w") != fresh_id("w") and fresh_id("w").startswith("w-")
    monkeypatch.setenv("TIZIM_USER", "reading desk 2")
    assert user_name() == "reading desk 2"
    monkeypatch.delenv("TIZIM_USER")
    assert user_name() == getpass.getuser()


HEAVY = ["django", "psycopg", "pyrage", "argon2", "lingua", "trafilatura", "docx", "pypdfium2", "rich"]


def test_opening_with_a_key_file_loads_nothing_heavy(register_template: tuple[Path, Path]) -> None:
    folder, key_file = register_template
    code = (
        "import sys; from tizim.wiring import open_register\n"
        f"with open_register({str(folder)!r}, key_file={str(key_file)!r}) as register: register.ledger.head()\n"
        f"print([name for name in {HEAVY} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
