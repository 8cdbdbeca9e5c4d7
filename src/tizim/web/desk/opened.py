"""The register that this process serves, and what it tells: held in memory, brought up to date.

A request sees one state of the register, whatever is written meanwhile; after its own writing it sees that.
"""

import base64
import threading
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from cryptography.fernet import Fernet

from tizim.claims import Basis, Review
from tizim.ledger import Derived, Entry, Head, Together
from tizim.timelines import Chronicle, Known, Live
from tizim.web.desk.afoot import Afoot
from tizim.web.desk.answers import Answers, Begin, Following, GoOn, Last, Tale
from tizim.web.desk.aside import Aside
from tizim.web.desk.courtesy import holding
from tizim.web.desk.moment import Moment
from tizim.web.desk.past import Past
from tizim.wiring import Register, now

V = TypeVar("V")
_OPEN: list["Open"] = []
_SEEN: ContextVar["_Seen | None"] = ContextVar("seen", default=None)
_LASTING, _DAYS = 64, 8
"""So much that goes on is held whatever the day; of what is of one day, that of so many days."""
_LEFT = 20
"""So many entries are left for the next start to take in."""
_PASTS, _PATIENCE, _JUST = 2, 5.0, 1.0
"""So many earlier moments stay in memory; so many seconds a page waits for one, or was asked for just now."""


class _Seen:
    """What one request has seen of the register so far."""

    def __init__(self, basis: Basis | None) -> None:
        """``basis`` is that on which the request asks about now."""
        self.basis = basis
        self.head: Head | None = None
        self.known: dict[Basis, Known] = {}


