import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.documents.making import word

from tizim.documents import Extractor, Limits, RefusedError, extractor

# A worker that does what the file says, as a parser under attack would.
POSSESSED = """
import os, sys, time
import tizim.documents.worker as worker
honest = worker.answer
def answer(content, limits, **file):
    word = content.split()[0]
    if word == b"die": os.abort()
    if word == b"spin":
        while True: pass
    if word == b"sleep": time.sleep(60)
    if word == b"eat": bytearray(1 << 40)
    if word == b"print": os.write(1, b"noise"); print("noise")
    if word == b"lie": return {"title": "x", "unknown": 1, "pages": [], "left_out": [], "parts": 0}, b"", ()
    if word == b"write": os.write(os.open(content.split()[1], os.O_CREAT | os.O_WRONLY), b"x")
    if word == b"tell": content = " ".join([str(os.getpid()), os.getcwd(), *os.environ]).encode()
    return honest(content, limits, **file)
worker.answer = answer
worker.serve()
"""


@pytest.fixture
def possessed(monkeypatch: pytest.MonkeyPatch) -> Iterator[Extractor]:
    monkeypatch.setattr(extractor, "worker_command", lambda: (sys.executable, "-P", "-c", POSSESSED))
    with Extractor(Limits(seconds=1)) as made:
        yield made


def text(taker: Extractor, content: str | bytes, name: str = "a.txt") -> str:
    content = content.encode() if isinstance(content, str) else content
    return taker.extract(io.BytesIO(content), file_name=name, size=len(content)).text


def test_one_worker_reads_many_files(possessed: Extractor) -> None:
    told = {text(possessed, "tell").split()[0] for _ in range(5)}
    assert len(told) == 1


def test_the_worker_gets_nothing_of_the_environment_and_of_the_folder(
    possessed: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIZIM_PASSPHRASE", "secret")
    told = text(possessed, "tell").split()
    assert "TIZIM_PASSPHRASE" not in told
    assert told[1] == "/"


def test_a_module_in_the_current_folder_is_not_taken_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docx.py").write_text("raise SystemExit(1)")
    (tmp_path / "tizim.py").write_text("raise SystemExit(1)")
    monkeypatch.chdir(tmp_path)
    with Extractor() as made:
        assert text(made, word("Held."), "a.docx") == "Held."


def test_a_file_that_kills_the_worker_is_refused_and_the_next_one_is_read(possessed: Extractor) -> None:
    for _ in range(2):
        with pytest.raises(RefusedError, match="breaks the program"):
            text(possessed, "die")
        assert text(possessed, "good file") == "good file"


def test_a_file_that_takes_too_long_is_refused(possessed: Extractor) -> None:
    with pytest.raises(RefusedError, match="takes longer than 1 seconds"):
        text(possessed, "spin")
    assert text(possessed, "good file") == "good file"


def test_a_worker_that_hangs_without_working_is_ended(
    possessed: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extractor, "_START_UP", 0)
    monkeypatch.setattr(extractor, "_PATIENCE", 1)
    with pytest.raises(RefusedError, match="takes longer"):
        text(possessed, "sleep")


def test_a_file_that_needs_too_much_memory_is_refused(possessed: Extractor) -> None:
    with pytest.raises(RefusedError, match="more memory"):
        text(possessed, "eat")
    assert text(possessed, "good file") == "good file"


def test_memory_is_bounded_for_honest_workers() -> None:
    with Extractor(Limits(memory=400_000_000)) as made:
        with pytest.raises(RefusedError, match="more memory"):
            text(made, "Суд ".encode() * 20_000_000)
        assert text(made, "good file") == "good file"


def test_what_libraries_print_does_not_disturb(possessed: Extractor) -> None:
    assert text(possessed, "print this") == "print this"


def test_an_answer_that_is_not_of_the_agreed_form_is_refused(possessed: Extractor) -> None:
    with pytest.raises(RefusedError, match="breaks the program"):
        text(possessed, "lie")
    assert text(possessed, "good file") == "good file"


def test_the_worker_cannot_write_files(possessed: Extractor, tmp_path: Path) -> None:
    with pytest.raises(RefusedError):
        text(possessed, f"write {tmp_path}/here")
    assert not (tmp_path / "here").read_bytes()


def test_a_stream_shorter_than_told_is_noticed(possessed: Extractor) -> None:
    with pytest.raises(EOFError):
        possessed.extract(io.BytesIO(b"ab"), file_name="a.txt", size=3)
    assert text(possessed, "good file") == "good file"


def test_a_worker_is_replaced_after_its_share(possessed: Extractor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extractor, "_SERVES", 2)
    assert len({text(possessed, "tell").split()[0] for _ in range(5)}) == 3


def test_reasons_of_the_formats_come_through(possessed: Extractor) -> None:
    with pytest.raises(RefusedError, match="not read here") as caught:
        text(possessed, "x", "a.xyz")
    assert caught.value.hint.startswith("This version reads")
