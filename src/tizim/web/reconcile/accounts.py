"""Who may ask from another machine: accounts with a token each, of which only the Argon2id hash is kept."""

import hashlib
import re
import secrets
from collections import deque
from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from tizim.web.errors import WebError
from tizim.web.reconcile.keeping import Kept, loaded, saved

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
_ACCOUNTS = "accounts"
# Whoever asks from this machine, by the address that was printed.
LOCAL = "local"
_MOST_WRONG_A_MINUTE = 6


def new_account(kept: Kept, name: str) -> str:
    """Makes an account; its token comes back and is kept nowhere.

    The name stands in the log and in the token: one that tells nobody who it is serves best.
    """
    if not _NAME.fullmatch(name) or name == LOCAL:
        raise WebError("the name of an account has small Latin letters, digits and hyphens, at most 32")
    hashes = loaded(kept, _ACCOUNTS)
    if name in hashes:
        raise WebError("there is an account of that name; remove it first if its token is lost")
    secret = secrets.token_urlsafe(24)
    saved(kept, _ACCOUNTS, hashes | {name: _hasher().hash(secret)})
    return f"{name}.{secret}"


def remove_account(kept: Kept, name: str) -> None:
    """Takes the account away; a service that runs refuses its token from then on."""
    hashes = loaded(kept, _ACCOUNTS)
    if hashes.pop(name, None) is None:
        raise WebError("there is no account of that name")
    saved(kept, _ACCOUNTS, hashes)


def account_names(kept: Kept) -> tuple[str, ...]:
    """The names of all accounts."""
    return tuple(sorted(loaded(kept, _ACCOUNTS)))


class Tokens:
    """Tells whose token it is. Guessing is slow, and stops after a few wrong tokens a minute.

    A token found right is remembered as a digest, together with the hash it was right for; an account
    that is removed is gone at once.
    """

    def __init__(self, kept: Kept, clock: Callable[[], float]) -> None:
        self._kept = kept
        self._clock = clock
        self._right: dict[str, tuple[str, str]] = {}
        self._wrong: deque[float] = deque(maxlen=_MOST_WRONG_A_MINUTE)
        self._one_at_a_time = Lock()

    def account(self, token: str) -> str | None:
        """The account of that token, or None."""
        name, _, secret = token.partition(".")
        kept = loaded(self._kept, _ACCOUNTS).get(name) if _NAME.fullmatch(name) else None
        if not kept or not secret:
            return None
        known = (hashlib.sha256(token.encode("utf-8", "replace")).hexdigest(), kept)
        if self._right.get(name) == known:
            return name
        with self._one_at_a_time:
            return name if self._verified(name, secret, known) else None

    def _verified(self, name: str, secret: str, known: tuple[str, str]) -> bool:
        from argon2.exceptions import VerificationError

        now = self._clock()
        if len(self._wrong) == _MOST_WRONG_A_MINUTE and now - self._wrong[0] < 60:
            return False
        try:
            _hasher().verify(known[1], secret)
        except VerificationError:
            self._wrong.append(now)
            return False
        self._right[name] = known
        return True


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=2, memory_cost=19 << 10, parallelism=1)
