"""Moments in the ledger: instants in UTC, written so that text order is time order."""

from datetime import UTC, date, datetime, timedelta

from tizim.ledger.errors import LedgerError

_SMALLEST = timedelta(microseconds=1)


def moment(value: str | datetime | date) -> str:
    """The moment in its one written form, ``2026-11-22T05:50:00.000000Z``.

    A day without a time means the last instant of that day in UTC ("known at 30 November" counts
    what was recorded on that day). A time without a zone is taken as UTC.
    """
    if isinstance(value, datetime):
        return _of_datetime(value)
    if isinstance(value, date):
        return f"{value.isoformat()}T23:59:59.999999Z"
    try:
        if len(value) == 10:
            return moment(date.fromisoformat(value))
        return _of_datetime(datetime.fromisoformat(value))
    except (ValueError, OverflowError):
        raise LedgerError(f"'{value}' is not a moment; write 2026-11-22 or 2026-11-22T14:30:00Z") from None


def next_moment(after: str) -> str:
    """The first moment after the given one (a millionth of a second later)."""
    return _of_datetime(datetime.fromisoformat(after) + _SMALLEST)


def _of_datetime(value: datetime) -> str:
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
