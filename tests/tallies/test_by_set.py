"""The two lists by a group's own set of criteria: made from the set, version by version."""

from dataclasses import replace

import pytest
from tests.assessments.test_sets import FIRST, SECOND
from tests.tallies.doubting import AT
from tests.tallies.test_assessed import asked, book, bounds, claim, met  # noqa: F401

from tizim.assessments import Determination, Sets, adopted, criteria_set, retired
from tizim.tallies import (
    TallyError,
    definition_known,
    every_shipped,
    names_by,
    names_known,
    parse_definition,
    text_known,
    with_set_written_out,
)

PRISONERS = "political-prisoners-by-OURS-1"
PERSECUTED = "politically-persecuted-by-OURS-1"


def sets(ledger):
    return Sets.of(ledger.known_at())


@pytest.fixture
def ours(book):  # noqa: F811
    """The same ledger with two versions of a group's own set; somebody is under house arrest."""
    book.append([adopted(FIRST, Sets())], at=AT.format(1), by="editor")
    book.append([adopted(SECOND, sets(book))], at=AT.format(2), by="editor")
    return book


def own(by, of="OURS/1", **more) -> Determination:
    one = met(by, **more)
    return replace(one, id=f"{one.id}-{of}", criteria_set=of, criterion="words")


def test_each_standing_version_has_its_two_lists(ours):
    known = sets(ours)
    assert names_known(known) == [
        *every_shipped(),
        *("political-prisoners-by-OURS-2", "politically-persecuted-by-OURS-2"), PRISONERS, PERSECUTED,
    ]  # fmt: skip
    ours.append([retired(known.own["OURS/1"], "replaced")], at=AT.format(3), by="editor")
    assert PRISONERS not in names_known(sets(ours))
    assert definition_known(PRISONERS, sets(ours)).wish.criteria == FIRST, (
        "editions by it can still be made again"
    )


def test_whoever_was_found_by_one_version_is_on_the_list_of_that_version_alone(ours):
    ours.append([own("x")], at=AT.format(4), by="editor")
    assert bounds(ours, of=definition_known(PRISONERS, sets(ours))) == (0, 1), "nobody has confirmed it"
    ours.append([own("z")], at=AT.format(5), by="second")
    assert bounds(ours, of=definition_known(PRISONERS, sets(ours))) == (1, 1)
    assert bounds(ours, of=definition_known("political-prisoners-by-OURS-2", sets(ours))) == (0, 0)


def test_house_arrest_and_psychiatry_follow_the_rule_of_the_version(ours):
    first, second = (definition_known(f"political-prisoners-by-OURS-{n}", sets(ours)) for n in (1, 2))
    assert {one.code: one.doubtful for one in first.classes} == {
        "imprisonment": False, "pretrial_detention": False, "house_arrest": False, "psychiatric_detention": True,
    }  # fmt: skip
    assert "house_arrest" not in [one.code for one in second.classes]
    called = {
        one.code: one.called
        for one in definition_known("politically-persecuted-by-OURS-2", sets(ours)).classes
    }
    assert called["house_arrest"] == "politically_persecuted" and "missing" not in called
    assert "house_arrest" not in [one.code for one in definition_known(PERSECUTED, sets(ours)).classes]


def test_the_lists_speak_three_languages_and_name_the_set_with_its_version(ours):
    for name in names_by(FIRST):
        of = definition_known(name, sets(ours))
        assert set(of.title) == set(of.note) == {"en", "ru", "kk"}
        assert "“Ours”, version 1" in of.title["en"] and "«Біздікі» жинағы" in of.title["kk"]
        assert all(set(one.title) == {"en", "ru", "kk"} for one in of.classes)


def test_a_definition_with_its_set_written_out_is_the_same_and_needs_no_register(ours):
    for name in (PRISONERS, PERSECUTED, "political-prisoners"):
        of = definition_known(name, sets(ours))
        text = with_set_written_out(text_known(name, sets(ours)), of)
        assert parse_definition(text, where=name) == of
    assert with_set_written_out("classes: {}", definition_known("prisoners")) == "classes: {}"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("political-prisoners-by-OURS-9", "no version '9'; there are 1, 2"),
        ("political-prisoners-by-THEIRS-1", "no set of criteria 'THEIRS'"),
        ("political-prisoners-by-OURS", "no definition"),
        ("political-prisoners-by-OURS-01", "no definition"),
    ],
)
def test_a_list_by_a_set_that_is_not_there_is_refused(ours, name, said):
    with pytest.raises(TallyError, match=said):
        definition_known(name, sets(ours))


def test_a_set_that_holds_nobody_makes_nobody_a_prisoner(book):  # noqa: F811
    book.append([adopted(replace(FIRST, liberty={}), Sets())], at=AT.format(1), by="editor")
    with pytest.raises(TallyError, match="no state as deprivation"):
        definition_known(PRISONERS, sets(book))


def test_a_set_that_ships_has_its_lists_by_name_too():
    of = definition_known("political-prisoners-by-GUIDELINES-2013-1")
    assert of.wish.criteria == criteria_set("GUIDELINES-2013") and of.within == "in-custody"
