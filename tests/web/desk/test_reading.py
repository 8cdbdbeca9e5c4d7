"""The reading desk: what waits, a document, decisions, undoing, drafts, presence, hostile input."""

import io
import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tizim.claims import Claim, Review, decisions, problems_of
from tizim.documents import Document
from tizim.ledger import content_id, in_force
from tizim.web.desk.models import Account, ClosedCase, Draft, Look, Session
from tizim.web.desk.moment import moment_of
from tizim.web.desk.reading import deciding, sides
from tizim.web.desk.reading.claim_form import Filled, initial_of
from tizim.web.desk.reading.deciding import Decision
from tizim.web.desk.reading.folder import folder_of
from tizim.web.desk.reading.waiting import _then, counted
from tizim.wiring import now

HTMX = {"HX-Request": "true"}


def document_with(desk, count):
    """The id of the document whose number of proposals is nearest to that."""
    counts = counted(moment_of({})).counts
    return min(counts, key=lambda one: abs(counts[one].proposals - count))


@pytest.fixture
def document(desk):
    """A document with about a dozen proposals and no claim by hand."""
    entries = desk.register.ledger.known_at(kinds=("document",))
    return next(one.id for one in entries if one.file_name == "12-herald-temirkala-verdicts.txt")


def sent(card, **changed):
    """What the form of the card sends."""
    filled = Filled(card.claim)
    fields = {name: value for name, value in initial_of(card.claim).items() if value not in (None, False)}
    fields |= {"approximate": "on"} if card.claim.approximate else {}
    rows = [*card.claim.perpetrators, ("", "", "")]
    for number, row in enumerate(rows):
        fields |= {
            f"by-{number}-{name}": value for name, value in zip(("name", "degree", "kind"), row, strict=True)
        }
    fields |= {"by-TOTAL_FORMS": len(rows), "by-INITIAL_FORMS": len(rows) - 1}
    assert filled.doers.prefix == "by"
    return {**fields, "seen": card.seen, "verdict": "accept", "reason": "", **changed}


def decide(client, document, card, **more):
    return client.post(f"/documents/{document}/claims/{card.id}/decide/", sent(card, **more))


def last_review(desk):
    return [one for one in desk.register.ledger.known_at(kinds=("review",))][-1]


def test_the_list_shows_what_waits_and_follows_decisions(desk, document):
    client = desk.client("documenter")
    page = client.get("/reading/").content.decode()
    assert "25 documents wait" in page and f"/documents/{document}/" in page
    for card in folder_of(document).cards:
        assert decide(client, document, card).status_code == 302
    assert f"/documents/{document}/" not in client.get("/reading/").content.decode()
    assert f"/documents/{document}/" in client.get("/reading/?show=done").content.decode()
    done = client.get(f"/documents/{document}/").content.decode()
    assert "This document is done." in done and "The next document" in done


def test_counts_brought_up_to_date_equal_counts_made_anew(desk, document):
    client = desk.client("reviewer")
    counted(moment_of({}))
    first, second, third, *_ = cards = folder_of(document).cards
    decide(client, document, first)
    decide(client, document, second, place="Temirkala")
    decide(client, document, third, verdict="reject", reason="not said")
    client.post(
        f"/documents/{document}/claims/{second.id}/undo/", {"seen": folder_of(document).card(second.id).seen}
    )
    assert counted(moment_of({})).counts == _then(now()).counts
    assert counted(moment_of({})).counts[document].waiting == len(cards) - 2


def test_what_a_decision_gives_back_is_the_document_read_anew(desk, document):
    first, second, third, *_ = folder_of(document).cards
    before = folder_of(document)
    for card, said in (
        (first, ("accept", None)),
        (second, ("accept", {"place": "Temirkala"})),
        (third, ("reject", {})),
        (first, ("reject", {})),
        (first, ("accept", None)),
    ):
        seen = folder_of(document).card(card.id).seen
        found = deciding.decide(before, card.id, Decision(said[0], seen, "coder", "because", said[1]))
        anew = folder_of(document)
        assert found.cards == anew.cards and set(found.entries) == set(anew.entries)
        assert [one.id for one in found.standing if one not in found.passages.values()] == [
            one.id for one in anew.standing if one not in anew.passages.values()
        ]
        before = before if card is first else anew  # as it was read before somebody else wrote, and just now


