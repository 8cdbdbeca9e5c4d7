"""What may leave, at the desk: decided field by field and person by person, by the functions of the command line."""

import io

import pytest
from django.test.utils import CaptureQueriesContext

from tests.publications.test_photos import picture
from tests.web.desk.pattern import BOTH
from tests.web.desk.test_editions import page_of
from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import Judgement
from tizim.publications import Clearance
from tizim.web.desk.models import ClosedCase
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told, write

DAY = "2022-06-30"
SAID = {"level": "counted", "basis": "consent", "note": "asked not to be named"}


@pytest.fixture
def kept_in(request):
    """What leaves does not hang on the database, but for what is tried on both."""
    return getattr(request, "param", "sqlcipher")


@pytest.fixture
def open_documents(desk):
    """Every document may be cited."""
    documents = desk.register.ledger.known_at(kinds=(Document.kind,))
    write([Clearance(id=f"x-{one.id}", subject_id=one.id, level="cited") for one in documents], by="editor-1")


@pytest.fixture
def person(desk):
    """The person of whom most is told."""
    lives = told(moment_of({"as_of": DAY})).lives
    return max(lives, key=lambda one: (len(lives[one].person.claim_ids), one))


def given(desk):
    found = desk.register.ledger.known_at(kinds=("clearance",))
    return [one for one in found if one.subject_id.startswith("m-")]


def test_what_would_leave_about_a_person_is_told_field_by_field_with_the_reason(desk, open_documents, person):
    page = page_of(desk.client("editor"), f"/people/{person}/leaving/")
    assert "a published document names the person" in page and "leaves with the name" in page
    assert page.count("no decision names this field") >= 9
    assert "Addresses, birth dates, identity and telephone numbers" in page


@BOTH
def test_a_decision_holds_for_all_mentions_of_the_person_and_is_taken_back_whole(
    desk, open_documents, person
):
    editor, where = desk.client("editor"), f"/people/{person}/leaving/"
    assert editor.post(where, SAID).status_code == 302
    mentions = told(moment_of({})).lives[person].person.mention_ids
    made = given(desk)
    assert {one.subject_id for one in made} == set(mentions)
    assert {(one.level, one.basis, one.note) for one in made} == {("counted", "consent", SAID["note"])}
    page = page_of(editor, where)
    assert "counted, not named" in page and "the person is not named" in page
    assert page.count(SAID["note"]) == 1, "a decision stands there once, however many mentions it is on"
    editor.post(f"{where}back/")
    page = page_of(editor, where)
    assert "a published document names the person" in page and SAID["note"] not in page
    assert editor.post(f"{where}back/").status_code == 404


def test_a_field_leaves_after_a_decision_names_it(desk, open_documents, person):
    editor, where = desk.client("editor"), f"/people/{person}/leaving/"
    before = page_of(editor, where).count("a decision names it")
    editor.post(where, SAID | {"level": "named", "fields_": ["age", "town"]})
    assert given(desk)[0].fields == ("age", "town")
    page = page_of(editor, where)
    assert page.count("no decision names this field") == 7 and before == 0


def test_a_document_is_let_out_or_shut_and_then_people_are_named_or_not(desk, person):
    editor = desk.client("editor")
    claims = desk.register.ledger.of(told(moment_of({})).lives[person].person.claim_ids)
    documents = {one.document_id for one in claims if isinstance(one, Claim)}
    for one in documents:
        editor.post(f"/documents/{one}/leaving/", {"level": "withheld"})
    assert "no document that may be cited names the person" in page_of(editor, f"/people/{person}/leaving/")
    for one in documents:
        editor.post(
            f"/documents/{one}/leaving/", {"level": "cited", "fields_": ["health"], "basis": "published"}
        )
    assert "a published document names the person" in page_of(editor, f"/people/{person}/leaving/")
    page = page_of(editor, "/leaving/documents/")
    assert f"/documents/{next(iter(documents))}/leaving/" in page


def test_the_people_of_a_list_stand_there_with_what_leaves_about_each(desk, open_documents):
    editor = desk.client("editor")
    editor.post("/moment/", {"as_of": DAY})
    page = page_of(editor, "/leaving/?list=in-custody")
    assert "a published document names the person" in page and "/leaving/" in page
    assert editor.get("/leaving/?list=nothing").status_code == 404


def test_whoever_may_be_somebody_who_is_not_to_be_named_is_shown_as_counted_until_the_two_are_judged(
    desk, open_documents
):
    known = told(moment_of({}))
    one, other = next(pair for group in known.doubts for pair in _open_pairs(group))
    editor, where = desk.client("editor"), f"/people/{one}/leaving/"
    assert "a published document names the person" in page_of(editor, where)
    editor.post(f"/people/{other}/leaving/", SAID)
    page = page_of(editor, where)
    assert "perhaps one with somebody who is not to be named" in page and "counted, not named" in page
    first, second = (known.lives[each].person.mention_ids for each in (one, other))
    apart = [(left, right) for left in first for right in second]
    write(
        [Judgement(id=f"j-{at}", left=a, right=b, verdict="different") for at, (a, b) in enumerate(apart)],
        by="editor-1",
    )
    assert "a published document names the person" in page_of(editor, where)


def _open_pairs(group):
    pairs = ((one, other) for crowd in group.crowds for one in crowd for other in crowd if one < other)
    return (pair for pair in pairs if pair not in group.different)


