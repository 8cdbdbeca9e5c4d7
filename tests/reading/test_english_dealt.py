"""Nouns of acts that somebody gets, terms told before their verb, decisions told by "which", those beside a group."""

import pytest

from tizim.reading import read, to_flat


def told(text, date="2024-06-14"):
    """The claims about the people of a text: surname, act, outcome, day."""
    claims = to_flat(read(text, date=date, language="en"), "x")["claims"]
    return {(c["person"].split()[-1], c["act"], c["outcome"], c["date"]) for c in claims if c["person"]}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Anton Rudak received a police summons on 3 May.", "interrogation"),
        ("The court punished Anton Rudak with a heavy fine on 3 May.", "fine"),
        ("Anton Rudak was hit with a 500-euro fine on 3 May.", "fine"),
        ("Anton Rudak was presented with new charges on 3 May.", "charge"),
        ("The club handed Anton Rudak a travel ban on 3 May.", "travel_ban"),
    ],
)
def test_what_somebody_gets_is_told_of_them_alone(text, act):
    assert {(who, one, day) for who, one, _, day in told(text)} == {("Rudak", act, "2024-05-03")}


def test_a_term_may_stand_before_its_verb():
    text = "The court threw out the complaint of Anton Rudak against the three-year term he was given on 11 March."
    assert ("Rudak", "sentence", "imprisonment P3Y", "2024-03-11") in told(text)


def test_a_term_that_a_court_upheld_is_an_appeal_of_the_same_person():
    text = "Anton Rudak was given a nine-year term, which an appellate court upheld in April."
    assert ("Rudak", "appeal", "upheld", "2024-04") in told(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The union welcomes the release on 3 May of Anton Rudak.", {"release"}),
        ("A court ordered Anton Rudak's release on 3 May.", {"release"}),
        ("The union calls for Anton Rudak's release.", set()),
        ("Anton Rudak's release is not expected soon.", set()),
    ],
)
def test_a_release_is_told_where_a_day_or_an_order_says_so(text, wanted):
    assert {act for _, act, _, _ in told(text)} == wanted


def test_who_stands_beside_a_counted_group_shares_what_was_done():
    found = told("Anton Rudak was arrested. Rudak and his two colleagues were remanded for four months.")
    assert ("Rudak", "pretrial_detention", "pretrial P4M", None) in found


def test_what_is_said_of_somebody_between_commas_does_not_part_them_from_their_term():
    found = told("Vera Kniha was sentenced to eleven years, Anton Rudak, a lawyer, to ten.")
    assert ("Rudak", "sentence", "imprisonment P10Y", None) in found


def test_a_lawyer_whom_a_sentence_is_about_is_meant_by_she():
    text = "Anton Rudak left. Lawyer Vera Kniha learned at the airport that she had been barred from leaving the country."
    assert {(who, act) for who, act, _, _ in told(text)} == {("Kniha", "travel_ban")}


def test_treatment_in_a_hospital_is_an_outcome_that_the_vocabulary_knows():
    found = told("Anton Rudak was sent to a psychiatric hospital for three weeks on 3 May.")
    assert {outcome for _, act, outcome, _ in found if act == "forced_psychiatry"} == {
        "psychiatric_treatment P3W"
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The court prolonged Anton Rudak's custody.", {("pretrial_detention", "prolonged")}),
        ("On 3 May Anton Rudak's case went to trial.", {("trial", None)}),
        ("Anton Rudak shadowed a doctor for a week.", set()),
        ("Anton Rudak left the court with his lawyer.", set()),
        ("Anton Rudak left the court with a suspended term of two years.", {("sentence", "suspended P2Y")}),
    ],
)
def test_a_verb_before_a_name_is_no_part_of_it_and_who_does_something_suffers_nothing(text, wanted):
    assert {(act, outcome) for _, act, outcome, _ in told(text)} == wanted


def test_who_was_jailed_in_an_aside_is_who_walked_free():
    found = told(
        "Anton Rudak, whom a court in Mary had jailed for nine years in 2013, walked free on 10 May."
    )
    assert found == {
        ("Rudak", "sentence", "imprisonment P9Y", "2013"),
        ("Rudak", "release", "released", "2024-05-10"),
    }
