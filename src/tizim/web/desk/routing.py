"""Which tables belong into which database: beside the ledger's own migration nothing else is laid."""

from typing import Any


class LedgerApart:
    """While the ledger's tables are brought up to date, only they are."""

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool | None:
        """Whether the app's tables belong into that database."""
        if db != "default":
            return app_label == "register"
        return None
