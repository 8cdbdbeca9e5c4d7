"""The log: for each account and minute how many names were asked for and answered; no name, no id.

It lies in the register's own encrypted database, a row a day. Who takes a switched-off copy sees nothing
of it; who has the register open sees when which account asked for how many names.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tizim.web.reconcile.keeping import Kept, loaded, saved

_DAYS = "log"
_DAYS_KEPT = 92


@dataclass(frozen=True, slots=True)
class Noted:
    """One account in one minute: names asked for, names with at least one candidate, requests refused."""

    minute: str
    account: str
    asked: int
    answered: int
    refused: int


class Journal:
    """Notes what was asked before it is answered, and tells what an account asked for today."""

    def __init__(self, kept: Kept, clock: Callable[[], float]) -> None:
        self._kept = kept
        self._clock = clock

    def note(self, account: str, *, asked: int = 0, answered: int = 0, refused: int = 0) -> None:
        """Adds to the numbers of the account in this minute; written when this returns."""
        now = datetime.fromtimestamp(self._clock(), UTC)
        day, minute = now.date().isoformat(), now.strftime("%H:%M")
        told = loaded(self._kept, f"log/{day}")
        if not told:
            self._begin(day)
        before = told.setdefault(account, {}).get(minute, [0, 0, 0])
        told[account][minute] = [sum(pair) for pair in zip(before, (asked, answered, refused), strict=True)]
        saved(self._kept, f"log/{day}", told)

    def asked_today(self, account: str) -> int:
        """How many names the account has asked for since midnight (UTC)."""
        day = datetime.fromtimestamp(self._clock(), UTC).date().isoformat()
        return sum(asked for asked, _, _ in loaded(self._kept, f"log/{day}").get(account, {}).values())

    def _begin(self, day: str) -> None:
        """A row for the day; the row of a day that is too long ago is emptied."""
        days = sorted({*loaded(self._kept, _DAYS).get("days", []), day})
        for old in days[:-_DAYS_KEPT]:
            saved(self._kept, f"log/{old}", {})
        saved(self._kept, _DAYS, {"days": days[-_DAYS_KEPT:]})


def noted(kept: Kept) -> tuple[Noted, ...]:
    """The whole log, in the order of time."""
    found = [
        Noted(f"{day} {minute}", account, *numbers)
        for day in loaded(kept, _DAYS).get("days", [])
        for account, minutes in loaded(kept, f"log/{day}").items()
        for minute, numbers in minutes.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.minute, one.account)))
