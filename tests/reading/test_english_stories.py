"""What is told over several sentences: rows without verbs, relatives, days of seasons and of chapters."""

import pytest

from tizim.reading import read, to_flat


def told(text, date="2023-09-15"):
    """The claims of a text: who (a count for those unnamed), act, day, outcome."""
    return {
        (
            claim["person"].split()[-1] if claim["person"] else claim["count_min"],
            claim["act"],
            claim["date"],
            claim["outcome"],
        )
        for claim in to_flat(read(text, date=date, language="en"), "x")["claims"]
    }


SEASONS = [
    ("Anton Rudak was fined last autumn.", "2022-09/2022-11"),
    ("Anton Rudak was fined this spring.", "2023-03/2023-05"),
    ("In the summer of 2021 Anton Rudak was fined.", "2021-06/2021-08"),
    ("Last winter Anton Rudak was fined.", "2022-12/2023-02"),
    ("In May 2019 Vera Kniha was born again. In the winter Anton Rudak was fined.", "2019-12/2020-02"),
]


@pytest.mark.parametrize(("text", "day"), SEASONS)
def test_a_season_is_a_date(text, day):
    assert ("Rudak", "fine", day, None) in told(text)


def test_the_fall_on_the_stairs_and_a_winter_coat_are_no_dates():
    text = "Anton Rudak was hurt in a fall on the stairs. In the winter coat of his aunt he was detained."
    assert ("Rudak", "detention", None, None) in told(text)


DAYS = [
    ("Hearings\n\n8 April. Vera Kniha was detained on Friday.", ("Kniha", "detention", "2023-04-07", None)),
    ("Vera Kniha taught until May 2022, when she was dismissed.", ("Kniha", "dismissal", "2022-05", None)),
    (
        "February brought arrests. On the 27th and 28th at least 80 people were detained.",
        (80, "detention", "2023-02-27/2023-02-28", None),
    ),
    (
        "On 7 May Vera Kniha was detained. She was released after two days.",
        ("Kniha", "release", "2023-05-09", "released"),
    ),
    (
        "Vera Kniha was questioned twice, then, on 1 May, arrested.",
        ("Kniha", "detention", "2023-05-01", None),
    ),
    (
        "Detained: Anton Rudak (Minsk, 9 March, for a flag), Vera Kniha (Brest, 11 March).",
        ("Kniha", "detention", "2023-03-11", None),
    ),
    ("Anton Rudak was taken on 3 May, Vera Kniha on the 9th.", ("Kniha", "detention", "2023-05-09", None)),
]


@pytest.mark.parametrize(("text", "claim"), DAYS)
def test_the_day_of_an_act_is_the_one_its_words_give_it(text, claim):
    assert claim in told(text)


def test_a_row_of_penalties_goes_on_in_sentences_without_verbs():
    text = "Verdict. Anton Rudak, three years. Vera Kniha, his cousin, two. Pavel Horbach, 30,000 roubles."
    assert told(text) == {
        ("Rudak", "sentence", None, "imprisonment P3Y"),
        ("Kniha", "sentence", None, "imprisonment P2Y"),
        ("Horbach", "sentence", None, "fine 30000 RUB"),
    }


def test_an_age_behind_a_name_is_no_penalty():
    text = "Anton Rudak got six years. Vera Kniha, 44. Pavel Horbach, 31."
    assert told(text) == {("Rudak", "sentence", None, "imprisonment P6Y")}


def test_a_relative_without_a_name_is_one_person_more():
    assert told("Anton Rudak was fined. His wife was fined too.") == {
        ("Rudak", "fine", None, None),
        (1, "fine", None, None),
    }
    assert told("Police detained Anton Rudak's elder brother.") == {(1, "detention", None, None)}
    assert told("Anton Rudak's father died in May.") == set()


