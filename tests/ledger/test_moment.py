from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tizim.ledger import LedgerError, moment, next_moment

instants = st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC))


@given(instants, instants)
def test_text_order_is_time_order(one: datetime, other: datetime) -> None:
    assert (moment(one) < moment(other)) == (one < other)


@given(instants)
def test_a_moment_is_written_in_one_form(instant: datetime) -> None:
    assert moment(moment(instant)) == moment(instant) == moment(instant.isoformat())


def test_a_day_means_its_last_instant() -> None:
    assert moment("2026-11-22") == moment(date(2026, 11, 22)) == "2026-11-22T23:59:59.999999Z"


def test_a_time_with_a_zone_is_turned_to_utc() -> None:
    assert moment(datetime(2026, 1, 1, 3, tzinfo=timezone(timedelta(hours=5)))).startswith("2025-12-31T22:00")
    assert moment("2026-11-22T14:30:00Z") == moment("2026-11-22T19:30:00+05:00")


def test_the_next_moment_is_a_millionth_of_a_second_later() -> None:
    assert next_moment("2026-12-31T23:59:59.999999Z") == "2027-01-01T00:00:00.000000Z"


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-01", "22.11.2026", "2026-11", "2026-1-1xx"])
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(LedgerError, match="is not a moment"):
        moment(text)