class Open:
    """An open register with what was told from it; answers are kept until something is written."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._answers, self._lasting = Answers(), Answers(_LASTING)
        self._aside = Aside(register.derived)
        self._lives: dict[Basis, Live] = {
            basis: Live(register.ledger, register.derived, basis, self._reviews_of)
            for basis in ("all", "reviewed")
        }
        self._pasts, self.afoot = Answers(_PASTS), Afoot()
        self._telling = threading.RLock()
        self._asked_last = 0.0

    def is_asked(self) -> None:
        """Somebody asks for a page now."""
        self._asked_last = time.monotonic()

    @property
    def is_busy(self) -> bool:
        """Whether somebody has just asked for a page."""
        return time.monotonic() - self._asked_last < _JUST

    def kept(self, key: Any, compute: Callable[[], Any]) -> Any:
        """The answer for that key, computed once for each state of the register."""
        return self._answers.of(key, compute, state=self.head().digest)

    def lasting(self, key: Any, make: Callable[[], Any]) -> Any:
        """What outlives writing, because it brings itself up to date; only the latest few of them."""
        return self._lasting.of(key, make)

    def telling(self, key: Any, asked: Moment, compute: Callable[[], V]) -> V:
        """The answer for that key, computed once for each telling of the moment's people.

        It may rest on nothing else that is written: not on who reviewed what, nor on documents or sources.
        """
        tale: Tale = self.lasting(("tale", asked.known_at, asked.basis), Tale)
        found: V = tale.of((key, asked.key), told(asked), compute)
        return found

    def latest(self, key: Any, stamp: Any, compute: Callable[[], V]) -> V:
        """The answer for that key, computed anew where what it rests on bears another stamp."""
        last: Last[V] = self.lasting(("latest", key), Last)
        return last.of(stamp, compute)

    def following(self, key: Any, asked: Moment, begin: Begin[V], go_on: GoOn[V]) -> V:
        """What is made of all lives, then brought up to date for those whom a change touched."""
        found: Following[V] = self.lasting(("following", key), lambda: Following(begin, go_on))
        return found.at(told(asked))

    def following_on(self, key: Any, asked: Moment, begin: Begin[V], go_on: GoOn[V]) -> V:
        """The same of what holds on the day asked for; only that of the latest few days is held."""
        days: Answers = self.lasting(("days", key), lambda: Answers(_DAYS))
        found: Following[V] = days.of(asked.key, lambda: Following(begin, go_on))
        return found.at(told(asked))

    def found_before(
        self, name: str, asked: Moment, row: Callable[[Chronicle], Any]
    ) -> tuple[Chronicle, Any]:
        """The chronicle as it was kept, and what was found out about it by then; None where nothing was.

        From here on it is kept beside the chronicle, as ``row`` gives it.
        """
        told_now = told(asked)
        kept = self._lives[asked.basis].kept
        if asked.known_at is not None or kept is None:
            return told_now, None
        self._aside.keeps(name, asked.basis, row)
        return kept.told, self._aside.found(name, kept)

    def known(self, basis: Basis) -> Known:
        """What the register tells now; in a request, as it first saw it."""
        seen = _SEEN.get()
        if seen is None:
            return self._told_now(basis)
        if basis not in seen.known:
            seen.known[basis] = self._told_now(basis)
        return seen.known[basis]

    def known_then(self, asked: Moment) -> Known:
        """What was known at an earlier moment; PutTogetherError where that takes longer than a page waits."""
        then: Past = self._pasts.of((asked.known_at, asked.basis), lambda: Past(self.register, asked))
        return then.known(_PATIENCE)

    @contextmanager
    def roll(self, basis: Basis) -> Iterator[Known]:
        """A span in which nobody else uses the roll of now, nor is it brought up to date."""
        with holding(self._telling):
            yield self._lives[basis].known()

    def keep(self, most: int = 0) -> None:
        """Keeps what is held, where more entries than that are new since it was kept.

        The chronicle and what goes with it are kept as one: whoever is stopped meanwhile has kept nothing.
        """
        for live in self._lives.values():
            if live.unkept > most:
                before, together = live.kept, Together(self.register.derived)
                with holding(self._telling):
                    live.keep(together)
                try:
                    self._keep_beside(live, together)
                    together.keep()
                except BaseException:
                    live.not_kept(before)
                    raise

    def keep_beside(self) -> None:
        """Keeps what more was found out about everybody beside the chronicles as they were kept last.

        Where another process has kept a later one, it would not count.
        """
        for live in self._lives.values():
            if live.is_kept_last:
                self._keep_beside(live)

    def _keep_beside(self, live: Live, into: Derived | None = None) -> None:
        if live.kept is not None:
            self._aside.keep(live.kept, into)

    def _reviews_of(self, claims: Collection[str]) -> list[Review]:
        """The decisions on these claims, in the order written."""
        ledger = self.register.ledger
        found = ledger.of(ledger.having(Review.kind, "claim_id", claims))
        return [one for one in found if isinstance(one, Review)]

    def _told_now(self, basis: Basis) -> Known:
        live, head = self._lives[basis], self.register.ledger.head()
        known = live.at_hand
        if known is not None and known.head == head:
            return known
        with holding(self._telling):
            return live.known()

    def head(self) -> Head:
        """Where the ledger stands; in a request, where it first saw it stand."""
        seen = _SEEN.get()
        if seen is None:
            return self.register.ledger.head()
        if seen.head is None:
            known = self.known(seen.basis).head if seen.basis else None
            seen.head = known or self.register.ledger.head()
        return seen.head


@contextmanager
def one_state(asked: Moment) -> Iterator[None]:
    """A span that sees one state of the register, the moment being what is asked about."""
    token = _SEEN.set(_Seen(None if asked.known_at else asked.basis))
    try:
        yield
    finally:
        _SEEN.reset(token)


@contextmanager
def serving(register: Register) -> Iterator[Open]:
    """A span in which this process serves the register; what it has learnt is kept at the end."""
    one = Open(register)
    _OPEN.append(one)
    try:
        yield one
        one.keep(_LEFT)
    finally:
        one.afoot.close()
        _OPEN.remove(one)


def opened() -> Open:
    """What this process serves."""
    return _OPEN[-1]


def register() -> Register:
    """The register that this process serves."""
    return opened().register


def seal() -> Fernet:
    """What encrypts small secrets of accounts."""
    return Fernet(base64.urlsafe_b64encode(register().keys.desk_seal))


def knowledge(asked: Moment) -> Known:
    """What the register tells at the moment asked for, with the roll and the origins behind it."""
    if asked.known_at is None:
        return opened().known(asked.basis)
    return opened().known_then(asked)


def told(asked: Moment) -> Chronicle:
    """What the register tells at the moment asked for, on the basis asked for."""
    return knowledge(asked).told


def write(entries: Sequence[Entry], *, by: str) -> tuple[Entry, ...]:
    """Appends the entries under the working name of an account; what is known already is not doubled."""
    written = register().ledger.append(entries, at=now(), by=by, skip_known=True)
    look_afresh()
    return written


def look_afresh() -> None:
    """From here on the request sees the register as it stands now."""
    seen = _SEEN.get()
    if seen is not None:
        _SEEN.set(_Seen(seen.basis))
