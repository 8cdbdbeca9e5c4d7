"""The installed program itself: pipes that close, whoever kills it, and how much memory it takes."""

import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.cli.conftest import copied
from tests.cli.desk import Desk

PROGRAM = str(Path(sys.executable).with_name("tizim"))
DAY = ("--as-of", "2020-11-30")
KILLS = 12


def begun(desk: Desk, *arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [PROGRAM, *desk.before, *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def finished(desk: Desk, *arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [PROGRAM, *desk.before, *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=120, check=False)


def test_the_program_answers(desk):
    answer = finished(desk, "list", *DAY)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("People in custody")


def test_the_program_fails_with_one_line(desk):
    answer = finished(desk, "list", "in-custdy")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith("tizim: there is no definition") and answer.stderr.count("\n") == 1


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_a_reader_that_goes_away_is_no_fault(desk, form):
    rows = "\n".join(f"Aru Sampleva-{number},detention,2020-11-30" for number in range(1500))
    desk.takes(f"person,act,date\n{rows}")
    program = f"{PROGRAM} {' '.join(desk.before)} claims --format {form}"
    answer = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {program} | head -c 20"],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert answer.stderr == b""
    assert len(answer.stdout) == 20


def test_an_output_that_is_closed_from_the_start_is_no_fault(desk):
    program = f"{PROGRAM} {' '.join(desk.before)} definitions"
    answer = subprocess.run(["bash", "-c", f"{program} | true"], capture_output=True, timeout=60, check=False)
    assert answer.stderr == b""


def rows(count: int) -> str:
    """A table of invented claims: ``count`` rows about a fifth as many people."""
    acts = ("detention", "pretrial_detention", "trial", "sentence", "release")
    lines = [
        f"Nobody-{number // 5:04d} Inventov,{acts[number % 5]},20{10 + number % 11}-0{1 + number % 9}-11,row {number}"
        for number in range(count)
    ]
    return "\n".join(["person,act,date,note", *lines])


def contents(desk: Desk) -> tuple[list[str], int]:
    """The claims' ids in the order written, and the number of entries; the chain must hold."""
    check = finished(desk, "check")
    assert check.returncode == 0, check
    ids = [claim["id"] for claim in desk.asks("claims")]
    assert len(set(ids)) == len(ids)
    return ids, int(check.stdout.split()[0])


def how_long(desk: Desk, *arguments: object) -> float:
    start = time.monotonic()
    assert finished(desk, *arguments).returncode == 0
    return time.monotonic() - start


def killed_many_times(desk: Desk, seconds: float, *arguments: object) -> int:
    """Begins the work again and again and kills it each time; how often it came to be killed."""
    dice = random.Random(7)
    killed = 0
    for _ in range(KILLS):
        work = begun(desk, *arguments)
        try:
            work.wait(dice.uniform(0.1, 1.05) * seconds)
        except subprocess.TimeoutExpired:
            killed += 1
        finally:
            _kill(work)
    return killed


def _kill(work: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        work.send_signal(signal.SIGKILL)
    work.wait()


def test_an_import_killed_at_any_moment_is_finished_by_repeating_it(blank, tmp_path):
    whole, torn = (copied(blank, tmp_path / name) for name in ("whole", "torn"))
    for desk in (whole, torn):
        desk.table(rows(5000), "list.csv")
    seconds = how_long(whole, "import", whole.home / "list.csv")
    assert killed_many_times(torn, seconds, "import", torn.home / "list.csv") >= KILLS // 3
    assert finished(torn, "import", torn.home / "list.csv").returncode == 0
    assert contents(torn) == contents(whole)
    assert len(contents(torn)[0]) == 5000


def test_adding_killed_at_any_moment_is_finished_by_repeating_it(blank, tmp_path):
    whole, torn = (copied(blank, tmp_path / name) for name in ("whole", "torn"))
    documents = folder_of(tmp_path / "documents", 40)
    seconds = how_long(whole, "add", documents)
    assert killed_many_times(torn, seconds, "add", documents) >= KILLS // 4
    assert finished(torn, "add", documents).returncode == 0
    assert entries(torn) == entries(whole) == 41
    again = finished(torn, "add", documents)
    assert again.stdout.splitlines()[-1] == "40 there already"
    assert stored(torn) == stored(whole)


def entries(desk: Desk) -> int:
    return int(desk.runs("check").out.split()[0])


def stored(desk: Desk) -> int:
    """How many whole files lie in the vault; what a kill cut off is cleared away later."""
    return sum(1 for _ in (desk.home / "reg" / "vault").rglob("*.age"))


def folder_of(folder: Path, count: int) -> Path:
    """A folder of small invented documents, with a sheet that names their publisher."""
    folder.mkdir(parents=True)
    (folder / "documents.yml").write_text("defaults: {publisher: Steppe Letters}\n", encoding="utf-8")
    for number in range(count):
        text = f"On 30 November 2020 police detained Nobody-{number} Inventov in Sampletown.\n" * 5
        (folder / f"letter-{number:04d}.txt").write_text(text, encoding="utf-8")
    return folder


def test_memory_stays_flat_while_a_thousand_documents_are_added(desk, tmp_path):
    documents = folder_of(tmp_path / "documents", 1000)
    work = begun(desk, "add", documents)
    sizes = []
    while work.poll() is None:
        sizes.append(resident(work.pid) + sum(map(resident, children(work.pid))))
        time.sleep(0.05)
    assert work.returncode == 0
    sizes = [size for size in sizes if size]
    third = len(sizes) // 3
    assert third > 10
    early, late = max(sizes[third : 2 * third]), max(sizes[2 * third :])
    assert late - early < 8_000, f"{early} kB, then {late} kB"
    assert entries(desk) == 1001


def children(pid: int) -> list[int]:
    """The processes that this one began, such as the worker that opens files."""
    try:
        return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))
    except OSError:
        return []


def resident(pid: int) -> int:
    """The resident memory of a process in kB; 0 if it is gone."""
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")), 0)
