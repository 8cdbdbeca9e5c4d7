"""A folder read with kills in between: nothing is lost and nothing doubled, with and without a register."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.cli.desk import called
from tests.cli.mixed import made, text
from tizim.wiring import open_register

SRC = Path(__file__).resolve().parents[2] / "src"
PROGRAM = (sys.executable, "-c", "from tizim.cli import main; main()")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    place = tmp_path_factory.mktemp("mixed")
    assert len(list(made(place, 1000))) == 1000
    return place


def hears_interrupts():
    """Whoever started the tests may have let Ctrl-C be ignored, as shells do for what runs behind."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def started(*arguments):
    env = {**os.environ, "PYTHONPATH": str(SRC), "TIZIM_USER": "desk-1"}
    return subprocess.Popen(
        (*PROGRAM, *map(str, arguments)),
        env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        preexec_fn=hears_interrupts,
    )  # fmt: skip


def children(pid):
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [int(child) for child in found for child in (child, *children(child))]


def is_there(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def ended(process, how):
    """The process ended by a signal; what it started ends by itself."""
    below = children(process.pid)
    process.send_signal(how)
    _, said = process.communicate(timeout=60)
    until = time.monotonic() + 30
    while any(map(is_there, below)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_there, below))
    return process.returncode, said.decode()


def disturbed(*arguments, seed, kills, stands, step):
    """The same call again and again, ended at random moments of its work; the last one is left alone.

    ``stands`` measures what was written, ``step`` is how much of it one call may write at most before its
    end. What stood after each kill comes back.
    """
    dice = random.Random(seed)
    stood = []
    for kill in range(kills):
        enough = stands() + dice.randint(1, step)
        process = started(*arguments)
        while process.poll() is None and stands() < enough:
            time.sleep(0.01)
        time.sleep(dice.random() * 0.1)
        if process.poll() is None:
            _end_checked(process, (signal.SIGKILL, signal.SIGINT)[kill % 2])
        else:
            process.communicate()
        stood.append(stands())
    process = started(*arguments)
    _, said = process.communicate(timeout=500)
    assert process.returncode == 0, said.decode()
    return stood


def _end_checked(process, how):
    code, said = ended(process, how)
    assert code in {signal.SIGKILL: (-9,), signal.SIGINT: (130, -2, 1, 0)}[how], said
    if code == 130:
        assert said.splitlines()[-1].startswith("Stopped; ")


def test_a_thousand_mixed_files_read_with_kills_are_read_once_each(folder, tmp_path):
    answer = called("read", str(folder), "--out", "whole.jsonl")
    assert answer.code == 0
    whole = Path("whole.jsonl").read_bytes().splitlines()
    assert len(whole) > 900 and len(set(whole)) == len(whole)
    out = tmp_path / "torn.jsonl"
    stood = disturbed(
        "read", folder, "--out", out, seed=11, kills=5, step=len(whole) // 6,
        stands=lambda: len(out.read_bytes().splitlines()) if out.exists() else 0,
    )  # fmt: skip
    assert stood == sorted(stood) and sum(0 < lines < len(whole) for lines in stood) > 2, stood
    torn = out.read_bytes()
    assert torn.endswith(b"\n") and sorted(torn.splitlines()) == sorted(whole)
    for said in (called("read", str(folder), "--out", "whole.jsonl"), answer):
        assert "cannot be read" in said.err or "is empty." in said.err
    assert Path("whole.jsonl").read_bytes().splitlines() == whole


def test_a_thousand_files_in_an_encrypted_register_read_with_kills_are_kept_once_each(folder, desk, tmp_path):
    """A smaller number: each call opens the register anew."""
    some = tmp_path / "some"
    for number in range(80):
        some.mkdir(exist_ok=True)
        (some / f"{number}.txt").write_text(text(number), "utf-8")
    desk.runs("add", some)
    other = tmp_path / "other"
    other.mkdir()
    subprocess.run(("cp", "-r", desk.home / "reg", desk.home / "own.key", other), check=True)
    desk.runs("read", "--keep", "--jobs", "1")
    key = ("--register", other / "reg", "--key-file", other / "own.key")
    disturbed(
        *key, "read", "--keep", "--jobs", "2", seed=12, kills=4, step=40_000,
        stands=lambda: sum(file.stat().st_size for file in (other / "reg").glob("register.db*")),
    )  # fmt: skip
    with open_register(desk.home / "reg", key_file=desk.home / "own.key") as register:
        whole = Counter((entry.kind, entry.id) for entry in register.ledger.known_at())
    with open_register(other / "reg", key_file=other / "own.key") as register:
        assert Counter((entry.kind, entry.id) for entry in register.ledger.known_at()) == whole
        assert list(register.problems()) == []
    assert max(whole.values()) == 1 and sum(kind == "claim" for kind, _ in whole) > 60
    again = called(*map(str, key), "read", "--keep")
    assert again.lines[0] == "0 documents read, 0 entries kept; 80 read before."


