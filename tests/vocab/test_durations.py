"""Durations: how they are written, when they end, how they compare."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.vocab import Duration, DurationError, duration

D = date.fromisoformat


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("P4Y", Duration(years=4)),
        ("P2Y6M", Duration(years=2, months=6)),
        ("P18M", Duration(months=18)),
        ("P15D", Duration(days=15)),
        ("P2W", Duration(days=14)),
        ("PT48H", Duration(hours=48)),
        ("P1Y2M3DT4H", Duration(1, 2, 3, 4)),
        ("P0D", Duration()),
    ],
)
def test_a_duration_is_read(text: str, expected: Duration) -> None:
    assert duration(text) == expected


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("", "P2Y6M"),
        ("P", "P2Y6M"),
        ("PT", "P2Y6M"),
        ("4 years", "P2Y6M"),
        ("P1.5Y", "whole numbers"),
        ("PT30M", "Minutes"),
        ("P48H", "T before hours"),
        ("p2y", "P2Y6M"),
        ("P-2Y", "P2Y6M"),
        ("P99999999999Y", "P2Y6M"),
    ],
)
def test_a_wrong_duration_is_refused_with_what_to_write(text: str, advice: str) -> None:
    with pytest.raises(DurationError, match=advice):
        duration(text)


def test_a_name_in_the_place_of_a_duration_is_not_repeated() -> None:
    with pytest.raises(DurationError) as caught:
        duration("Jane Doe")
    assert "Jane" not in str(caught.value)


@pytest.mark.parametrize(
    ("begin", "term", "end"),
    [
        ("2020-11-30", "P4Y", "2024-11-30"),
        ("2020-10-11", "P2M", "2020-12-11"),
        ("2021-01-31", "P1M", "2021-02-28"),
        ("2020-01-31", "P1M", "2020-02-29"),
        ("2020-02-29", "P1Y", "2021-02-28"),
        ("2020-08-31", "P6M", "2021-02-28"),
        ("2020-10-13", "P12D", "2020-10-25"),
        ("2020-12-25", "P2W", "2021-01-08"),
        ("2020-12-31", "PT48H", "2021-01-02"),
        ("2020-12-31", "PT36H", "2021-01-02"),
        ("2020-12-31", "P1Y1D", "2022-01-01"),
        ("9999-01-01", "P1Y", "9999-12-31"),
        ("2020-01-01", "P999999Y", "9999-12-31"),
        ("2020-01-01", "P999999W", "9999-12-31"),
    ],
)
def test_a_term_ends_on_its_calendar_day(begin: str, term: str, end: str) -> None:
    assert duration(term).after(D(begin)) == D(end)


def test_a_term_can_be_counted_back_from_its_end() -> None:
    assert duration("P1Y").before(D("2021-11-30")) == D("2020-11-30")
    assert duration("P1M").before(D("2021-03-31")) == D("2021-02-28")
    assert duration("P9999Y").before(D("2021-03-31")) == date.min


def test_terms_compare_by_their_length_in_days() -> None:
    assert duration("P12M").in_days == duration("P1Y").in_days
    assert duration("P18M").in_days == duration("P1Y6M").in_days
    assert duration("PT48H").in_days == duration("P2D").in_days
    lengths = [duration(text).in_days for text in ("PT3H", "P3D", "P2W", "P30D", "P1M", "P2M", "P1Y", "P20Y")]
    assert lengths == sorted(lengths)


numbers = st.integers(0, 400)
durations = st.builds(Duration, numbers, numbers, numbers, numbers)


@given(durations)
def test_a_duration_written_and_read_again_is_the_same(term: Duration) -> None:
    assert duration(str(term)) == term


@given(durations, st.dates(), st.dates())
def test_a_later_beginning_never_ends_earlier(term: Duration, one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert term.after(earlier) <= term.after(later)


@given(durations, st.dates())
def test_no_term_ends_before_it_begins(term: Duration, day: date) -> None:
    assert term.before(day) <= day <= term.after(day)


terms_in_a_life = st.builds(Duration, st.integers(0, 40), st.integers(0, 40), numbers, numbers)


@given(terms_in_a_life, st.dates(date(1900, 1, 1), date(2100, 1, 1)))
def test_the_length_in_days_is_close_to_the_calendar(term: Duration, day: date) -> None:
    assert abs((term.after(day) - day).days - term.in_days) < 5
