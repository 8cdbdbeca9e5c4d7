"""What lies on the disk tells nothing, and what was changed on the disk is found."""

import io
import os
import shutil
import stat
from pathlib import Path

import pytest
from tests.stores.entries import AT, batch, claim, document

from tizim.stores import DamagedStoreError, StoreError
from tizim.wiring import Register, create_register, open_register

PLANTED = ["Әйгерім Тізімбаева", "Жданова Пелагея", "Brunhilde Quackenbush", "qumtau-report-77"]
SECRET = "seven invented words make one pass"


def searched(folder: Path, shas: list[str]) -> list[str]:
    """Where something planted lies in clear, in the names or the bytes of any file."""
    needles = [
        (word, part.encode(encoding, "ignore"))
        for word in PLANTED
        for part in word.split()
        for encoding in ("utf-8", "utf-16-le", "cp1251")
    ]
    needles += [
        (sha256, needle) for sha256 in shas for needle in (sha256[:16].encode(), bytes.fromhex(sha256)[:8])
    ]
    found = []
    for path in folder.rglob("*"):
        content = os.fsencode(path.name) + (path.read_bytes() if path.is_file() else b"")
        found += [f"{path.name}: {word}" for word, needle in needles if len(needle) > 5 and needle in content]
    return found


def filled(register: Register) -> list[str]:
    """Puts what was planted into every corner of the register; the digests of the files come back."""
    text = "\n".join(PLANTED * 50)
    shas = [register.vault.put(io.BytesIO(text.encode())) for text in (text, text * 200)]
    entries = [claim(f"c{place}", person=name, note=text) for place, name in enumerate(PLANTED)]
    entries.append(
        document("d1", shas[0], file_name=f"{PLANTED[3]}.txt", title=PLANTED[0], text_sha256=shas[1])
    )
    register.ledger.append(entries, at=AT, by=PLANTED[1])
    register.derived.save(PLANTED[2], register.ledger.head().digest, text.encode())
    register.database.rows("SELECT person, COUNT(*) FROM register_claim GROUP BY person ORDER BY note")
    return shas


def test_no_planted_name_lies_in_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    register = create_register(tmp_path / "register", passphrase=SECRET, key_file=tmp_path / "key")
    shas = filled(register)
    assert (tmp_path / "register" / "register.db-wal").stat().st_size > 0
    assert searched(tmp_path, shas) == []
    register.close()
    assert searched(tmp_path, shas) == []
    assert list((tmp_path / "tmp").iterdir()) == []
    assert not any(
        SECRET[:10].encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )
    with open_register(tmp_path / "register", passphrase=SECRET) as again:
        assert list(again.problems()) == []
        assert {entry.person for entry in again.ledger.known_at(kinds=["claim"])} == set(PLANTED)


def test_the_search_would_find_a_planted_name(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x Quackenbush x")
    assert set(searched(tmp_path, [])) == {"a: Brunhilde Quackenbush"}


def test_sorting_leaves_no_file_in_clear(register: Register) -> None:
    assert register.database.rows("PRAGMA temp_store") == [(2,)]


def test_only_the_owner_may_read(register: Register) -> None:
    filled(register)
    for path in [register.path, *register.path.rglob("*")]:
        expected = 0o700 if path.is_dir() else 0o600
        if path != register.path:
            assert stat.S_IMODE(path.stat().st_mode) == expected, path


def test_the_database_is_not_to_be_known_for_what_it_is(register: Register) -> None:
    start = (register.path / "register.db").read_bytes()[:100]
    assert b"SQLite" not in start and start.count(b"\0") < 20


@pytest.mark.parametrize("place", [0.0, 0.001, 0.2, 0.4, 0.6, 0.8, 0.999999])
def test_a_flipped_byte_in_the_database_is_found(
    register: Register, register_template: tuple[Path, Path], capfd: pytest.CaptureFixture[str], place: float
) -> None:
    register.ledger.append(batch("b", 300), at=AT, by="ed")
    register.close()
    path = register.path / "register.db"
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] ^= 1
    path.write_bytes(content)
    found = findings(register.path, register_template[1])
    assert found and all("damaged" in line or "HMAC" in line or "page" in line for line in found)
    assert capfd.readouterr().err == ""


def findings(folder: Path, key_file: Path) -> list[str]:
    try:
        with open_register(folder, key_file=key_file) as opened:
            return [str(problem) for problem in opened.problems()]
    except DamagedStoreError as error:
        return [str(error)]


@pytest.mark.parametrize("size", [0, 100, 4096, 5000])
def test_a_database_cut_short_is_found(
    register: Register, register_template: tuple[Path, Path], size: int
) -> None:
    register.ledger.append(batch("b", 300), at=AT, by="ed")
    register.close()
    os.truncate(register.path / "register.db", size)
    assert findings(register.path, register_template[1])


def test_a_database_that_is_gone_is_told_and_not_made_anew(
    register: Register, register_template: tuple[Path, Path]
) -> None:
    register.close()
    (register.path / "register.db").unlink()
    with pytest.raises(DamagedStoreError, match="is missing"):
        open_register(register.path, key_file=register_template[1])
    assert not (register.path / "register.db").exists()


def test_the_database_of_another_register_is_found(
    register: Register, register_template: tuple[Path, Path], tmp_path: Path
) -> None:
    register.close()
    create_register(tmp_path / "other", key_file=tmp_path / "other key").close()
    shutil.copy(tmp_path / "other" / "register.db", register.path / "register.db")
    with pytest.raises(StoreError, match="damaged"):
        open_register(register.path, key_file=register_template[1])


def test_a_missing_and_a_damaged_file_of_a_document_are_named(register: Register) -> None:
    kept = register.vault.put(io.BytesIO(b"kept"))
    register.ledger.append([document("d1", kept), document("d2", "0" * 64)], at=AT, by="ed")
    (line,) = register.problems()
    assert line.where == "document d2" and "no file" in line.what
    (path,) = (register.path / "vault").rglob("*.age")
    path.write_bytes(path.read_bytes()[:-1])
    assert [line.where for line in register.problems()] == ["document d1", "document d2"]


def test_a_change_made_with_the_key_is_named_by_its_place(register: Register) -> None:
    register.ledger.append(batch("b", 9), at=AT, by="ed")
    register.database.write("DROP TRIGGER register_claim_no_update", [()])
    register.database.write("UPDATE register_claim SET act = 'release' WHERE seq = 4", [()])
    (line,) = register.problems()
    assert "entry 4 (claim b/3/9)" in line.what
