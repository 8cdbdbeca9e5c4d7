"""Long work: files handed in are taken in; killed work is taken up again; nothing doubles."""

import time

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tizim.web.desk import works
from tizim.web.desk.claiming import Taker, mine, noted
from tizim.web.desk.models import Account, Job
from tizim.web.desk.working import WORKS, Asked, Step, Told, Worker, _line, ask, stop, working

TEXT = "Aru Sampleva was detained in Shygankol on 3 May 2022.\n" * 3


def text_file(name="report.txt", text=TEXT):
    return SimpleUploadedFile(name, text.encode(), "text/plain")


def documents(desk):
    return {one.file_name for one in desk.register.ledger.known_at(kinds=("document",))}


def do_all(silent=15.0):
    assert works.adding.KIND in WORKS
    Worker(taker=Taker(silent), pause=0.02).do_all()


def told():
    return " ".join(f"{one.where} {one.fate} {one.what}" for one in Job.objects.first().lines.all())


def test_files_that_are_handed_in_become_documents_under_the_name_of_whoever_did(desk):
    client = desk.client("documenter")
    before = documents(desk)
    answer = client.post(
        "/documents/add/", {"files": [text_file("a.txt"), text_file("b.txt", TEXT * 2)], "date": "2022-05"}
    )
    assert answer.status_code == 302
    do_all()
    assert documents(desk) - before == {"a.txt", "b.txt"}
    latest = [one for one in desk.register.ledger.known_at(kinds=("document",)) if one.file_name == "a.txt"]
    assert latest[0].recorded_by == "documenter-1" and latest[0].date == "2022-05"
    page = client.get(answer["Location"]).content.decode()
    assert "2 of 2" in page and "done" in page


def test_the_same_file_twice_is_there_already_and_a_bad_one_is_named_while_others_go_on(desk):
    client = desk.client("documenter")
    client.post("/documents/add/", {"files": [text_file("a.txt")]})
    do_all()
    again = [
        text_file("a.txt"),
        SimpleUploadedFile("bad.pdf", b"%PDF-1.4 broken"),
        text_file("c.txt", TEXT * 4),
    ]
    answer = client.post("/documents/add/", {"files": again})
    do_all()
    assert "a.txt already_there" in told() and "bad.pdf refused" in told() and "c.txt added" in told()
    assert "c.txt" in documents(desk)
    page = client.get(answer["Location"]).content.decode()
    assert "1 wants attention" in page and "bad.pdf" in page and "All 3 lines" in page
    every = client.get(answer["Location"] + "lines/").content.decode()
    assert "c.txt" in every and "there already" in every


@pytest.mark.parametrize(
    "said", [{"date": "31.31.2022"}, {"kind": "no-such"}, {"files": []}, {"publisher": "x" * 300}]
)
def test_wrong_fields_are_told_and_nothing_is_asked_for(desk, said):
    answer = desk.client("documenter").post("/documents/add/", {"files": [text_file()], **said})
    assert answer.status_code == 200 and "errorlist" in answer.content.decode()
    assert not Job.objects.exists()


def test_work_whose_worker_died_is_taken_up_again_and_doubles_nothing(desk):
    client = desk.client("documenter")
    client.post("/documents/add/", {"files": [text_file(f"{n}.txt", TEXT * (n + 1)) for n in range(4)]})
    dead = Taker().take()
    steps = WORKS["add"](Asked(dead.asked, "documenter-1"))
    first = next(steps)
    noted(dead, [_line(dead, one) for one in first.lines], done=1)
    next(steps)  # the second file is written and not noted yet when the worker is killed
    watching = Taker(0.2)
    assert watching.take() is None
    time.sleep(0.25)
    assert watching._is_dead(Job.objects.get()), "no sign came while it watched"
    do_all(silent=0.1)
    names = sorted(one for one in documents(desk) if one in {f"{n}.txt" for n in range(4)})
    assert names == [f"{n}.txt" for n in range(4)]
    job = Job.objects.get()
    assert job.state == Job.State.DONE and job.takes == 2 and (job.done, job.total) == (4, 4)
    assert sorted(job.lines.values_list("where", "fate")) == [(f"{n}.txt", "added") for n in range(4)]
    assert "Begun 2 times" in client.get(f"/work/{job.pk}/").content.decode()


