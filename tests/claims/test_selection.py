import pytest
from tests.claims.making import claim

from tizim.claims import SelectionError, decisions, review, select

CLAIMS = (
    claim("c-1", act="detention", date="2020-01-15", person="Aru Sampleva", reader="rules-en 1"),
    claim("c-2", act="sentence", date="2019", person="Bota Sampleva", articles=("KZ-CC 405(2)",)),
    claim("c-3", act="sentence", person=None, organisation="Open Steppe Society", document_id="d-2"),
    claim(
        "c-4", act="fine", date="2021-03/2021-05", person="Aru Other", reader="rules-ru 1", place="Sampletown"
    ),
)


def chosen(query: str, **options) -> list[str]:
    return [found.id[2:] for found in select(CLAIMS, query, **options)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", "1 2 3 4"),
        ("act=detention", "1"),
        ("act=detention,fine", "1 4"),
        ("act!=sentence", "1 4"),
        ("act=sentence document=d-2", "3"),
        ("person~=SAMPLEVA", "1 2"),
        ('person="Aru Other"', "4"),
        ("org~=steppe", "3"),
        ("person=none", "3"),
        ("reader=none", "2 3"),
        ("reader~=rules", "1 4"),
        ("reader!=none place=none", "1"),
        ("since=2020", "1 4"),
        ("since=2019-06 until=2019-12", "2"),
        ("until=2021-02", "1 2"),
        ("since=2021-04-15", "4"),
        ("article~=405", "2"),
        ('article="KZ-CC 405(2)"', "2"),
        ("article=none", "1 3 4"),
        ("id=c-2,c-3", "2 3"),
        ("reviewed=no", "1 4"),
        ("reviewed=yes", "2 3"),
    ],
)
def test_a_query_keeps_these(query, found):
    assert chosen(query) == found.split()


def test_what_was_decided_is_not_asked_again():
    decided = decisions([review(CLAIMS[0], "accept"), review(CLAIMS[3], "reject")])
    assert chosen("reviewed=no", decided=decided) == []
    assert chosen("reader!=none reviewed=yes", decided=decided) == ["1", "4"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("acts=fine", "act"),
        ("act=detenion", "detention"),
        ("since=yesterday", "since"),
        ("since~=2020", "only ="),
        ("reviewed=perhaps", "yes or no"),
        ("detention", "key=value"),
        ('person="Aru', "quotation"),
    ],
)
def test_a_wrong_query_says_what_is_wrong(query, said):
    with pytest.raises(SelectionError, match=said) as refused:
        chosen(query)
    assert "Aru" not in str(refused.value)


def test_all_that_is_wrong_with_a_query_is_said_at_once():
    with pytest.raises(SelectionError) as refused:
        chosen("acts=fine act=detenion reviewed=perhaps")
    assert str(refused.value).count(".") >= 3