def test_an_accepted_claim_is_reviewed_under_the_working_name(desk, document):
    card = folder_of(document).cards[0]
    answer = decide(desk.client("documenter"), document, card)
    assert answer["Location"].startswith(f"/documents/{document}/?claim=c-")
    found = last_review(desk)
    assert (found.claim_id, found.decision, found.recorded_by) == (card.claim.id, "accept", "documenter-1")


def test_what_was_changed_is_written_as_an_amendment(desk, document):
    card = folder_of(document).cards[0]
    decide(desk.client("documenter"), document, card, place="Temirkala", articles="KZ-CC 174(1);  KZ-CC 405(2)", **{
        "by-TOTAL_FORMS": 2, "by-1-name": "the mayor", "by-1-degree": "gave_orders",
    })  # fmt: skip
    found = folder_of(document).card(card.id)
    assert found.state == "amended" and found.claim.corrects == card.claim.id and found.claim.reader is None
    assert (found.claim.place, found.claim.articles) == ("Temirkala", ("KZ-CC 174(1)", "KZ-CC 405(2)"))
    assert ("the mayor", "gave_orders", "") in found.claim.perpetrators
    assert found.claim.person == card.claim.person and found.claim.outcome == card.claim.outcome


def test_an_organisation_that_the_authorities_allege_is_written_where_somebody_is_accused(desk, document):
    cards = folder_of(document).cards
    charge = next(one for one in cards if one.claim.act == "sentence")
    decide(desk.client("documenter"), document, charge, alleged_organisation="Open Steppe Movement")
    found = folder_of(document).card(charge.id)
    assert found.state == "amended" and found.claim.alleged_organisation == "Open Steppe Movement"
    other = next(one for one in cards if one.claim.act != "sentence" and one.claim.person)
    answer = decide(
        desk.client("documenter"), document, other, act="threat", alleged_organisation="Open Steppe Movement"
    )
    assert "accuses nobody" in answer.content.decode()
    assert folder_of(document).card(other.id).claim.alleged_organisation is None


def test_nothing_changed_is_no_amendment_and_only_what_is_wrong_is_refused(desk):
    for document in counted(moment_of({})).counts:
        for card in folder_of(document).cards:
            filled = Filled(card.claim, sent(card))
            assert filled.is_valid() == (problems_of(card.claim) == ()), filled.form.errors
            assert not filled.is_valid() or filled.changes() == {}, card.id


def test_a_rejection_needs_a_reason_and_keeps_what_was_typed(desk, document):
    card, client = folder_of(document).cards[0], desk.client("documenter")
    answer = decide(client, document, card, verdict="reject", place="Typed town")
    assert answer.status_code == 422 and "Typed town" in answer.content.decode()
    assert "Say why it is rejected." in answer.content.decode()
    assert folder_of(document).card(card.id).waits
    decide(client, document, card, verdict="reject", reason="a demand, no sentence")
    assert folder_of(document).card(card.id).decision.reason == "a demand, no sentence"
    assert card.claim.id not in {one.id for one in _standing(desk)}


def _standing(desk):
    from tizim.claims import standing_claims

    return standing_claims(desk.register.ledger.known_at(kinds=("claim", "review", "withdrawal")))


@pytest.mark.parametrize("verdict", ["accept", "reject", "amend"])
def test_every_decision_can_be_undone_and_taken_again(desk, document, verdict):
    client, card = desk.client("documenter"), folder_of(document).cards[0]
    more = {"accept": {}, "reject": {"verdict": "reject", "reason": "no"}, "amend": {"place": "Temirkala"}}[
        verdict
    ]
    for _ in range(3):
        decide(client, document, folder_of(document).card(card.id), **more)
        assert not folder_of(document).card(card.id).waits
        now_ = folder_of(document).card(card.id)
        client.post(f"/documents/{document}/claims/{card.id}/undo/", {"seen": now_.seen})
        back = folder_of(document).card(card.id)
        assert back.waits and back.claim == card.claim
    entries = in_force(desk.register.ledger.known_at(kinds=("claim", "review", "withdrawal")))
    assert card.claim.id not in decisions(entries)


