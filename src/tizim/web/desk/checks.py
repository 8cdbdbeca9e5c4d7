"""What must hold before the desk starts, each with an id that stands in ``docs/reference/desk-checks.md``."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

LOOPBACK = frozenset(("127.0.0.1", "localhost", "[::1]"))


def _reaches_further() -> bool:
    return not LOOPBACK.issuperset(settings.ALLOWED_HOSTS)


@register(Tags.security)
def safe_place(app_configs: Any, **_: Any) -> list[CheckMessage]:
    """Debugging, hosts, TLS and the second factor, by where the desk can be reached."""
    wrong = [
        (settings.DEBUG, "desk.E001", "Debugging is on: error pages would show names.", "Set DEBUG = False."),
        ("*" in settings.ALLOWED_HOSTS, "desk.E002", "Any host name is let in.", "Name the hosts."),
        (
            _reaches_further() and not settings.SESSION_COOKIE_SECURE,
            "desk.E003",
            "Beyond this machine without TLS.",
            "Give --address https://… and let a proxy with a certificate stand before the desk.",
        ),
        (
            _reaches_further() and not settings.DESK_SECOND_FACTOR,
            "desk.E004",
            "Beyond this machine without a second factor.",
            "Leave --second-factor on.",
        ),
        (
            settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"),
            "desk.E005",
            "The database is not encrypted.",
            "Serve a register made by 'tizim init'.",
        ),
    ]
    return [Error(said, hint=hint, id=code) for holds, code, said, hint in wrong if holds]
