"""Dates: absolute, relative to the document, relative to what was named before."""

import pytest

from tizim.reading.calendar import Day, day_of, shifted
from tizim.reading.dates import Calendar
from tizim.reading.spans import spans


def dates(text, own="2021-06-14"):
    rows = Calendar(text, day_of(own), "en").dates(spans(text))
    return [found.day.edtf() for row in rows for found in row]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was held on 5 May 2021.", ["2021-05-05"]),
        ("On May 5, 2021, he was held.", ["2021-05-05"]),
        ("On 25th July 2020 he was held.", ["2020-07-25"]),
        ("It was on 12.03.2020 that he was held.", ["2020-03-12"]),
        ("He was held in March 2020.", ["2020-03"]),
        ("He was held in 2019.", ["2019"]),
        ("He was held in late 2019.", ["2019"]),
        ("It was on 16 and 17 December 2020.", ["2020-12-16/2020-12-17"]),
        ("From May 2018 to November 2020 they gathered.", ["2018-05/2020-11"]),
        ("On Monday, June 14, he was held.", ["2021-06-14"]),
        ("On Friday he was held.", ["2021-06-11"]),
        ("He was held yesterday.", ["2021-06-13"]),
        ("He was held last month.", ["2021-05"]),
        ("He was held last week.", ["2021-06-07/2021-06-13"]),
        ("He was held this year.", ["2021"]),
        ("He was held in May this year.", ["2021-05"]),
        ("He was held three days ago.", ["2021-06-11"]),
        ("He was held on 3 March.", ["2021-03-03"]),
        ("He was held on 3 November.", ["2020-11-03"]),
        ("He was held in August.", ["2020-08"]),
        ("The trial is due to begin on 20 August.", ["2021-08-20"]),
        ("Today he was freed.", ["2021-06-14"]),
    ],
)
def test_dates_are_resolved_against_the_document(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 5 May 2020 he was held. The next day he was freed.", ["2020-05-05", "2020-05-06"]),
        ("On 5 May 2020 he was held and freed the same day.", ["2020-05-05", "2020-05-05"]),
        ("He was held on 5 May 2020 and freed ten days later.", ["2020-05-05", "2020-05-15"]),
        ("He was held in January 2019. A month later he was freed.", ["2019-01", "2019-02"]),
        ("In February 2019 he was held. On March 10 he was tried.", ["2019-02", "2019-03-10"]),
        ("In November 2019 he was held. In January he was tried.", ["2019-11", "2020-01"]),
        ("In January 2020 he was held; he came out on the 11th.", ["2020-01", "2020-01-11"]),
        ("In November 2019 he was held and on 25 December that year freed.", ["2019-11", "2019-12-25"]),
    ],
)
def test_dates_are_resolved_against_what_was_named_before(text, expected):
    assert dates(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "They may go.",
        "They march on.",
        "The 2014 Law on Unions is strict.",
        "He owes 2019 tenge.",
        "1998 people came.",
    ],
)
def test_what_only_looks_like_a_date_is_none(text):
    assert dates(text) == []


def test_without_a_date_of_its_own_a_text_has_no_monday():
    assert dates("On Monday he was held; on 3 May 2020 he was freed.", None) == ["2020-05-03"]


@pytest.mark.parametrize("written", ["2018-05~", "2018-05", "2018-05-10/2018-06", "2018?"])
def test_the_own_date_of_a_document_may_be_vague(written):
    assert day_of(written).year == 2018


@pytest.mark.parametrize("written", [None, "", "soon", "18-05", "2018-13"])
def test_what_is_no_date_gives_no_day(written):
    assert day_of(written) is None


def test_shifting_keeps_to_what_is_known():
    assert shifted(Day(2020), 1, "M") is None
    assert shifted(Day(2020, 12), 2, "M") == Day(2021, 2)
    assert shifted(Day(2020, 2, 28), 2, "D") == Day(2020, 3, 1)
    assert shifted(Day(9999, 12, 31), 2, "D") is None
