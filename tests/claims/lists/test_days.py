"""Days as people write them into lists."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tizim.claims.lists.days import day_in_text, edtf
from tizim.claims.lists.faults import CellError
from tizim.vocab import vague_date


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("12.08.20", "2020-08-12"), ("12.8.2020 г.", "2020-08-12"), ("12/08/2020", "2020-08-12"), ("2020/08/12", "2020-08-12"),
        ("12 августа 2020 года", "2020-08-12"), ("12 авг 20", "2020-08-12"), ("август 2020", "2020-08"), ("08.2020", "2020-08"),
        ("August 12, 2020", "2020-08-12"), ("12th Aug. 2020", "2020-08-12"), ("Sept 2020", "2020-09"),
        ("2020 жылғы 12 тамыз", "2020-08-12"), ("12 тамыз 2020 ж.", "2020-08-12"), ("2020 ж.", "2020"), ("2020 г.", "2020"),
        ("2020-08-12", "2020-08-12"), ("2020-08-12T10:00:00", "2020-08-12"), ("12.08.2020 14:30", "2020-08-12"),
        ("44055", "2020-08-12"), ("44055.5", "2020-08-12"),
        ("12-15.08.2020", "2020-08-12/2020-08-15"), ("12-15 августа 2020", "2020-08-12/2020-08-15"),
        ("12.08-15.08.2020", "2020-08-12/2020-08-15"), ("с 12.08.2020 по 15.09.2020", "2020-08-12/2020-09-15"),
        ("около 12.08.2020", "2020-08-12~"), ("конец августа 2020", "2020-08~"), ("12.08.20?", "2020-08-12?"),
        ("1.1.85", "1985-01-01"),
    ],
)  # fmt: skip
def test_a_day_is_read_in_three_languages(written, day):
    assert edtf(written) == day


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("13.13.2020", "day_unreadable"), ("31.02.2020", "day_unreadable"), ("08.13.2020", "day_order"), ("12.08", "day_no_year"),
        ("15 тамыз", "day_no_year"), ("авг.20", "day_short"), ("12.08.2020, 15.08.2020", "day_many"), ("вчера", "day_unreadable"),
        ("12.08.1820", "day_outside"), ("12082020", "day_unreadable"), ("Sampleva", "day_unreadable"), ("", "day_unreadable"),
    ],
)  # fmt: skip
def test_what_may_be_two_days_or_none_is_refused(written, code):
    with pytest.raises(CellError) as refused:
        edtf(written)
    assert refused.value.code == code


def test_the_order_is_what_the_mapping_says():
    assert edtf("03/04/2020", "mdy") == "2020-03-04"
    assert edtf("20.03.04", "ymd") == "2020-03-04"


def test_numbers_count_from_the_year_of_the_workbook():
    assert edtf("42593", serials=1904) == edtf("44055", serials=1900) == "2020-08-12"


def test_years_of_two_digits_lie_in_the_hundred_years_from_the_pivot():
    assert edtf("1.1.30", pivot=1930) == "1930-01-01"
    assert edtf("1.1.29", pivot=1930) == "2029-01-01"


@given(some.dates(date(1931, 1, 1), date(2029, 12, 31)))
def test_every_day_is_read_in_every_form(day):
    for form in ("%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d", "%Y.%m.%d", "%d %B %Y"):
        assert edtf(day.strftime(form)) == day.isoformat()


@given(some.text(max_size=40))
def test_whatever_is_written_gives_a_day_or_a_code(text):
    try:
        vague_date(edtf(text))
    except CellError as refused:
        assert refused.code.startswith("day_")


def test_days_are_found_inside_words():
    text = "задержан 12.08.20, суд 12 августа 2020 г.; 2020 жылғы 12 тамыз; ст. 12.1"
    assert [edtf(found) for found in day_in_text().findall(text)] == ["2020-08-12"] * 3
