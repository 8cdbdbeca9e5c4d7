import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.claims.making import claim

from tizim.claims import Claim, ClaimsError, InvalidClaimError, amend, decisions, review, standing_claims
from tizim.ledger import MemoryLedger, Withdrawal, in_force

READ = claim("c-1", reader="rules-en 1")
CODED = claim("c-2", person="Bota Sampleva")


def ids(entries, basis="all") -> list[str]:
    return [standing.id for standing in standing_claims(entries, basis=basis)]


def test_what_a_reader_proposed_is_not_reviewed_before_a_person_accepts():
    assert ids([READ, CODED]) == ["c-1", "c-2"]
    assert ids([READ, CODED], "reviewed") == ["c-2"]
    assert ids([READ, CODED, review(READ, "accept")], "reviewed") == ["c-1", "c-2"]


@pytest.mark.parametrize("basis", ["all", "reviewed"])
def test_what_a_person_rejected_never_stands(basis):
    assert ids([READ, CODED, review(READ, "reject"), review(CODED, "reject")], basis) == []


def test_the_last_decision_holds():
    accepted = review(READ, "accept", by="desk-1")
    rejected = review(READ, "reject", by="desk-2", after=accepted)
    again = review(READ, "accept", by="desk-1", after=rejected)
    assert len({accepted.id, rejected.id, again.id}) == 3
    assert ids([READ, accepted, rejected]) == []
    assert ids([READ, accepted, rejected, again], "reviewed") == ["c-1"]


def test_the_same_decision_of_one_person_is_one_entry_and_of_two_persons_two():
    assert review(READ, "accept", by="desk-1") == review(READ, "accept", by="desk-1")
    assert review(READ, "accept", by="desk-1").id != review(READ, "accept", by="desk-2").id


def test_a_decision_taken_back_decides_nothing():
    rejected = review(READ, "reject")
    back = Withdrawal(id="w-1", corrects=rejected.id)
    assert ids([READ, rejected, back]) == ["c-1"]
    assert ids([READ, rejected, back], "reviewed") == []


def test_an_amended_claim_stands_in_the_place_of_the_old_one_and_is_reviewed():
    better, decision = amend(READ, {"place": "Sampletown"}, reason="see line 3", by="desk-1")
    assert (better.reader, better.corrects, decision.replaced_by) == (None, "c-1", better.id)
    assert ids([READ, better, decision]) == [better.id]
    assert ids([READ, better, decision], "reviewed") == [better.id]


def test_an_amendment_taken_back_leaves_the_older_decision():
    accepted = review(READ, "accept")
    better, decision = amend(READ, {"place": "Sampletown"})
    back = Withdrawal(id="w-1", corrects=better.id)
    assert ids([READ, better, decision, back], "reviewed") == []
    assert ids([READ, accepted, better, decision, back], "reviewed") == ["c-1"]


def test_the_same_amendment_twice_is_one_entry():
    assert amend(READ, {"place": "Sampletown"}) == amend(READ, {"place": "Sampletown"})


def test_an_amendment_is_checked():
    with pytest.raises(InvalidClaimError) as refused:
        amend(READ, {"act": "detenion", "date": "30.11.2020"})
    assert len(refused.value.problems) == 2
    with pytest.raises(ClaimsError, match="reader"):
        amend(READ, {"reader": "x"})
    with pytest.raises(ClaimsError, match="colour"):
        amend(READ, {"colour": "x"})


def test_there_are_no_other_decisions_and_bases():
    with pytest.raises(ClaimsError, match="accept or reject"):
        review(READ, "amend")
    with pytest.raises(ClaimsError, match="all or reviewed"):
        standing_claims([], basis="some")  # type: ignore[arg-type]


STEPS = st.lists(st.sampled_from(["accept", "reject", "amend", "withdraw", "read", "code"]), max_size=12)


def ledger_of(steps: list[str]) -> MemoryLedger:
    """A ledger in which these things happened one after the other, each to the newest entry it can."""
    ledger = MemoryLedger()
    last = None
    for number, step in enumerate(steps):
        stand = standing_claims(ledger.known_at())
        target = stand[-1] if stand else None
        written: list = []
        if step in ("read", "code"):
            reader = "rules-en 1" if step == "read" else None
            written = [claim(f"c-{number}", reader=reader)]
        elif step == "withdraw" and last is not None:
            written = [Withdrawal(id=f"w-{number}", corrects=last)]
        elif step == "amend" and target is not None:
            written = list(amend(target, {"note": str(number)}))
        elif target is not None and step != "withdraw":
            written = [review(target, step, reason=str(number))]
        if written:
            last = written[0].id
            ledger.append(written, at="2026-11-22", by="desk")
    return ledger


@given(STEPS)
def test_reviewed_claims_are_claims_that_stand(steps):
    entries = tuple(ledger_of(steps).known_at())
    assert set(ids(entries, "reviewed")) <= set(ids(entries))
    decided = decisions(in_force(entries))
    for stands in standing_claims(entries, basis="reviewed"):
        assert stands.reader is None or decided[stands.id] == "accept"


@given(STEPS)
def test_hidden_entries_in_the_answer_change_nothing(steps):
    entries = tuple(ledger_of(steps).known_at())
    assert ids(in_force(entries)) == ids(entries)


@given(STEPS, st.integers(0, 12))
def test_what_is_written_later_leaves_an_earlier_answer_alone(steps, number):
    early, late = ledger_of(steps[:number]), ledger_of(steps)
    moment = early.head().recorded_at
    if moment:
        assert ids(late.known_at(moment)) == ids(early.known_at())


def test_machine_read_claims_are_never_reviewed_by_another_claims_review():
    other = claim("c-3", reader="rules-en 1")
    assert ids([READ, other, review(other, "accept")], "reviewed") == ["c-3"]
    assert isinstance(standing_claims([READ])[0], Claim)