def test_somebody_quicker_is_told_of_and_nothing_is_lost_or_written(desk, document):
    card = folder_of(document).cards[0]
    decide(desk.client("reviewer"), document, card, place="Theirtown")
    before = desk.register.ledger.head()
    answer = decide(desk.client("documenter"), document, card, outcome="imprisonment P6Y", reason="mine")
    page = answer.content.decode()
    assert answer.status_code == 409 and desk.register.ledger.head() == before
    assert (
        "reviewer-1" in page and "imprisonment P6Y" in page and "Theirtown" in page and 'value="mine"' in page
    )
    theirs = folder_of(document).card(card.id)
    again = sent(theirs, outcome="imprisonment P6Y")
    desk.client("documenter").post(f"/documents/{document}/claims/{card.id}/decide/", again)
    both = folder_of(document).card(card.id).claim
    assert (both.place, both.outcome) == ("Theirtown", "imprisonment P6Y")


def test_an_undo_that_comes_too_late_undoes_nothing(desk, document):
    card = folder_of(document).cards[0]
    mine, other = desk.client("documenter"), desk.client("reviewer")
    decide(mine, document, card)
    seen = folder_of(document).card(card.id).seen
    decide(other, document, folder_of(document).card(card.id), verdict="reject", reason="no")
    answer = mine.post(f"/documents/{document}/claims/{card.id}/undo/", {"seen": seen}, follow=True)
    assert "nothing was undone" in answer.content.decode()
    assert folder_of(document).card(card.id).state == "rejected"


