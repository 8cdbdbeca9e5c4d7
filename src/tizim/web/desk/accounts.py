"""Who comes in and how: nobody signs up by himself; the seed of a second factor lies encrypted."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.http import HttpRequest

from tizim.web.desk.opened import seal


class Entrance(DefaultAccountAdapter):
    """Accounts are made by a keeper of keys, never by signing up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """No address is looked at or kept."""
        return "127.0.0.1"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Guesses of passwords are counted by axes alone, which says so; codes are counted by allauth."""

    def send_mail(self, *args: Any, **kwargs: Any) -> None:
        """The desk sends no mail."""


class SecondFactor(DefaultMFAAdapter):
    """Seeds and recovery codes encrypted under the register's key: on PostgreSQL they lie on a server."""

    def encrypt(self, text: str) -> str:
        """The text as it is kept."""
        return seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The text again."""
        return seal().decrypt(encrypted_text.encode()).decode()


def nowhere(request: HttpRequest | None = None) -> str | None:
    """Guesses are counted by account, so no address is kept."""
    return None


def whose(request: HttpRequest | None, credentials: dict[str, Any] | None = None) -> str | None:
    """Whose password is being given: at the door by the form, at a locked screen by the session."""
    if credentials and credentials.get("username"):
        return str(credentials["username"])
    if request is None:
        return None
    return (
        request.POST.get("login") or (request.user.get_username() if hasattr(request, "user") else "") or None
    )
