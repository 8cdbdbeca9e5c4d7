"""Rows of articles with their parts, in Russian."""

import pytest

from tizim.reading import read


@pytest.mark.parametrize(
    ("cited", "codes"),
    [
        ("ст. 174-1, 405 ч. 2 УК РК", {"KZ-CC 174-1", "KZ-CC 405(2)"}),
        ("ст.ст. 174, 405 УК РК", {"KZ-CC 174", "KZ-CC 405"}),
        ("статьям 174 ч. 2 и 405 ч. 1 УК РК", {"KZ-CC 174(2)", "KZ-CC 405(1)"}),
        ("статьям 174 (ч. 2), 405 (ч. 1) УК РК", {"KZ-CC 174(2)", "KZ-CC 405(1)"}),
        ("статьям 174, часть 2, 405, часть 1, и 256 УК РК", {"KZ-CC 174(2)", "KZ-CC 405(1)", "KZ-CC 256"}),
        ("части второй статьи 405 УК РК", {"KZ-CC 405(2)"}),
        ("второй части 405-й статьи УК РК", {"KZ-CC 405(2)"}),
        ("п. «б» ч. 2 ст. 207.3 УК РФ", {"RU-CC 207.3(2)"}),
        ("пункту 1 части 2 статьи 205.2 УК РФ", {"RU-CC 205.2(2)"}),
        ("ч. 1, 2 ст. 205.5 УК РФ", {"RU-CC 205.5(1)", "RU-CC 205.5(2)"}),
        ("ст. 361 ч. 1, 3 УК РБ", {"BY-CC 361(1)", "BY-CC 361(3)"}),
    ],
)
def test_a_row_of_articles_keeps_each_part_and_the_term_behind_it(cited, codes):
    (claim,) = read(
        f"Ивана Смирнова осудили по {cited} на пять лет.", date="2023-06-15", language="ru"
    ).claims
    assert claim.act == "sentence"
    assert claim.outcome == "imprisonment P5Y"
    assert set(claim.articles) == codes


def test_a_number_that_counts_something_is_no_article_of_the_row():
    text = "Ивана Смирнова осудили по ч. 2 ст. 272 УК РК, 150 человек пришли к суду."
    (claim,) = read(text, date="2023-06-15", language="ru").claims
    assert claim.articles == ("KZ-CC 272(2)",)


def test_the_same_article_is_the_one_named_last():
    text = "Ивана Смирнова осудили по статье 280 УК РФ на год колонии. Олегу Орлову вменяют ту же статью."
    found = {(claim.person, claim.articles) for claim in read(text, date="2023-06-15", language="ru").claims}
    assert found == {("Иван Смирнов", ("RU-CC 280",)), ("Олег Орлов", ("RU-CC 280",))}


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("Иван Смирнов, Казань: 5 лет, ст. 280 УК РФ.", "imprisonment P5Y"),
        ("1. Иван Смирнов, ИК-17, Шклов — 6 л., ст. 342, 369 УК РБ.", "imprisonment P6Y"),
    ],
)
def test_an_entry_of_a_list_gives_its_term_beside_an_article(line, outcome):
    (claim,) = read(line, date="2023-06-15", language="ru").claims
    assert (claim.act, claim.person, claim.outcome) == ("sentence", "Иван Смирнов", outcome)


@pytest.mark.parametrize(
    "line", ["Иван Смирнов, 19 лет, ст. 280 УК РФ.", "Иван Смирнов, студент: 19 лет, холост."]
)
def test_an_age_is_no_term(line):
    assert read(line, date="2023-06-15", language="ru").claims == ()