def test_a_worker_that_slept_through_its_turn_writes_nothing_over_the_next_one(desk):
    ask("add", {"files": [], "said": {}}, Account.objects.get(username="documenter-1"))
    slept = Taker().take()
    Taker(0).take()
    assert not noted(slept, state=Job.State.FAILED) and not mine(slept).exists()
    assert Job.objects.get().state == Job.State.RUNNING


def test_signs_of_life_come_while_one_step_takes_long(desk, monkeypatch):
    from tizim.web.desk import claiming

    monkeypatch.setattr(claiming, "BEAT", 0.05)
    seen = []

    def slow(asked):
        for _ in range(3):
            time.sleep(0.2)
            seen.append(Job.objects.get().beat_at)
        yield Step(1, 1)

    monkeypatch.setitem(WORKS, "slow", slow)
    ask("slow", {}, Account.objects.get(username="documenter-1"))
    do_all()
    assert len(set(seen)) == 3 and Job.objects.get().state == Job.State.DONE


def test_how_fast_it_goes_and_how_long_it_takes_yet_is_told(desk):
    from datetime import timedelta

    ask("add", {"files": [], "said": {}}, Account.objects.get(username="documenter-1"))
    job = Taker().take()
    Job.objects.update(begun_at=job.begun_at - timedelta(minutes=2), done=30, total=100)
    page = desk.client("documenter").get(f"/work/{job.pk}/").content.decode()
    assert "15 a minute; about 5 minutes left" in page


def test_work_ends_at_its_next_step_when_it_is_stopped(desk, monkeypatch):
    done = []

    def endless(asked):
        for number in range(100):
            done.append(number)
            if number == 3:
                stop(job)
            yield Step(number, 100, (Told(f"{number}", "added"),))

    monkeypatch.setitem(WORKS, "endless", endless)
    job = ask("endless", {}, Account.objects.get(username="documenter-1"))
    do_all()
    assert Job.objects.get().state == Job.State.STOPPED and len(done) == 4


def test_a_fault_in_work_fails_that_work_alone_and_tells_no_name(desk, monkeypatch, capsys):
    def broken(asked):
        yield Step(0, 1)
        raise ValueError("Zhibek Qorzhynova")

    monkeypatch.setitem(WORKS, "broken", broken)
    ask("broken", {}, Account.objects.get(username="documenter-1"))
    do_all()
    assert Job.objects.get().state == Job.State.FAILED
    assert "Qorzhynova" not in capsys.readouterr().err


def test_the_worker_does_what_is_asked_while_pages_are_served(desk):
    with working():
        desk.client("documenter").post("/documents/add/", {"files": [text_file("z.txt")]})
        for _ in range(100):
            if Job.objects.get().is_over:
                break
            time.sleep(0.1)
    assert Job.objects.get().state == Job.State.DONE and "z.txt" in documents(desk)


def test_what_waits_is_read_and_its_proposals_wait_for_a_decision(desk):
    client = desk.client("documenter")
    client.post("/documents/add/", {"files": [text_file("one.txt"), text_file("two.txt", TEXT * 2)]})
    do_all()
    (one,) = [d for d in desk.register.ledger.known_at(kinds=("document",)) if d.file_name == "one.txt"]
    assert f'value="{one.id}"' in client.get("/work/").content.decode()
    answer = client.post("/work/read/", {"chosen": "", "document": [one.id, "d-nobody"]})
    do_all()
    page = client.get(answer["Location"]).content.decode()
    assert "1 of 1" in page and "done" in page
    claims = [c for c in desk.register.ledger.known_at(kinds=("claim",)) if c.document_id == one.id]
    assert claims and all(c.recorded_by == "documenter-1" and c.reader for c in claims)
    assert f'value="{one.id}"' not in client.get("/work/").content.decode()
    client.post("/work/read/", {"all": ""})
    do_all()
    assert "Every document has been read." in client.get("/work/").content.decode() or "no_reader" in told()
    assert len(
        [c for c in desk.register.ledger.known_at(kinds=("claim",)) if c.document_id == one.id]
    ) == len(claims)


