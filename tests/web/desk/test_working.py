"""Long work: files handed in are taken in; killed work is taken up again; nothing doubles."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from tizim.web.desk.models import Account, Job
from tizim.web.desk.working import WORKS, Step, Worker, ask, stop, take_up

TEXT = "Aru Sampleva was detained in Shygankol on 3 May 2022.\n" * 3


def text_file(name="report.txt", text=TEXT):
    return SimpleUploadedFile(name, text.encode(), "text/plain")


def documents(desk):
    return {one.file_name for one in desk.register.ledger.known_at(kinds=("document",))}


def do_all():
    worker = Worker()
    while job := take_up(worker._label):
        worker.do(job)


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
    said = " ".join(Job.objects.first().told)
    assert "there already" in said and "bad.pdf" in said
    assert "c.txt" in documents(desk)
    assert client.get(answer["Location"]).status_code == 200


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
    dead = take_up("dead")
    steps = WORKS["add"](dead.asked, "documenter-1")
    next(steps), next(steps)  # two files, and then the worker is killed
    assert take_up("other") is None
    Job.objects.filter(pk=dead.pk).update(beat_at=timezone.now() - timedelta(minutes=2))
    do_all()
    names = [
        one.file_name
        for one in desk.register.ledger.known_at(kinds=("document",))
        if one.file_name[0] in "0123"
    ]
    assert sorted(name for name in names if name.endswith(".txt") and len(name) == 5) == [
        f"{n}.txt" for n in range(4)
    ]
    assert Job.objects.get().state == Job.State.DONE


def test_work_ends_at_its_next_step_when_it_is_stopped(desk, monkeypatch):
    done = []

    def endless(asked, by):
        for number in range(100):
            done.append(number)
            if number == 3:
                stop(job)
            yield Step(number, 100, (f"line {number}",))

    monkeypatch.setitem(WORKS, "endless", endless)
    job = ask("endless", {}, Account.objects.get(username="documenter-1"))
    do_all()
    assert Job.objects.get().state == Job.State.STOPPED and len(done) == 4


def test_a_fault_in_work_fails_that_work_alone_and_tells_no_name(desk, monkeypatch, capsys):
    def broken(asked, by):
        yield Step(0, 1)
        raise ValueError("Zhibek Qorzhynova")

    monkeypatch.setitem(WORKS, "broken", broken)
    ask("broken", {}, Account.objects.get(username="documenter-1"))
    do_all()
    assert Job.objects.get().state == Job.State.FAILED
    assert "Qorzhynova" not in capsys.readouterr().err


def test_the_worker_does_what_is_asked_while_pages_are_served(desk):
    from tizim.web.desk.working import working

    with working():
        desk.client("documenter").post("/documents/add/", {"files": [text_file("z.txt")]})
        for _ in range(100):
            if Job.objects.get().is_over:
                break
            import time

            time.sleep(0.1)
    assert Job.objects.get().state == Job.State.DONE and "z.txt" in documents(desk)
