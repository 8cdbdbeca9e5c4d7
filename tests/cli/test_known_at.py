"""What is recorded after K changes nothing in the answer for K."""

import pytest

from tests.cli.conftest import copied

DAY = ("--as-of", "2020-11-30")
FIRST = """
person,act,date,outcome
Aru Sampleva,pretrial_detention,2020-11-01,pretrial P2M
Olzhas Namebay,house_arrest,2020-11-05,
Dana Inventova,sentence,2020-11-10,imprisonment P4Y
"""
LATER = """
person,act,date
Olzhas Namebay,release,2020-11-20
Timur Madeupov,pretrial_detention,2020-11-15
Aru Sampleva,death,2020-11-28
"""
QUESTIONS = (
    ("list", "in-custody", *DAY, "--format", "csv"),
    ("list", "prisoners", *DAY, "--reviewed"),
    ("tally", "in-custody", *DAY, "--format", "json"),
    ("explain", "in-custody", *DAY),
    ("explain", "in-custody", *DAY, "--format", "json"),
    ("person", "Sampleva", *DAY, "--format", "json"),
    ("claims", "--format", "csv"),
)


@pytest.fixture(scope="module")
def then(blank, tmp_path_factory):
    """The register at K, the moment, and the answers of then."""
    desk = copied(blank, tmp_path_factory.mktemp("then"))
    desk.runs("import", desk.table(FIRST, "first.csv"), "--reader", "rules 1")
    moment = desk.asks("claims")[-1]["recorded_at"]
    return desk, moment, answers(desk, moment)


@pytest.fixture
def known(then, tmp_path):
    desk, moment, before = then
    return copied(desk.home, tmp_path), moment, before


def answers(desk, moment):
    """Every answer for K."""
    asked = [(*question, "--known-at", moment) for question in QUESTIONS]
    return {one: desk.runs(*one).out for one in asked}


def ids(desk):
    return {claim["person"]: claim["id"] for claim in desk.asks("claims")}


def new_claims(desk):
    desk.takes(LATER, "later.csv")


def correction(desk):
    desk.runs("review", "amend", ids(desk)["Olzhas Namebay"], "--set", "act=pretrial_detention")


def correction_of_a_correction(desk):
    correction(desk)
    desk.runs("review", "amend", ids(desk)["Olzhas Namebay"], "--set", "date=2020-12-05")


def rejection(desk):
    desk.runs("review", "reject", ids(desk)["Aru Sampleva"])


def acceptance(desk):
    desk.runs("review", "accept", "--where", "reviewed=no")


def withdrawal(desk):
    desk.runs("withdraw", *ids(desk).values())


def undoing(desk):
    desk.runs("undo-import", desk.asks("claims")[0]["document_id"])


def judgement(desk):
    one, two, *_ = [one["id"] for one in desk.asks("list", *DAY)["people"]]
    desk.runs("judge", one, two, "same")


CHANGES = (
    new_claims, correction, correction_of_a_correction, rejection, acceptance, withdrawal, undoing, judgement,
)  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_later_entry_changes_nothing_for_k(known, change):
    desk, moment, before = known
    now = desk.runs("list", *DAY, "--format", "csv").out + desk.runs("tally", *DAY, "--reviewed").out
    change(desk)
    assert answers(desk, moment) == before
    later = desk.runs("list", *DAY, "--format", "csv").out + desk.runs("tally", *DAY, "--reviewed").out
    assert later != now


def test_a_difference_between_two_moments_tells_what_became_known(known):
    desk, moment, _ = known
    new_claims(desk)
    found = desk.asks("diff", "in-custody", "--to", DAY[1], "--known-from", moment)
    changes = {(one["name"], one["what"], one["why"]) for one in found["changes"]}
    assert changes == {
        ("Timur Madeupov", "joined", "newly_known"),
        ("Olzhas Namebay", "left", "ended"),
        ("Aru Sampleva", "left", "died"),
    }
    assert found["from"]["known_at"] == moment and found["to"]["known_at"] is None


def test_the_same_question_is_answered_the_same_with_and_without_what_was_kept(known):
    desk, _, _ = known
    first = desk.runs("list", *DAY, "--format", "json").out
    assert desk.runs("list", *DAY, "--format", "json").out == first
    new_claims(desk)
    moment = desk.asks("claims")[-1]["recorded_at"]
    kept = desk.asks("list", *DAY)
    folded = desk.asks("list", *DAY, "--known-at", moment)
    assert {**kept, "known_at": moment} == folded
