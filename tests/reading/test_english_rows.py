"""Rows of verdicts, entries of days, corrections, money of a country, articles for all cases."""

import pytest

from tizim.reading import read, to_flat


def told(text, date="2024-06-14"):
    """The claims about the people of a text: by surname and act."""
    claims = to_flat(read(text, date=date, language="en"), "x")["claims"]
    return {(c["person"].split()[-1], c["act"]): c for c in claims if c["person"]}


@pytest.mark.parametrize("head", ["Outcome, Aktau city court, 21 May 2024:", "The verdict of 21 May 2024:"])
def test_lines_under_a_verdict_give_their_terms_and_share_its_day(head):
    found = told(
        f"{head}\nAnton Rudak - 18 years\nVera Kniha - 14 years\nIvan Sirin and Oleg Lukash - 11 years each\n"
    )
    assert {who: claim["outcome"] for (who, _), claim in found.items()} == {
        "Rudak": "imprisonment P18Y",
        "Kniha": "imprisonment P14Y",
        "Sirin": "imprisonment P11Y",
        "Lukash": "imprisonment P11Y",
    }
    assert {claim["date"] for claim in found.values()} == {"2024-05-21"}


@pytest.mark.parametrize(
    "entry", ["Vera Kniha, nurse, Aktau: ten days.", "Vera Kniha: 10 days.", "Vera Kniha (Aktau): ten days."]
)
def test_days_alone_behind_a_name_are_an_arrest(entry):
    assert told(f"Those we could speak to:\n\n{entry}")["Kniha", "administrative_arrest"]["outcome"] == (
        "administrative_arrest P10D"
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Correction: an earlier version of this article stated that Vera Kniha had been arrested.",
        "We were wrong to write that Vera Kniha had been arrested.",
        "We incorrectly reported that Vera Kniha was jailed for ten days.",
    ],
)
def test_what_a_correction_takes_back_is_not_told(sentence):
    assert not told(sentence)


def test_a_rouble_of_belarus_is_its_own():
    found = told("MINSK. A court in Belarus fined Vera Kniha 3,700 rubles.")
    assert found["Kniha", "fine"]["outcome"] == "fine 3700 BYN"


def test_an_article_for_all_cases_goes_to_each():
    text = (
        "Kazakhstan: Anton Rudak was jailed for ten days. Vera Kniha was jailed for 15 days. Ivan Sirin was fined. "
        "In all cases the court applied Article 488 of the Code of Administrative Offences."
    )
    found = told(text)
    assert {tuple(claim["article"]) for claim in found.values()} == {("KZ-CAO 488",)}


@pytest.mark.parametrize(
    "text",
    [
        "A court sentenced the party's regional coordinator, Vera Kniha, to four years in prison.",
        "A court sentenced the newspaper's editor, Vera Kniha, to four years in prison.",
        "In Aktau the nurse Vera Kniha was sentenced to four years in prison.",
        "Vera Kniha, 71, Rudak's aunt, was sentenced to four years in prison.",
    ],
)
def test_the_person_named_after_what_they_are_is_the_victim(text):
    assert ("Kniha", "sentence") in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The court left the sentence of Vera Kniha, three years of restricted freedom, as it was.",
        "The court left Vera Kniha's sentence, three years in prison, unchanged.",
        "Vera Kniha was jailed for three years. The Supreme Court left the sentence in force.",
        "Vera Kniha was jailed for three years. The Supreme Court left her sentence unchanged.",
    ],
)
def test_a_sentence_left_as_it_was_is_upheld(text):
    assert told(text)["Kniha", "appeal"]["outcome"] == "upheld"


@pytest.mark.parametrize("said", ["said today", "said on Thursday", "reported on Thursday"])
def test_the_day_of_saying_is_not_that_of_what_lasts(said):
    found = told(f"Vera Kniha has been in a psychiatric hospital for seven weeks, the union {said}.")
    assert found["Kniha", "forced_psychiatry"]["date"] is None


def test_the_first_four_behind_a_colon_are_those_named():
    found = told(
        "On Tuesday a court prolonged the custody of the first four by two months: director Anton Rudak, "
        "the reporters Vera Kniha and Ivan Sirin, and the cameraman Oleg Lukash."
    )
    assert {who for who, act in found if act == "pretrial_detention"} == {"Rudak", "Kniha", "Sirin", "Lukash"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vera Kniha was jailed for two years in May. Her appeal failed.", ("appeal", "upheld")),
        ("Poland recognised Vera Kniha as a refugee on Thursday.", ("asylum_decision", "granted")),
        ("The city hall rejected Vera Kniha's application for a rally.", ("assembly_refusal", "refused")),
        ("Officers went through the flat of Vera Kniha on Tuesday.", ("search", None)),
        ("Two masked men pushed Vera Kniha into a jeep on Tuesday.", ("abduction", None)),
    ],
)
def test_other_ways_to_tell_it(text, wanted):
    found = told(text)
    assert found["Kniha", wanted[0]]["outcome"] == wanted[1]


