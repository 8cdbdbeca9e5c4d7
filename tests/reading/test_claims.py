"""What is done to whom, in invented sentences: one act, the right victim, nothing that did not happen."""

import pytest

SANDYBAEV = "Murat Sandybaev"


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Police detained Murat Sandybaev on Monday.", "detention"),
        ("Murat Sandybaev was taken into custody.", "detention"),
        ("The arrest of Murat Sandybaev surprised nobody.", "detention"),
        ("Murat Sandybaev was remanded in custody for two months.", "pretrial_detention"),
        ("Murat Sandybaev has been behind bars since May.", "pretrial_detention"),
        ("A court placed Murat Sandybaev under house arrest.", "house_arrest"),
        ("Murat Sandybaev was fined 80,000 tenge.", "fine"),
        ("Officers searched the home of Murat Sandybaev.", "search"),
        ("Murat Sandybaev's flat was searched.", "search"),
        ("Murat Sandybaev was summoned for questioning.", "interrogation"),
        ("Prosecutors charged Murat Sandybaev with fraud.", "charge"),
        ("A criminal case was opened; police opened a criminal case against Murat Sandybaev.", "charge"),
        ("Murat Sandybaev went on trial in May.", "trial"),
        ("The court found Murat Sandybaev guilty.", "conviction"),
        ("Murat Sandybaev was sentenced to three years in prison.", "sentence"),
        ("The Supreme Court upheld the sentence of Murat Sandybaev.", "appeal"),
        ("Murat Sandybaev was freed in May.", "release"),
        ("Murat Sandybaev came out of prison on Friday.", "release"),
        ("Guards beat Murat Sandybaev.", "ill_treatment"),
        ("Torture was recorded in the case of Murat Sandybaev.", "ill_treatment"),
        ("Murat Sandybaev died in his cell.", "death"),
        ("Unknown men threatened Murat Sandybaev.", "threat"),
        ("Murat Sandybaev lost his job.", "dismissal"),
        ("Murat Sandybaev may not leave the country.", "travel_ban"),
        ("The court banned Murat Sandybaev from journalism for two years.", "ban_on_activity"),
        ("Murat Sandybaev must not work as a journalist.", "ban_on_activity"),
        ("Murat Sandybaev was put on the list of people linked to extremism.", "financial_listing"),
        ("Murat Sandybaev was committed to a psychiatric hospital.", "forced_psychiatry"),
        ("Murat Sandybaev has been under surveillance.", "surveillance"),
        ("Murat Sandybaev's account was hacked.", "account_attack"),
        ("Masked men abducted Murat Sandybaev.", "abduction"),
        ("Poland granted asylum to Murat Sandybaev.", "asylum_decision"),
        ("The city refused Murat Sandybaev permission to hold a rally.", "assembly_refusal"),
        ("The judge acquitted Murat Sandybaev.", "other"),
        ("The charges against Murat Sandybaev were dropped.", "other"),
    ],
)
def test_each_kind_of_act_is_found(claims, sentence, act):
    assert (SANDYBAEV, act) in claims(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Prosecutors demanded five years in prison for Murat Sandybaev.",
        "Murat Sandybaev could be sentenced to five years in prison.",
        "Murat Sandybaev was not detained.",
        "Relatives fear that Murat Sandybaev will be arrested.",
        "The group called for the release of Murat Sandybaev.",
        "If Murat Sandybaev is convicted, he will appeal.",
        "Police tried to detain Murat Sandybaev.",
        "Murat Sandybaev's lawyer was detained.",
        "The wife of Murat Sandybaev was fined.",
        "Murat Sandybaev says that activists are detained every week.",
    ],
)
def test_what_did_not_happen_or_not_to_him_is_no_claim(reading, sentence):
    assert [claim for claim in reading(sentence).claims if claim.person == SANDYBAEV] == []


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Murat Sandybaev was sentenced to three years in prison.", "imprisonment P3Y"),
        ("Murat Sandybaev was given a three-year suspended sentence.", "suspended P3Y"),
        ("Murat Sandybaev got one year of restricted freedom.", "restriction_of_liberty P1Y"),
        ("Murat Sandybaev was sentenced to life in prison.", "life_imprisonment"),
        ("Murat Sandybaev was sentenced to 100 hours of community work.", "community_service PT100H"),
        (
            "Murat Sandybaev was given between one and two years of restricted liberty.",
            "restriction_of_liberty P1Y/P2Y",
        ),
        (
            "The court replaced Murat Sandybaev's restriction of liberty with two years of imprisonment.",
            "imprisonment P2Y; converted_from restriction_of_liberty",
        ),
        ("Murat Sandybaev was sentenced to five years in prison and fined $100.", "imprisonment P5Y"),
    ],
)
def test_the_penalty_is_the_outcome(claims, sentence, outcome):
    assert claims(sentence)[SANDYBAEV, "sentence"].outcome == outcome


@pytest.mark.parametrize("sentence", ["Murat Sandybaev got 15 days of administrative detention.",
                                      "A court gave Murat Sandybaev 15 days in jail.",
                                      "Murat Sandybaev was sentenced to 15 days of arrest."])  # fmt: skip
def test_days_of_custody_are_an_administrative_arrest(claims, sentence):
    claim = claims(sentence)[SANDYBAEV, "administrative_arrest"]
    assert claim.outcome == "administrative_arrest P15D"


