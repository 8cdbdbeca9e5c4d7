"""Same or different: pairs side by side, what a verdict changes before it is written, undoing, two at once."""

import re
import threading
from dataclasses import replace

import pytest
from django.test.utils import CaptureQueriesContext

from tizim.claims import review
from tizim.identity import Judgement, mention_id
from tizim.ledger import Withdrawal
from tizim.tallies import definition, shipped, tally
from tizim.web.desk.models import Account, ClosedCase, Look
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import opened, told, write
from tizim.web.desk.people.evidence import evidence, evidences
from tizim.web.desk.same import weighing
from tizim.web.desk.same.queue import Doubts, Line, Lines, pairs, queue
from tizim.web.desk.same.rolls import entries_of_judging, known_alone
from tizim.web.desk.sight import Sight

DAY = {"as_of": "2022-06-30"}
ASKED = moment_of(DAY)


@pytest.fixture
def reviewer(desk):
    client = desk.client("reviewer")
    client.post("/moment/", DAY)
    return client


def sight_of(name="reviewer-1"):
    return Sight(Account.objects.get(username=name))


def waiting(asked=ASKED):
    return queue(asked, sight_of()).waiting


def text(client, where, status=200):
    answer = client.get(where)
    assert answer.status_code == status, where
    return " ".join(answer.content.decode().split())


def where_of(pair):
    return f"/same/{pair[0]}/{pair[1]}/"


def seen_on(client, pair):
    """The last entry that the form on the pair's page knows."""
    page = text(client, f"{where_of(pair)}foretold/")
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def judged(client, pair, verdict="same", **more):
    said = {"verdict": verdict, "reason": "", "at": "0", "seen": seen_on(client, pair), **more}
    return client.post(where_of(pair), said, follow=True)


def judgements(desk):
    """Those of this test; the demonstration has some of its own."""
    found = desk.register.ledger.known_at(kinds=("judgement",))
    return [one for one in found if one.recorded_by in ("reviewer-1", "editor-1")]


def lists():
    """Every list of the day, as it stands: bounds, parts, people."""
    found = [tally(definition(one), told(ASKED), as_of=ASKED.as_of) for one in shipped()]
    return {one.definition: (one.at_least, one.at_most, one.parts, one.members) for one in found}


def moving(name="convicted"):
    """A pair of which a judgement moves that list."""
    return next(one for one in waiting() if name in one.weight.lists).pair


def test_the_queue_goes_on_with_what_is_written_as_if_it_were_made_anew(desk, reviewer):
    first, second, third = waiting()[:3]
    judged(reviewer, first.pair, "different")
    judged(reviewer, second.pair, "unsure")
    (claim,) = desk.register.ledger.of(told(ASKED).lives[third.left].person.claim_ids[:1])
    write([review(claim, "reject", by="editor-1", reason="a test")], by="editor-1")
    going_on, anew = queue(ASKED, sight_of()), Line().changed(ASKED, frozenset()).seen(ASKED, ())
    assert [one.pair for one in going_on.waiting] == [one.pair for one in anew.waiting]
    with known_alone(ASKED) as known:
        assert pairs(ASKED) == Doubts().next(known).whys
    assert going_on.waiting and going_on.unweighed == anew.unweighed == 0
    assert [going_on.place(one.pair) for one in going_on.waiting] == list(range(len(going_on.waiting)))
    assert going_on.place(first.pair) is None
    assert going_on.waiting[-1].pair == second.pair and "unsure" in going_on.waiting[-1].why


def test_pairs_that_nobody_has_weighed_yet_go_on_too(desk, reviewer, monkeypatch):
    monkeypatch.setattr(weighing, "_FEW", -1)
    monkeypatch.setattr(weighing, "_SECONDS", 0.0)

    def left():
        lines = opened().lasting(("queue", ASKED.key), Lines)
        return lines.at(ASKED)._left

    first, second = sorted(left())[:2]
    assert queue(ASKED, sight_of()).unweighed == len(left()) > 3
    (claim,) = desk.register.ledger.of(told(ASKED).lives[second[0]].person.claim_ids[:1])
    for new in ([Judgement(id="j-1", left=told(ASKED).lives[first[0]].person.mention_ids[0],
                           right=told(ASKED).lives[first[1]].person.mention_ids[0], verdict="same")],
                [review(claim, "reject", by="editor-1", reason="a test")],
                [Withdrawal(id="w-1", corrects="j-1")]):  # fmt: skip
        write(new, by="editor-1")
        assert left() == Line().changed(ASKED, frozenset())._left


