"""What must hold before the desk starts, each with an id that stands in ``docs/reference/desk-checks.md``."""

import os
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

_HERE = frozenset(("127.0.0.1", "localhost", "::1"))
LOOPBACK = frozenset(("127.0.0.1", "localhost", "[::1]"))


def _reaches_further() -> bool:
    return not LOOPBACK.issuperset(settings.ALLOWED_HOSTS)


def _reaches_server_in_clear(database: dict[str, Any]) -> bool:
    """Whether PostgreSQL is on another machine and nobody checks that it is the right one."""
    host = str(database.get("HOST") or "")
    if not database["ENGINE"].endswith("postgresql") or not host or host.startswith("/"):
        return False
    mode = (database.get("OPTIONS") or {}).get("sslmode", "")
    return host not in _HERE and mode != "verify-full"


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
        (
            _reaches_server_in_clear(settings.DATABASES["default"]),
            "desk.E006",
            "The line to PostgreSQL on another machine is not encrypted and checked.",
            "Give the address with sslmode=verify-full and sslrootcert.",
        ),
        (
            _reaches_further() and os.geteuid() == 0,
            "desk.E007",
            "Others can reach the desk, and it runs as root.",
            "Let a user of its own run it: User= in the unit.",
        ),
    ]
    return [Error(said, hint=hint, id=code) for holds, code, said, hint in wrong if holds]
