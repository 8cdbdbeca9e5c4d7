"""Whom "all four", "the three men", "both" and "among them" mean; cases and custody told without a name."""

import pytest

from tizim.reading import read, to_flat


def told(text, date="2024-06-14"):
    """The acts of the people of a text, by surname."""
    claims = to_flat(read(text, date=date, language="en"), "x")["claims"]
    return {(claim["person"].split()[-1], claim["act"]) for claim in claims if claim["person"]}


def outcomes(text, date="2024-06-14"):
    """The outcomes of the people of a text, by surname and act."""
    claims = to_flat(read(text, date=date, language="en"), "x")["claims"]
    return {(c["person"].split()[-1], c["act"]): c["outcome"] for c in claims if c["person"]}


LEAD = (
    "A court in Taraz sent three trade unionists to prison on Friday and acquitted a fourth.\n\n"
    "Ruslan Temirbek received four years. His deputies, Timur Abai and Nurlan Baitas, were given three years each. "
    "Alma Nurbekova, the bookkeeper, was acquitted.\n\n"
)


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The three men were also fined 500 euros.", {"Temirbek", "Abai", "Baitas"}),
        ("The men were also fined 500 euros.", {"Temirbek", "Abai", "Baitas"}),
        ("All three men were fined 500 euros.", {"Temirbek", "Abai", "Baitas"}),
        ("All four were fined 500 euros.", {"Temirbek", "Abai", "Baitas", "Nurbekova"}),
        ("The four defendants were fined 500 euros.", {"Temirbek", "Abai", "Baitas", "Nurbekova"}),
    ],
)
def test_a_known_number_of_people_is_those_whom_the_text_named(sentence, who):
    assert {person for person, act in told(LEAD + sentence) if act == "fine"} == who


def test_another_number_of_people_is_nobody_named():
    assert not {person for person, act in told(LEAD + "Six others were fined 500 euros.") if act == "fine"}


@pytest.mark.parametrize(
    "sentences",
    [
        "Five people were detained in Aktau. Among them are Ruslan Temirbek and Alma Nurbekova.",
        "Five people were detained in Aktau. Among them: Ruslan Temirbek, Alma Nurbekova.",
        "Five people were detained in Aktau. They include Ruslan Temirbek and Alma Nurbekova.",
        "Five people were detained in Aktau, among them Ruslan Temirbek and the singer Alma Nurbekova.",
        "Two people were detained in Aktau on Friday: Ruslan Temirbek and Alma Nurbekova.",
        "Two picked up on their way out in Aktau: Ruslan Temirbek and Alma Nurbekova.",
    ],
)
def test_those_named_as_part_of_a_group_suffered_what_it_did(sentences):
    assert {person for person, act in told(sentences) if act == "detention"} == {"Temirbek", "Nurbekova"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The next day a criminal case was opened for insulting the president.",
        "A criminal case was opened under Article 174.",
        "On 5 June investigators opened a criminal case under Article 174.",
        "Police have opened a criminal case.",
    ],
)
def test_a_case_against_nobody_named_is_against_the_person_spoken_of(sentence):
    text = f"On 3 June police searched the flat of Alma Nurbekova and questioned her. {sentence}"
    assert ("Nurbekova", "charge") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "On 3 June guards beat Alma Nurbekova in her cell. A criminal case was opened under Article 146.",
        "On 3 June Alma Nurbekova died in custody. A criminal case was opened.",
        "On 3 June police searched the flat of Alma Nurbekova. A criminal case was opened against her landlord.",
        "On 3 June police searched the flat of Alma Nurbekova. No criminal case was opened.",
        "On 3 June police searched the flat of Alma Nurbekova. A criminal case may be opened.",
    ],
)
def test_a_case_about_what_was_done_to_somebody_is_no_charge_against_them(text):
    assert ("Nurbekova", "charge") not in told(text)


@pytest.mark.parametrize(
    "ordered",
    [
        "ordered Alma Nurbekova held for two months",
        "ordered that Alma Nurbekova be held for two months",
        "ordered Alma Nurbekova detained for two months",
        "ordered Alma Nurbekova remanded in custody for two months",
    ],
)
def test_custody_that_a_court_orders_is_no_sentence(ordered):
    found = outcomes(f"On Tuesday Judge Oleg Sirin {ordered}.")
    assert found == {("Nurbekova", "pretrial_detention"): "pretrial P2M"}


@pytest.mark.parametrize(
    "place", ["in a police van", "at the police station", "in a cell", "in police custody"]
)
def test_hours_in_police_hands_are_no_penalty(place):
    found = told(f"Alma Nurbekova was stopped on Monday. She spent three hours {place}.")
    assert ("Nurbekova", "administrative_arrest") not in found


@pytest.mark.parametrize("mark", [": three years in a penal colony", " – three years in prison"])
def test_a_verdict_behind_a_colon_is_that_of_the_trial(mark):
    found = outcomes(f"The trial of Alma Nurbekova ended on Tuesday{mark}.")
    assert found[("Nurbekova", "sentence")] == "imprisonment P3Y"


@pytest.mark.parametrize(
    ("called", "noun"),
    [
        ("the pensioner Anatoly Baitas", "pensioner"),
        ("Anatoly Baitas, a welder", "welder"),
        ("his nephew Anatoly Baitas", "nephew"),
        ("Anatoly Baitas, a retired nurse", "nurse"),
    ],
)
def test_a_noun_means_the_person_whom_the_text_called_so(called, noun):
    text = (
        f"The court fined Ruslan Temirbek and {called}, on Monday. Temirbek was also warned. "
        f"The {noun} was detained on Tuesday."
    )
    assert ("Baitas", "detention") in told(text)


FILE = """FILE 12

Name: Ruslan Temirbek, born 1961, geologist, Aktau

Case: propaganda (Criminal Code of Kazakhstan, Article 174, part 2)

Detained: 7 July 2017, on the platform of the station

Measure: custody from 9 July 2017

Verdict: 2 March 2018, six years in a general-regime colony, and a five-year ban on publishing

Cassation: refused by the Supreme Court, 6 November 2018

Family: his wife, Alma Nurbekova, was dismissed in September 2018."""


def test_a_file_with_a_line_for_each_stage_is_read_line_by_line():
    found = outcomes(FILE)
    assert found["Temirbek", "sentence"] == "imprisonment P6Y"
    assert found["Temirbek", "ban_on_activity"] == "ban P5Y"
    assert found["Temirbek", "appeal"] == "upheld"
    assert {("Temirbek", act) for act in ("charge", "detention", "pretrial_detention")} <= set(found)
    assert ("Nurbekova", "dismissal") in found


@pytest.mark.parametrize(
    "where", ["from his dormitory", "off a trolleybus", "from his home", "off the street"]
)
def test_being_taken_from_somewhere_is_a_detention(where):
    assert ("Temirbek", "detention") in told(f"Plainclothes officers took Ruslan Temirbek {where} on 4 June.")
