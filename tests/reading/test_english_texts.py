"""Whole texts: tables, files, lists, quotations, letters, days handed on, who did it, what is said of people."""

DAY = "2023-06-18"


def told(reading, text, day=DAY):
    """The claims of a text as person and act with day, outcome and articles."""
    return {
        (claim.person, claim.act): (claim.date, claim.outcome, claim.articles)
        for claim in reading(text, day).claims
    }


def test_the_columns_of_a_table_say_what_a_day_is_about(reading):
    text = (
        "Detained in Kazakhstan\n\nName | born | detained | article | status\n"
        "Abzal Serikuly | 1994 | 7 Jan | Art. 272(2) | in custody\n"
        "Farida Omarova | 1983 | 9 Jan | - | released 15 Jan\n"
    )
    found = told(reading, text)
    assert found["Abzal Serikuly", "detention"][0] == "2023-01-07"
    assert found["Abzal Serikuly", "charge"][2] == ("KZ-CC 272(2)",)
    assert ("Abzal Serikuly", "pretrial_detention") in found
    assert found["Farida Omarova", "release"][:2] == ("2023-01-15", "released")
    assert ("Farida Omarova", "charge") not in found


def test_a_file_of_one_person_is_read_field_by_field(reading):
    text = (
        "Name: Mihail Dragan\nOccupation: editor\nArrested: 03.12.2021\n"
        "Verdict: 27.07.2022, sentenced to 3 years in a colony\nAppeal: 11.10.2022, dismissed\n"
    )
    found = told(reading, text)
    assert found["Mihail Dragan", "detention"][0] == "2021-12-03"
    assert found["Mihail Dragan", "sentence"][:2] == ("2022-07-27", "imprisonment P3Y")
    assert found["Mihail Dragan", "appeal"][:2] == ("2022-10-11", "upheld")


def test_lines_under_a_heading_share_its_condition(reading):
    text = "In prison:\nAlim Sufyan, 44 - 17 years\nRemzi Kuku, 31 - 13 years\nUnder house arrest:\nLenura Emirali, 27\n"
    found = told(reading, text)
    assert found["Alim Sufyan", "sentence"][1] == "imprisonment P17Y"
    assert found["Remzi Kuku", "sentence"][1] == "imprisonment P13Y"
    assert ("Lenura Emirali", "house_arrest") in found


def test_the_day_that_heads_a_chronicle_holds_for_its_lines(reading):
    text = (
        "June 12\n\nActivist Ivan Kazlou was detained in the street.\n\n"
        "June 13\n\n- Pavel Shylo: 15 days of arrest.\n- Maryna Kot, mother of three: fined 20 base units.\n"
    )
    found = told(reading, text)
    assert found["Ivan Kazlou", "detention"][0] == "2023-06-12"
    assert found["Pavel Shylo", "administrative_arrest"][:2] == ("2023-06-13", "administrative_arrest P15D")
    assert found["Maryna Kot", "fine"][:2] == ("2023-06-13", "fine 20 base units")


def test_a_line_with_the_time_is_of_the_day_of_the_text(reading):
    found = told(
        reading, "08:50 Police detain Askar Orynbek.\n\n11:15 Askar Orynbek released without charge."
    )
    assert found["Askar Orynbek", "detention"][0] == DAY
    assert found["Askar Orynbek", "release"][0] == DAY


def test_a_story_goes_on_on_the_same_day(reading):
    text = "On 3 May police came to the flat of Orhan Demir. They handcuffed him and beat him in front of his children."
    assert told(reading, text)["Orhan Demir", "ill_treatment"][0] == "2023-05-03"


def test_a_guess_of_the_day_is_not_made_for_what_had_happened_before(reading):
    text = "On 3 May Orhan Demir was freed. He had been beaten in custody."
    assert told(reading, text)["Orhan Demir", "ill_treatment"][0] is None


def test_who_says_i_is_the_person_named_beside_the_quotation(reading):
    text = '"They told me to sign. When I refused, they hit me in the stomach," said driver Ulan Sooron.'
    assert ("Ulan Sooron", "ill_treatment") in told(reading, text)