def test_the_queue_has_the_pairs_of_the_command_line_and_those_that_move_lists_first(desk, reviewer):
    page = text(reviewer, "/same/")
    found = re.findall(r'href="/same/(p-\w+)/(p-\w+)/\?at=(\d+)"', page)
    assert [(left, right) for left, right, _ in found] == [one.pair for one in waiting()]
    assert [int(at) for *_, at in found] == list(range(len(found)))
    moved = [len(one.weight.lists) for one in waiting()]
    assert moved == sorted(moved, reverse=True) and moved[0] > 0


def test_a_pair_is_shown_side_by_side_with_reasons_documents_and_one_line_of_days(desk, reviewer):
    for one in waiting():
        page = text(reviewer, where_of(one.pair))
        lives = [told(ASKED).lives[each] for each in one.pair]
        claims = [list(desk.register.ledger.of(life.person.claim_ids)) for life in lives]
        assert all(life.person.name in page for life in lives)
        assert all(f"/documents/{each.document_id}/" in page for some in claims for each in some)
        assert page.count('class="act"') == sum(map(len, claims))
        assert "Speaks for one person" in page and "Speaks against it" in page and "probability" in page


@pytest.mark.parametrize("verdict", ["same", "different", "unsure"])
def test_what_each_verdict_would_change_is_what_then_comes(desk, reviewer, verdict):
    pair = moving()
    before = lists()
    page = text(reviewer, f"{where_of(pair)}foretold/")
    card = next(one for one in page.split('class="card"') if f'value="{verdict}"' in one)
    table = card.split('class="bounds"')[1].split("</table>")[0] if 'class="bounds"' in card else ""
    judged(reviewer, pair, verdict)
    after = lists()
    for name in shipped():
        bounds = (before[name][:2], after[name][:2])
        row = next((one for one in table.split("<tr") if f"/lists/{name}/" in one), "")
        for low, high in zip(*bounds, strict=True):
            assert (low == high) or f"{low} → {high}" in row
        if bounds[0] == bounds[1]:
            assert "→" not in row
        gone = {one.person_id for one in before[name][3]} - {one.person_id for one in after[name][3]}
        assert all(f"/people/{one}/" in card for one in gone)


def test_nothing_is_written_before_it_is_confirmed(desk, reviewer):
    before = judgements(desk)
    for one in waiting()[:3]:
        text(reviewer, where_of(one.pair))
        text(reviewer, f"{where_of(one.pair)}foretold/")
    assert judgements(desk) == before


def test_a_verdict_is_written_with_its_reason_under_the_name_of_the_account_and_the_next_pair_comes(
    desk, reviewer
):
    first, second = waiting()[:2]
    answer = judged(reviewer, first.pair, "different", reason=" other <b>birthday</b> ")
    assert answer.redirect_chain[-1][0] == f"{where_of(second.pair)}?at=0"
    (made,) = judgements(desk)
    assert (made.verdict, made.reason, made.recorded_by) == (
        "different",
        "other <b>birthday</b>",
        "reviewer-1",
    )
    assert first.pair not in [one.pair for one in waiting()]
    assert "<b>birthday" not in text(reviewer, "/same/judgements/")


def test_undoing_gives_the_former_lists_exactly_and_is_foretold(desk, reviewer):
    pair, before, queued = moving(), lists(), [one.pair for one in waiting()]
    judged(reviewer, pair, "same")
    between = lists()
    assert between != before
    (made,) = judgements(desk)
    assert reviewer.get("/same/undo/")["Location"] == f"/same/judgements/{made.id}/"
    assert f"/same/judgements/{made.id}/foretold/" in text(reviewer, f"/same/judgements/{made.id}/")
    page = text(reviewer, f"/same/judgements/{made.id}/foretold/")
    part = reviewer.get(f"/same/judgements/{made.id}/foretold/", headers={"HX-Request": "true"})
    assert "Would be parted" in part.content.decode() and "<html" not in part.content.decode()
    changed = [one for one in shipped() if before[one][:2] != between[one][:2]]
    assert changed and all(f"/lists/{one}/" in page for one in changed)
    assert "Would be parted" in page
    assert reviewer.post(f"/same/judgements/{made.id}/").status_code == 302
    assert lists() == before and [one.pair for one in waiting()] == queued
    assert "taken back by reviewer-1" in text(reviewer, "/same/judgements/")
    part = reviewer.get(f"/same/judgements/{made.id}/foretold/", headers={"HX-Request": "true"})
    assert "taken back by reviewer-1" in part.content.decode() and "<form" not in part.content.decode()
    again = reviewer.post(f"/same/judgements/{made.id}/", follow=True).content.decode()
    assert "taken back already" in again
    assert sum(1 for _ in desk.register.ledger.known_at(kinds=("withdrawal",))) == 1
    assert reviewer.get("/same/undo/")["Location"] == "/same/"


