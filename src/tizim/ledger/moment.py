"""Moments in the ledger: instants in UTC, written so that text order is time order."""

import re
from datetime import UTC, date, datetime, timedelta

from tizim.ledger.errors import LedgerError

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"
_CANONICAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z")


def moment(value: str | datetime | date) -> str:
    """The moment in its one written form, ``2026-11-22T05:50:00.000000Z``.

    A day without a time means the last instant of that day in UTC ("known at 30 November" counts
    what was recorded on that day). A time without a zone is taken as UTC.
    """
    if isinstance(value, datetime):
        return _of_datetime(value)
    if isinstance(value, date):
        return f"{value.isoformat()}T23:59:59.999999Z"
    if _CANONICAL.fullmatch(value):
        return value
    try:
        if len(value) == 10:
            return moment(date.fromisoformat(value))
        return _of_datetime(datetime.fromisoformat(value))
    except ValueError:
        raise LedgerError(f"'{value}' is not a moment; write 2026-11-22 or 2026-11-22T14:30:00Z") from None


def next_moment(after: str) -> str:
    """The first moment after the given one (a millionth of a second later)."""
    return _of_datetime(datetime.strptime(after, _FORM).replace(tzinfo=UTC) + timedelta(microseconds=1))


def _of_datetime(value: datetime) -> str:
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone(UTC).strftime(_FORM)