def test_whom_only_a_closed_case_tells_of_is_neither_shown_nor_decided_on(desk, open_documents, person):
    editor = desk.client("editor")
    name = told(moment_of({})).lives[person].person.name
    case = ClosedCase.objects.create(label="case-9")
    claims = desk.register.ledger.of(told(moment_of({})).lives[person].person.claim_ids)
    documents = {one.document_id for one in claims if isinstance(one, Claim)}
    for one in documents:
        case.documents.create(document_id=one)
    assert editor.get(f"/people/{person}/leaving/").status_code == 404
    assert editor.post(f"/people/{person}/leaving/", SAID).status_code == 404
    assert editor.get(f"/documents/{next(iter(documents))}/leaving/").status_code == 404
    editor.post("/moment/", {"as_of": DAY})
    assert name not in page_of(editor, "/leaving/") and given(desk) == []


def test_nothing_is_decided_by_what_was_known_earlier(desk, open_documents, person):
    editor = desk.client("editor")
    editor.post("/moment/", {"as_of": DAY, "known_at": "2100-01-01"})
    editor.post(f"/people/{person}/leaving/", SAID)
    assert given(desk) == []


ODD = ("<script>alert(1)</script>", "x" * 5000, "\x00", "../../etc", "' OR 1=1 --", "cited")


def test_odd_things_are_told_and_nothing_is_written(desk, open_documents, person):
    editor, head = desk.client("editor"), desk.register.ledger.head()
    for odd in ODD:
        for field in ("level", "basis", "fields_"):
            answer = editor.post(f"/people/{person}/leaving/", SAID | {field: odd})
            assert answer.status_code == 400 and b"<script>alert" not in answer.content, field
        assert editor.get("/leaving/", {"page": odd}).status_code == 200
        assert editor.get("/leaving/", {"list": odd}).status_code == 404
    for wrong in ({"note": "x" * 5000}, {"level": "withheld", "fields_": ["age"]}):
        assert editor.post(f"/people/{person}/leaving/", SAID | wrong).status_code == 400
    assert desk.register.ledger.head() == head


def test_only_editors_see_and_decide_what_may_leave(desk, person):
    head = desk.register.ledger.head()
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        client = desk.client(role)
        assert client.get(f"/people/{person}/leaving/").status_code == 403
        assert client.post(f"/people/{person}/leaving/", SAID).status_code == 403
    assert desk.register.ledger.head() == head


@pytest.fixture
def photo(desk):
    """A picture as a camera makes it, of which nothing is told."""
    raw = picture()
    sha256 = desk.register.vault.put(io.BytesIO(raw))
    given = {"media_type": "image/jpeg", "size": len(raw), "sha256": sha256, "obtained": "given_by_family"}
    write([Document(id="d-photo", file_name="picture.jpg", **given)], by="documenter-1")
    return "d-photo"


def test_a_photo_is_chosen_as_it_would_leave_and_leaves_only_by_consent(desk, open_documents, person, photo):
    editor, where = desk.client("editor"), f"/people/{person}/leaving/"
    assert f'src="{where}photo/{photo}/"' in page_of(editor, where)
    seen = editor.get(f"{where}photo/{photo}/")
    assert seen["Content-Type"] == "image/jpeg" and b"Exif" not in seen.content
    said = {"level": "named", "basis": "consent", "photo": photo}
    for wrong in ({"basis": "published"}, {"level": "counted"}, {"photo": "d-nobody"}):
        assert editor.post(where, said | wrong).status_code == 400
    assert given(desk) == [] and editor.post(where, said).status_code == 302
    one = given(desk)[0]
    assert (one.photo, one.fields) == (photo, ("photo",))
    with desk.register.vault.open(one.photo_sha256) as stream:
        assert stream.read() == seen.content
    page = page_of(editor, where)
    assert page.count("a decision names it") == 0 and 'value="d-photo" id' in page and "checked" in page
    assert page.count(f'src="{where}photo/{photo}/"') == 2, "chosen, and among what goes out"
    assert '<option value="consent" selected>' in page, "whoever decides on finds the ground as it stands"
    write([Clearance(id="x-shut", subject_id=photo, level="withheld")], by="editor-1")
    assert "the document of the photo may not be shown" in page_of(editor, where)


def test_a_picture_is_seen_by_nobody_who_may_not_decide_nor_where_it_is_closed(desk, person, photo):
    where = f"/people/{person}/leaving/photo/{photo}/"
    for role in ("reader", "documenter", "reviewer", "keeper", "auditor"):
        assert desk.client(role).get(where).status_code == 403
    editor = desk.client("editor")
    for odd in (f"/people/p-nobody/leaving/photo/{photo}/", f"/people/{person}/leaving/photo/d-nobody/"):
        assert editor.get(odd).status_code == 404
    ClosedCase.objects.create(label="case-4").documents.create(document_id=photo)
    assert editor.get(where).status_code == 404 and photo not in page_of(editor, f"/people/{person}/leaving/")


def test_questions_to_the_database_are_few(desk, open_documents, person):
    from django.db import connection

    editor = desk.client("editor")
    editor.post("/moment/", {"as_of": DAY})
    for where in ("/leaving/", "/leaving/documents/", f"/people/{person}/leaving/"):
        page_of(editor, where)
        with CaptureQueriesContext(connection) as queries:
            page_of(editor, where)
        assert len(queries) <= 30, (where, len(queries))