@pytest.mark.parametrize("written", [True, False], ids=["written and not told", "not written"])
def test_each_document_is_told_of_once_though_the_worker_that_read_it_was_killed(desk, monkeypatch, written):
    monkeypatch.setattr(works.reading, "worked", lambda tasks, *_, **__: ((t, t.done(None)) for t in tasks))
    client = desk.client("documenter")
    client.post("/documents/add/", {"files": [text_file(f"{n}.txt", TEXT * (n + 1)) for n in range(3)]})
    do_all()
    waiting = {one.id for one in works.reading.unread(works.reading.there())}
    client.post("/work/read/", {"all": ""})
    dead = Taker().take()
    steps = WORKS["read"](Asked(dead.asked, "documenter-1"))
    next(steps)
    noted(dead, [_line(dead, one) for one in next(steps).lines], done=1)
    flight = next(steps).lines if written else ()  # in the ledger when the worker is killed, and not told
    steps.close()
    Job.objects.update(state=Job.State.WAITING, worker="")
    do_all()
    job = Job.objects.get(kind="read")
    assert job.state == Job.State.DONE and job.done == job.total == len(waiting)
    assert sorted(job.lines.values_list("about", flat=True)) == sorted(waiting)
    assert all(int(job.lines.get(about=one.about).what) >= int(one.what) for one in flight)


def test_nothing_chosen_is_nothing_asked_for(desk):
    answer = desk.client("documenter").post("/work/read/", {"chosen": ""}, follow=True)
    assert "No document was chosen" in answer.content.decode() and not Job.objects.exists()


def test_scans_that_wait_are_read_or_it_is_said_what_is_missing(desk, monkeypatch):
    from tizim import Problem
    from tizim.web.desk.works import overview, recognising

    client = desk.client("documenter")
    client.post("/work/recognise/", {})
    do_all()
    assert Job.objects.get().state == Job.State.DONE
    monkeypatch.setattr(recognising, "why_waiting", lambda: Problem("tesseract", "Missing.", "Install it."))
    monkeypatch.setattr(overview, "why_waiting", lambda: Problem("tesseract", "Missing.", "Install it."))
    answer = client.post("/work/recognise/", {})
    do_all()
    page = client.get(answer["Location"]).content.decode()
    assert "Missing. Install it." in page and "failed" in page


def test_everything_computed_is_computed_anew_and_what_was_wrong_is_told(desk):
    client = desk.client("reviewer")
    answer = client.post("/work/rebuild/", {})
    do_all()
    assert Job.objects.get().state == Job.State.DONE
    every = client.get(answer["Location"] + "lines/").content.decode()
    assert every.count("what was kept was right") == 3


def test_lines_about_closed_documents_are_seen_by_members_alone(desk):
    from tizim.web.desk.models import ClosedCase, ClosedDocument

    client = desk.client("documenter")
    answer = client.post(
        "/documents/add/", {"files": [text_file("closed.txt"), text_file("open.txt", TEXT * 2)]}
    )
    do_all()
    (one,) = [d for d in desk.register.ledger.known_at(kinds=("document",)) if d.file_name == "closed.txt"]
    ClosedDocument.objects.create(case=ClosedCase.objects.create(label="case-1"), document_id=one.id)
    page = client.get(answer["Location"] + "lines/").content.decode()
    assert "open.txt" in page and "closed.txt" not in page and one.id not in page
    assert one.id not in client.get("/work/").content.decode()