def test_with_htmx_the_card_the_next_one_and_the_progress_come_back(desk, document):
    cards, client = folder_of(document).cards, desk.client("documenter")
    card = cards[0]
    answer = client.post(f"/documents/{document}/claims/{card.id}/decide/", sent(card), headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200 and "<html" not in page
    assert f'id="card-{card.id}"' in page and 'id="progress" class="progress" hx-swap-oob="true"' in page
    assert page.count('class="card open') == 1 and f"1 of {len(cards)} proposals decided" in page


def test_a_draft_is_kept_and_shown_again_until_it_is_sent(desk, document):
    card, client = folder_of(document).cards[0], desk.client("documenter")
    where = f"/documents/{document}/claims/{card.id}"
    typed = sent(card, place="Half a pla", reason="because", **{"by-0-name": "a man in plain clothes"})
    assert client.post(f"{where}/draft/", typed).status_code == 204
    page = client.get(f"/documents/{document}/?claim={card.id}").content.decode()
    assert "Half a pla" in page and "a man in plain clothes" in page and "because" in page
    assert (
        "Half a pla"
        not in desk.client("reviewer").get(f"/documents/{document}/?claim={card.id}").content.decode()
    )
    assert "something typed, not sent" in client.get("/reading/").content.decode()
    decide(client, document, card)
    assert not Draft.objects.exists()


def test_a_draft_can_be_let_go(desk, document):
    card, client = folder_of(document).cards[0], desk.client("documenter")
    where = f"/documents/{document}/claims/{card.id}/draft/"
    client.post(where, sent(card, place="Half a pla"))
    client.post(where, {"discard": "1"})
    assert not Draft.objects.exists()


def test_a_draft_larger_than_any_claim_is_not_kept(desk, document):
    card, client = folder_of(document).cards[0], desk.client("documenter")
    where = f"/documents/{document}/claims/{card.id}/draft/"
    assert client.post(where, {"note": "x" * 50_000}).status_code == 413
    assert client.post(where, {"nonsense": "x", "note": "\x00y"}).status_code == 204
    assert Draft.objects.get().fields == {"note": "y"}


def test_two_on_one_document_see_each_other_and_what_each_decides(desk, document):
    one, other = desk.client("documenter"), desk.client("reviewer")
    card, second, *_ = folder_of(document).cards
    since = re.search(r"since=([^\"]+)", one.get(f"/documents/{document}/").content.decode())[1]
    other.get(f"/documents/{document}/others/?claim={card.id}", headers={**HTMX, "X-Desk-By-Itself": "1"})
    decide(other, document, card)
    decide(other, document, second)
    told = one.get(
        f"/documents/{document}/others/?since={since}&claim={second.id}", headers=HTMX
    ).content.decode()
    assert "reviewer-1 has this document open" in told and "accepted by reviewer-1" in told
    assert f'id="card-{card.id}"' in told and f'id="card-{second.id}"' not in told
    assert f'id="meanwhile-{second.id}"' in told
    assert "open at reviewer-1" in one.get("/reading/").content.decode()


def test_asking_by_itself_keeps_no_session_awake(desk, document):
    client = desk.client("documenter")
    client.get("/reading/")
    for minutes in (10, 16):
        Session.objects.update(seen_at=timezone.now() - timedelta(minutes=minutes))
        answer = client.get(f"/documents/{document}/others/", headers={**HTMX, "X-Desk-By-Itself": "1"})
    assert answer["HX-Redirect"].startswith("/lock/")


def test_a_claim_is_added_by_hand_for_the_words_marked(desk, document):
    client, folder = desk.client("documenter"), folder_of(document)
    words = "an engineer, was sentenced"
    new = {**_new(), "quote": words, "person": "Aydos Jelkenov", "act": "trial", "date": "2022-08"}
    answer = client.post(f"/documents/{document}/new/", new)
    assert answer.status_code == 302
    claim = folder_of(document).card(answer["Location"].rpartition("=")[2])
    assert claim.passage.quote == words and claim.state == "own" and claim.claim.recorded_by == "documenter-1"
    assert folder_of(document).waiting == folder.waiting
    client.post(f"/documents/{document}/claims/{claim.id}/undo/", {"seen": claim.seen})
    assert folder_of(document).card(claim.id) is None
    assert client.post(f"/documents/{document}/new/", new).status_code == 302
    assert folder_of(document).card(claim.id)


def _new(**more):
    usual = {"act": "detention", "role": "victim", "case_kind": "persecution", "level": "event"}
    rows = {"by-TOTAL_FORMS": 1, "by-INITIAL_FORMS": 0}
    return {**usual, "certainty": "asserted", "counting_unit": "individual", **rows, **more}


def test_words_that_stand_in_several_places_are_asked_about(desk, document):
    client = desk.client("documenter")
    asked = client.post(f"/documents/{document}/new/", _new(quote="Jelkenov", person="Aydos Jelkenov"))
    places = re.findall(r'name="place_at" value="(\d+-\d+)"', asked.content.decode())
    assert asked.status_code == 422 and len(places) > 1
    answer = client.post(
        f"/documents/{document}/new/", _new(quote="Jelkenov", person="Aydos Jelkenov", place_at=places[1])
    )
    claim = folder_of(document).card(answer["Location"].rpartition("=")[2])
    assert f"{claim.start}-{claim.end}" == places[1]


@pytest.mark.parametrize(
    "quote", ["", "   ", "words that do not stand there", "x" * 100_000, "(.*)+$", "\x00"]
)
def test_words_that_do_not_stand_there_are_refused_and_kept(desk, document, quote):
    answer = desk.client("documenter").post(
        f"/documents/{document}/new/", _new(quote=quote, person="Aru Typed")
    )
    assert answer.status_code == 422 and "Aru Typed" in answer.content.decode()


BAD = {
    "date": ["yesterday", "2020-13-45", "9" * 59, "<script>alert(1)</script>"],
    "articles": ["405", "KZ-CC", "KZ-CC 405(2), KZ-CC 174", "; ;'--"],
    "outcome": ["hanging", "imprisonment forever", "imprisonment P4Y; ;"],
    "act": ["arest", "", "<b>"],
    "role": ["", "nonsense"],
    "count_min": ["-1", "many", "99999999999999999999"],
    "age": ["200", "-3", "1e3"],
    "person": ["", "x" * 5000, "a\x00b"],
    "status": ["in heaven"],
    "note": ["x" * 100_000],
    "by-TOTAL_FORMS": ["x", "99999", "-1", ""],
}


@pytest.mark.parametrize(
    ("field", "value"), [(name, value) for name, values in BAD.items() for value in values]
)
def test_what_cannot_be_read_is_said_and_kept_and_nothing_is_written(desk, document, field, value):
    card, before = folder_of(document).cards[0], desk.register.ledger.head()
    answer = decide(desk.client("documenter"), document, card, place="Typed town", **{field: value})
    page = answer.content.decode()
    assert answer.status_code == 422 and desk.register.ledger.head() == before
    assert "Typed town" in page and "<script>alert" not in page and "<b>" not in page


@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>", "{{ request.user }}", "'; DROP TABLE register_claim; --"]
)
def test_hostile_text_is_shown_as_text(desk, document, text):
    card, client = folder_of(document).cards[0], desk.client("documenter")
    decide(client, document, card, person=text)
    assert folder_of(document).card(card.id).claim.person == text
    page = client.get(f"/documents/{document}/?claim={card.id}").content.decode()
    assert "<img src=x" not in page and (text in page or "&lt;img" in page or "&#x27;" in page)


