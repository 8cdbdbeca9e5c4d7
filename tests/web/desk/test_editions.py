"""Editions at the desk: frozen by a worker, let out by a second person, corrected in the open."""

import re

import pytest
from django.test.utils import CaptureQueriesContext

from tests.web.desk.test_working import do_all
from tizim.claims import Claim
from tizim.documents import Document
from tizim.ledger import Withdrawal
from tizim.publications import Clearance
from tizim.vocab import label
from tizim.web.desk.models import Account, ClosedCase, Job
from tizim.web.desk.opened import write

DAY = "2022-06-30"
SAID = {"name": "in-custody", "as_of": DAY, "basis": "all", "note": ""}
ODD = ("<script>alert(1)</script>", "x" * 5000, "\x00", "../../etc", "' OR 1=1 --")


@pytest.fixture
def open_documents(desk):
    """Every document may be cited."""
    documents = desk.register.ledger.known_at(kinds=(Document.kind,))
    write([Clearance(id=f"x-{one.id}", subject_id=one.id, level="cited") for one in documents], by="editor-1")


def frozen(desk, **more):
    """The id of an edition frozen by somebody at the desk."""
    where = desk.client("editor").post("/editions/freeze/", SAID | more)["Location"]
    do_all()
    job = Job.objects.first()
    assert job.state == "done", list(job.lines.values_list("what", flat=True))
    assert where == f"/work/{job.pk}/"
    return job.result["edition"]


def page_of(client, where):
    answer = client.get(where)
    assert answer.status_code == 200, where
    return " ".join(answer.content.decode().split())


def test_a_list_is_frozen_shown_let_out_by_somebody_else_and_corrected(desk, open_documents):
    edition = frozen(desk)
    editor = desk.client("editor")
    listed = page_of(editor, "/editions/")
    assert f"/editions/{edition}/" in listed and "waits for a second person" in listed and "✓ holds" in listed
    assert "somebody else lets it go out" in page_of(editor, f"/editions/{edition}/")
    editor.post(f"/editions/{edition}/word/", {"decision": "approve"})
    assert "waits for a second person" in page_of(editor, f"/editions/{edition}/")
    second = Account.objects.create_user("editor-2", "correct horse battery staple")
    second.groups.set(Account.objects.get(username="editor-1").groups.all())
    other = desk.client()
    other.force_login(second)
    other.post(f"/editions/{edition}/word/", {"decision": "refuse", "reason": ""})
    assert "A refusal says why." in page_of(other, f"/editions/{edition}/")
    other.post(f"/editions/{edition}/word/", {"decision": "approve", "reason": "read"})
    assert "yes: a second person let it" in page_of(editor, "/editions/")
    wrong = {"place": "1", "said": "4 years", "right": "3 years", "reason": "the judgment"}
    other.post(f"/editions/{edition}/erratum/", wrong)
    assert "the judgment" in page_of(editor, f"/editions/{edition}/")


def test_the_next_edition_tells_who_left_and_why(desk, open_documents):
    frozen(desk)
    content = page_of(desk.client("reader"), f"/editions/{Job.objects.first().result['edition']}/")
    person = re.search(r'/people/(p-\w+)/"', content)[1]
    lives = desk.client("reader").get(f"/people/{person}/")
    assert lives.status_code == 200
    from tizim.web.desk.moment import moment_of
    from tizim.web.desk.opened import told

    claims = told(moment_of({"as_of": DAY})).lives[person].person.claim_ids
    write([Withdrawal(id=f"w-{one}", corrects=one) for one in claims], by="editor-1")
    page = page_of(desk.client("reader"), f"/editions/{frozen(desk)}/")
    changes = page[page.index('id="changes"') : page.index('id="people"')]
    assert person in changes and "left" in changes and label("reasons", "taken_back", "en") in changes


def test_the_same_is_not_frozen_twice_and_a_killed_worker_freezes_once(desk, open_documents):
    frozen(desk)
    desk.client("editor").post("/editions/freeze/", SAID)
    do_all()
    job = Job.objects.first()
    assert job.state == "failed" and "says the same" in job.lines.get().what
    first = Job.objects.last()
    Job.objects.filter(pk=first.pk).update(state="waiting", takes=1)
    do_all()
    assert Job.objects.get(pk=first.pk).state == "done"
    assert len(list(desk.register.ledger.known_at(kinds=("list_edition",)))) == 1


def test_whom_only_a_closed_case_tells_of_is_not_named(desk, open_documents):
    edition = frozen(desk)
    page = page_of(desk.client("reader"), f"/editions/{edition}/")
    person, name = re.search(r'/people/(p-\w+)/">([^<]+)<', page).groups()
    from tizim.web.desk.moment import moment_of
    from tizim.web.desk.opened import told

    claims = told(moment_of({"as_of": DAY})).lives[person].person.claim_ids
    case = ClosedCase.objects.create(label="case-7")
    for one in {one.document_id for one in desk.register.ledger.of(claims) if isinstance(one, Claim)}:
        case.documents.create(document_id=one)
    closed = page_of(desk.client("reader"), f"/editions/{edition}/")
    assert person not in closed and name not in closed and "closed case" in closed


@pytest.mark.parametrize("odd", ODD)
def test_odd_things_are_told_and_nothing_is_written(desk, open_documents, odd):
    edition, editor = frozen(desk), desk.client("editor")
    head = desk.register.ledger.head()
    for field in ("name", "as_of", "basis"):
        assert editor.post("/editions/freeze/", SAID | {field: odd}).status_code == 400
    assert editor.post(f"/editions/{edition}/word/", {"decision": odd}).status_code == 404
    answer = editor.post(
        f"/editions/{edition}/erratum/", {"place": odd, "said": "", "right": odd, "reason": ""}
    )
    assert answer.status_code == 400 and b"<script>alert" not in answer.content
    assert editor.get(f"/editions/{edition}/", {"page": odd}).status_code == 200
    assert desk.register.ledger.head() == head


def test_only_editors_freeze_let_out_and_correct(desk, open_documents):
    edition = frozen(desk)
    head = desk.register.ledger.head()
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        client = desk.client(role)
        for where in ("freeze/", f"{edition}/word/", f"{edition}/erratum/", f"{edition}/explain/"):
            assert client.post(f"/editions/{where}", SAID).status_code == 403, (role, where)
        assert "Freeze the next" not in page_of(client, "/editions/")
    assert desk.register.ledger.head() == head


def test_an_edition_is_not_seen_at_a_moment_before_it_was_frozen(desk, open_documents):
    edition, client = frozen(desk), desk.client("reader")
    client.post("/moment/", {"as_of": DAY, "known_at": "2020-01-01"})
    assert edition not in page_of(client, "/editions/")
    assert client.get(f"/editions/{edition}/").status_code == 404


def test_questions_to_the_database_do_not_grow_with_the_edition(desk, open_documents):
    from django.db import connection

    edition, client = frozen(desk), desk.client("reader")
    for where in ("/editions/", f"/editions/{edition}/"):
        page_of(client, where)
        with CaptureQueriesContext(connection) as queries:
            page_of(client, where)
        assert len(queries) <= 12