@pytest.mark.parametrize(
    "sentence", ["Four of them came out all the same.", "Some 200 people came out on Sunday."]
)
def test_people_who_come_out_to_protest_are_not_released(sentence):
    claims = to_flat(read(f"The rally was banned. {sentence}", date="2024-06-14", language="en"), "x")[
        "claims"
    ]
    assert not [claim for claim in claims if claim["act"] == "release"]


def test_her_is_the_woman_who_was_taken_not_the_one_before():
    text = "Alma Nurbekova was fined in May. In June police held Vera Kniha for seven hours and let her go."
    assert ("Kniha", "release") in told(text)
    assert ("Nurbekova", "release") not in told(text)


@pytest.mark.parametrize(
    "where",
    [
        "has been in the Aktau remand prison since May",
        "is in the isolator of the National Security Committee",
        "had been moved to an Aktau remand prison",
        "remains in Aktau remand prison no. 1",
        "was detained on Monday and placed in custody on Tuesday",
    ],
)
def test_a_remand_prison_is_custody_before_trial(where):
    assert ("Kniha", "pretrial_detention") in told(f"Vera Kniha {where}.")


def test_a_verdict_in_absentia_has_its_term_and_says_so():
    found = told(
        "Vera Kniha left the country last year; an Aktau court gave her eight years in absentia in April."
    )
    claim = found["Kniha", "sentence"]
    assert (claim["outcome"], claim["date"]) == ("imprisonment P8Y; in_absentia", "2024-04")


@pytest.mark.parametrize(
    ("text", "org"),
    [
        ("The youth club Ashyq Tereze lost its registration by a decision of 22 May.", "Ashyq Tereze"),
        (
            'The ministry recognised the online community "Ashyq Tereze" as an extremist formation.',
            "Ashyq Tereze",
        ),
    ],
)
def test_an_organisation_that_is_closed_is_found(text, org):
    claims = to_flat(read(text, date="2024-06-14", language="en"), "x")["claims"]
    assert [(c["org"], c["act"]) for c in claims] == [(org, "organisation_ban")]


def test_a_square_that_is_closed_is_no_organisation():
    claims = to_flat(read("Police closed Independence Square.", date="2024-06-14", language="en"), "x")[
        "claims"
    ]
    assert claims == []


@pytest.mark.parametrize(
    ("terms", "each"),
    [
        ("1 year 6 months and 6 months in prison respectively", ("P1Y6M", "P6M")),
        ("15 days and 10 days of administrative arrest", ("P15D", "P10D")),
        ("five years and seven years in prison", ("P5Y", "P7Y")),
    ],
)
def test_as_many_terms_as_people_are_theirs_in_turn(terms, each):
    found = told(f"On 4 June 2024 Vera Kniha and Ivan Sirin were sentenced to {terms}.")
    terms = {who: claim["outcome"].split()[-1] for (who, _), claim in found.items()}
    assert terms == dict(zip(("Kniha", "Sirin"), each, strict=True))


def test_of_several_people_and_fewer_terms_nobody_gets_them_all():
    found = told("On 4 June 2024 Vera Kniha, Ivan Sirin and Oleg Lukash got 15 days, 10 days and a warning.")
    assert {claim["outcome"] for claim in found.values()} == {"administrative_arrest"}


def test_one_person_s_years_months_and_days_are_one_term():
    found = told("On 4 June 2024 Vera Kniha was sentenced to 1 year 6 months and 10 days in prison.")
    assert found["Kniha", "sentence"]["outcome"] == "imprisonment P1Y6M10D"


def test_a_term_and_a_ban_are_everybody_s():
    found = told(
        "On 4 June 2024 Vera Kniha and Ivan Sirin were sentenced to five years in prison and "
        "a three-year ban on public activities."
    )
    assert {who: claim["outcome"] for (who, act), claim in found.items() if act == "sentence"} == {
        "Kniha": "imprisonment P5Y",
        "Sirin": "imprisonment P5Y",
    }


def test_a_name_ends_with_its_cell():
    row = "Rufina Lazurkina\tVerkhnerudny\t5 May 2024\tdetained\n"
    text = f"Name\tTown\tDay\tWhat\n{row}On 5 May 2024 police detained Vera Kniha\tAktau\n"
    names = {one.name for one in read(text, date="2024-06-14", language="en").persons}
    assert not any("Verkhnerudny" in one or "Aktau" in one for one in names), names
    assert "Vera Kniha" in names
