"""What stands around every page: where one is, the moment, the language, what one may do."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from tizim.web.desk.access import actions_of

_PLACES = (
    ("today", "today", _("Today"), "look"),
    ("people", "people", _("People"), "look"),
    ("lists", "lists", _("Lists"), "look"),
    ("reading", "reading", _("Reading"), "look"),
    ("same", "same", _("Same or different"), "judge"),
    ("documents", "documents", _("Documents"), "look"),
    ("words", "words", _("Words"), "look"),
    ("entries", "entries", _("Entries"), "audit"),
    ("team", "team", _("Team"), "lead"),
)  # fmt: skip
"""Name of the section, of its first address, its title, and who sees it."""


def every_page(request: HttpRequest) -> dict[str, Any]:
    """The places one may go to, the actions one may take, the moment."""
    account = getattr(request, "user", None)
    if account is None or not account.is_authenticated:
        return {"languages": settings.LANGUAGES}
    allowed = dict.fromkeys(actions_of(account), True)
    return {
        "languages": settings.LANGUAGES,
        "places": [(code, where, title) for code, where, title, need in _PLACES if allowed.get(need)],
        "allowed": allowed,
        "asked": getattr(request, "asked", None),
        "idle_seconds": settings.DESK_IDLE_MINUTES * 60,
    }
