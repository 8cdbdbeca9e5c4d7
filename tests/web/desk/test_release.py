"""The gate at the desk and what goes through it: held back, settled, let out by another, released whole or not at all."""

import io
import re
import zipfile

import pytest
from django.test.utils import CaptureQueriesContext

from tests.publications.test_releasing import forms_of
from tests.web.desk.test_editions import DAY, SAID, frozen, page_of
from tests.web.desk.test_leaving import kept_in, open_documents
from tests.web.desk.test_work_processes import wait_until, workers
from tests.web.desk.test_working import do_all
from tizim.claims import Claim
from tizim.documents import Document, Passage
from tizim.identity import Judgement
from tizim.publications import RELEASE_KINDS, Clearance, as_it_stands, editions, release_files, release_of
from tizim.publications.release import read_release
from tizim.stores.signing import public_key, signed
from tizim.web.desk.leaving.packing import package
from tizim.web.desk.models import Account, ClosedCase, Job
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told, write
from tizim.wiring import printing_environment

__all__ = ["kept_in", "open_documents", "workers"]
NOTE = "Zhasyryn Notesov asked"


@pytest.fixture(autouse=True)
def without_pdf(monkeypatch):
    """Reports as PDF take long and are looked at elsewhere; workers in processes of their own print them."""
    monkeypatch.setattr("tizim.publications.releasing.pdf_is_there", lambda: False)


def named(desk, edition, most=2):
    """The ids of two, or more, who stand on the edition by name."""
    page = page_of(desk.client("reader"), f"/editions/{edition}/")
    return list(dict.fromkeys(re.findall(r'/people/(p-\w+)/"', page)))[:most]


def count_only(desk, person):
    """The person asked not to be named."""
    said = {"level": "counted", "basis": "consent", "note": NOTE}
    assert desk.client("editor").post(f"/people/{person}/leaving/", said).status_code == 302


@pytest.fixture
def second(desk):
    """Another editor."""
    account = Account.objects.create_user("editor-2", "correct horse battery staple")
    account.groups.set(Account.objects.get(username="editor-1").groups.all())
    client = desk.client()
    client.force_login(account)
    return client


def held(desk, **more):
    """The work of a list that the gate held back."""
    desk.client("editor").post("/editions/freeze/", SAID | more)
    do_all()
    job = Job.objects.first()
    assert job.state == "done" and job.result["held"]["matters"], job.result
    return job


def released(client, edition):
    """The work that made the release."""
    client.post(f"/editions/{edition}/release/")
    do_all()
    job = Job.objects.first()
    assert (job.kind, job.state) == ("release", "done"), list(job.lines.values_list("what", flat=True))
    return job


def test_a_list_by_which_somebody_could_be_found_is_held_back_and_frozen_without_the_few(
    desk, open_documents
):
    first, _ = named(desk, frozen(desk))
    count_only(desk, first)
    job = held(desk)
    page = page_of(desk.client("editor"), f"/editions/held/{job.pk}/")
    assert "Whoever knows the others can find them" in page and f"/people/{first}/leaving/#decide" in page
    assert len(list(desk.register.ledger.known_at(kinds=("list_edition",)))) == 1
    edition = frozen(desk, hush="on")
    gate = page_of(desk.client("editor"), f"/editions/{edition}/gate/")
    assert "yes: whoever stood with fewer than 3" in gate and "Whoever knows the others" not in gate


def test_with_a_reason_it_is_frozen_and_whoever_lets_it_out_gives_one_too(desk, open_documents, second):
    first, _ = named(desk, frozen(desk))
    count_only(desk, first)
    held(desk)
    edition = frozen(desk, despite="the family has said it in public")
    where = f"/editions/{edition}/"
    own = desk.client("editor")
    assert "the family has said it in public" in page_of(own, f"{where}gate/")
    own.post(f"{where}word/", {"decision": "approve", "reason": "fine", "from": "gate"})
    assert "Waits for a second person." in page_of(own, f"{where}gate/")
    second.post(f"{where}word/", {"decision": "approve", "reason": "", "from": "gate"})
    assert "whoever lets it out says why" in page_of(second, f"{where}gate/")
    second.post(f"{where}release/")
    assert not Job.objects.filter(kind="release").exists()
    second.post(f"{where}word/", {"decision": "approve", "reason": "seen", "from": "gate"})
    assert "The gate is open." in page_of(second, f"{where}gate/")


def let_out(second, edition):
    second.post(f"/editions/{edition}/word/", {"decision": "approve", "reason": "read whole"})


