"""Where the accounts and the log are kept: small texts under a key, encrypted with the register."""

import json
from typing import Any, Protocol

_FORM = "reconcile/1"


class Kept(Protocol):
    """Keeps small things under a key; the register's table of derived things does so, encrypted as it is.

    Whoever empties that table has no accounts any more: then nobody is let in.
    """

    def load(self, key: str, digest: str) -> bytes | None:
        """What is kept for the key in that form, or None."""

    def save(self, key: str, digest: str, payload: bytes) -> None:
        """Keeps it in place of what was kept for the key."""


def loaded(kept: Kept, key: str) -> dict[str, Any]:
    """What stands under the key; empty where nothing does."""
    payload = kept.load(f"reconcile/{key}", _FORM)
    found: dict[str, Any] = json.loads(payload) if payload else {}
    return found


def saved(kept: Kept, key: str, content: dict[str, Any]) -> None:
    """Puts the content under the key."""
    kept.save(f"reconcile/{key}", _FORM, json.dumps(content, separators=(",", ":")).encode())
