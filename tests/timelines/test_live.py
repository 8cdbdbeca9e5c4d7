"""What is held in memory and goes on with the ledger equals a full fold, and what was given out stays."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timelines.test_known import ADDED, NOW, added
from tests.timelines.test_timeline import stories

from tizim.documents import Document
from tizim.identity import Judgement, Roll, mention_id
from tizim.ledger import MemoryDerived, MemoryLedger
from tizim.timelines import Live, chronicle, known, live

REPRINT = Document(
    id="d-1", file_name="a", media_type="t", size=1, sha256="0", date="2021-01-01", reprints="d-first"
)


def same(one, other):
    """Two chronicles tell the same, in whatever order their lives come."""
    assert dict(one.lives) == dict(other.lives)
    assert (one.doubts, one.groups, one.unreviewed) == (other.doubts, other.groups, other.unreviewed)
    assert (one.contradictions, one.strays) == (other.contradictions, other.strays)


def steps_of(following, read, ledger):
    """Appends what is asked for, step by step."""
    number = 0
    for step in following:
        written = list(ledger.known_at())
        made = [added(what, number + at, read, written) for at, what in enumerate(step)]
        number += len(step)
        ledger.append([one for one in made if one], at=NOW, by="tester", skip_known=True)
        yield step


@settings(deadline=None, max_examples=200)
@given(
    stories().filter(bool),
    st.lists(st.lists(ADDED, min_size=1, max_size=4), max_size=6),
    st.sampled_from(["all", "reviewed"]),
    st.booleans(),
)
def test_whatever_is_written_what_is_held_equals_a_full_fold(told, following, basis, keeps):
    ledger, derived = MemoryLedger(), MemoryDerived()
    read = [replace(one, reader="en-rules 1") for one in told]
    ledger.append([REPRINT, *read], at=NOW, by="tester")
    held = Live(ledger, derived, basis)
    first = held.known()
    before = dict(first.told.lives), chronicle(ledger.known_at(), basis=basis)
    for _ in steps_of(following, read, ledger):
        earlier = held.known().told if held.at_hand is None else held.at_hand.told
        lives = dict(earlier.lives)
        now, whole = held.known(), chronicle(ledger.known_at(), basis=basis)
        same(now.told, whole)
        assert now.roll.people().doubts == tuple(now.roll.doubts(now.roll.persons))
        touched = now.told.lives.changed_since(earlier.lives)
        other = {one for one in {*lives, *whole.lives} if lives.get(one) != whole.lives.get(one)}
        assert touched is None or other <= touched
        if keeps:
            held.keep()
            same(known(ledger, derived, basis=basis), whole)
            same(Live(ledger, derived, basis).known().told, whole)
    assert dict(first.told.lives) == before[0]
    same(first.told, before[1])


def test_entries_of_another_process_are_taken_in_without_all_the_others(claim, monkeypatch):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append([claim("pretrial_detention", "2020-01-01")], at=NOW, by="tester")
    held, other = Live(ledger, derived), Live(ledger, derived)
    held.known()
    monkeypatch.setattr(live, "anew", None)
    other.known()
    ledger.append([claim("release", "2020-02-01")], at=NOW, by="somebody else")
    same(held.known().told, chronicle(ledger.known_at()))
    same(other.known().told, chronicle(ledger.known_at()))
    assert held.unkept == 1
    held.keep()
    assert held.unkept == 0
    assert list(Live(ledger, derived).known().told.lives) == list(chronicle(ledger.known_at()).lives)


def test_what_fails_on_the_way_is_begun_again(claim, monkeypatch):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append([claim("pretrial_detention", "2020-01-01")], at=NOW, by="tester")
    held = Live(ledger, derived)
    held.known()
    ledger.append([claim("release", "2020-02-01")], at=NOW, by="tester")
    with monkeypatch.context() as patched:
        patched.setattr(Roll, "strays", None)
        with pytest.raises(TypeError):
            held.known()
    same(held.known().told, chronicle(ledger.known_at()))


def test_nobody_is_touched_by_what_changes_nobody(claim):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append(
        [claim("pretrial_detention", "2020-01-01"), claim("release", "2020-01-03", person="Dana Probova")],
        at=NOW,
        by="tester",
    )
    held = Live(ledger, derived)
    before = held.known().told
    ledger.append(
        [Document(id="d-9", file_name="x", media_type="t", size=1, sha256="9")], at=NOW, by="tester"
    )
    assert held.known().told.lives.changed_since(before.lives) == frozenset()
    arman, dana = mention_id("d-1", "Arman Testov"), mention_id("d-1", "Dana Probova")
    ledger.append([Judgement(id="j-1", left=arman, right=dana, verdict="same")], at=NOW, by="tester")
    touched = held.known().told.lives.changed_since(before.lives)
    assert touched == {*before.lives}