def test_a_torn_last_line_and_parts_without_their_file_are_dropped_and_said(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.txt").write_text(text(1), "utf-8")
    (tmp_path / "a/two.txt").write_text(text(2), "utf-8")
    called("read", "a", "--out", "found.jsonl")
    lines = Path("found.jsonl").read_bytes().splitlines(keepends=True)
    part = json.dumps({**json.loads(lines[1]), "part_of": "two"}).encode() + b"\n"
    for torn in (lines[1][:40], lines[1][:-1], part, part + lines[1][:7]):
        Path("found.jsonl").write_bytes(lines[0] + torn)
        answer = called("read", "a", "--out", "found.jsonl")
        assert answer.err == "found.jsonl: the last line was torn and is dropped; its file is read again.\n"
        assert answer.out == "1 files read; 0 could not be; 1 read before.\n"
        assert Path("found.jsonl").read_bytes() == b"".join(lines)


def test_a_changed_file_is_read_again_and_files_of_the_same_name_and_bytes_each(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "one.txt").write_text(text(1), "utf-8")
    assert called("read", "a", "b", "--out", "o.jsonl").out.startswith("2 files read")
    assert (
        called("read", "a", "b", "--out", "o.jsonl").out == "0 files read; 0 could not be; 2 read before.\n"
    )
    (tmp_path / "a/one.txt").write_text(text(3), "utf-8")
    assert (
        called("read", "a", "b", "--out", "o.jsonl").out == "1 files read; 0 could not be; 1 read before.\n"
    )
    assert len(Path("o.jsonl").read_bytes().splitlines()) == 3


def test_a_file_that_something_else_wrote_is_not_added_to(tmp_path):
    (tmp_path / "one.txt").write_text(text(1), "utf-8")
    for content in ("my notes\nand more\n", '{"id": 1}\n', "[1]\n[2]\n"):
        Path("notes.jsonl").write_text(content, "utf-8")
        answer = called("read", "one.txt", "--out", "notes.jsonl")
        assert (answer.code, answer.out) == (1, "")
        assert answer.err == "tizim: notes.jsonl was not written by 'tizim read --out'; name another file\n"
        assert Path("notes.jsonl").read_text("utf-8") == content


def test_two_calls_do_not_write_to_one_file(tmp_path):
    from tizim.cli.reading.out_file import OutFile

    (tmp_path / "one.txt").write_text(text(1), "utf-8")
    with OutFile(Path("o.jsonl")):
        answer = called("read", "one.txt", "--out", "o.jsonl")
    assert answer.err == "tizim: o.jsonl is being written by another call\n"


def test_the_output_in_the_folder_itself_is_not_read(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a/one.txt").write_text(text(1), "utf-8")
    for before in (0, 1):
        answer = called("read", "a", "--out", "a/found.txt")
        assert (answer.err, answer.out) == (
            "",
            f"{1 - before} files read; 0 could not be; {before} read before.\n",
        )


def test_printed_objects_stand_in_the_order_of_the_files_however_many_read(tmp_path):
    (tmp_path / "a").mkdir()
    for number in range(40):
        (tmp_path / f"a/{number:02}.txt").write_text(text(number) * (30 if number % 9 == 0 else 1), "utf-8")
    alone = called("read", "a", "--jobs", "1")
    assert [json.loads(line)["id"] for line in alone.lines] == [f"{number:02}" for number in range(40)]
    assert called("read", "a", "--jobs", "3") == alone


def test_files_in_files_are_read_before_the_file_itself(tmp_path):
    from tests.cli.mixed import _mail, _zip

    (tmp_path / "letter.eml").write_bytes(_mail(5))
    (tmp_path / "papers.zip").write_bytes(_zip(6))
    answer = called("read", "letter.eml", "papers.zip")
    found = [json.loads(line) for line in answer.lines]
    ids = ["letter#attachment 1", "letter", "papers#one.txt", "papers#deep/two.md", "papers"]
    assert sorted(one["id"] for one in found) == sorted(ids)
    assert [one.get("part_of") for one in found] == ["letter", None, "papers", "papers", None]
    assert all(one["claims"] for one in found if one["id"] != "papers")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_fault_of_a_reader_is_a_line_with_its_place_and_without_the_text(tmp_path, jobs):
    """A reader that breaks is stood in for by a date that no reader expects."""
    from tizim.reading.crew import worked

    found = dict(worked(iter([Broken(1), Broken(2), Whole(3)]), int(jobs)))
    assert found[Whole(3)] == "whole"
    line = found[Broken(1)].line("one.txt")
    assert line.startswith("one.txt: a fault of the reader (ValueError at test_reading_folders:")
    assert "Sampleva" not in line


@pytest.mark.parametrize("served", [0, 1])
def test_a_worker_that_dies_is_replaced_and_the_others_go_on(served):
    from tizim.reading.crew import worked

    tasks = [*(Whole(number) for number in range(served)), Deadly(50), *(Whole(n) for n in range(60, 66))]
    found = dict(worked(iter(tasks), 2))
    assert found.pop(Deadly(50)).what == "breaks the program that reads it."
    assert set(found.values()) == {"whole"} and len(found) == len(tasks) - 1


def test_what_takes_too_long_is_stopped(monkeypatch):
    from tizim.reading.crew import tools

    monkeypatch.setattr(tools, "_SECONDS", 0.2)
    assert tools.within(10, endless).what == "takes too long to read."
    assert tools.within(10, lambda: 7) == 7


def endless():
    while True:
        pass


class Sized:
    size = 10

    def __init__(self, number):
        self.number = number
        self.shown = f"task {number}"

    def __eq__(self, other):
        return (type(self), self.number) == (type(other), other.number)

    def __hash__(self):
        return hash(self.number)


class Whole(Sized):
    def done(self, tools):
        return "whole"


class Broken(Sized):
    def done(self, tools):
        raise ValueError("Sampleva")


class Deadly(Sized):
    def done(self, tools):
        os._exit(9)


def test_odd_names_links_and_damaged_files_get_a_line_each_and_stop_nothing(tmp_path):
    place = tmp_path / "a"
    (place / "deep").mkdir(parents=True)
    (place / "good.txt").write_text(text(1), "utf-8")
    (tmp_path / "outside.txt").write_text(text(2), "utf-8")
    Path(os.fsdecode(os.fsencode(place) + b"/\xff\xfe.txt")).write_text(text(3), "utf-8")
    (place / "two\nlines\x1b[31m.txt").write_text(text(4), "utf-8")
    (place / "link.txt").symlink_to(tmp_path / "outside.txt")
    (place / "loop").symlink_to(place)
    (place / "zeros.txt").write_bytes(b"\0" * 5000)
    (place / "torn.docx").write_bytes(b"PK\x03\x04" + b"x" * 50)
    os.mkfifo(place / "pipe.txt")
    answer = called("read", "a", "--out", "o.jsonl")
    assert answer.code == 0 and answer.out.startswith("3 files read; ")
    lines = answer.err.splitlines()
    assert sorted(line.split(":")[0] for line in lines) == [
        "link.txt",
        "loop",
        "pipe.txt",
        "torn.docx",
        "zeros.txt",
    ]
    assert "\x1b" not in answer.err and str(tmp_path) not in answer.err
    files = {json.loads(line)["file"] for line in Path("o.jsonl").read_bytes().splitlines()}
    assert "good.txt" in files and len(files) == 3 and not any("\n" in name for name in files)
    assert called("read", "a", "--out", "o.jsonl").out.startswith("0 files read; ")


def test_a_file_that_grows_shorter_while_it_is_read_is_told_and_not_half_read(tmp_path, monkeypatch):
    from tizim.documents import Extractor

    def cut(self, stream, **_):
        raise EOFError

    monkeypatch.setattr(Extractor, "extract", cut)
    (tmp_path / "one.txt").write_text(text(1), "utf-8")
    assert called("read", "one.txt").err.startswith("one.txt: changed while it was read.")