@pytest.mark.parametrize("sent_", [{}, {"verdict": "burn"}, {"verdict": "amend"}])
def test_a_decision_that_is_none_is_refused(desk, document, sent_):
    card = folder_of(document).cards[0]
    answer = desk.client("documenter").post(f"/documents/{document}/claims/{card.id}/decide/", sent_)
    assert answer.status_code == 400


def test_who_only_looks_sees_claims_without_a_form(desk, document):
    card = folder_of(document).cards[0]
    page = desk.client("reader").get(f"/documents/{document}/?claim={card.id}").content.decode()
    assert card.claim.person in page and "claim-form" not in page and "Add a claim" not in page


def test_a_moment_of_before_is_shown_as_it_was_and_not_decided_on(desk, document):
    cards, client = folder_of(document).cards, desk.client("documenter")
    card, moment = cards[0], now()
    decide(client, document, card)
    assert folder_of(document, moment).card(card.id).waits
    session = client.session
    session["asked"] = {"as_of": None, "known_at": moment, "basis": "all"}
    session.save()
    page = client.get(f"/documents/{document}/?claim={card.id}").content.decode()
    assert f"0 of {len(cards)} proposals decided" in page and "claim-form" not in page
    assert decide(client, document, folder_of(document).cards[1]).status_code == 400
    session["asked"] = {"as_of": None, "known_at": "2001-01-01T00:00:00.000000Z", "basis": "all"}
    session.save()
    assert client.get(f"/documents/{document}/").status_code == 404
    assert client.get("/reading/").status_code == 200


def test_a_closed_document_is_open_to_members_and_opening_it_is_noted(desk, document):
    case = ClosedCase.objects.create(label="case-1")
    case.members.set(Account.objects.filter(username="reviewer-1"))
    case.documents.create(document_id=document)
    card, outside = folder_of(document).cards[0], desk.client("documenter")
    for where in ("", "others/", "new/", "pages/1/", f"claims/{card.id}/", f"claims/{card.id}/persons/"):
        assert outside.get(f"/documents/{document}/{where}").status_code == 404, where
    assert decide(outside, document, card).status_code == 404
    listed = outside.get("/reading/").content.decode()
    assert document not in listed and "1 more waits in cases that are closed to you" in listed
    assert desk.client("reviewer").get(f"/documents/{document}/").status_code == 200
    assert list(Look.objects.values_list("account__username", "what", "about")) == [
        ("reviewer-1", "opened", document)
    ]


def test_the_number_of_queries_does_not_grow_with_the_document(desk):
    client = desk.client("documenter")
    counts = []
    for proposals in (3, 31):
        where = f"/documents/{document_with(desk, proposals)}/"
        client.get(where)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(where).status_code == 200
        counts.append(len(queries))
    assert max(counts) <= 24 and abs(counts[0] - counts[1]) <= 2, counts
    client.get("/reading/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/reading/")
    assert len(queries) <= 12


def test_the_page_of_a_pdf_is_shown_from_memory(desk, document):
    text = document
    entries = desk.register.ledger.known_at(kinds=("document",))
    document = next(one.id for one in entries if one.media_type == "application/pdf")
    client = desk.client("reader")
    answer = client.get(f"/documents/{document}/pages/1/")
    assert answer["Content-Type"] == "image/png" and answer.content.startswith(b"\x89PNG")
    assert answer["Cache-Control"] == "no-store" and answer["X-Content-Type-Options"] == "nosniff"
    assert client.get(f"/documents/{document}/pages/999/").status_code == 404
    assert client.get(f"/documents/{text}/pages/1/").status_code == 404
    page = client.get(f"/documents/{document}/").content.decode()
    assert f"/documents/{document}/pages/1/" in page and 'class="sides shows-both"' in page
    assert 'id="came"' not in client.get(f"/documents/{text}/").content.decode()


def test_the_words_of_a_claim_are_framed_on_its_page(desk):
    entries = desk.register.ledger.known_at(kinds=("document",))
    document = next(one.id for one in entries if one.media_type == "application/pdf")
    card = next(one for one in folder_of(document).cards if one.passage and one.passage.quote)
    client = desk.client("reader")
    where = f"/documents/{document}/pages/{card.passage.page or 1}/"
    assert client.get(where).content != client.get(f"{where}?claim={card.id}").content
    assert client.get(where).content == client.get(f"{where}?claim=c-nobody").content


