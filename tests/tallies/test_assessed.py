"""Lists that ask what people decided: assessed by a set, confirmed by a second, recognised by a group."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tallies.doubting import AT, DAY, PACE, decisions, definitions, doubts
from tests.tallies.test_lasting import DAYS, shown
from tests.tallies.test_left_unread import chronicle_with_claims

from tizim.assessments import Determination, Recognition
from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import Judgement, mention_id
from tizim.ledger import MemoryLedger, Withdrawal
from tizim.tallies import (
    Lasting,
    TallyError,
    counted,
    definition,
    definition_text,
    difference,
    parse_definition,
    tally,
)
from tizim.timelines import KeptLives, chronicle

PRISONERS = definition("political-prisoners")
FIRST, SECOND = mention_id("d-1", "Serik Testov"), mention_id("d-2", "Marat Ülgiev")


def claim(number, document, person, act="pretrial_detention", day="2020-05-01", **more):
    fields = {"passage_id": f"s-{number}", "document_id": document, "person": person, "act": act, "date": day}
    return Claim(id=f"c-{number}", **fields | more)


def met(by, mention=FIRST, finding="met", **more):
    fields = {
        "id": f"k-{by}-{mention}-{finding}", "mention_id": mention, "finding": finding,
        "criteria_set": "PACE-1900-2012/1", "criterion": "a", "passages_for": ("s-1",),
    }  # fmt: skip
    return Determination(**fields | more)


@pytest.fixture
def book():
    """A ledger with two people held since May; it gives what is told and decided at a moment."""
    ledger = MemoryLedger()
    papers = [
        Document(
            id=f"d-{n}", file_name=f"{n}.txt", sha256=n, media_type="text/plain", size=1, date="2020-06-01"
        )
        for n in "12"
    ]
    held = [claim(1, "d-1", "Serik Testov"), claim(2, "d-2", "Marat Ülgiev")]
    ledger.append([*papers, *held], at=AT.format(0), by="reader")
    return ledger


def asked(ledger, of=PRISONERS, at=None, day=DAY):
    entries = tuple(ledger.known_at(at))
    told = chronicle(entries)
    return tally(of.bound_to(entries), told, as_of=day, known_at=at), told


def bounds(ledger, **more):
    found, _ = asked(ledger, **more)
    return found.at_least, found.at_most


def test_a_definition_that_asks_for_decisions_counts_nothing_without_them(book):
    with pytest.raises(TallyError, match="not bound"):
        tally(PRISONERS, chronicle(book.known_at()), as_of=DAY)


def test_nobody_is_a_political_prisoner_whom_nobody_assessed(book):
    assert bounds(book) == (0, 0)


def test_one_assessor_makes_a_perhaps_and_the_second_confirms(book):
    book.append([met("one")], at=AT.format(1), by="one")
    found, _ = asked(book)
    assert (found.at_least, found.at_most) == (0, 1)
    assert [(one.fit.why, one.sure, one.fit.decided) for one in found.members] == [
        ("not_confirmed", False, (f"k-one-{FIRST}-met",))
    ]
    book.append([met("two")], at=AT.format(2), by="two")
    assert bounds(book) == (1, 1)
    assert bounds(book, at=AT.format(1)) == (0, 1)


def test_assessors_who_disagree_leave_it_open_and_a_withdrawal_takes_effect(book):
    book.append([met("one")], at=AT.format(1), by="one")
    other = [met("two", finding="not_met", criterion=one, id=f"k-{one}") for one in "abcde"]
    book.append(other, at=AT.format(2), by="two")
    found, _ = asked(book)
    assert [one.fit.why for one in found.members] == ["contested"]
    book.append([Withdrawal(id="w", corrects=f"k-one-{FIRST}-met")], at=AT.format(3), by="one")
    assert bounds(book) == (0, 0)


def test_whoever_is_not_deprived_of_liberty_is_persecuted_and_no_prisoner(book):
    book.append([claim(3, "d-1", "Serik Testov", "sentence", "2020-06-01", outcome="restriction_of_liberty P1Y")],
                at=AT.format(1), by="reader")  # fmt: skip
    book.append([met("one")], at=AT.format(2), by="one")
    book.append([met("two")], at=AT.format(3), by="two")
    assert bounds(book) == (0, 0)
    assert bounds(book, of=definition("politically-persecuted")) == (1, 1)


def test_a_decision_on_one_of_two_joined_mentions_is_about_the_person(book):
    book.append([met("one", SECOND)], at=AT.format(1), by="one")
    book.append([met("two", FIRST)], at=AT.format(2), by="two")
    assert bounds(book) == (0, 2)
    book.append([Judgement(id="j", left=FIRST, right=SECOND, verdict="same")], at=AT.format(3), by="one")
    assert bounds(book) == (1, 1)
    book.append([Withdrawal(id="w", corrects="j")], at=AT.format(4), by="one")
    assert bounds(book) == (0, 2)


def test_a_list_of_those_whom_a_group_recognised_by_the_day(book):
    text = """