def test_nobody_speaks_where_nobody_is_named(reading):
    assert told(reading, '"They beat me for an hour," a witness said.') == {}


def test_a_letter_is_by_the_one_who_signs_it(reading):
    text = "Dear Maryna,\n\nOn 3 April they took me to the duty room. One of them hit me. I signed nothing.\n\nYours, Aliaksei Mark"
    assert told(reading, text)["Aliaksei Mark", "ill_treatment"][0] == "2023-04-03"


def test_the_two_are_the_two_who_were_named(reading):
    text = "Marzhan Zhuken and Leonid Pak went on trial in May. The two were detained on 14 January."
    found = told(reading, text)
    assert found["Marzhan Zhuken", "detention"][0] == found["Leonid Pak", "detention"][0] == "2023-01-14"


def test_an_article_told_in_the_next_sentence_is_of_the_acts_before(reading):
    text = "A court in Tashkent fined Dilmurod Yoqub on 29 August 2022. The case was brought under Article 184 of the Criminal Code."
    assert told(reading, text)["Dilmurod Yoqub", "fine"][2] == ("UZ-CC 184",)


def test_a_relative_with_only_a_first_name_is_a_person(reading):
    text = "Abdumajid Rizo was jailed for nine years. His son Firuz was expelled from university."
    assert ("Firuz", "dismissal") in told(reading, text)


def test_whom_him_means_is_not_who_acts(reading):
    text = "The activist is Ruslan Veks. In May 2021 the judge Serik Amanuly had sentenced him to two years in prison."
    assert ("Ruslan Veks", "sentence") in told(reading, text)
    assert ("Serik Amanuly", "sentence") not in told(reading, text)


def test_who_did_it_is_told(reading):
    text = "Judge Elnur Mammad sentenced Vera Kniha to two years. KGB officers detained Anton Rudak."
    verdict, arrest = reading(text, DAY).claims
    assert verdict.perpetrators == (("Elnur Mammad", "decided", "judiciary"),)
    assert arrest.agency == "KGB"
    assert arrest.perpetrators == (("KGB", "carried_out", "security_service"),)


def test_nobody_did_it_where_the_text_names_none(reading):
    (claim,) = reading("Vera Kniha was detained in Brest.", DAY).claims
    assert claim.perpetrators == () and claim.agency is None


def test_age_town_and_occupation_stand_beside_the_name(reading):
    (claim,) = reading("Police detained Vera Kniha, 45, a nurse from Brest.", DAY).claims
    assert (claim.age, claim.town, claim.occupation) == (45, "Brest", "nurse")


def test_sex_is_what_the_text_says_and_never_guessed_from_the_name(reading):
    (guessed,) = reading("Police detained Elena Petrova.", DAY).claims
    (said,) = reading("Police detained the actress Elena Petrova.", DAY).claims
    assert (guessed.sex, said.sex) == (None, "female")


def test_each_claim_says_why(reading):
    (claim,) = reading("Police detained Vera Kniha.", DAY).claims
    assert claim.why == ("acts.detention.verbs", "detained", "victim: person")


def test_a_word_hyphenated_at_the_end_of_a_line_is_one_word(reading):
    found = told(reading, "Svetlana Zdan was summoned for que-\nstioning on 5 June.")
    assert ("Svetlana Zdan", "interrogation") in found


def test_a_heading_in_capitals_names_nobody_but_people(reading):
    text = "Activist Askar Orynbek Gets 15 Days In Jail\n\nAskar Orynbek was given 15 days on Monday."
    assert [person.name for person in reading(text, DAY).persons] == ["Askar Orynbek"]


def test_an_entry_has_the_day_and_place_of_the_line_above_the_list(reading):
    text = "On 12 June police in Brest detained:\n\n- Anna Bury, nurse\n- Ala Kot, 34\n"
    for claim in reading(text, DAY).claims:
        assert (claim.act, claim.date, claim.place) == ("detention", "2023-06-12", "Brest")
    assert len(reading(text, DAY).claims) == 2
