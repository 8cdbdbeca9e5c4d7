"""Rulings, files and chronicles in English: what stands in lists, and what "it" and "the couple" mean."""

import pytest

from tizim import Problem
from tizim.reading import read, to_flat


def told(text: str) -> set[tuple[object, str, object, object]]:
    reading = read(text, date="2024-06-10", language="en")
    assert not isinstance(reading, Problem)
    return {
        (claim["person"] or claim["org"], claim["act"], claim["date"], claim["outcome"])
        for claim in to_flat(reading, "t")["claims"]
    }


RULING = """Ruling
30 May 2024, city of Shymkent

The court ruled:
to find Serik Dosan guilty and to sentence him to two years of restriction of freedom;
to deprive him of the right to engage in public activities for a period of three years;
to lift the measure of restraint and release him in the courtroom."""


def test_the_points_of_a_ruling_happened_on_its_day():
    assert {
        ("Serik Dosan", "sentence", "2024-05-30", "restriction_of_liberty P2Y"),
        ("Serik Dosan", "ban_on_activity", "2024-05-30", "ban P3Y"),
    } <= told(RULING)


def test_what_a_court_decided_to_do_is_done():
    text = "The judge ruled to place Serik Dosan under house arrest on 5 June."
    assert {act for _, act, _, _ in told(text)} == {"house_arrest"}
    assert told("The judge decided not to place Serik Dosan under house arrest.") == set()


FILE = """Defendants
Timur Ladush, b. 1988, botanist – arrested 12 September 2023; 7 years, Art. 207.3
Inna Ladush, b. 1990, teacher – arrested 12 September 2023; 4 years suspended

The court found both guilty of spreading rumours. The verdict was handed down by the city court on 17 May 2024."""


def test_a_line_of_a_file_gives_its_person_a_term_that_is_not_of_the_day_of_the_arrest():
    found = told(FILE)
    assert ("Timur Ladush", "sentence", "2024-05-17", "imprisonment P7Y") in found
    assert ("Inna Ladush", "sentence", "2024-05-17", "suspended P4Y") in found


SHORT = [
    ("Anna Pak – 10 days.", ("Anna Pak", "administrative_arrest", None, "administrative_arrest P10D")),
    ("Anna Pak – out on bail since Saturday.", ("Anna Pak", "release", "2024-06-08", "bail")),
    ("Anna Pak was freed under an amnesty in May.", ("Anna Pak", "release", "2024-05", "amnesty")),
    ("Anna Pak edited the site Sabah Yeli until it was blocked in May.", ("Sabah Yeli", "account_attack", "2024-05", None)),
    ("Anna Pak got four years. The Supreme Court confirmed it on 8 June.", ("Anna Pak", "appeal", "2024-06-08", "upheld")),
    ("Anna Pak was jailed for a year. The court upheld the verdict on 5 June.", ("Anna Pak", "appeal", "2024-06-05", "upheld")),
    ("Anna Pak recalled being beaten for hours.", ("Anna Pak", "ill_treatment", None, None)),
    ("Anna Pak has been held in custody since 2 May.", ("Anna Pak", "pretrial_detention", "2024-05-02", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), SHORT)
def test_short_ways_to_tell_an_act_are_read(text, claim):
    assert claim in told(text)


def test_a_rumour_that_somebody_was_arrested_is_no_claim():
    assert told("Don't believe the rumour that Anna Pak was rearrested.") == set()


def test_days_are_counted_from_what_the_text_names():
    text = "The trial of Anna Pak took place on 5 February 2024. A march was held on 1 March. Oleg Kim was arrested two weeks after the trial."
    assert ("Oleg Kim", "detention", "2024-02-19", None) in told(text)


def test_a_couple_and_a_trio_are_those_named_before():
    text = "Police came for Serik Dosan and Anna Pak on 3 June. The couple were released the same evening."
    assert {who for who, act, _, _ in told(text) if act == "release"} == {"Serik Dosan", "Anna Pak"}


def test_an_act_without_a_day_has_that_of_the_act_told_before_it_in_the_news():
    text = "Anna Pak was detained on 8 June.\n\nOleg Kim was fined in Aktau.\n"
    assert ("Oleg Kim", "fine", "2024-06-08", None) in told(text)
    assert ("Oleg Kim", "fine", None, None) in told(text.replace("8 June", "8 June 2021"))


def test_a_paragraph_that_opens_with_a_name_alone_is_about_that_person():
    text = "Timur Ladush. Was in the remand prison until 19 May, when a judge moved him to house arrest. May not leave the city."
    assert {(who, act) for who, act, _, _ in told(text)} == {
        ("Timur Ladush", "pretrial_detention"),
        ("Timur Ladush", "house_arrest"),
        ("Timur Ladush", "travel_ban"),
    }


def test_those_set_apart_behind_a_group_are_the_group():
    text = "Two people, a driver and a cleaner, were questioned on 5 June."
    reading = read(text, date="2024-06-10", language="en")
    assert not isinstance(reading, Problem)
    assert [(one["act"], one["count_min"]) for one in to_flat(reading, "t")["claims"]] == [
        ("interrogation", 2)
    ]


def test_days_in_a_cell_told_of_a_court_are_an_arrest():
    text = "The court found that Anna Pak had spread lies and locked her up for 20 days on 5 June."
    assert ("Anna Pak", "administrative_arrest", "2024-06-05", "administrative_arrest P20D") in told(text)


def test_the_client_of_a_lawyer_is_whom_the_lawyer_defends():
    found = told("The lawyer of Emil Satar reports that his client was beaten.")
    assert {(who, act) for who, act, _, _ in found} == {("Emil Satar", "ill_treatment")}