@pytest.mark.parametrize("known_at", [None, "2100-01-01T00:00:00.000000Z", "2001-01-01T00:00:00.000000Z"])
def test_what_was_judged_goes_on_with_what_is_written(desk, known_at):
    asked, kinds = replace(ASKED, known_at=known_at), ("judgement", "withdrawal")
    for new in (
        [Judgement(id="j-1", left="m-a", right="m-b", verdict="same")],
        [
            Withdrawal(id="w-1", corrects="j-1"),
            Judgement(id="j-2", left="m-a", right="m-c", verdict="unsure"),
        ],
        [Withdrawal(id="w-2", corrects="w-1")],
    ):
        found = entries_of_judging(asked)
        assert found == tuple(desk.register.ledger.known_at(known_at, kinds=kinds))
        write(new, by="editor-1")
    assert entries_of_judging(asked) == tuple(desk.register.ledger.known_at(known_at, kinds=kinds))


def test_anybody_who_judges_may_take_back_what_another_judged(desk, reviewer):
    judged(reviewer, moving(), "same")
    (made,) = judgements(desk)
    other = desk.client("editor")
    assert other.post(f"/same/judgements/{made.id}/").status_code == 302
    assert "taken back by editor-1" in text(reviewer, "/same/judgements/")


def test_a_pair_that_somebody_else_judged_meanwhile_is_said_to_be_and_nothing_is_written(desk, reviewer):
    pair = waiting()[0].pair
    seen = seen_on(reviewer, pair)
    judged(desk.client("editor"), pair, "different")
    answer = judged(reviewer, pair, "same", seen=seen, reason="one birthday")
    page = answer.content.decode()
    assert "editor-1 has judged this pair: different people" in page
    assert "same person" in page and "one birthday" in page
    assert [one.recorded_by for one in judgements(desk)] == ["editor-1"]
    assert answer.redirect_chain[-1][0].startswith("/same/p-")


def test_a_pair_that_somebody_else_has_joined_is_skipped_and_says_by_whom(desk, reviewer):
    pair = waiting()[0].pair
    seen = seen_on(reviewer, pair)
    judged(desk.client("editor"), pair, "same")
    for answer in (
        reviewer.get(where_of(pair), follow=True),
        reviewer.post(where_of(pair), {"verdict": "same", "seen": seen}, follow=True),
    ):
        assert "editor-1 has judged this pair: same person" in answer.content.decode()
        assert answer.redirect_chain
    assert len(judgements(desk)) == 1


def test_of_one_verdict_that_is_sent_twice_one_is_written(desk, reviewer):
    pair = waiting()[0].pair
    said = {"verdict": "different", "seen": seen_on(reviewer, pair)}
    clients = [reviewer, reviewer, reviewer]
    for one in clients:
        one.post(where_of(pair), said)
    assert len(judgements(desk)) == 1


def test_a_pair_judged_unsure_waits_at_the_end_and_the_next_comes(desk, reviewer):
    first, second = waiting()[:2]
    answer = judged(reviewer, first.pair, "unsure")
    assert answer.redirect_chain[-1][0].startswith(where_of(second.pair))
    assert waiting()[-1].pair == first.pair and "unsure" in waiting()[-1].why
    last = len(waiting()) - 1
    assert judged(reviewer, first.pair, "unsure", at=str(last)).redirect_chain[-1][0] == "/same/"


def people_of(desk, *rows):
    """Persons of their own with one claim each: (document, name, fields)."""
    from tizim.claims import Claim
    from tizim.documents import Document, Passage

    entries = []
    for at, (name, fields) in enumerate(rows):
        document = Document(
            id=f"d-own{at}", file_name=f"own{at}.txt", sha256=f"{at}" * 64, size=1, media_type="text/plain",
            date="2022-05-01",
        )  # fmt: skip
        passage = Passage(id=f"s-own{at}", document_id=document.id, quote=name, start=0, end=len(name))
        said = {"act": "pretrial_detention", "date": "2022-04-01", **fields}
        claim = Claim(id=f"c-own{at}", passage_id=passage.id, document_id=document.id, person=name, **said)
        entries += [document, passage, claim]
    write(entries, by="tester")
    lives = told(ASKED).lives.values()
    by_mention = {mention: one.person.id for one in lives for mention in one.person.mention_ids}
    return [by_mention[mention_id(f"d-own{at}", name)] for at, (name, _) in enumerate(rows)]


