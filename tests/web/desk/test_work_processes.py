"""Workers that are processes of their own: killed at any moment, and several at once, on both databases."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tizim.ledger import broken
from tizim.web.desk.models import Account, Job
from tizim.web.desk.works import adding, reading

ROOT = Path(__file__).resolve().parent.parent.parent.parent
FILES, KILLS = 24, 2


@pytest.fixture
def workers(desk, pattern):
    """Starts ``tizim work`` over the register of the test; ends what is left of them."""
    running = []

    def start(*options):
        program = [sys.executable, "-c", "from tizim.cli import main; main()"]
        where = ["--register", str(desk.register.path), "--key-file", str(pattern / "register.key")]
        path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        running.append(
            subprocess.Popen(
                [*program, *where, "work", "--takeover-after", "3", *options],
                env={**os.environ, "PYTHONPATH": path},
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
            )
        )
        return running[-1]

    yield start
    for one in running:
        one.kill()
        one.wait()
        one.stdout.close()


def report(number):
    text = f"Person{chr(97 + number)} Sampleva was detained in Shygankol on {number + 1} May 2022.\n" * 3
    return SimpleUploadedFile(f"{number}.txt", text.encode(), "text/plain")


def asker():
    return Account.objects.get(username="documenter-1")


def documents(desk):
    found = desk.register.ledger.known_at(kinds=("document",))
    return [one for one in found if one.file_name in {f"{n}.txt" for n in range(FILES)}]


def wait_until(holds, seconds=60):
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it took too long"
        time.sleep(0.01)


def test_work_goes_on_after_its_worker_was_killed_and_nothing_is_lost_or_doubled(desk, workers):
    chance = random.Random(desk.register.database.__class__.__name__)
    adding.hand_in([report(number) for number in range(FILES)], {}, asker())
    for _ in range(KILLS):
        before = len(documents(desk))
        worker = workers()
        wait_until(lambda before=before: len(documents(desk)) > before or Job.objects.get().is_over)
        time.sleep(chance.uniform(0, 0.05))
        worker.kill()
        worker.wait()
    last = workers("--once")
    assert last.wait(60) == 0, last.stdout.read()
    job = Job.objects.get()
    assert job.state == Job.State.DONE and job.takes > 1
    assert Counter(one.file_name for one in documents(desk)) == {f"{n}.txt": 1 for n in range(FILES)}
    assert Counter(job.lines.values_list("where", "fate")) == {(f"{n}.txt", "added"): 1 for n in range(FILES)}
    reading.ask_to_read([one.id for one in documents(desk)], asker())
    worker = workers()
    wait_until(lambda: Job.objects.first().done > 3)
    worker.kill()
    worker.wait()
    assert workers("--once").wait(60) == 0
    claims = [
        one for one in desk.register.ledger.known_at(kinds=("claim",)) if "Sampleva" in (one.person or "")
    ]
    assert Counter(one.document_id for one in claims).keys() == {one.id for one in documents(desk)}
    assert len({(one.document_id, one.passage_id, one.act) for one in claims}) == len(claims)
    assert Job.objects.first().lines.count() == FILES and broken(desk.register.ledger) is None


def test_each_piece_of_work_is_done_by_one_of_several_workers(desk, workers):
    for number in range(20):
        adding.hand_in([report(number)], {}, asker())
    running = [workers("--once") for _ in range(3)]
    assert [one.wait(90) for one in running] == [0, 0, 0]
    assert set(Job.objects.values_list("state", "takes")) == {(Job.State.DONE, 1)}
    assert len(documents(desk)) == 20


def test_a_worker_that_is_asked_to_end_gives_its_work_back(desk, workers):
    adding.hand_in([report(number) for number in range(FILES)], {}, asker())
    worker = workers()
    wait_until(lambda: Job.objects.get().done > 1)
    worker.terminate()
    assert worker.wait(30) == 0
    assert Job.objects.get().state in (Job.State.WAITING, Job.State.DONE)
    assert b"Waiting for work" in worker.stdout.read()
