"""Long work, done by a worker on the database: taken up, told of while it goes, stopped, taken up again.

Every kind of work may be begun anew, since nothing that is in the ledger is written twice; what was told of
it before stays. There may be several workers, in this process, in others, on other machines.
"""

import sys
import threading
import time
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import DatabaseError, connections

from tizim import TizimError
from tizim.stores import StoreError
from tizim.web.desk.claiming import Heart, Taker, given_back, mine, noted
from tizim.web.desk.models import Account, Job, Line

_OFTEN, _TRIES = 1.0, 3


@dataclass(frozen=True, slots=True)
class Told:
    """One line that people must see: where (a file, a row), what became of it, what is wrong, what to do.

    ``about`` is the id of the document that it is about.
    """

    where: str
    fate: str
    what: str = ""
    hint: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """How far work is: things done, of how many if that is known, what is to be told, what it came to.

    ``kept`` is called once that is kept: what must not count as done before it is told.
    """

    done: int
    total: int | None = None
    lines: tuple[Told, ...] = ()
    result: Mapping[str, Any] | None = None
    kept: Callable[[], None] = field(default=lambda: None)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for and by whom (a working name); what was told before, if a killed worker began it.

    ``breathe`` is to be called within long steps: it ends the work if it is to end. ``far`` says
    besides how far it is, of how many.
    """

    what: Mapping[str, Any]
    by: str = "desk"
    since: str = ""
    told: frozenset[tuple[str, str]] = frozenset()
    again: bool = False
    breathe: Callable[[], None] = field(default=lambda: None)
    far: Callable[[int, int], None] = field(default=lambda done, total: None)


Steps = Generator[Step, None, None]
Work = Callable[[Asked], Steps]
WORKS: dict[str, Work] = {}
"""The kinds of work; the modules of ``works`` put theirs here."""


class _StoppedError(Exception):
    pass


def ask(kind: str, what: Mapping[str, Any], by: Account) -> Job:
    """Asks for work; a worker takes it up when it is free."""
    assert kind in WORKS
    return Job.objects.create(kind=kind, asked=dict(what), asked_by=by)


def stop(job: Job) -> None:
    """Asks that the work ends at its next step; what is done stays done."""
    Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(state=Job.State.STOPPED)
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(to_stop=True)


class Worker:
    """Does what is asked, one after the other, until it is told to end."""

    def __init__(self, *, pause: float = 0.5, taker: Taker | None = None) -> None:
        self._pause, self._end = pause, threading.Event()
        self._taker = taker or Taker()

    def run(self) -> None:
        """Takes up work as it comes."""
        try:
            while not self._end.is_set():
                if not self._did_something():
                    self._end.wait(self._pause)
        finally:
            connections.close_all()

    def end(self) -> None:
        """Ends after the step that is being done; what is left is taken up by the next worker."""
        self._end.set()

    def do_all(self) -> None:
        """Everything that waits or is given up by its worker; ends when nothing is left."""
        left = Job.objects.filter(state__in=(Job.State.WAITING, Job.State.RUNNING))
        while not self._end.is_set() and left.exists():
            if not self._did_something():
                self._end.wait(self._pause)

    def do(self, job: Job) -> None:
        """One piece of work, to its end or until it is to stop."""
        try:
            with Heart(job).beating() as heart:
                self._done(job, heart)
        except _StoppedError:
            noted(job, state=Job.State.STOPPED)
        except InterruptedError:
            given_back(job)
        except Exception as fault:
            if isinstance(fault, DatabaseError | StoreError) and job.takes < _TRIES:
                raise
            _failed(job, fault)
        else:
            noted(job, state=Job.State.DONE)

    def _done(self, job: Job, heart: Heart) -> None:
        def far(done: int, total: int) -> None:
            if done < total:
                self._note(job, Step(done, total), ())
            self._breathe(heart)

        asked = replace(_asked(job), breathe=lambda: self._breathe(heart), far=far)
        with closing(WORKS[job.kind](asked)) as steps:
            for step in steps:
                self._note(job, step, asked.told)
                self._breathe(heart)

    def _breathe(self, heart: Heart) -> None:
        if heart.to_stop or heart.lost:
            raise _StoppedError
        if self._end.is_set():
            raise InterruptedError

    def _note(self, job: Job, step: Step, before: Collection[tuple[str, str]]) -> None:
        """Keeps how far it is, at most every second unless there is something to tell."""
        now = time.monotonic()
        if not (step.lines or step.result) and now - job.noted < _OFTEN and step.done != step.total:
            return
        job.noted = now
        lines = [_line(job, one) for one in step.lines if (one.where, one.about) not in before]
        fields: dict[str, Any] = {"done": step.done, "total": step.total}
        if step.result is not None:
            fields["result"] = dict(step.result)
        if not noted(job, lines, **fields):
            raise _StoppedError  # another worker has taken over
        step.kept()
        if mine(job).filter(to_stop=True).exists():
            raise _StoppedError

    def _did_something(self) -> bool:
        try:
            job = self._taker.take()
            if job is not None:
                self.do(job)
        except (DatabaseError, StoreError) as fault:  # a full disk, a server that restarts: tried again
            print(f"fault in the desk's worker: {type(fault).__name__}", file=sys.stderr)  # noqa: T201
            connections.close_all()
            self._end.wait(5)
            return False
        return job is not None


def _asked(job: Job) -> Asked:
    again = job.takes > 1
    return Asked(
        what=job.asked,
        by=job.asked_by.username if job.asked_by else "desk",
        since=job.asked_at.isoformat(),
        told=frozenset(job.lines.values_list("where", "about")) if again else frozenset(),
        again=again,
    )


def _line(job: Job, told: Told) -> Line:
    return Line(
        job=job, where=told.where[:500], fate=told.fate, what=told.what, hint=told.hint, about=told.about
    )


def _failed(job: Job, fault: Exception) -> None:
    """Nothing more comes of it; why is told where what the fault says holds no name."""
    if isinstance(fault, TizimError):
        lines = [Line(job=job, where="", fate="refused", what=str(fault))]
    else:
        print(f"fault in work {job.pk}: {type(fault).__name__}", file=sys.stderr)  # noqa: T201
        lines = []
    noted(job, lines, state=Job.State.FAILED)


@contextmanager
def working(worker: Worker | None = None) -> Iterator[Worker]:
    """A span in which a worker in a thread of this process does what is asked for."""
    one = worker or Worker()
    thread = threading.Thread(target=one.run, name="desk-worker", daemon=True)
    thread.start()
    try:
        yield one
    finally:
        one.end()
        thread.join(timeout=30)
