"""A request sees one state of the register; what is told goes on with what is written, by whomever."""

import threading
from dataclasses import replace

from tizim.claims import Claim, Review, review
from tizim.ledger import Withdrawal
from tizim.tallies import definition, tally
from tizim.timelines import Live, chronicle
from tizim.web.desk import opened as module
from tizim.web.desk.answers import Answers, Last, Tale
from tizim.web.desk.figures import counted
from tizim.web.desk.keeping import Keeper
from tizim.web.desk.latest import latest
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import one_state, opened, register, told, write
from tizim.web.desk.past import Past

NOW = moment_of({})


def reject_one():
    """Somebody else's decision."""
    life = next(iter(told(NOW).lives.values()))
    claim = next(one for one in register().ledger.of(life.person.claim_ids) if isinstance(one, Claim))
    return review(claim, "reject", by="somebody", reason="a test")


def test_a_request_sees_one_state_and_after_writing_its_own(desk):
    other = reject_one()
    with one_state(NOW):
        before, said = told(NOW), opened().kept("a question", lambda: "before")
        desk.register.ledger.append([other], at="2049-01-01T00:00:00Z", by="somebody else")
        assert told(NOW) is before and opened().kept("a question", lambda: "after") == said == "before"
        write([reject_one()], by="editor-1")
        assert told(NOW) is not before and opened().kept("a question", lambda: "after") == "after"
    assert dict(told(NOW).lives) == dict(chronicle(desk.register.ledger.known_at()).lives)


def unreviewed_one():
    """A claim that somebody accepts: on the basis of all claims it changes nobody's life."""
    waiting = next(iter(told(NOW).unreviewed))
    return review(next(iter(register().ledger.of([waiting]))), "accept", by="somebody")


def test_what_tells_of_people_stays_while_the_same_is_told_of_them(desk):
    def kept():
        return opened().telling("a question", NOW, object), counted("in-custody", NOW)[1]

    first, waiting = kept(), len(told(NOW).unreviewed)
    write([unreviewed_one()], by="editor-1")
    assert len(told(NOW).unreviewed) == waiting - 1
    assert all(one is other for one, other in zip(kept(), first, strict=True))
    assert opened().telling("a question", replace(NOW, basis="reviewed"), object) is not first[0]
    write([reject_one()], by="editor-1")
    assert not any(one is other for one, other in zip(kept(), first, strict=True))
    anew = tally(definition("in-custody"), chronicle(desk.register.ledger.known_at()), as_of=NOW.as_of)
    assert kept()[1].at_least == anew.at_least and kept()[1].rows == anew.rows


def test_the_latest_answer_is_computed_anew_for_another_stamp():
    asked, last = [], Last()
    for stamp in (1, 1, 2, 2, 1):
        assert last.of(stamp, lambda stamp=stamp: asked.append(stamp) or stamp) == stamp
    assert asked == [1, 2, 1]


def test_no_telling_gets_the_answers_of_another_however_late_requests_ask_about_an_earlier_one(desk):
    tale, first = Tale(), told(NOW)
    second, third = (
        replace(first, doubts=(*first.doubts,) * 2),
        replace(first, groups=(*first.groups, *"g")),
    )
    late = [replace(first, unreviewed=frozenset(each)) for each in ("a", "b")]
    asked = [first, second, *late, third]
    assert [tale.of("a question", one, lambda one=one: one) for one in asked] == [
        first,
        second,
        first,
        first,
        third,
    ]


def test_how_far_kinds_have_come_is_what_the_request_sees(desk):
    with one_state(NOW):
        before = latest(Review, Withdrawal)
        desk.register.ledger.append([unreviewed_one()], at="2049-01-01T00:00:00Z", by="somebody else")
        assert latest(Review) == before[:1]
    assert latest(Review)[0] > before[0] and latest(Withdrawal) == before[1:]


def test_many_ask_while_somebody_writes_and_each_gets_a_whole_answer(desk):
    faults = []

    def ask():
        for _ in range(20):
            with one_state(NOW):
                now = told(NOW)
                if len(now.lives) != len(dict(now.lives)) or told(NOW) is not now:
                    faults.append("torn")

    several = [threading.Thread(target=ask) for _ in range(4)]
    for one in several:
        one.start()
    for _ in range(5):
        write([reject_one()], by="editor-1")
    for one in several:
        one.join()
    assert not faults
    assert dict(told(NOW).lives) == dict(chronicle(desk.register.ledger.known_at()).lives)


def test_one_answer_is_computed_once_however_many_ask():
    answers, computed, ready = Answers(), [], threading.Barrier(4)

    def ask():
        ready.wait()
        answers.of("a", lambda: computed.append(1))

    several = [threading.Thread(target=ask) for _ in range(4)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert computed == [1]


def test_what_is_held_is_kept_when_the_desk_ends_its_work(desk, monkeypatch):
    told(NOW)
    write([reject_one()], by="editor-1")
    told(NOW)
    opened().keep()
    monkeypatch.setattr("tizim.timelines.live.advanced", None)
    held = Live(desk.register.ledger, desk.register.derived)
    assert dict(held.known().told.lives) == dict(told(NOW).lives)


def test_the_keeper_looks_at_other_days(desk):
    keeper = Keeper(rest=0)
    keeper.look_ahead()
    assert keeper._seen is told(NOW)


def test_the_keeper_rests_longer_while_pages_are_asked_for(desk, monkeypatch):
    rested, keeper = [], Keeper(rest=0.001)
    monkeypatch.setattr("tizim.web.desk.keeping._WORK", -1.0)
    monkeypatch.setattr(keeper._end, "wait", lambda seconds: rested.append(seconds))
    client = desk.client("reader")
    client.get("/people/")
    assert keeper._looked(iter([None]))
    monkeypatch.setattr(module, "_JUST", 0.0)
    assert keeper._looked(iter([None]))
    assert rested[0] > 10 * rested[1]


def test_an_earlier_moment_that_takes_long_says_so(desk, monkeypatch):
    client, going = desk.client("editor"), threading.Event()
    run = Past.run
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    monkeypatch.setattr(Past, "run", lambda self: (going.wait(60), run(self))[1])
    client.post("/moment/", {"known_at": "2024-01-01"})
    answer = client.get("/lists/")
    assert answer.status_code == 202 and answer["Refresh"] == "5"
    going.set()
    asked = replace(NOW, known_at="2024-01-01T23:59:59.999999Z")
    monkeypatch.setattr(module, "_PATIENCE", 60)
    told(asked)
    assert client.get("/lists/").status_code == 200
