"""The days of acts: inherited from the story, from a heading, from a verdict told later, and not from asides."""

import pytest

from tizim.reading import read, to_flat


def days(text, date="2024-06-14"):
    """The acts of the people of a text with their days."""
    claims = to_flat(read(text, date=date, language="en"), "x")["claims"]
    return {(claim["person"].split()[-1], claim["act"]): claim["date"] for claim in claims if claim["person"]}


ASIDES = [
    "who took part in the march of 5 August 2020",
    "who edited a newspaper in 2019",
    "whose brother left the country in March 2021",
    "first elected in 2018",
    "arrested in 2021",
]


@pytest.mark.parametrize("aside", ASIDES)
def test_the_year_of_an_aside_is_not_that_of_what_follows(aside):
    text = f"Baker Ruslan Temirbek, {aside}, was fined on Monday.\n\nOn 9 April a court fined Alma Nurbek."
    assert days(text)[("Nurbek", "fine")] == "2024-04-09"


@pytest.mark.parametrize(
    "lead",
    ["1 May.", "1 May 2024.", "Wednesday, 1 May.", "May 1.", "(a) 1 May.", "- 1 May."],
)
def test_a_line_that_opens_with_its_date_gives_it_to_what_it_tells_in_the_present(lead):
    text = f"The year so far\n\n{lead} Alma Nurbek is fined 500 euros and her brother, Timur Nurbek, loses his job."
    assert days(text)[("Nurbek", "fine")] == "2024-05-01"


@pytest.mark.parametrize(
    "later",
    [
        "Judge Saule Omar announced the verdict on Tuesday.",
        "The judge read out the sentence on 11 June.",
        "The verdict was handed down on June 11 after a trial of two days.",
        "The trial, which had begun in March, ended on Tuesday.",
        "On Tuesday the court delivered its judgment in an empty hall.",
    ],
)
def test_a_verdict_has_the_day_on_which_it_is_said_to_have_been_given(later):
    text = f"A court in Taraz has sentenced Alma Nurbek to four years in prison.\n\n{later}"
    assert days(text)[("Nurbek", "sentence")] == "2024-06-11"


def test_a_verdict_of_another_case_gives_its_day_to_none():
    text = (
        "A court in Taraz has sentenced Alma Nurbek to four years.\n\n"
        "In a separate case Judge Omar announced a verdict on Tuesday."
    )
    assert days(text)[("Nurbek", "sentence")] is None


def test_two_verdicts_of_one_piece_of_news_share_their_day():
    text = (
        "It took eleven minutes: Alma Nurbek and Ruslan Temirbek got five years in a penal colony.\n\n"
        "A third defendant, Timur Abai, walked out with a suspended sentence of two years on Thursday."
    )
    assert days(text)[("Nurbek", "sentence")] == "2024-06-13"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Police raided the flat of Alma Nurbek that November.", "2021-11"),
        ("A fortnight later police raided the flat of Alma Nurbek.", "2021-05-17"),
        ("Three days afterwards police raided the flat of Alma Nurbek.", "2021-05-06"),
        ("Police raided the flat of Alma Nurbek last week.", "2024-06-03/2024-06-09"),
        ("Police raided the flat of Alma Nurbek on the 7th of this month.", "2024-06-07"),
        ("Alma Nurbek has left the country and in March was granted asylum in Germany.", "2024-03"),
    ],
)
def test_days_are_counted_from_the_right_day(told, expected):
    text = f"On 3 May 2021 the union was founded. {told}"
    assert expected in days(text).values()


@pytest.mark.parametrize(
    "told",
    [
        "Alma Nurbek was under house arrest.",
        "Alma Nurbek is charged with extremism.",
        "Charge: Alma Nurbek, extremism.",
    ],
)
def test_what_lasts_has_not_the_day_of_the_story(told):
    text = f"On 3 June police raided the flat of Alma Nurbek. {told}"
    found = days(text)
    assert {act: day for (_, act), day in found.items() if act in ("house_arrest", "charge")} in (
        {"house_arrest": None},
        {"charge": None},
        {},
    )


