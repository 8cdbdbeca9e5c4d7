"""What a page asks of whoever opens it; the gate alone checks it."""

from collections.abc import Callable
from typing import Any, TypeVar

from tizim.web.desk.roles import ROLES

View = TypeVar("View", bound=Callable[..., Any])
ACTIONS = frozenset(("look", "add", "code", "judge", "assess", "lead", "audit"))
_KNOWN = "_actions_known"
ANYBODY, ENTERED = "anybody", "entered"
"""Pages that are seen before coming in; pages of everybody who has."""


def needs(action: str) -> Callable[[View], View]:
    """Says of a view which action whoever opens it must be allowed."""
    if action not in ACTIONS | {ANYBODY, ENTERED}:
        raise ValueError(f"no such action: {action}")

    def said(view: View) -> View:
        view.needs = action  # type: ignore[attr-defined]
        return view

    return said


def need_of(view: Callable[..., Any]) -> str | None:
    """The action a view needs; None where nobody has said so, and then nobody is let in."""
    module = getattr(view, "__module__", "")
    if module.startswith("allauth."):
        return ANYBODY  # these check for themselves who is there
    found: str | None = getattr(view, "needs", None)
    return found


def may(account: Any, action: str) -> bool:
    """Whether the account may do that."""
    if action == ANYBODY:
        return True
    if not account.is_authenticated:
        return False
    return action == ENTERED or action in actions_of(account)


def actions_of(account: Any) -> frozenset[str]:
    """The actions that the account's roles allow; asked for once for each request's account."""
    if not account.is_active:
        return frozenset()
    found: frozenset[str] | None = vars(account).get(_KNOWN)
    if found is None:
        names = account.groups.values_list("name", flat=True)
        found = vars(account)[_KNOWN] = frozenset(one for name in names for one in ROLES.get(name, ()))
    return found
