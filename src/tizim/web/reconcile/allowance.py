"""How many names an account may ask for: a minute, and a day."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from math import ceil

from tizim.web.reconcile.refusal import RefusedError


@dataclass(frozen=True, slots=True)
class Limits:
    """Names that one account may ask for in a minute and in a day (UTC)."""

    a_minute: int = 120
    a_day: int = 3000


class Allowance:
    """What one account may still ask for; a minute's names come back evenly, a day's at midnight (UTC)."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self._limits = limits
        self._clock = clock
        self._left = float(limits.a_minute)
        self._at = clock()

    def take(self, names: int, *, asked_today: int) -> None:
        """Takes so many names from what is left; RefusedError, and nothing taken, where it is not enough.

        A refusal for the minute says when the same names would be answered. One for the day does not:
        a client that obeys would sleep for hours in silence.
        """
        if asked_today + names > self._limits.a_day:
            raise _too_many(f"The limit of {self._limits.a_day} names a day is reached.", None)
        now = self._clock()
        earned = max(0.0, now - self._at) * self._limits.a_minute / 60
        self._left, self._at = min(self._left + earned, float(self._limits.a_minute)), now
        if names > self._left:
            again_in = ceil((names - self._left) * 60 / self._limits.a_minute)
            raise _too_many(f"The limit is {self._limits.a_minute} names a minute.", max(1, again_in))
        self._left -= names


def _too_many(why: str, again_in: int | None) -> RefusedError:
    return RefusedError(HTTPStatus.TOO_MANY_REQUESTS, why, again_in=again_in)
