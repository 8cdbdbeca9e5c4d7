"""A pattern tried where a word can open what it finds gives what the pattern alone would give."""

import pytest
from bench.texts.sets import invented

from tizim.reading.articles import _ARTICLES, _country_words
from tizim.reading.date_patterns import written_dates
from tizim.reading.openings import Opened, first_words

TEXTS = [report.text for report in invented("seen") if report.language == "en"]
PATTERNS = {"dates": written_dates("en"), "articles": _ARTICLES, "countries": _country_words("en")[0]}


@pytest.mark.parametrize("name", PATTERNS)
def test_every_invented_report_gives_the_same_places_with_and_without_the_openings(name: str) -> None:
    opened: Opened = PATTERNS[name]
    for text in TEXTS:
        assert spans(opened.finditer(text)) == spans(opened.pattern.finditer(text))


@pytest.mark.parametrize(
    "text",
    [
        "On 5 May, the 6th and mid-June 2020; two days later, TODAY, 2020-01-02, 1.2.2020 and the same day.",
        "A week earlier, in 2019-2020, last month, twenty-one days before Monday, September 1st of that year.",
    ],
)
def test_all_ways_to_write_a_day_are_opened(text: str) -> None:
    opened = written_dates("en")
    assert spans(opened.finditer(text)) == spans(opened.pattern.finditer(text)) != []


def test_the_first_word_of_a_phrase_opens_it() -> None:
    assert first_words(("Hong Kong", "twenty-one", "Nur-Sultan's", 5)) == {"hong", "twenty", "nur"}


def spans(found) -> list[tuple[int, int]]:
    return [match.span() for match in found]
