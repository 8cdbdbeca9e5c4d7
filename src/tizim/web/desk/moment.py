"""The day, the moment and the basis that the whole desk follows, until they are set to now again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tizim.claims import Basis
from tizim.ledger import moment

_KEY = "asked"
_AGAIN = 5
"""Seconds after which a page asks again."""


@dataclass(frozen=True, slots=True)
class Moment:
    """As of which day, as known when (nothing is now), on which claims."""

    as_of: date
    known_at: str | None = None
    basis: Basis = "all"
    is_today: bool = True

    @property
    def is_now(self) -> bool:
        """Whether the desk shows the present, as known at present."""
        return self.is_today and self.known_at is None

    @property
    def whatever_day(self) -> "Moment":
        """The same for what holds whatever day is asked about."""
        return replace(self, as_of=date.min)

    @property
    def of_today(self) -> "Moment":
        """The same on the present day: for what does not hang on the day, and is at hand for that one."""
        return self if self.is_today else replace(self, as_of=datetime.now(UTC).date(), is_today=True)

    @property
    def key(self) -> tuple[str, str, str]:
        """What answers of this moment are kept under."""
        return self.as_of.isoformat(), self.known_at or "", self.basis


class Asked:
    """Middleware: ``request.asked`` is the moment of the session."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._answer = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, for the moment that the session has set."""
        from tizim.web.desk.courtesy import answering
        from tizim.web.desk.opened import one_state, opened

        opened().is_asked()
        request.asked = moment_of(request.session.get(_KEY, {}))
        with one_state(request.asked), answering():
            answer = self._answer(request)
        opened().is_asked()
        return answer

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A page that asks again by itself, where what was known earlier is being put together still."""
        from tizim.web.desk.past import PutTogetherError

        if not isinstance(exception, PutTogetherError):
            return None
        answer = render(request, "desk/together.html", status=202)
        answer["Refresh"] = str(_AGAIN)
        return answer


def moment_of(kept: dict[str, Any]) -> Moment:
    """The moment as a session keeps it."""
    day, known, basis = kept.get("as_of"), kept.get("known_at"), kept.get("basis", "all")
    today = datetime.now(UTC).date()
    return Moment(date.fromisoformat(day) if day else today, known, basis, is_today=not day)


def set_moment(request: HttpRequest, *, as_of: date | None, known_at: date | None, basis: Basis) -> None:
    """The desk follows these from now on; ``known_at`` takes in the whole of its day (UTC)."""
    request.session[_KEY] = {
        "as_of": as_of.isoformat() if as_of else None,
        "known_at": moment(known_at) if known_at else None,
        "basis": basis,
    }
