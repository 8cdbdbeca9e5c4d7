"""Damaged and hostile pictures: one line each, never an exception, a hang or a file."""

import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents.making import pdf
from tests.documents.reading_pictures import page, saved, tesseract

from tizim.documents import Extracted, Limits, RefusedError, extract
from tizim.documents.ocr.tesseract import FOLDERS

__all__ = ["tesseract"]


def taken(content: bytes, name: str, limits: Limits | None = None) -> Extracted:
    return extract(content, file_name=name, limits=limits or Limits(seconds=20))


def png(width: int, height: int, rows: bytes | None = None) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(rows if rows is not None else bytes((width + 1) * height))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_a_picture_that_unpacks_to_a_thousand_million_points_is_not_unpacked(tesseract: str) -> None:
    found = taken(png(32_000, 32_000, b""), "a.png")
    assert found.text == ""
    assert "was not read on page 1: too many pages, or too large ones" in found.remark


@pytest.mark.parametrize(("width", "height"), [(1, 1), (30_000, 3), (2, 9_000)])
def test_pictures_of_odd_shapes_are_kept(tesseract: str, width: int, height: int) -> None:
    assert taken(png(width, height), "a.png").text.strip() == ""


def test_a_picture_that_holds_less_than_it_says_is_kept(tesseract: str) -> None:
    assert taken(png(4_000, 4_000, b"\0"), "a.png").text == ""


@pytest.mark.parametrize("share", [0.001, 0.3, 0.9])
@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF", "PDF"])
def test_a_cut_file_gives_what_is_left_of_it_or_one_line(tesseract: str, form: str, share: float) -> None:
    whole = saved(page("Held in Orda."), form)
    try:
        found = taken(whole[: max(20, int(share * len(whole)))], f"a.{form.lower()}")
    except RefusedError as refusal:
        assert "\n" not in str(refusal)
    else:
        assert found.text or found.remark


def test_a_list_of_files_named_as_a_picture_is_not_handed_on(tesseract: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(saved(page("Held in Orda."), "PNG"))
    for start in (b"\x89PNG\r\n", b"\xff\xd8\xff\n", b"GIF8\n", b"II*\0\n", b"xxxxxxxxWEBP\n"):
        found = taken(start + f"\n{secret}\n".encode() * 3, "a.png")
        assert found.text == ""


def mutated(content: bytes, places: list[tuple[int, int]]) -> bytes:
    out = bytearray(content)
    for place, value in places:
        out[place % len(out)] = value
    return bytes(out)


PLACES = st.lists(st.tuples(st.integers(0, 1 << 20), st.integers(0, 255)), min_size=1, max_size=30)
SLOW = settings(deadline=None, max_examples=6, suppress_health_check=list(HealthCheck))


@SLOW
@given(PLACES, st.sampled_from(["PNG", "JPEG", "GIF", "PDF"]))
def test_changed_bytes_give_a_storable_text_or_one_line(
    tesseract: str, places: list[tuple[int, int]], form: str
) -> None:
    content = mutated(saved(page("Held.").resize((200, 80)), form), places)
    try:
        found = taken(content, f"a.{form.lower()}")
    except RefusedError as refusal:
        assert "\n" not in str(refusal)
    else:
        found.text.encode("utf-8")


@settings(deadline=None, max_examples=60)
@given(PLACES, st.sampled_from(["a.pdf", "a.png"]))
def test_changed_bytes_are_met_in_one_line_without_the_program_too(
    places: list[tuple[int, int]], name: str
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("tizim.documents.ocr.tesseract.FOLDERS", ("/nowhere",))
        content = mutated(pdf(["Held in Orda."], []) if name == "a.pdf" else png(20, 20), places)
        try:
            assert isinstance(taken(content, name), Extracted)
        except RefusedError as refusal:
            assert "\n" not in str(refusal)


def posing(folder: Path, what: str, languages: str = "eng\nkaz\nrus") -> tuple[str, ...]:
    """A folder with a program that says it is Tesseract, and does something else when it is to read."""
    path = folder / "tesseract"
    path.write_text(
        "#!/bin/sh\n"
        f'case "$1" in --list-langs) echo "{languages}";; --version) echo "tesseract 5.9.1";; *) {what};; esac\n'
    )
    path.chmod(0o755)
    return (str(folder),)


def ink() -> bytes:
    return png(40, 40, (b"\0" + bytes(40)) * 20 + (b"\0" + b"\xff" * 40) * 20)


class TestProgramsThatMisbehave:
    def look(self, monkeypatch: pytest.MonkeyPatch, folders: tuple[str, ...]) -> Extracted:
        monkeypatch.setattr("tizim.documents.ocr.tesseract.FOLDERS", folders)
        return taken(ink(), "a.png", Limits(seconds=1))

    def test_one_that_never_ends_is_ended(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.look(monkeypatch, posing(tmp_path, "while :; do :; done"))
        assert "was not read whole on page 1: it took too long" in found.remark

    def test_one_that_writes_a_file_writes_nothing(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        written = tmp_path / "written"
        self.look(monkeypatch, posing(tmp_path, f"sleep 0.3; cat /etc/passwd > {written}"))
        assert not written.exists() or written.read_bytes() == b""

    def test_one_that_fails_leaves_the_picture_kept(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert "cannot be unpacked" in self.look(monkeypatch, posing(tmp_path, "exit 1")).remark

    def test_one_that_prints_rubbish_gives_no_text(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rubbish = "printf '5\\t1\\t1\\t1\\t1\\t1\\tx\\ty\\tz\\t1\\tno\\tword\\n'"
        assert self.look(monkeypatch, posing(tmp_path, rubbish)).text == ""

    def test_a_missing_language_is_named(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        found = self.look(monkeypatch, posing(tmp_path, "exit 1", languages="eng\nrus"))
        assert "Tesseract lacks kaz" in found.remark
        assert "apt install tesseract-ocr-kaz" in found.remark

    def test_it_gets_nothing_of_the_environment(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TIZIM_PASSPHRASE", "secret")
        tell = "printf '5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t95\\t%s\\n' \"$(env | tr '\\n' ' ')\""
        found = self.look(monkeypatch, posing(tmp_path, tell))
        assert "OMP_THREAD_LIMIT=1" in found.text
        assert "secret" not in found.text


def test_programs_are_looked_for_in_folders_of_the_system_alone() -> None:
    assert all(folder.startswith("/") and not folder.startswith(("/tmp", "/home")) for folder in FOLDERS)
