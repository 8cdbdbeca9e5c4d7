"""Which role allows which action: the one table of it."""

from django.contrib.auth.models import Group, Permission
from django.utils.translation import gettext_lazy as _

ROLES: dict[str, tuple[str, ...]] = {
    "reader": ("look",),
    "documenter": ("look", "add", "code"),
    "reviewer": ("look", "add", "code", "judge"),
    "editor": ("look", "add", "code", "judge", "assess"),
    "keeper": ("look", "lead", "audit"),
    "auditor": ("look", "audit"),
}
"""Actions by role; an account may have several roles. The keeper of keys lets people in and does not code."""

TITLES = {
    "reader": _("reader"),
    "documenter": _("documenter"),
    "reviewer": _("reviewer"),
    "editor": _("editor"),
    "keeper": _("keeper of keys"),
    "auditor": _("auditor"),
}


def bring_up_roles(using: str) -> None:
    """Groups with the permissions of the table, whatever they had before."""
    known = {
        one.codename: one for one in Permission.objects.using(using).filter(content_type__app_label="desk")
    }
    for role, actions in ROLES.items():
        group, _new = Group.objects.using(using).get_or_create(name=role)
        group.permissions.set([known[action] for action in actions if action in known])
