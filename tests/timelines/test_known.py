"""The chronicle that is kept between questions equals the one folded anew."""

import sys
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timelines.test_timeline import stories

from tizim.claims import Review
from tizim.documents import Document, Passage
from tizim.identity import Judgement, mentions_of
from tizim.ledger import MemoryDerived, MemoryLedger, Withdrawal
from tizim.timelines import chronicle, known

known_module = sys.modules["tizim.timelines.known"]
NOW = "2021-01-01T00:00:00.000000Z"


def same(one, other):
    """Two chronicles tell the same, however their lives are kept."""
    assert dict(one.lives) == dict(other.lives)
    assert (one.doubts, one.groups, one.unreviewed) == (other.doubts, other.groups, other.unreviewed)


@settings(deadline=None)
@given(stories(), stories())
def test_what_is_kept_and_brought_up_to_date_equals_a_full_fold(first, second):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append(first, at=NOW, by="tester")
    same(known(ledger, derived), chronicle(ledger.known_at()))
    same(known(ledger, derived), chronicle(ledger.known_at()))
    ledger.append(second, at=NOW, by="tester", skip_known=True)
    same(known(ledger, derived), chronicle(ledger.known_at()))


ADDED = st.sampled_from(["document", "original", "accept", "reject", "amend", "withdraw", "passage", "claim"])


def added(what, number, claims):
    """One more entry of that kind."""
    told = claims[number % len(claims)]
    base = {"file_name": "x.txt", "media_type": "text/plain", "size": 1, "sha256": str(number)}
    if what in ("accept", "reject"):
        return Review(id=f"r-{number}", claim_id=told.id, decision=what)
    return {
        "document": Document(id=f"d-new-{number}", date="2020-01-01", **base),
        "original": Document(id="d-first", date="2019-01-01", **base),
        "amend": replace(told, id=f"c-amended-{number}", corrects=told.id, reader=None, act="release"),
        "withdraw": Withdrawal(id=f"w-{number}", corrects=told.id),
        "passage": Passage(id=f"p-{number}", document_id="d-1", locator="row 1"),
        "claim": replace(told, id=f"c-new-{number}"),
    }[what]


@settings(deadline=None)
@given(stories().filter(bool), st.lists(ADDED, max_size=6, unique=True), st.sampled_from(["all", "reviewed"]))
def test_whatever_is_written_next_the_answer_equals_a_full_fold(told, following, basis):
    ledger, derived = MemoryLedger(), MemoryDerived()
    reprint = Document(
        id="d-1", file_name="a", media_type="t", size=1, sha256="0", date="2021-01-01", reprints="d-first"
    )
    read = [replace(one, reader="en-rules 1") for one in told]
    ledger.append([reprint, *read], at=NOW, by="tester")
    known(ledger, derived, basis=basis)
    for number, what in enumerate(following):
        ledger.append([added(what, number, read)], at=NOW, by="tester")
        same(known(ledger, derived, basis=basis), chronicle(ledger.known_at(), basis=basis))


def test_accepting_and_adding_material_folds_nobody_anew(claim, monkeypatch):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append([claim("pretrial_detention", "2020-01-01", reader="en-rules 1")], at=NOW, by="tester")
    known(ledger, derived)
    ledger.append(
        [
            Review(id="r-1", claim_id="c-1", decision="accept"),
            Document(id="d-9", file_name="x", media_type="t", size=1, sha256="9"),
        ],
        at=NOW,
        by="tester",
    )
    monkeypatch.setattr(known_module, "chronicle", None)
    assert known(ledger, derived).unreviewed == frozenset()


def test_doubts_and_groups_survive_being_kept(claim):
    ledger, derived = MemoryLedger(), MemoryDerived()
    one = claim("pretrial_detention", "2020-01-01")
    other = claim("pretrial_detention", "2020-01-01", person="Arman Tessov", document_id="d-2")
    group = claim(
        "conviction", person=None, group="people", count_min=3, level="figure", status_as_of="2020-02-01"
    )
    (left,), (right,) = mentions_of([one]), mentions_of([other])
    unsure = Judgement(id="j-1", left=left.id, right=right.id, verdict="unsure")
    ledger.append([one, other, group, unsure], at=NOW, by="tester")
    known(ledger, derived)
    kept = known(ledger, derived)
    assert kept.doubts and kept.groups
    same(kept, chronicle(ledger.known_at()))
    assert all(kept.lives.roots(one) == chronicle(ledger.known_at()).lives.roots(one) for one in kept.lives)


def test_an_earlier_moment_is_told_from_its_own_entries(claim):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append([claim("pretrial_detention", "2020-01-01")], at=NOW, by="tester")
    then = ledger.head().recorded_at
    before = known(ledger, derived, at=then)
    ledger.append([claim("release", "2020-02-01")], at="2022-01-01T00:00:00.000000Z", by="tester")
    same(known(ledger, derived, at=then), before)