def test_joining_people_who_contradict_each_other_must_be_confirmed_again(desk, reviewer):
    pair = people_of(desk, ("Aru Sampleva", {"age": 20}), ("Aru Samplevaa", {"age": 70}))
    said = {"verdict": "same", "seen": seen_on(reviewer, pair), "reason": "misprint", "at": "0"}
    page = reviewer.post(where_of(pair), said).content.decode()
    assert "Join people who contradict each other?" in page and "ages or sexes" in page and "misprint" in page
    assert judgements(desk) == []
    reviewer.post(where_of(pair), {**said, "sure": "1"})
    assert [one.reason for one in judgements(desk)] == ["misprint"]


def test_no_other_verdict_asks_twice(desk, reviewer):
    pair = people_of(desk, ("Aru Sampleva", {"age": 20}), ("Aru Samplevaa", {"age": 70}))
    judged(reviewer, pair, "different")
    assert [one.verdict for one in judgements(desk)] == ["different"]


def test_judgements_that_contradict_each_other_are_foretold_and_shown_with_a_way_out(desk, reviewer):
    rows = [("Aru Sampleva", {}), ("Ару Семплева", {}), ("Aroo Samplevva", {})]
    one, two, three = people_of(desk, *rows)
    mentions = {each: told(ASKED).lives[each].person.mention_ids[0] for each in (one, two, three)}
    made = [
        Judgement(id="j-1", left=mentions[one], right=mentions[two], verdict="same"),
        Judgement(id="j-2", left=mentions[one], right=mentions[three], verdict="different"),
    ]
    write(made, by="editor-1")
    page = text(reviewer, f"{where_of((min(one, three), max(one, three)))}foretold/")
    assert "1 contradiction between judgements" not in page.split('value="unsure"')[1]
    pair = (next(p for p in (one, two) if p in told(ASKED).lives), three)
    write([Judgement(id="j-3", left=mentions[two], right=mentions[three], verdict="same")], by="editor-1")
    page = text(reviewer, "/same/")
    assert "Judgements that contradict each other" in page
    assert all(f"/same/judgements/{each}/" in page for each in ("j-1", "j-2", "j-3"))
    assert "1 contradiction between judgements would be settled" in text(
        reviewer, "/same/judgements/j-2/foretold/"
    )
    reviewer.post("/same/judgements/j-2/")
    assert "contradict each other" not in text(reviewer, "/same/")
    assert pair


def test_at_an_earlier_moment_the_queue_is_read_and_nothing_judged(desk, reviewer):
    pair = waiting()[0].pair
    seen = seen_on(reviewer, pair)
    reviewer.post("/moment/", {**DAY, "known_at": "2100-01-01"})
    page = text(reviewer, "/same/") + text(reviewer, where_of(pair))
    assert "nothing judged" in page and 'name="verdict"' not in page
    answer = reviewer.post(where_of(pair), {"verdict": "different", "seen": seen}, follow=True)
    assert "Nothing was written" in answer.content.decode() and judgements(desk) == []
    write([Judgement(id="j-1", left="m-a", right="m-b", verdict="same")], by="editor-1")
    reviewer.post("/same/judgements/j-1/")
    assert sum(1 for _ in desk.register.ledger.known_at(kinds=("withdrawal",))) == 0
    reviewer.post("/moment/", {**DAY, "known_at": "2001-01-01"})
    assert "No pair is in doubt" in text(reviewer, "/same/")
    text(reviewer, "/same/judgements/j-1/", 404)
    text(reviewer, "/same/judgements/j-1/foretold/", 404)


def closed_to_reviewer(desk, person_id):
    case = ClosedCase.objects.create(label="case-7")
    case.members.set(Account.objects.filter(username="editor-1"))
    life = told(ASKED).lives[person_id]
    for one in {claim.document_id for claim in desk.register.ledger.of(life.person.claim_ids)}:
        case.documents.create(document_id=one)
    return life.person


