"""A surname alone, in a document that does not say whose, may be anybody of that name in other documents."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import Judgement, mention_id
from tizim.ledger import MemoryLedger
from tizim.tallies import definition, tally
from tizim.timelines import chronicle

DAY = date(2021, 6, 1)
AT = "2021-07-01T00:00:00.000000Z"


def counted(name, *claims, judgements=()):
    ledger = MemoryLedger()
    documents = [
        Document(
            id=f"d-{one}",
            file_name=f"{one}.txt",
            sha256=one,
            media_type="text/plain",
            size=1,
            date="2021-05-01",
        )
        for one in "12"
    ]
    ledger.append([*documents, *claims, *judgements], at=AT, by="tester")
    found = tally(definition(name), chronicle(ledger.known_at()), as_of=DAY)
    return found.at_least, found.at_most


def told(number, person, act, day="2021-02-01", **fields):
    number, document = str(number).split(".") if "." in str(number) else (number, "1")
    return Claim(
        id=f"c-{number}",
        passage_id="s",
        document_id=f"d-{document}",
        person=person,
        act=act,
        date=day,
        **fields,
    )


HELD = told("1.1", "Serik Testov", "pretrial_detention", "2021-04-01")


def test_a_surname_elsewhere_adds_nobody_for_sure():
    elsewhere = told("2.2", "Testov", "pretrial_detention", "2021-04-02")
    assert counted("in-custody", HELD, elsewhere) == (1, 2)


def test_a_release_told_of_a_surname_elsewhere_may_be_of_whom_is_counted():
    assert counted("in-custody", HELD) == (1, 1)
    assert counted("in-custody", HELD, told("2.2", "Testov", "release", "2021-05-01")) == (0, 1)


def test_one_release_takes_one_of_two_away():
    other = told("3.1", "Marat Testov", "pretrial_detention", "2021-04-01")
    assert counted("in-custody", HELD, other, told("2.2", "Testov", "release", "2021-05-01")) == (1, 2)


def test_a_surname_that_nobody_else_bears_counts():
    assert counted("in-custody", told("2.2", "Testov", "pretrial_detention", "2021-04-02")) == (1, 1)


def test_a_surname_judged_to_be_another_person_counts():
    elsewhere = told("2.2", "Testov", "pretrial_detention", "2021-04-02")
    another = Judgement(
        id="j-1",
        left=mention_id("d-1", "Serik Testov"),
        right=mention_id("d-2", "Testov"),
        verdict="different",
    )
    assert counted("in-custody", HELD, elsewhere, judgements=[another]) == (2, 2)


def test_what_happened_to_a_surname_elsewhere_counts_where_nobody_of_the_name_does():
    convicted = told("2.2", "Testov", "conviction", "2021-03-01")
    assert counted("convicted", HELD, convicted) == (1, 1)
    assert counted("convicted", told("1.1", "Serik Testov", "conviction"), convicted) == (1, 2)


@pytest.mark.parametrize("word", ["@testbek", "Tesstof", "Probova"])
def test_an_account_or_a_word_alone_adds_nobody_for_sure(word):
    other = told("2.2", word, "pretrial_detention", "2021-04-01")
    assert counted("in-custody", HELD, other) == (1, 2)
    assert counted("in-custody", other) == (1, 1)
    convicted = told("2.2", word, "conviction", "2021-03-01")
    assert counted("convicted", told("1.1", "Serik Testov", "conviction"), convicted) == (1, 2)


ACTS = st.sampled_from(
    ["detention", "pretrial_detention", "house_arrest", "release", "sentence", "conviction", "fine", "death"]
)
DAYS = st.sampled_from(["2021-02-01", "2021-03", "2021-04-10", "2021-05-20", "2021", "2021-07-01"])
CLAIMS = st.lists(
    st.tuples(ACTS, DAYS, st.sampled_from(["", "imprisonment P1M", "imprisonment P2Y"])), max_size=3
)


@pytest.mark.parametrize("name", ["in-custody", "convicted", "restricted", "deaths", "prisoners"])
@settings(max_examples=60)
@given(long=CLAIMS, other=CLAIMS, short=CLAIMS)
def test_bounds_hold_whoever_the_surname_is(name, long, other, short):
    claims = [
        told(
            f"{place}{at}.{document}", person, act, day, outcome=(text or None) if act == "sentence" else None
        )
        for place, document, person, acts in (
            (1, 1, "Serik Testov", long),
            (2, 1, "Marat Testov", other),
            (3, 2, "Testov", short),
        )
        for at, (act, day, text) in enumerate(acts)
    ]
    low, high = counted(name, *claims)
    mentions = [mention_id("d-1", one) for one in ("Serik Testov", "Marat Testov")]
    for verdicts in (("different", "different"), ("same", "different"), ("different", "same")):
        judgements = [
            Judgement(id=f"j-{at}", left=one, right=mention_id("d-2", "Testov"), verdict=verdict)
            for at, (one, verdict) in enumerate(zip(mentions, verdicts, strict=True))
        ]
        least, most = counted(name, *claims, judgements=judgements)
        assert low <= least and most <= high, (verdicts, (low, high), (least, most))
