"""The chronicle that is kept between questions equals the one folded anew."""

import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timelines.test_timeline import stories

from tizim.claims import Review
from tizim.documents import Document, Passage
from tizim.identity import VERDICTS, Judgement, mention_id, mentions_of
from tizim.ledger import MemoryDerived, MemoryLedger, Withdrawal
from tizim.timelines import chronicle, known

known_module = sys.modules["tizim.timelines.known"]
NOW = "2021-01-01T00:00:00.000000Z"


def same(one, other):
    """Two chronicles tell the same, however their lives are kept."""
    assert dict(one.lives) == dict(other.lives)
    assert list(one.lives) == list(other.lives)
    assert (one.doubts, one.groups, one.unreviewed) == (other.doubts, other.groups, other.unreviewed)
    assert (one.contradictions, one.strays) == (other.contradictions, other.strays)


@settings(deadline=None)
@given(stories(), stories())
def test_what_is_kept_and_brought_up_to_date_equals_a_full_fold(first, second):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append(first, at=NOW, by="tester")
    same(known(ledger, derived), chronicle(ledger.known_at()))
    same(known(ledger, derived), chronicle(ledger.known_at()))
    ledger.append(second, at=NOW, by="tester", skip_known=True)
    same(known(ledger, derived), chronicle(ledger.known_at()))


ADDED = st.sampled_from(
    "document reprint original accept reject amend withdraw restore passage claim spelled short group"
    " rejected judge unjudge undecide redate undocument".split()
)
SPELLED = ("Арман Тестов", "Armann Testov", "Arman Serikuly Testov", "Dana Probova", "Дана Пробова")
SHORT = ("Testov", "A. Testov", "Тестов", "Probova")
BASE = {"file_name": "x.txt", "media_type": "text/plain", "size": 1}


def added(what, number, claims, written):
    """One more entry of that kind."""
    told = claims[number % len(claims)]
    if what in ("accept", "reject"):
        return Review(id=f"r-{number}", claim_id=told.id, decision=what)
    if what in ("restore", "unjudge", "undecide", "undocument"):
        kind = {"restore": Withdrawal, "unjudge": Judgement, "undecide": Review, "undocument": Document}[what]
        found = [entry.id for entry in written if isinstance(entry, kind)]
        return Withdrawal(id=f"w-{number}", corrects=found[-1]) if found else None
    if what == "judge":
        return Judgement(id=f"j-{number}", verdict=VERDICTS[number % 3], **_two(claims, number))
    return {
        "document": Document(id=f"d-new-{number}", date="2020-01-01", sha256=str(number), **BASE),
        "reprint": Document(id=f"d-new-{number}", reprints="d-1", sha256=str(number), **BASE),
        "redate": Document(
            id=f"d-new-{number}", corrects="d-1", date="2019-05-01", sha256=str(number), **BASE
        ),
        "original": Document(id="d-first", date="2019-01-01", sha256=str(number), **BASE),
        "amend": replace(told, id=f"c-amended-{number}", corrects=told.id, reader=None, act="release"),
        "withdraw": Withdrawal(id=f"w-{number}", corrects=told.id),
        "passage": Passage(id=f"p-{number}", document_id="d-1", locator="row 1"),
        "claim": replace(told, id=f"c-new-{number}"),
        "rejected": Review(id=f"r-{number}", claim_id=f"c-new-{number - 1}", decision="reject"),
        "spelled": replace(told, id=f"c-new-{number}", person=SPELLED[number % 5], document_id="d-2"),
        "short": replace(told, id=f"c-new-{number}", person=SHORT[number % 4], document_id=f"d-{number % 2}"),
        "group": replace(told, id=f"c-new-{number}", person=None, group="people", count_min=number),
    }[what]


def _two(claims, number):
    mentions = [mention_id("d-1", "Arman Testov"), mention_id("d-2", SPELLED[number % 5])]
    left = mention_id(claims[0].document_id, claims[0].person or "")
    return {"left": left, "right": mentions[number % 2]}


@settings(deadline=None, max_examples=200)
@given(
    stories().filter(bool),
    st.lists(st.lists(ADDED, min_size=1, max_size=4), max_size=5),
    st.sampled_from(["all", "reviewed"]),
    st.sampled_from([0, 100]),
)
def test_whatever_is_written_next_the_answer_equals_a_full_fold(told, following, basis, left):
    ledger, derived, number = MemoryLedger(), MemoryDerived(), 0
    reprint = Document(
        id="d-1", file_name="a", media_type="t", size=1, sha256="0", date="2021-01-01", reprints="d-first"
    )
    read = [replace(one, reader="en-rules 1") for one in told]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(known_module, "_LEFT", left)
        ledger.append([reprint, *read], at=NOW, by="tester")
        known(ledger, derived, basis=basis)
        for step in following:
            written = list(ledger.known_at())
            made = [added(what, number + at, read, written) for at, what in enumerate(step)]
            number += len(step)
            ledger.append([one for one in made if one], at=NOW, by="tester", skip_known=True)
            same(known(ledger, derived, basis=basis), chronicle(ledger.known_at(), basis=basis))


@pytest.mark.parametrize("left", [0, 100])
def test_new_amended_rejected_and_judged_claims_are_told_without_all_the_others(claim, monkeypatch, left):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append(
        [
            claim("pretrial_detention", "2020-01-01"),
            claim("release", "2020-03-01"),
            claim("pretrial_detention", "2020-01-01", person="Dana Probova"),
        ],
        at=NOW,
        by="tester",
    )
    known(ledger, derived)
    monkeypatch.setattr(known_module, "anew", None)
    monkeypatch.setattr(known_module, "_LEFT", left)
    arman, dana = mention_id("d-1", "Arman Testov"), mention_id("d-1", "Dana Probova")
    for written in (
        claim("conviction", "2020-02-01", person="Арман Тестов", document_id="d-2"),
        claim("release", "2020-03-05", corrects="c-2"),
        Review(id="r-1", claim_id="c-1", decision="reject"),
        Withdrawal(id="w-1", corrects="c-3"),
        Withdrawal(id="w-2", corrects="w-1"),
        Judgement(id="j-1", left=arman, right=dana, verdict="unsure"),
        Withdrawal(id="w-3", corrects="j-1"),
        Document(id="d-3", file_name="x", media_type="t", size=1, sha256="9"),
    ):
        ledger.append([written], at=NOW, by="tester")
        same(known(ledger, derived), chronicle(ledger.known_at()))


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


def test_a_moment_after_which_nothing_was_written_is_answered_with_what_is_kept(claim):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append([claim("pretrial_detention", "2020-01-01")], at=NOW, by="tester")
    known(ledger, derived)
    head = ledger.head()
    ledger.known_at = lambda *asked, **more: pytest.fail("everything was read anew")
    for moment in (head.recorded_at, "2030-01-01"):
        assert len(known(ledger, derived, at=moment).lives) == 1


@settings(deadline=None)
@given(stories(), stories())
def test_a_life_that_passes_is_the_life_and_its_version_changes_with_it_alone(first, second):
    ledger, derived = MemoryLedger(), MemoryDerived()
    ledger.append(first, at=NOW, by="tester")
    before = known(ledger, derived).lives
    assert [*before.passing(before)] == [before[one] for one in before]
    ledger.append(second, at=NOW, by="tester", skip_known=True)
    for after in (known(ledger, derived).lives, known(ledger, derived).lives):
        old, new = dict(before.versions()), dict(after.versions())
        assert list(new) == list(after)
        assert all((old.get(one) == new[one]) == (one in before and before[one] == after[one]) for one in new)
