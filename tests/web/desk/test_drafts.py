"""A draft comes back with marks in its margin; it enters no ledger, is kept sealed, and is thrown away."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.web.desk.test_working import do_all
from tizim.web.desk.margins import notes, paragraphs
from tizim.web.desk.models import Job

TEXT = """Of 10 people detained in Shygankol, 4 were fined and 7 were arrested.

Nurdaulet Qalaqaev was detained on Monday, 3 May 2022 <script>alert(1)</script>.
"""


def handed_in(client, **sent):
    answer = client.post("/drafts/", {"text": TEXT, "date": "2022-06-30"} | sent)
    assert answer.status_code == 302
    do_all()
    return answer["Location"]


def test_a_draft_comes_back_with_marks_that_lead_to_their_notes_and_back(desk):
    client = desk.client("editor")
    page = client.get(handed_in(client)).content.decode()
    assert Job.objects.first().state == "done"
    marks, said = (set(re.findall(pattern, page)) for pattern in (r'id="mark-(\d+)"', r'id="note-(\d+)"'))
    assert marks == said != set()
    assert all(f'href="#note-{one}"' in page and f'href="#mark-{one}"' in page for one in marks)
    assert "severity A" in page and "<script>alert" not in page and "&lt;script&gt;" in page
    assert "Nurdaulet Qalaqaev" in page


def test_a_file_is_read_and_compared_with_the_register(desk):
    client = desk.client("editor")
    file = SimpleUploadedFile("draft.txt", TEXT.encode(), "text/plain")
    page = client.get(handed_in(client, text="", file=file, compared="on")).content.decode()
    assert "Nurdaulet Qalaqaev" in page


def test_a_draft_enters_no_ledger_and_lies_nowhere_in_clear(desk):
    head, client = desk.register.ledger.head(), desk.client("editor")
    where = handed_in(client)
    assert desk.register.ledger.head() == head
    with connection.cursor() as cursor:
        cursor.execute("SELECT asked, result FROM desk_job")
        kept = str(cursor.fetchall())
    assert "sealed" in kept and "Qalaqaev" not in kept and "Shygankol" not in kept
    vault = b"".join(one.read_bytes() for one in desk.register.path.rglob("*") if one.is_file())
    assert b"Qalaqaev" not in vault
    client.post(f"{where}away/")
    assert not Job.objects.filter(kind="draft").exists() and client.get(where).status_code == 404


def test_nobody_else_sees_a_draft_and_an_hour_later_it_is_gone(desk):
    where = handed_in(desk.client("editor"))
    number = Job.objects.first().pk
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        assert desk.client(role).get(where).status_code == 403
    said = desk.client("documenter").get(f"/work/{number}/").content.decode()
    assert "Qalaqaev" not in said + desk.client("documenter").get(f"/work/{number}/lines/").content.decode()
    Job.objects.update(asked_by=None)
    assert desk.client("editor").get(where).status_code == 404
    Job.objects.update(asked_at=timezone.now() - timedelta(hours=2))
    desk.client("editor").get("/drafts/1/")
    assert not Job.objects.filter(kind="draft").exists()


@pytest.mark.parametrize(
    "odd", [{"text": ""}, {"text": "x" * 2_000_001}, {"text": "a", "date": "2022-13-45"}]
)
def test_odd_drafts_are_told(desk, odd):
    assert desk.client("editor").post("/drafts/", odd).status_code == 400


def test_a_broken_file_is_told_and_nothing_of_it_is_shown(desk):
    client = desk.client("editor")
    file = SimpleUploadedFile("draft.docx", b"PK\x03\x04 broken", "application/zip")
    page = client.get(handed_in(client, text="", file=file)).content.decode()
    assert "could not be checked" in page and Job.objects.first().state == "failed"


FINDING = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), min_size=1, max_size=3)


@given(
    st.text("ab \n", min_size=1, max_size=60),
    st.lists(st.tuples(st.sampled_from("ABC"), FINDING), max_size=5),
)
def test_the_text_stays_as_it_is_and_every_mark_has_one_note(text, found):
    findings = [
        {"severity": grade, "message": {}, "advice": {}, "places": [(at, at + size) for at, size in places]}
        for grade, places in found
    ]
    said = notes(findings)
    shown = list(paragraphs(text, said))
    assert ["".join(run.text for run in one.runs) for one in shown] == [
        line for line in text.split("\n") if line.strip()
    ]
    beside = [one.number for each in shown for one in each.notes]
    led = [one.number for each in shown for run in each.runs for one, first in run.begins if first]
    assert sorted(led) == sorted(beside) and len(set(beside)) == len(beside)