@pytest.mark.parametrize("when", ["in May", "on 3 May", "on May 3", "last May", "in mid-May"])
def test_may_is_a_month_before_a_verb_and_no_modal(when):
    found = to_flat(read(f"Police {when} detained Alma Nurbek.", date="2024-06-14", language="en"), "x")[
        "claims"
    ]
    assert [(one["act"], one["certainty"]) for one in found] == [("detention", "asserted")]


def test_terms_are_told_apart_after_a_day_in_may():
    text = "A court on 3 May sentenced Alma Nurbek and Timur Olzhas to five and six years in prison respectively."
    claims = to_flat(read(text, date="2024-06-14", language="en"), "x")["claims"]
    assert [one["outcome"] for one in claims] == ["imprisonment P5Y", "imprisonment P6Y"]


def test_somebody_who_may_be_detained_was_not():
    assert days("Alma Nurbek may be detained. The lawyer may yet appeal.") == {}


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        ("Anton Rudak died on 24 February, two days after he had been seized.", "detention", "2023-02-22"),
        ("Anton Rudak died on 24 February, two days after his arrest.", "detention", "2023-02-22"),
        ("On 3 May, a week after he was arrested, Anton Rudak was charged.", "detention", "2023-04-26"),
        ("Anton Rudak died on 24 February, hours after his arrest.", "detention", "2023-02-24"),
        ("Anton Rudak died on 24 February, days after his arrest.", "detention", None),
    ],
)
def test_the_day_of_an_act_from_which_another_is_counted_is_counted_back(text, act, day):
    found = to_flat(read(text, date="2023-06-15", language="en"), "x")["claims"]
    assert [claim["date"] for claim in found if claim["act"] == act] == [day]


def test_a_review_with_its_year_in_the_title_tells_of_that_year():
    text = "Azerbaijan 2023\n\nAnton Rudak, convicted in 2021, was released in May. Vera Kniha was arrested in January."
    found = to_flat(read(text, date="2024-02-29", language="en"), "x")["claims"]
    days = {(claim["act"], claim["date"]) for claim in found}
    assert {("conviction", "2021"), ("release", "2023-05"), ("detention", "2023-01")} <= days


def test_a_paragraph_behind_years_ago_goes_by_the_day_of_the_text():
    text = "Four years ago this month Anton Rudak was deported.\n\nVera Kniha was picked up on 3 September."
    found = to_flat(read(text, date="2021-12-17", language="en"), "x")["claims"]
    assert [claim["date"] for claim in found if claim["act"] == "detention"] == ["2021-09-03"]


TOLD = [
    ("He was fined in May 2019. A year later, on 5 March, Anton Rudak was jailed.", "2020-03-05"),
    ("Vera Kniha was arrested in October 2022. The following March Anton Rudak was jailed.", "2023-03"),
    ("Vera Kniha was arrested in March 2022. The following October Anton Rudak was jailed.", "2022-10"),
]


@pytest.mark.parametrize(("text", "day"), TOLD)
def test_a_day_counted_in_years_and_the_month_that_followed_have_their_year(text, day):
    assert [one for (_, act), one in days(text).items() if act == "sentence"] == [day]


def test_a_line_with_its_time_tells_of_its_day_what_has_just_happened():
    text = "Live\n\n10:05 Editor Anton Rudak has been detained.\n\n13:40 Vera Kniha has been fined 100 euros."
    assert set(days(text).values()) == {"2024-06-14"}


@pytest.mark.parametrize(
    "text",
    [
        '"They kicked me in the back," Anton Rudak told the court on Tuesday.',
        "On 20 April the family of Anton Rudak learned that he had died in the prison hospital.",
    ],
)
def test_the_day_on_which_something_was_told_or_learned_is_not_its_own(text):
    assert list(days(text).values()) == [None]
