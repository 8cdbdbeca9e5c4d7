"""The day for which a document's lists hold, and verdicts on people who were not there."""

import pytest

from tizim.reading import read

TEXT = """Prisoners of Nowhere: the lists as of 30 June 2022

Nowhere Watch, 6 July 2022

The following activists are under pre-trial arrest: Aman Testov, Dana Probova and Ilyas Sanov.
"""


def test_a_list_holds_for_the_day_that_its_title_names():
    found = read(TEXT, date="2022-07-06", language="en")
    assert {one.status_as_of for one in found.claims if one.status} == {"2022-06-30"}


def test_without_such_a_title_it_holds_for_the_day_of_the_document():
    found = read(TEXT.replace("the lists as of 30 June 2022", "the lists"), date="2022-07-06", language="en")
    assert {one.status_as_of for one in found.claims if one.status} == {"2022-07-06"}


def test_a_day_after_the_document_is_no_such_day():
    found = read(TEXT.replace("30 June 2022", "30 August 2022"), date="2022-07-06", language="en")
    assert {one.status_as_of for one in found.claims if one.status} == {"2022-07-06"}


def test_a_verdict_in_absentia_says_so():
    text = "On 5 May 2021 a court sentenced Aman Testov in absentia to 15 years in prison."
    (claim,) = [one for one in read(text, date="2021-06-01", language="en").claims if one.act == "sentence"]
    assert claim.outcome == "imprisonment P15Y; in_absentia"


def test_a_state_of_which_the_source_knows_nothing_is_doubted():
    found = read(
        TEXT + "\nThere is no current information on Dana Probova.\n", date="2022-07-06", language="en"
    )
    certainties = {one.person: one.certainty for one in found.claims if one.status}
    assert certainties["Dana Probova"] == "doubted"
    assert certainties["Aman Testov"] == "asserted"


def test_a_listed_state_takes_no_day_from_another_sentence():
    text = (
        TEXT
        + "\nOn 20 June 2022 the police searched an office.\n\nVera Stanova and Oleg Proba are under house arrest.\n"
    )
    claims = [one for one in read(text, date="2022-07-06", language="en").claims if one.act == "house_arrest"]
    assert {one.person for one in claims} == {"Vera Stanova", "Oleg Proba"}
    assert {one.date for one in claims} == {None}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "As of 30 June 2022, Aman Testov was in custody."),
        ("en", "Aman Testov remained under house arrest as of 30 June 2022."),
        ("ru", "По состоянию на 30 июня 2022 года Аман Тестов находился под стражей."),
        ("kk", "2022 жылғы 30 маусымдағы жағдай бойынша Аман Тестов қамауда отыр."),
    ],
)
def test_a_state_that_a_sentence_tells_as_of_a_day_did_not_begin_on_it(language, text):
    (claim,) = read(text, date="2022-07-06", language=language).claims
    assert (claim.date, claim.status_as_of) == (None, "2022-06-30")


def test_a_state_that_began_on_a_day_has_that_day():
    (claim,) = read(
        "Aman Testov has been in custody since 30 June 2022.", date="2022-07-06", language="en"
    ).claims
    assert claim.date == "2022-06-30"
