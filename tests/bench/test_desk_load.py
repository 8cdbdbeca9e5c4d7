"""The load script runs with small numbers, opens every screen, and tells each page apart."""

import os
import subprocess
import sys
from pathlib import Path

from bench.desk_browser import Seen
from bench.desk_page import Run, limit, printed, share
from bench.desk_visits import TYPED
from bench.generate import Extent, documents
from bench.naming import ThreeLanguages
from bench.page import BY_HAND, keep

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    "today", "course", "people", "search as you type", "person", "lists", "list", "compared", "reading", "document",
    "send claim_decide", "same", "words", "account", "entries", "entry", "team",
)  # fmt: skip


def test_people_at_work_on_a_small_register_leave_a_table_of_every_screen() -> None:
    call = "-m bench.desk_load --people 200 --visitors 8 --seconds 20 --think 0.2 --letter 0.02".split()
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    done = subprocess.run(
        [sys.executable, *call],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": path},
    )
    rows = [line.split("|")[1].strip() for line in done.stdout.splitlines() if line.startswith("| ")]
    assert done.returncode in (0, 1), done.stderr
    assert set(PAGES) <= set(rows), done.stdout + done.stderr
    assert ": 5" not in done.stdout and "fault" not in done.stdout, done.stdout


def test_what_is_over_its_limit_is_named() -> None:
    run = Run(10, 1, 1.0, 1.0, 1.0, "0")
    for wall in (40.0, 60.0):
        run.log.add(Seen(TYPED, wall, 1.0, wall, 5, 200, 0.0))
        run.log.add(Seen("today", wall, 1.0, wall, 5, 200, 0.0))
    assert run.missed == [TYPED]
    assert f"missed: {TYPED}" in printed(run)
    run.log.add(Seen("today", 1.0, 1.0, 1.0, 5, 500, 0.0))
    assert "today: 500" in run.missed


def test_what_was_written_by_hand_stays_when_a_page_is_written_anew(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    keep(page, "first\n")
    page.write_text(f"first\n\n{BY_HAND}\n\nby hand\n", "utf-8")
    keep(page, "second\n")
    keep(page, "third\n")
    assert page.read_text("utf-8") == f"third\n\n{BY_HAND}\n\nby hand\n"


def test_the_share_of_the_values_is_never_too_small() -> None:
    assert share([1.0]) == 1.0
    assert share([float(one) for one in range(100)]) == 95.0
    assert limit(TYPED) == 50.0 and limit("person") == 150.0


def test_a_generated_register_is_the_same_each_time_and_cites_its_texts() -> None:
    size = Extent(500, 50)
    once, again = (list(documents(size, ThreeLanguages(50))) for _ in range(2))
    assert once == again
    for told in once:
        for passage in (one for one in told.entries if one.kind == "passage"):
            assert told.text[passage.start : passage.end] == passage.quote
