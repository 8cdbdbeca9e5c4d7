"""The Django app: tables, migrations, and triggers that come back after every migration."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from tizim.stores.sql.guards import guard


class RegisterConfig(AppConfig):  # type: ignore[misc]
    """The app ``register``."""

    name = "tizim.stores.sql"
    label = "register"
    verbose_name = "register"

    def ready(self) -> None:
        """Guards the tables after each migration, since SQLite drops triggers with a rebuilt table."""
        post_migrate.connect(_guard_tables, sender=self)


def _guard_tables(*, using: str, **_: Any) -> None:
    from django.db import connections

    with connections[using].cursor() as cursor:
        guard(cursor.execute, connections[using].vendor, connections[using].introspection.table_names())
