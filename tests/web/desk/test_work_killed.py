"""A worker killed while it reads scans or takes in a list: after it begins anew nothing is lost or doubled."""

import io
import time
from collections import Counter

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.documents.reading_pictures import page, saved, tesseract
from tests.web.desk.test_list_work import MAPPING
from tests.web.desk.test_work_processes import asker, wait_until, workers
from tizim.documents import Document
from tizim.ledger import broken, standing
from tizim.web.desk.models import Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.works import listing, recognising

__all__ = ["tesseract", "workers"]
SCANS, ROWS = 4, 700


def killed(worker):
    """At once, without a word to anybody."""
    worker.kill()
    worker.wait()


def finished(workers):
    """Another worker does what is left."""
    last = workers("--once")
    assert last.wait(120) == 0, last.stdout.read()
    return Job.objects.first()


def scan(number):
    """A picture of a page that waits for its text."""
    picture = saved(
        page(f"Person{chr(97 + number)} Sampleva was detained in Shygankol on {number + 1} May 2022."), "PNG"
    )
    sha256 = register().vault.put(io.BytesIO(picture))
    return Document(
        id=f"d-scan{number}", file_name=f"scan{number}.png", sha256=sha256, size=len(picture), media_type="image/png"
    )  # fmt: skip


def read(desk):
    """The scans that have their text, by the id that each had first."""
    found = [one for one in standing(desk.register.ledger, kinds=("document",)) if isinstance(one, Document)]
    return [one for one in found if one.file_name.startswith("scan") and one.text_sha256]


def test_scans_are_read_once_each_though_their_worker_is_killed(desk, workers, tesseract):
    write([scan(number) for number in range(SCANS)], by="documenter-1")
    recognising.ask_to_recognise([f"d-scan{number}" for number in range(SCANS)], asker())
    worker = workers()
    wait_until(lambda: len(read(desk)) >= 2, 120)
    killed(worker)
    assert len(read(desk)) < SCANS
    job = finished(workers)
    assert job.state == Job.State.DONE and job.takes == 2
    assert Counter(one.file_name for one in read(desk)) == {f"scan{number}.png": 1 for number in range(SCANS)}
    written = [
        one for one in desk.register.ledger.known_at(kinds=("document",)) if one.file_name.startswith("scan")
    ]
    assert len(written) == 2 * SCANS and broken(desk.register.ledger) is None
    assert (job.done, job.total) == (SCANS, SCANS) and job.lines.count() == SCANS


def claims(desk):
    return [one for one in desk.register.ledger.known_at(kinds=("claim",)) if "Sampl" in (one.person or "")]


@pytest.fixture
def tried(desk):
    """A list of many rows, of which some are wrong, tried and ready to be taken in."""
    rows = [
        f"Aru{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} Sampleva;detained;{n % 28 + 1:02}.08.2020"
        for n in range(ROWS)
    ]
    rows[7] = "Berik Sampleov;detained;31.31.2020"
    content = "\n".join(["Name;What happened;When", *rows]) + "\n"
    file = SimpleUploadedFile("list.csv", content.encode("utf-8-sig"), "text/csv")
    guessed = listing.ask_to_guess(file, "A local group", "en", asker())
    from tests.web.desk.test_working import do_all

    do_all()
    job = listing.ask_to_go_on(Job.objects.get(pk=guessed.pk), "try", MAPPING, asker())
    do_all()
    return Job.objects.get(pk=job.pk)


def test_a_list_is_taken_in_whole_and_once_though_its_worker_is_killed(desk, workers, tried):
    listing.ask_to_go_on(tried, "write", MAPPING, asker())
    worker = workers()
    wait_until(lambda: Job.objects.first().done > 0)
    killed(worker)
    assert len(claims(desk)) in (0, ROWS - 1)
    worker = workers()
    wait_until(lambda: claims(desk), 120)
    killed(worker)
    assert len(claims(desk)) == ROWS - 1, "all of it or nothing"
    time.sleep(0.1)
    job = finished(workers)
    assert job.state == Job.State.DONE and len(claims(desk)) == ROWS - 1
    assert len({one.person for one in claims(desk)}) == ROWS - 1 and broken(desk.register.ledger) is None
    assert Counter(job.lines.values_list("fate", flat=True)) == {
        "row:new": ROWS - 1,
        "row:aside": 1,
        "row:skipped": 1,
    }
    assert job.result["claims"] == ROWS - 1
    page_of_work = desk.client("documenter").get(f"/work/{job.pk}/aside/")
    assert "Berik" in page_of_work.content.decode()