def test_a_release_is_made_by_a_worker_and_is_what_the_command_line_checks(
    desk, open_documents, second, tmp_path
):
    edition = frozen(desk)
    let_out(second, edition)
    job = released(desk.client("editor"), edition)
    assert job.done == job.total > 0 and job.result["files"] > 20
    answer = desk.client("editor").get(f"/editions/{edition}/release/{job.pk}/packed/")
    assert answer["Content-Disposition"] == f'attachment; filename="{edition}.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as box:
        box.extractall(tmp_path / "out")
    made = read_release(tmp_path / "out")
    assert made.damaged() == () and len(made.digests) > 15
    start = f"/editions/{edition}/release/{job.pk}/files/"
    page = desk.client("editor").get(f"{start}en/index.html")
    assert page["Content-Type"].startswith("text/html") and page["Cache-Control"] == "no-store"
    assert desk.client("editor").get(f"{start}../list.json").status_code in (302, 404)
    assert desk.client("editor").get(f"{start}en/nothing.html").status_code == 404
    assert released(desk.client("editor"), edition).result["release"] == job.result["release"]


def test_the_desk_s_release_holds_the_files_that_the_command_writes(
    desk, open_documents, second, monkeypatch
):
    from tizim.web.desk.works import releasing

    given = []
    monkeypatch.setattr(
        releasing, "release_of", lambda *of, **more: given.append(more) or release_of(*of, **more)
    )
    edition = frozen(desk)
    let_out(second, edition)
    job = released(desk.client("editor"), edition)
    with zipfile.ZipFile(io.BytesIO(package(job.result["release"]))) as box:
        made = {one: box.read(one) for one in box.namelist()}
    known, register = tuple(desk.register.ledger.known_at(kinds=RELEASE_KINDS)), desk.register
    key = public_key(register.keys)
    of = release_of(editions(known)[0], known, vault=register.vault, public_key=key)
    of = as_it_stands(of, told(moment_of({})).lives, register.ledger)
    assert made == dict(release_files(of, signed=lambda raw: signed(register.keys, raw)))
    assert [one["press"] for one in given] == [printing_environment()], "long reports have a press here too"


def test_nobody_without_the_role_opens_the_gate_or_the_release(desk, open_documents, second):
    edition = frozen(desk)
    let_out(second, edition)
    job = released(second, edition)
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        client = desk.client(role)
        for where in ("gate/", f"release/{job.pk}/packed/", f"release/{job.pk}/files/index.html"):
            assert client.get(f"/editions/{edition}/{where}").status_code == 403, (role, where)
        assert client.post(f"/editions/{edition}/release/").status_code == 403
    assert second.get(f"/editions/e-other/release/{job.pk}/packed/").status_code == 404
    assert second.get(f"/editions/{edition}/release/{job.pk + 1}/packed/").status_code == 404


def test_whoever_takes_the_consent_back_shuts_the_gate_for_good(desk, open_documents, second):
    edition = frozen(desk)
    let_out(second, edition)
    person, _ = named(desk, edition)
    count_only(desk, person)
    gate = page_of(second, f"/editions/{edition}/gate/")
    assert "the next edition is needed" in gate and f"/people/{person}/leaving/" in gate and NOTE not in gate
    second.post(f"/editions/{edition}/release/")
    assert not Job.objects.filter(kind="release").exists()
    from tizim.web.desk.works import releasing

    releasing.ask_to_release(edition, Account.objects.get(username="editor-2"))
    do_all()
    job = Job.objects.first()
    assert job.state == "failed" and "not to be named" in job.lines.get().what and not job.result


def test_whoever_was_parted_from_somebody_named_shuts_the_gate_by_taking_the_consent_back(
    desk, open_documents, second
):
    edition = frozen(desk)
    let_out(second, edition)
    lives = told(moment_of({"as_of": DAY})).lives
    several = (lives[one].person for one in named(desk, edition, most=50))
    person = next(one for one in several if len(one.mention_ids) > 1)
    first, *others = person.mention_ids
    write(
        [
            Judgement(id=f"j-{at}", left=first, right=one, verdict="different")
            for at, one in enumerate(others)
        ],
        by="reviewer-1",
    )
    assert "The gate is open." in page_of(second, f"/editions/{edition}/gate/")
    write([Clearance(id="x-parted", subject_id=others[-1], level="counted", basis="consent")], by="editor-1")
    now = told(moment_of({"as_of": DAY})).lives
    assert others[-1] not in now[person.id].person.mention_ids, "they are two now"
    assert "the next edition is needed" in page_of(second, f"/editions/{edition}/gate/")


def test_a_release_that_names_somebody_of_a_closed_case_is_opened_by_its_members_alone(
    desk, open_documents, second
):
    edition = frozen(desk)
    let_out(second, edition)
    job = released(second, edition)
    person, _ = named(desk, edition)
    claims = desk.register.ledger.of(told(moment_of({"as_of": DAY})).lives[person].person.claim_ids)
    case = ClosedCase.objects.create(label="case-3")
    for one in {one.document_id for one in claims if isinstance(one, Claim)}:
        case.documents.create(document_id=one)
    assert second.get(f"/editions/{edition}/release/{job.pk}/packed/").status_code == 404
    assert "closed case" in page_of(second, f"/editions/{edition}/gate/")
    case.members.add(Account.objects.get(username="editor-2"))
    assert second.get(f"/editions/{edition}/release/{job.pk}/packed/").status_code == 200


