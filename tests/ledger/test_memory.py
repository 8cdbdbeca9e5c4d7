from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.notes import AT, histories, ledger_of, note, withdrawal

from tizim.ledger import Entry, MemoryDerived, MemoryLedger, in_force


@given(histories(), st.data())
def test_one_batch_or_many_give_the_same_standing_entries(history: list[Entry], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(history)))) | {0, len(history)})
    batches = [history[start:end] for start, end in pairwise(cuts)]
    many, one = ledger_of(*batches), ledger_of(history)
    assert [e.id for e in in_force(many.known_at())] == [e.id for e in in_force(one.known_at())]


@given(histories(), st.integers(0, 14))
def test_an_entry_after_a_moment_leaves_the_answer_for_that_moment_alone(
    history: list[Entry], count: int
) -> None:
    ledger = MemoryLedger()
    for entry in history[:count]:
        ledger.append([entry], at=AT, by="tester")
    moment = ledger.head().recorded_at or "2025-01-01"
    before = in_force(ledger.known_at(moment))
    for entry in history[count:]:
        ledger.append([entry], at=AT, by="tester")
    assert in_force(ledger.known_at(moment)) == before


def test_a_correction_hides_from_its_own_moment_on() -> None:
    ledger = ledger_of([note("a")])
    before = ledger.head().recorded_at
    ledger.append([withdrawal("w", "a")], at="2026-03-01", by="tester")
    assert [e.id for e in in_force(ledger.known_at(before))] == ["a"]
    assert [e.id for e in in_force(ledger.known_at())] == ["w"]


def test_what_was_computed_counts_only_for_the_digest_it_was_computed_from() -> None:
    derived = MemoryDerived()
    assert derived.load("people", "d1") is None
    derived.save("people", "d1", b"one")
    derived.save("people", "d2", b"two")
    assert derived.load("people", "d1") is None
    assert derived.load("people", "d2") == b"two"