name: recognised
recognised: {by: Testers Union}
classes: {held: {states: [pretrial_detention]}}
"""
    of = parse_definition(text, where="x")
    word = Recognition(id="g", mention_id=FIRST, group="testers  union", stance="recognised", date="2020-06")
    book.append([word], at=AT.format(1), by="one")
    assert [bounds(book, of=of, day=date(2020, *day)) for day in ((5, 31), (6, 15), (6, 30))] == [
        (0, 0), (0, 1), (1, 1)
    ]  # fmt: skip
    back = replace(word, id="g2", stance="withdrawn", date="2020-07-10")
    book.append([back], at=AT.format(2), by="one")
    assert [bounds(book, of=of, day=date(2020, 7, day)) for day in (9, 10)] == [(1, 1), (0, 0)]


def test_who_joined_because_assessed_and_who_left_because_that_no_longer_holds(book):
    before, _ = asked(book)
    book.append([met("one")], at=AT.format(1), by="one")
    between, told = asked(book)
    found = difference(PRISONERS.bound_to(book.known_at()), before, between, told=told, recorded={})
    assert [(one.what, one.why) for one in found.changes] == [("joined", "assessed_since")]
    book.append([Withdrawal(id="w", corrects=f"k-one-{FIRST}-met")], at=AT.format(2), by="one")
    after, told = asked(book)
    found = difference(PRISONERS.bound_to(book.known_at()), between, after, told=told, recorded={})
    assert [(one.what, one.why) for one in found.changes] == [("left", "assessment_withdrawn")]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (("states: [imprisonment]", "states: [restriction_of_liberty]"), "no deprivation of liberty"),
        (("psychiatric_detention: deprived, ", ""), "say it under 'liberty'"),
        (("house_arrest: open", "house_arrest: not_deprived"), "no deprivation of liberty"),
        (("    doubtful: true\n", ""), "doubtful: true"),
        (("called: political_prisoner", "called: hero"), "called is"),
        (("    called: political_prisoner\n", ""), "say whether"),
        (("PACE-1900-2012/1", "PACE-1900-2012/9"), "version 9"),
        (("confirmed: true", "confirmed: often"), "true or false"),
        (("counting_unit: individual", "counting_unit: act"), "neither acts"),
        (("states: [imprisonment]", "acts: [conviction]"), "name states"),
    ],
)
def test_a_definition_by_which_somebody_at_liberty_is_a_political_prisoner_is_refused(change, said):
    text = definition_text("political-prisoners")
    assert change[0] in text
    with pytest.raises(TallyError, match=said):
        parse_definition(text.replace(*change), where="x")


@settings(deadline=None, max_examples=60)
@given(doubts(), definitions(), st.lists(decisions(), min_size=1, max_size=3), st.lists(DAYS, max_size=3))
def test_whatever_is_decided_a_count_of_those_concerned_is_that_of_everybody(group, of, written, days):
    told = chronicle_with_claims(*group)
    told = replace(told, lives=KeptLives.of(told.lives))
    for entries in written:
        bound = replace(of, wish=PACE).bound_to(entries)
        among = [one for one in told.lives if bound.decisions().touches(told.lives.mention_ids(one))]
        for day in (DAY, *days):
            wanted = shown(tally(bound, told, as_of=day))
            assert shown(counted(Lasting(bound), told, as_of=day)) == wanted
            assert shown(counted(Lasting(bound, among), told, as_of=day)) == wanted
