"""Sessions in the register's encrypted database, each with its account, so that all of one's can end."""

from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseStore


class SessionStore(DatabaseStore):
    """Django's database sessions with the account they belong to."""

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
