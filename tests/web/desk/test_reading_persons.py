"""Who a claim's person may be: proposed with score and reasons; same, different, unsure are judgements."""

import re

import pytest

from tizim.identity import Judgement, mention_id
from tizim.ledger import in_force
from tizim.web.desk.models import ClosedCase
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import told
from tizim.web.desk.reading.folder import folder_of
from tizim.web.desk.reading.waiting import counted

HTMX = {"HX-Request": "true"}


@pytest.fixture
def doubtful(desk):
    """A document, a claim of it, and the page of persons with somebody proposed."""
    client = desk.client("reviewer")
    for document in counted(moment_of({})).counts:
        for card in folder_of(document).cards:
            where = f"/documents/{document}/claims/{card.id}/"
            page = client.get(f"{where}persons/", headers=HTMX).content.decode()
            if "names agree" in page:
                return card, where, page
    raise AssertionError("nobody is like anybody")


def judgements(desk):
    entries = in_force(desk.register.ledger.known_at(kinds=("judgement", "withdrawal")))
    return [one for one in entries if isinstance(one, Judgement)]


def test_the_persons_proposed_come_with_scores_and_reasons_and_none_is_joined(desk, doubtful):
    _, _, page = doubtful
    persons = len(told(moment_of({})).lives)
    assert re.search(r"names agree 0\.\d\d", page) and '<ul class="reasons"><li>' in page
    assert len(told(moment_of({})).lives) == persons


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_a_verdict_is_a_judgement_on_two_mentions_and_can_be_taken_back(desk, doubtful, verdict):
    card, where, page = doubtful
    client, before = desk.client("reviewer"), len(judgements(desk))
    other = re.search(r'name="other" value="(m-[^"]+)"', page)[1]
    answer = client.post(f"{where}judge/", {"other": other, "verdict": verdict}, headers=HTMX)
    made = judgements(desk)[-1]
    assert made.left == mention_id(card.claim.document_id, card.claim.person)
    assert (made.right, made.verdict, made.recorded_by) == (other, verdict, "reviewer-1")
    if verdict != "same":
        assert made.id in answer.content.decode()
    client.post(f"{where}judge/", {"undo": made.id}, headers=HTMX)
    assert len(judgements(desk)) == before


def test_the_same_key_pressed_twice_writes_one_judgement_and_says_nothing(desk, doubtful):
    _, where, page = doubtful
    client, before = desk.client("reviewer"), len(judgements(desk))
    other = re.search(r'name="other" value="(m-[^"]+)"', page)[1]
    for verdict in ("unsure", "unsure", "same", "same"):
        seen = re.search(rf'value="{other}"><input type="hidden" name="seen" value="([^"]*)"', page)
        sent = {"other": other, "verdict": verdict, "seen": seen[1] if seen and verdict == "same" else ""}
        page = client.post(f"{where}judge/", sent, headers=HTMX).content.decode()
        assert "Nothing of yours was written" not in page
    assert [one.verdict for one in judgements(desk)[before:]] == ["unsure", "same"]


@pytest.mark.parametrize(
    ("first", "second"), [("different", "same"), ("same", "different"), ("same", "same")]
)
@pytest.mark.parametrize("headers", [HTMX, {}])
def test_what_somebody_quicker_judged_is_shown_and_nothing_more_is_written(
    desk, doubtful, first, second, headers
):
    _, where, page = doubtful
    before = len(judgements(desk))
    other = re.search(r'name="other" value="(m-[^"]+)"', page)[1]
    desk.client("editor").post(f"{where}judge/", {"other": other, "verdict": first})
    sent = {"other": other, "verdict": second, "seen": ""}
    answer = desk.client("reviewer").post(f"{where}judge/", sent, headers=headers, follow=True)
    shown = answer.content.decode()
    assert answer.status_code == 200 and "editor-1 has judged this pair" in shown
    assert [one.recorded_by for one in judgements(desk)[before:]] == ["editor-1"]


def test_whoever_saw_what_was_judged_may_judge_otherwise(desk, doubtful):
    _, where, page = doubtful
    other = re.search(r'name="other" value="(m-[^"]+)"', page)[1]
    desk.client("editor").post(f"{where}judge/", {"other": other, "verdict": "unsure"})
    seen = judgements(desk)[-1].id
    desk.client("reviewer").post(
        f"{where}judge/", {"other": other, "verdict": "different", "seen": seen}, headers=HTMX
    )
    assert judgements(desk)[-1].verdict == "different" and judgements(desk)[-1].recorded_by == "reviewer-1"


@pytest.mark.parametrize("sent", [{}, {"other": "m-x"}, {"other": "p-x", "verdict": "same"}, {"undo": "j-nobody"},
                                  {"other": "m-x", "verdict": "same"}])  # fmt: skip
def test_what_is_no_verdict_is_refused(desk, doubtful, sent):
    before = desk.register.ledger.head()
    assert desk.client("reviewer").post(f"{doubtful[1]}judge/", sent).status_code == 400
    assert desk.register.ledger.head() == before


def test_another_s_judgement_is_not_taken_back_here_and_a_documenter_judges_nobody(desk, doubtful):
    _, where, page = doubtful
    other = re.search(r'name="other" value="(m-[^"]+)"', page)[1]
    assert (
        desk.client("documenter").post(f"{where}judge/", {"other": other, "verdict": "same"}).status_code
        == 403
    )
    desk.client("editor").post(f"{where}judge/", {"other": other, "verdict": "unsure"})
    made = judgements(desk)[-1]
    assert desk.client("reviewer").post(f"{where}judge/", {"undo": made.id}).status_code == 400


def test_whoever_only_closed_documents_tell_of_is_not_proposed(desk, doubtful):
    card, where, page = doubtful
    lives = told(moment_of({})).lives
    shown = re.findall(r"/people/(p-[^/]+)/", page)
    claims = [one for each in shown for one in desk.register.ledger.of(lives[each].person.claim_ids)]
    case = ClosedCase.objects.create(label="case-1")
    for document in {one.document_id for one in claims} - {card.claim.document_id}:
        case.documents.create(document_id=document)
    after = desk.client("reviewer").get(f"{where}persons/", headers=HTMX).content.decode()
    still = set(re.findall(r"/people/(p-[^/]+)/", after))
    for each in set(shown):
        about = {one.document_id for one in desk.register.ledger.of(lives[each].person.claim_ids)}
        assert (each in still) <= (card.claim.document_id in about)
