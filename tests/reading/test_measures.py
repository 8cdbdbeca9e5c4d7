"""Lengths of time, sums, articles."""

import pytest

from tizim.reading.articles import articles_of, country_of
from tizim.reading.marks import marked
from tizim.reading.measures import figure, lengths, money, series
from tizim.reading.spans import spans
from tizim.reading.words import inflections, words_of


def sentence(text):
    return marked(text, spans(text)[0], words_of("en"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sentenced to five years", ["P5Y"]),
        ("a six-year term", ["P6Y"]),
        ("7 years and 6 months in prison", ["P7Y6M"]),
        ("two and a half years", ["P2Y6M"]),
        ("a year and a half in prison", ["P1Y6M"]),
        ("between 10 and 15 days", ["P10D/P15D"]),
        ("from eight to twelve years", ["P8Y/P12Y"]),
        ("between two and a half and three years", ["P2Y6M/P3Y"]),
        ("48 hours of arrest", ["PT48H"]),
        ("twenty-one days", ["P21D"]),
        ("an 18-month sentence", ["P18M"]),
        ("a 34-year-old man", []),
        ("45 years old", []),
        ("three days later", []),
        ("two years ago", []),
    ],
)
def test_lengths_of_time(text, expected):
    assert [length.iso for length in lengths(sentence(text))] == expected


def test_a_row_of_lengths_is_read_back_from_its_unit():
    told = sentence("They were sentenced to 14, 9, two and half and 3 years in prison respectively.")
    assert series(told, lengths(told)[-1]) == ["P14Y", "P9Y", "P2Y6M", "P3Y"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fined 252,000 tenge ($670)", ["252000 KZT"]),
        ("fined 500 thousand tenge", ["500000 KZT"]),
        ("more than 50 million tenge", ["50000000 KZT"]),
        ("a fine of $150", ["150 USD"]),
        ("fined 50 base units", ["50 base units"]),
        ("1,334 prisoners", []),
    ],
)
def test_sums_of_money(text, expected):
    assert [amount.text for amount in money(sentence(text))] == expected


@pytest.mark.parametrize(
    ("printed", "value"), [("1,334", 1334), ("2.5", 2.5), ("7000", 7000), ("27-year-old", None)]
)
def test_printed_numbers(printed, value):
    assert figure(printed) == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in Almaty under Article 405 of the Criminal Code", ["KZ-CC 405"]),
        ("in Almaty under Article 182, Part 2", ["KZ-CC 182(2)"]),
        ("in Almaty (art. 405 of the criminal code)", ["KZ-CC 405"]),
        ("in Almaty under part 3 of Article 274", ["KZ-CC 274(3)"]),
        (
            "in Almaty under Articles 174, 179 and 405 of the Criminal Code",
            ["KZ-CC 174", "KZ-CC 179", "KZ-CC 405"],
        ),
        ("in Almaty under articles 266 (financing) and 405", ["KZ-CC 266", "KZ-CC 405"]),
        ("in Almaty under Article 488(7) of the Code of Administrative Offences", ["KZ-CAO 488(7)"]),
        ("in Almaty under Administrative Code Article 490, Part 1", ["KZ-CAO 490(1)"]),
        ("in Minsk under Article 361-2 of the Criminal Code", ["BY-CC 361-2"]),
        ("in Moscow under Article 280.3 of the Criminal Code", ["RU-CC 280.3"]),
        ("in Almaty under Article 312 of the Turkish Criminal Code", ["TR-CC 312"]),
        ("the movement “Article 14” in Almaty", []),
        ("the movement 405 in Almaty", []),
        ("ARTICLE 19 spoke in Almaty", []),
        ("Article 19 of the Covenant protects people in Almaty", []),
        ("Article 5 without any country", []),
    ],
)
def test_articles_and_their_books(text, expected):
    assert [article.code for article in articles_of(text, "en")] == expected


def test_the_country_is_the_one_named_most():
    assert country_of("Minsk, Minsk and once Almaty.", "en") == "BY"


def test_verbs_have_their_forms():
    assert dict(inflections("free"))["past"] == "freed"
    assert dict(inflections("search"))["s"] == "searches"
    assert dict(inflections("try"))["past"] == "tried"
    assert dict(inflections("lock up"))["ing"] == "locking up"
    assert dict(inflections("beat beats beat beaten beating"))["part"] == "beaten"
