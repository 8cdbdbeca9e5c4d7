"""The tables brought up to the version that this program writes, by Django's migrations."""

from typing import Any

from tizim.stores.errors import StoreError
from tizim.stores.sql.database import Database

MIGRATIONS = 10
"""How many migrations this program has; a register that counts as many needs none of them."""


def migrations_run(database: Database) -> int:
    """How many migrations the tables have had; StoreError if a newer program has been at them."""
    if not database.has_table("django_migrations"):
        return 0
    count = int(database.rows("SELECT COUNT(*) FROM django_migrations WHERE app = 'register'")[0][0])
    if count > MIGRATIONS:
        raise StoreError("A newer version of tizim has written to this register; update this one")
    return count


def migrate(settings: dict[str, Any]) -> None:
    """Runs the migrations that are missing; ``settings`` are those of one Django database."""
    _set_up_django()
    from django.core.management import call_command
    from django.db import connections

    alias = "register-migrating"
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: settings})[alias]
    try:
        call_command("migrate", app_label="register", database=alias, verbosity=0, interactive=False)
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def _set_up_django() -> None:
    """Django with nothing but this app, unless a Django project is running already."""
    import django
    from django.apps import apps
    from django.conf import settings

    from tizim.stores.sql import bare_settings

    if not settings.configured:
        settings.configure(**{name: value for name, value in vars(bare_settings).items() if name.isupper()})
    if not apps.ready:
        django.setup()