def test_a_pair_with_a_side_that_is_closed_is_not_shown_and_its_judgement_names_nobody(desk, reviewer):
    (one, other) = people_of(desk, ("Aru Sampleva", {}), ("Ару Семплева", {}))
    pair = (min(one, other), max(one, other))
    judged(desk.client("editor"), pair, "unsure", reason="Sampleva's aunt says")
    (made,) = judgements(desk)
    person = closed_to_reviewer(desk, one)
    assert pair not in [each.pair for each in queue(ASKED, sight_of()).waiting]
    assert pair in [each.pair for each in queue(ASKED, sight_of("editor-1")).waiting]
    assert pair[0] not in text(reviewer, "/same/")
    for where in (where_of(pair), f"/same/judgements/{made.id}/"):
        text(reviewer, where, 404)
        text(reviewer, f"{where}foretold/", 404)
    page = text(reviewer, "/same/judgements/")
    assert "closed case" in page and person.name not in page and "aunt" not in page
    editor = desk.client("editor")
    text(editor, where_of(pair))
    assert Look.objects.filter(account__username="editor-1", what="opened", about=one).exists()


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"verdict": "alike", "seen": "1"},
        {"verdict": "same"},
        {"verdict": "same", "seen": "-1"},
        {"verdict": "same", "seen": "9" * 400},
        {"verdict": "different", "seen": "1", "reason": "x" * 501},
        {"verdict": "different", "seen": "1", "reason": "a\x00b"},
        {"verdict": ["same", "alike"], "seen": "<script>alert(1)</script>"},
    ],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_stays(desk, reviewer, odd):
    pair = waiting()[0].pair
    answer = reviewer.post(where_of(pair), {"reason": "<script>alert(2)</script>", **odd})
    page = answer.content.decode()
    assert answer.status_code == 200 and judgements(desk) == [] and "<script>alert" not in page
    assert "&lt;script&gt;alert(2)" in page or "reason" in odd


@pytest.mark.parametrize("at", ["-1", "x", "9" * 50, "<script>alert(1)</script>", ""])
def test_odd_places_in_the_queue_lead_somewhere(reviewer, at):
    answer = reviewer.get("/same/next/", {"at": at, "but": "<script>,"}, follow=True)
    assert answer.status_code == 200 and "<script>alert" not in answer.content.decode()
    assert reviewer.get("/same/", {"page": at}).status_code == 200
    assert reviewer.get(where_of(waiting()[0].pair), {"at": at}).status_code == 200


@pytest.mark.parametrize(
    "where", ["/same/p-x/p-y/", "/same/p-x/p-x/", "/same/judgements/j-x/", "/same/../p-y/"]
)
def test_nobody_is_found_where_nobody_is(reviewer, where):
    assert reviewer.get(where).status_code == 404


def test_nobody_is_judged_against_oneself(desk, reviewer):
    one = waiting()[0].left
    assert reviewer.get(where_of((one, one))).status_code == 404
    reviewer.post(where_of((one, one)), {"verdict": "different", "seen": "1"})
    assert judgements(desk) == []


def test_names_stand_in_no_address_and_no_title(reviewer):
    pair = waiting()[0].pair
    for where in ("/same/", where_of(pair), f"{where_of(pair)}foretold/", "/same/judgements/"):
        title = re.search(r"<title>(.*?)</title>", text(reviewer, where))[1]
        assert all(told(ASKED).lives[one].person.name not in title for one in pair)


def test_questions_to_the_database_do_not_grow_with_the_queue(reviewer):
    from django.db import connection

    pair = waiting()[0].pair
    for where, most in (("/same/", 14), (where_of(pair), 16), ("/same/judgements/", 14)):
        text(reviewer, where)
        with CaptureQueriesContext(connection) as queries:
            text(reviewer, where)
        assert len(queries) <= most, where


def test_both_halves_are_told_together_what_each_alone_is_told(desk):
    for one in waiting():
        lives = [told(ASKED).lives[each] for each in one.pair]
        assert evidences(lives, ASKED) == [evidence(each, ASKED) for each in lives]


def test_several_people_look_and_foretell_at_once(desk, reviewer):
    from tizim.web.desk.same.foretold import verdicts

    found, faults = [], []

    def look(pair):
        try:
            found.append((pair, verdicts(pair, ASKED, sight_of())["same"].joined))
        except Exception as fault:  # noqa: BLE001 - told below
            faults.append(fault)

    some = [one.pair for one in waiting()[:4]]
    before = lists()
    threads = [threading.Thread(target=look, args=(pair,)) for pair in some * 2]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert not faults and len(found) == 8
    assert all({who.id for who in joined[0]} >= set(pair) for pair, joined in found)
    assert lists() == before