def test_a_relative_whom_the_text_names_is_that_person():
    text = "Anton Rudak was detained with his father. The father, Pavel Horbach, was beaten."
    assert told(text) == {
        ("Rudak", "detention", None, None),
        ("Horbach", "detention", None, None),
        ("Horbach", "ill_treatment", None, None),
    }


SAME = ["So was Vera Kniha.", "Vera Kniha too.", "The same happened to Vera Kniha."]


@pytest.mark.parametrize("again", SAME)
def test_the_same_is_told_of_another_in_the_next_sentence(again):
    assert told(f"Anton Rudak was detained on 3 May. {again}") == {
        ("Rudak", "detention", "2023-05-03", None),
        ("Kniha", "detention", "2023-05-03", None),
    }


def test_whom_a_sentence_names_first_is_whom_it_is_about():
    text = "Anton Rudak was jailed for two years. As to Vera Kniha, the appeal was dismissed."
    assert ("Kniha", "appeal", None, "upheld") in told(text)


def test_of_several_acts_joined_by_or_nobody_knows_who_suffered_which():
    assert told("Courts have jailed or fined hundreds of people.") == set()


AMONG_OTHERS = [
    ("Two are in custody, the third was let go.", {(2, "pretrial_detention"), (1, "release")}),
    ("One man, aged 19, has died.", {(1, "death")}),
]


@pytest.mark.parametrize(("text", "claims"), AMONG_OTHERS)
def test_a_few_who_are_counted_are_no_published_figure(text, claims):
    assert {(who, act) for who, act, *_ in told(text)} == claims


def test_the_day_of_what_was_done_during_an_arrest_is_that_of_the_arrest():
    text = "Vera Kniha was arrested on 3 May. She has a son.\n\nKniha says that she was beaten during the arrest."
    assert ("Kniha", "ill_treatment", "2023-05-03", None) in told(text)


def test_the_end_of_custody_is_no_day_of_the_story():
    text = "The court extended the custody of Anton Rudak until 20 November. He was beaten."
    assert {day for _, _, day, _ in told(text)} == {None}


def test_a_fine_under_the_criminal_code_is_a_sentence():
    text = "In Kazakhstan a court fined Vera Kniha 300 euros under Article 174 of the Criminal Code."
    assert ("Kniha", "sentence", None, "fine 300 EUR") in told(text)


def test_those_joined_by_along_with_suffer_the_same():
    text = "Anton Rudak was detained together with Vera Kniha and her daughter."
    assert {("Rudak", "detention"), ("Kniha", "detention")} <= {(who, act) for who, act, *_ in told(text)}


def test_who_trial_is_it_is_not_cut_at_the_first_name():
    text = "The trial of Anton Rudak, Vera Kniha and Pavel Horbach opened on 3 May."
    assert {who for who, *_ in told(text)} == {"Rudak", "Kniha", "Horbach"}


def test_an_organisation_is_hit_by_what_stands_beside_its_name():
    claims = to_flat(
        read(
            "The foundation Free Voice was labelled undesirable. Blue Wave lost its licence.", language="en"
        ),
        "x",
    )["claims"]
    assert {claim["org"] for claim in claims if claim["act"] == "organisation_ban"} == {
        "Free Voice",
        "Blue Wave",
    }


INTERVIEW = """Aida Toktogazieva runs a clinic in Osh. We talked to her in her kitchen.

When did they come?

On 8 August they detained me at six in the morning.

How were you treated?

I wasn't given water for the first day.

What happens now?

I wait."""


def test_in_an_interview_the_one_who_was_introduced_answers():
    assert {(who, act) for who, act, *_ in told(INTERVIEW)} == {
        ("Toktogazieva", "detention"),
        ("Toktogazieva", "ill_treatment"),
    }


def test_my_brother_is_the_brother_whom_the_letter_names():
    text = "I am writing about my brother, Anton Rudak. A man said that my brother was under arrest."
    assert {(who, act) for who, act, *_ in told(text)} == {("Rudak", "detention")}