def test_a_word_of_guilt_is_brought_to_the_gate_with_its_quotation(desk, open_documents):
    quote = "The extremist Aru Sampleva was sentenced to three years."
    document = next(iter(desk.register.ledger.known_at(kinds=(Document.kind,)))).id
    passage = Passage(id="p-guilt", document_id=document, start=0, end=len(quote), quote=quote)
    claim = Claim(
        id="c-guilt", passage_id=passage.id, document_id=document, act="sentence", person="Aru Sampleva",
        date="2022-02-01", outcome="imprisonment P3Y",
    )  # fmt: skip
    write([passage, claim], by="editor-1")
    write([Clearance(id="x-guilt", subject_id=document, level="cited")], by="editor-1")
    job = held(desk)
    page = page_of(desk.client("editor"), f"/editions/held/{job.pk}/")
    assert "says “extremist”" in page and "/leaving/#passages" in page
    client = desk.client("editor")
    for language, said in (("ru", "вступившего в силу приговора нет"), ("kk", "күшіне енген үкім жоқ")):
        Account.objects.update(language=language)
        assert said in page_of(client, f"/editions/held/{job.pk}/")


def test_odd_addresses_and_fields_are_answered(desk, open_documents):
    edition, editor = frozen(desk), desk.client("editor")
    head = desk.register.ledger.head()
    for odd in ("<script>alert(1)</script>", "\x00", "../../etc", "9" * 40, "e-%00"):
        assert editor.get(f"/editions/{odd}/gate/").status_code == 404
        assert editor.get(f"/editions/{edition}/release/1/files/{odd}").status_code == 404
        answer = editor.post(f"/editions/{edition}/word/", {"decision": odd, "from": odd})
        assert answer.status_code == 404 and b"<script>alert" not in answer.content
    assert editor.post("/editions/freeze/", SAID | {"despite": "x" * 5000}).status_code == 400
    assert editor.get(f"/editions/held/{Job.objects.first().pk}/").status_code == 404
    assert desk.register.ledger.head() == head


def test_no_note_and_no_name_of_whoever_is_not_named_stands_in_any_file_of_the_release(
    desk, open_documents, second
):
    person, _ = named(desk, frozen(desk))
    name = told(moment_of({"as_of": DAY})).lives[person].person.name
    names = told(moment_of({"as_of": DAY})).lives[person].person.names
    count_only(desk, person)
    edition = frozen(desk, hush="on", note="Qupiya Zhazbaev")
    let_out(second, edition)
    digest = released(second, edition).result["release"]
    with zipfile.ZipFile(io.BytesIO(package(digest))) as box:
        inside = [(one, box.read(one)) for one in box.namelist()]
    texts = "\n".join([*(one for one, _ in inside), *(text for one in inside for text in opened_up(*one))])
    for secret in (name, *names, NOTE, "Qupiya Zhazbaev", "read whole", "editor-1", "editor-2"):
        forms = forms_of(secret) if " " in secret else [secret]
        assert not [one for one in forms if one in texts and one != secret.split()[0]], secret


def opened_up(name, raw):
    """What a file says, and the files packed in it."""
    if name.endswith((".xlsx", ".docx")):
        with zipfile.ZipFile(io.BytesIO(raw)) as book:
            return [book.read(inner).decode(errors="replace") for inner in book.namelist()]
    return [raw.decode(errors="replace")]


def test_a_release_whose_worker_is_killed_is_made_whole_by_the_next_and_never_half(
    desk, open_documents, second, workers
):
    edition = frozen(desk)
    let_out(second, edition)
    second.post(f"/editions/{edition}/release/")
    before = {one.name for one in (desk.register.path / "vault").rglob("*") if one.is_file()}
    worker = workers()
    wait_until(lambda: Job.objects.first().done > 0 or Job.objects.first().is_over)
    worker.kill()
    worker.wait()
    do_all(silent=1.0)
    job = Job.objects.first()
    assert job.state == Job.State.DONE
    after = {one.name for one in (desk.register.path / "vault").rglob("*") if one.is_file()}
    assert len(after - before) == 1, "one file, and nothing of a half"
    assert zipfile.ZipFile(io.BytesIO(package(job.result["release"]))).testzip() is None


def test_questions_to_the_database_do_not_grow_with_the_edition(desk, open_documents):
    from django.db import connection

    edition, editor = frozen(desk), desk.client("editor")
    page_of(editor, f"/editions/{edition}/gate/")
    with CaptureQueriesContext(connection) as queries:
        page_of(editor, f"/editions/{edition}/gate/")
    assert len(queries) <= 14
