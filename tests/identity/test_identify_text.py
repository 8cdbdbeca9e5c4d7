"""A few words about a person, read in three languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.identity.identify_text import context_in, other_name_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("44, sentenced 21 June 2021", (1976, 1977)),
        ("poet; 44", (1976, 1977)),
        ("44-year-old teacher", (1976, 1977)),
        ("aged 44", (1976, 1977)),
        ("44-летний учитель", (1976, 1977)),
        ("44 года, Астана", (1976, 1977)),
        ("44 жаста", (1976, 1977)),
        ("born 28 January 1956, Oral", (1956, 1956)),
        ("1956 г.р.", (1956, 1956)),
        ("1956 жылы туған", (1956, 1956)),
        ("44 years in prison", None),
        ("seven years", None),
        ("15 days", None),
        ("14 лет лишения свободы", None),
        ("came aged 19 from afar", None),
        ("ст. 49, 53", None),
        ("ст. 174, 31", (1989, 1990)),
        ("art. 274(3), 31, Astana", (1989, 1990)),
        ("ст. 174, 405", None),
    ],
)
def test_an_age_is_told_from_a_term(text, years):
    read = context_in(text, "2021-07-07")
    assert (read.birth_first, read.birth_last) == (years or (None, None))


@pytest.mark.parametrize(
    "text",
    [
        "sentenced 21 June 2021",
        "June 21, 2021",
        "2021-06-21",
        "21.06.2021",
        "осуждён 21 июня 2021",
        "2021 жылғы 21 маусым",
    ],
)
def test_an_exact_day_is_read_in_all_its_forms(text):
    assert context_in(text).acts == {"day 2021-06-21"}


@pytest.mark.parametrize(
    "text", ["Kyzylorda prison", "колония, Кызылорда", "Қызылордада қамауда", "живёт в Кызылорде"]
)
def test_a_city_is_read_in_every_language_and_case(text):
    assert context_in(text).towns == {"KZ-kyzylorda"}


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("art. 405", {"405"}),
        ("articles 174 and 405", {"174"}),
        ("art. 182 part 2", {"182(2)"}),
        ("ст. 405 ч. 2, 174", {"405(2)", "174"}),
        ("405-бап", {"405"}),
        ("405 people", set()),
        ("ст. 174, 31", {"174"}),
        ("ст. 49, 53", {"49", "53"}),
    ],
)
def test_articles_are_read_where_they_are_called_so(text, articles):
    assert context_in(text).articles == articles


@pytest.mark.parametrize(
    ("text", "occupations"),
    [
        ("journalist", {"journalist"}),
        ("журналистка, мать двоих детей", {"journalist"}),
        ("ақын", {"artist"}),
        ("lawyer of a teacher", {"lawyer"}),
        ("prosecutor asked nine years", set()),
        ("sued by police", set()),
        ("прокурор запросил 11 лет", set()),
    ],
)
def test_an_occupation_of_somebody_else_is_left_out(text, occupations):
    assert context_in(text).occupations == occupations


@pytest.mark.parametrize(
    ("text", "sex"),
    [("wife of a poet", "female"), ("сын", "male"), ("son may be taken", None), ("анасы", "female")],
)
def test_a_kinship_tells_the_sex_where_it_is_the_person_s_own(text, sex):
    assert context_in(text).sex == sex


def test_another_name_is_read_where_the_words_give_one():
    assert other_name_in("blogger known as Testov") == "Testov"
    assert other_name_in("известна как «Пробова»") == "Пробова"
    assert other_name_in("known as brave") == "" == other_name_in("")


@given(st.text(max_size=80), st.text(max_size=12))
def test_any_words_are_read_without_a_fault(text, day):
    context_in(text, day)
    other_name_in(text)


def test_words_without_end_take_no_longer_than_others():
    context_in("44 " * 200_000, "2020-01-01")
    context_in("Z" * 200_000)
