"""The Django app of the desk; its roles come back after every migration."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class DeskConfig(AppConfig):
    """The app ``desk``."""

    name = "tizim.web.desk"
    label = "desk"

    def ready(self) -> None:
        """Roles after each migration; the checks without which it does not start; no lock at each word."""
        from tizim.web.desk import checks  # noqa: F401  (registers itself)
        from tizim.web.desk.holders import without_lock

        without_lock()
        post_migrate.connect(_roles, sender=self)


def _roles(*, using: str, **_: Any) -> None:
    if using != "default":  # the ledger's tables alone are being laid
        return
    from tizim.web.desk.roles import bring_up_roles

    bring_up_roles(using)
