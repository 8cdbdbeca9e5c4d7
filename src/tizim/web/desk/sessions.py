"""Sessions in the register's encrypted database, each with its account, so that all of one's can end."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import connection, transaction


class SessionStore(DatabaseStore):
    """Django's database sessions with the account they belong to."""

    seen: tuple[datetime, bool] | None = None
    """When it was last used and whether it is locked, as it was read; None where it was not read yet."""

    @classmethod
    def get_model_class(cls) -> Any:
        """The table of the desk's sessions."""
        from tizim.web.desk.models import Session

        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        """A row that names the account, if somebody has come in."""
        row = super().create_model_instance(data)
        account = data.get("_auth_user_id")
        row.account_id = int(account) if account else None
        return row

    def save(self, must_create: bool = False) -> None:
        """Keeps the content; of one that goes on nobody waits until it is on the disk."""
        if must_create or self.session_key is None:
            super().save(must_create)
            return
        row = self.create_model_instance(self._get_session())
        kept = {"session_data": row.session_data, "expire_date": row.expire_date, "account": row.account_id}
        with _unhurried():
            found = self.model.objects.filter(session_key=row.session_key).update(**kept)
        if not found:
            raise UpdateError

    def _get_session_from_db(self) -> Any:
        row = super()._get_session_from_db()
        self.seen = (row.seen_at, row.locked) if row else None
        return row


@contextmanager
def _unhurried() -> Iterator[None]:
    """What is written here may be lost with the power; it is never found half written.

    Each page and letter typed writes a session: what was asked for last. Accounts, locks, looks and the
    ledger are waited for.
    """
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit TO OFF")
            yield
    else:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous = NORMAL")
            try:
                yield
            finally:
                cursor.execute("PRAGMA synchronous = FULL")
