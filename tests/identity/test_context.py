"""What the claims around a mention say, gathered in one context."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.claims import Claim
from tizim.documents import Document
from tizim.identity import Context, context_of

CLAIM = Claim(
    id="c-1",
    passage_id="q-1",
    document_id="d-1",
    act="detention",
    person="Аман Тестов",
    date="2020-05-03",
    age=44,
    sex="мужской",
    town="Уральск",
    articles=("KZ-CC 405(2)",),
    occupation="журналист",
)
DOCUMENT = Document(
    id="d-1", file_name="a.txt", media_type="text/plain", size=1, sha256="0", date="2019-07", source_id="s-1"
)


def test_a_claim_gives_every_part_of_a_context():
    assert context_of([CLAIM], {"d-1": DOCUMENT}) == Context(
        name="Аман Тестов",
        birth_first=1975,
        birth_last=1976,
        sex="male",
        towns=frozenset({"KZ-uralsk"}),
        regions=frozenset({"KZ-uralsk", "KZ-27"}),
        articles=frozenset({"KZ-CC 405(2)"}),
        numbers=frozenset({"KZ-CC 405"}),
        acts=frozenset({"detention 2020-05-03"}),
        first_day="2020-05-03",
        last_day="2020-05-03",
        occupations=frozenset({"journalist"}),
        document_id="d-1",
        source="s-1",
    )


def test_an_age_without_a_date_counts_from_the_day_of_its_document():
    context = context_of([replace(CLAIM, date=None)], {"d-1": DOCUMENT})
    assert (context.birth_first, context.birth_last) == (1974, 1975)
    assert context_of([replace(CLAIM, date=None)]).birth_first is None


def test_ages_that_agree_narrow_the_years_and_ages_that_do_not_widen_them():
    later = replace(CLAIM, date="2021-05-03", age=45)
    assert (context_of([CLAIM, later]).birth_first, context_of([CLAIM, later]).birth_last) == (1975, 1976)
    narrower = replace(CLAIM, date="2021-05-03", age=44)
    assert context_of([CLAIM, narrower]).birth_first == context_of([CLAIM, narrower]).birth_last == 1976
    wrong = replace(CLAIM, age=50)
    assert (context_of([CLAIM, wrong]).birth_first, context_of([CLAIM, wrong]).birth_last) == (1970, 1975)


@pytest.mark.parametrize("age", [-1, 121, 9999])
def test_an_impossible_age_says_nothing(age):
    assert context_of([replace(CLAIM, age=age)]).birth_first is None


def test_sexes_and_documents_that_differ_say_nothing():
    other = replace(CLAIM, sex="female", document_id="d-2")
    assert context_of([CLAIM, other]).sex is None
    assert context_of([CLAIM, other]).document_id is None


def test_unknown_towns_dates_and_articles_are_kept_as_they_are():
    strange = replace(
        CLAIM, town="Zhelkend", date="unknown", articles=("paragraph 7",), occupation="falconer"
    )
    context = context_of([strange])
    assert context.towns == {"zhelkend"} and context.numbers == {"paragraph 7"}
    assert context.acts == context.occupations == frozenset() and context.first_day is None


def test_columns_are_texts_numbers_and_sorted_lists():
    columns = context_of([CLAIM]).columns()
    assert columns["regions"] == ["KZ-27", "KZ-uralsk"]
    assert all(isinstance(value, (str, int, list, type(None))) for value in columns.values())


CLAIMS = st.builds(
    Claim,
    id=st.just("c-1"),
    passage_id=st.just("q"),
    document_id=st.sampled_from(["d-1", "d-2"]),
    act=st.sampled_from(["detention", "release"]),
    person=st.just("Aman Testov"),
    date=st.none() | st.sampled_from(["2020-05-03", "2020", "x", "/..", "2019-01/2020-02"]),
    age=st.none() | st.integers(-5, 130),
    sex=st.none() | st.sampled_from(["m", "женский", "?"]),
    town=st.none() | st.sampled_from(["Oral", "Zhelkend", ""]),
    articles=st.sampled_from([(), ("KZ-CC 405",), ("a", "b")]),
)


@given(st.lists(CLAIMS, max_size=5))
def test_the_order_of_claims_never_matters(claims):
    assert context_of(claims) == context_of(reversed(claims))