def test_what_is_shown_of_page_and_text_holds_for_the_session(desk):
    entries = desk.register.ledger.known_at(kinds=("document",))
    document = next(one.id for one in entries if one.media_type == "application/pdf")
    client = desk.client("reader")
    where = f"/documents/{document}/"
    assert 'class="sides shows-text"' in client.get(f"{where}?show=text").content.decode()
    shown = client.get(where).content.decode()
    assert 'class="sides shows-text"' in shown and f'<img src="{where}pages' not in shown
    for wrong in ("<script>", "", "x" * 9000):
        assert client.post("/reading/sides/", {"show": wrong}).status_code == 204
    assert 'class="sides shows-text"' in client.get(where).content.decode()
    client.post("/reading/sides/", {"show": "picture"})
    assert 'class="sides shows-picture"' in client.get(where).content.decode()
    for odd in ("0", "-1", "x", "99999", "9" * 400):
        assert client.get(f"{where}?page={odd}").status_code == 200


def test_pictures_come_without_what_a_camera_wrote_and_heic_says_what_to_do(desk, monkeypatch):
    import pillow_heif
    from PIL import Image

    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "SECRET CAMERA"
    photo, scan, phone = io.BytesIO(), io.BytesIO(), io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(photo, "JPEG", exif=exif)
    pillow_heif.from_pillow(Image.new("RGB", (64, 64), "red")).save(phone, exif=exif.tobytes())
    Image.new("1", (40, 20)).save(scan, "TIFF")
    client = desk.client("documenter")
    for content, kind, media_type in (
        (photo.getvalue(), "jpeg", "image/jpeg"), (scan.getvalue(), "tiff", "image/png"),
        (phone.getvalue(), "heic", "image/jpeg"),
    ):  # fmt: skip
        document = kept(desk, content, f"image/{kind}")
        page = client.get(f"/documents/{document}/").content.decode()
        answer = client.get(f"/documents/{document}/pages/1/")
        assert answer["Content-Type"] == media_type and b"SECRET" not in answer.content
        assert 'class="sides shows-picture"' in page and "tizim[heic]" not in page
    monkeypatch.setattr(sides, "can_open_heic", lambda: False)
    page = client.get(f"/documents/{document}/").content.decode()
    assert "tizim[heic]" in page and 'class="sides shows' not in page


def kept(desk, content, media_type):
    """The id of a new document of that kind, without text."""
    sha256 = desk.register.vault.put(io.BytesIO(content))
    new = Document(
        id=content_id("d", sha256), file_name="x", sha256=sha256, media_type=media_type, size=len(content)
    )
    desk.register.ledger.append([new], at="2050-01-01T00:00:00Z", by="documenter-1")
    return new.id


def test_titles_and_addresses_hold_no_names(desk, document):
    page = desk.client("documenter").get(f"/documents/{document}/").content.decode()
    assert re.search(r"<title>Document d-[0-9a-f]+ · tizim</title>", page)
    names = {part for card in folder_of(document).cards for part in (card.claim.person or "").split()}
    for address in re.findall(r'(?:href|src|action|hx-get|hx-post)="([^"]*)"', page):
        assert not any(name in address for name in names)


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_the_page_speaks_the_other_languages(desk, document, language):
    Account.objects.filter(username="documenter-1").update(language=language)
    client = desk.client("documenter")
    assert client.get(f"/documents/{document}/").status_code == client.get("/reading/").status_code == 200


def test_places_and_articles_are_found_as_somebody_types(desk):
    client = desk.client("documenter")

    def offers(kind, **typed):
        answer = client.post(f"/look-up/{kind}/", typed)
        assert answer.status_code == 200
        return re.findall(r'data-value="([^"]*)"', answer.content.decode())

    assert offers("articles", articles="405")[0] == "KZ-CC 405"
    assert offers("articles", articles="KZ-CC 174(1); kz-cc 405(2") == ["KZ-CC 405(2)"]
    assert "KZ-CC 256" in offers("articles", articles="терроризм")
    assert offers("places", place="алма") == offers("places", place="Almat")
    for odd in ("", ";", "(" * 500, "9" * 5000, "\x00", "<b>", "%", "\\"):
        assert offers("articles", articles=odd) == [] or odd == "9" * 5000
        assert offers("places", place=odd) == []


def test_an_amended_claim_is_the_person_s_own_and_counts_as_reviewed(desk, document):
    card = folder_of(document).cards[0]
    decide(desk.client("documenter"), document, card, place="Temirkala")
    kinds = [type(one) for one in desk.register.ledger.known_at(kinds=("claim", "review"))][-2:]
    assert kinds == [Claim, Review]
