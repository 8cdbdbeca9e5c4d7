"""Dates in a text, as English, Russian and Kazakh write them."""

from datetime import date

import pytest

from tizim.audits.days import days_in
from tizim.documents import Span


@pytest.mark.parametrize(
    ("text", "language", "day"),
    [
        ("on 13 March 2018", "en", date(2018, 3, 13)),
        ("on March 13, 2018,", "en", date(2018, 3, 13)),
        ("On 9th June 2017", "en", date(2017, 6, 9)),
        ("(05.10.2020)", "en", date(2020, 10, 5)),
        ("since 2020-03-15", "en", date(2020, 3, 15)),
        ("12 апреля 2022 года", "ru", date(2022, 4, 12)),
        ("2022 жылғы 12 сәуірде", "kk", date(2022, 4, 12)),
    ],
)
def test_a_day_is_read_in_each_form(text, language, day):
    assert [one.exact for one in days_in(text, Span(0, len(text)), language)] == [day]


def test_a_day_without_a_year_takes_that_of_its_sentence_only():
    text = "From 1 May 2021 to 3 May he waited. On 9 May he left."
    assert [one.year for one in days_in(text, Span(0, len(text)), "en")] == [2021, 2021, None]
