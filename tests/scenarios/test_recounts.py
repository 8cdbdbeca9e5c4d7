"""The coded reports, recounted: what the lists and tallies of real reports come to."""

from datetime import date
from pathlib import Path

import pytest
from tests.scenarios import gold

from tizim.claims import Claim, confirmations, documents_by_id
from tizim.tallies import definition, documents_meant, load_definition, tally
from tizim.timelines import chronicle

HERE = Path(__file__).parent / "definitions"
DAY = date(2020, 11, 30)


@pytest.fixture(scope="module")
def entries(shared):
    return gold.entries(shared)


def counted(entries, name, day):
    path = HERE / f"{name}.yml"
    of = load_definition(path) if path.is_file() else definition(name)
    return tally(of, chronicle(entries, documents=documents_meant(of, entries)), as_of=day)


def bounds(part):
    return (part.at_least, part.at_most)


def test_the_list_of_political_prisoners_recounts(entries):
    found = counted(entries, "odf-2020-11-30", DAY)
    named = {code: sum(one.fit.code == code for one in found.members) for code in found.parts}
    assert named == {"pretrial": 14, "serving_for_movement": 6, "serving_for_other": 7, "psychiatric": 1}
    assert len(found.members) == 28
    assert bounds(found) == (26, 28)
    assert {one.fit.why for one in found.doubtful} == {"in_doubt", "by_definition"}


def test_nine_people_are_under_house_arrest(entries):
    assert bounds(counted(entries, "house-arrest", DAY)) == (9, 9)


def test_five_people_died(entries):
    found = counted(entries, "deaths", DAY)
    assert bounds(found) == (5, 5)


def test_the_headline_is_the_sum_of_exclusive_classes(entries):
    found = counted(entries, "article-405", date(2021, 7, 7))
    assert {code: part.at_least for code, part in found.parts.items()} == {
        "convicted": 58,
        "in_custody": 18,
        "under_investigation": 59,
    }
    assert bounds(found) == (135, None)


def test_officials_officers_and_spies_stand_in_no_tally_of_the_persecuted(entries):
    against = {one.id for one in entries if isinstance(one, Claim) and one.role != "victim"}
    assert len(against) == 21
    for name in (
        "in-custody",
        "prisoners",
        "house-arrest",
        "restricted",
        "deaths",
        "convicted",
        "detentions",
    ):
        for day in (date(2014, 1, 1), DAY, date(2021, 7, 7)):
            assert not against.intersection(counted(entries, name, day).because)


def test_the_reprint_confirms_nothing(entries):
    told = [one for one in entries if isinstance(one, Claim) and one.event == "fig-135"]
    assert {one.document_id for one in told} == {"d-000", "d-001"}
    assert confirmations(told, documents_by_id(entries)).documents == ("d-000",)


def test_an_unnamed_speaker_stays_unnamed(entries):
    protected = [
        one for one in entries if isinstance(one, Claim) and one.id.startswith("c-000-") and not one.person
    ]
    assert protected
    lives = chronicle(entries).lives.values()
    assert not {one.id for one in protected}.intersection(
        *[{c for life in lives for c in life.person.claim_ids}]
    )