def test_a_conviction_with_a_penalty_is_one_sentence(reading):
    text = "On 5 May 2021 a court in Almaty found Murat Sandybaev guilty under Article 405. He got two years in prison."
    (claim,) = reading(text).claims
    assert (claim.act, claim.date, claim.outcome, claim.articles, claim.place) == (
        "sentence", "2021-05-05", "imprisonment P2Y", ("KZ-CC 405",), "Almaty",
    )  # fmt: skip


def test_everybody_in_a_row_gets_the_act(claims):
    found = claims("Murat Sandybaev, the poet Aigul Serkebaeva, 45, and Timur Qaldybek were fined.")
    assert {person for person, act in found if act == "fine"} == {
        SANDYBAEV,
        "Aigul Serkebaeva",
        "Timur Qaldybek",
    }


def test_respectively_shares_out_the_penalties(claims):
    found = claims(
        "Murat Sandybaev and Timur Qaldybek were sentenced to three and two years in prison, respectively."
    )
    assert found[SANDYBAEV, "sentence"].outcome == "imprisonment P3Y"
    assert found["Timur Qaldybek", "sentence"].outcome == "imprisonment P2Y"


def test_a_row_of_terms_needs_no_verb(claims):
    found = claims("The terms: Mr. Murat Sandybaev (25), five years; Ms. Aigul Serkebaeva (38), four years.")
    assert found[SANDYBAEV, "sentence"].outcome == "imprisonment P5Y"
    assert found["Aigul Serkebaeva", "sentence"].outcome == "imprisonment P4Y"


def test_pronouns_mean_the_person_spoken_of(claims):
    found = claims("Murat Sandybaev left his house. Police detained him. He was beaten in the car.")
    assert {(SANDYBAEV, "detention"), (SANDYBAEV, "ill_treatment")} <= set(found)


def test_a_pronoun_agrees_with_the_person(claims):
    found = claims("Murat Sandybaev met Aigul Serkebaeva. She was detained the same day.")
    assert ("Aigul Serkebaeva", "detention") in found


def test_those_named_as_part_of_a_group_are_victims_too(claims):
    found = claims("At least 12 people were detained, among them Murat Sandybaev.")
    assert (SANDYBAEV, "detention") in found and (None, "detention") in found


@pytest.mark.parametrize(
    ("sentence", "low", "high"),
    [
        ("At least 58 people were detained in Almaty on Monday.", 58, None),
        ("More than 25 activists were detained in Almaty on Monday.", 26, None),
        ("Dozens of people were detained in Almaty on Monday.", 24, None),
        ("Several journalists were detained in Almaty on Monday.", 2, None),
        ("Nine protesters were detained in Almaty on Monday.", 9, 9),
        ("The remaining nine were released on Monday.", 9, 9),
        ("A student was detained in Almaty on Monday.", 1, 1),
    ],
)
def test_groups_have_strict_bounds(reading, sentence, low, high):
    (claim,) = reading(sentence).claims
    assert (claim.person, claim.count_min, claim.count_max) == (None, low, high)


def test_a_group_whose_members_are_named_is_not_told_twice(reading):
    text = "Two activists were fined on Monday. Murat Sandybaev and Timur Qaldybek were fined 100 tenge each."
    assert {claim.person for claim in reading(text).claims} == {SANDYBAEV, "Timur Qaldybek"}


def test_officers_on_trial_are_no_victims_of_persecution(reading):
    (claim,) = reading("Three policemen were sentenced to five years in prison on Monday.").claims
    assert (claim.role, claim.case_kind) == ("perpetrator", "against_official")
    (named,) = reading("Police officer Murat Sandybaev was convicted on Monday.").claims
    assert (named.role, named.case_kind) == ("perpetrator", "against_official")


def test_a_banned_organisation_is_a_victim(reading):
    (claim,) = reading('On 5 May a court declared the Free Steppe Party an "extremist" organisation.').claims
    assert (claim.organisation, claim.act, claim.outcome) == (
        "Free Steppe Party",
        "organisation_ban",
        "declared_extremist",
    )


def test_a_heading_announces_the_condition_of_its_list(claims):
    text = "SERVING PRISON TERMS\n- Murat Sandybaev and Timur Qaldybek;\n- the poet Aigul Serkebaeva.\n\nNobody else."
    found = claims(text)
    assert {person for person, act in found if act == "sentence"} == {
        SANDYBAEV,
        "Timur Qaldybek",
        "Aigul Serkebaeva",
    }
    assert found[SANDYBAEV, "sentence"].status == "serving_sentence"
    assert found[SANDYBAEV, "sentence"].level == "status"


def test_a_heading_before_a_colon_announces_too(claims):
    found = claims("Activists who are under house arrest: Murat Sandybaev, Timur Qaldybek.")
    assert {(SANDYBAEV, "house_arrest"), ("Timur Qaldybek", "house_arrest")} == set(found)


def test_the_verdict_announced_for_all_dates_the_terms(claims):
    text = "On 5 May 2021 the verdict was read in Almaty. Five years in prison each for Murat Sandybaev and Timur Qaldybek."
    assert claims(text)[SANDYBAEV, "sentence"].date == "2021-05-05"


def test_doubt_and_attribution_are_kept(claims):
    claim = claims("According to the group Qorgau, Murat Sandybaev was allegedly beaten.")[
        SANDYBAEV, "ill_treatment"
    ]
    assert (claim.certainty, claim.reported_by) == ("alleged", "the group Qorgau")


def test_what_several_people_suffered_without_saying_who_is_not_shared_out(reading):
    text = "Murat Sandybaev and Timur Qaldybek have faced detentions, fines and threats."
    assert reading(text).claims == ()
