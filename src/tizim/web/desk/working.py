"""Long work, done by a worker on the database: taken up, told of while it goes, stopped, taken up again.

A worker notes every few seconds that it lives. Work whose worker was killed is begun anew by the next one;
every kind of work may be, since nothing that is in the ledger is written twice.
"""

import secrets
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.models import Q
from django.utils import timezone

from tizim.web.desk.models import Account, Job

_BEAT, _DEAD = 2.0, timedelta(seconds=60)
_LINES = 500


@dataclass(frozen=True, slots=True)
class Step:
    """How far work is: things done, of how many if that is known, and lines that people must see."""

    done: int
    total: int | None = None
    lines: tuple[str, ...] = ()


Work = Callable[[Mapping[str, Any], str], Iterator[Step]]
"""Takes what was asked for and the working name of whoever asked; tells of each step."""

WORKS: dict[str, Work] = {}
"""The kinds of work; ``adding`` and whoever starts the desk put theirs here."""


class _StoppedError(Exception):
    pass


def ask(kind: str, asked: Mapping[str, Any], by: Account) -> Job:
    """Asks for work; a worker takes it up when it is free."""
    assert kind in WORKS
    return Job.objects.create(kind=kind, asked=dict(asked), asked_by=by)


def stop(job: Job) -> None:
    """Asks that the work ends at its next step; what is done stays done."""
    Job.objects.filter(pk=job.pk, state=Job.State.WAITING).update(state=Job.State.STOPPED)
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(to_stop=True)


class Worker(threading.Thread):
    """Does what is asked, one after the other, until it is told to end."""

    def __init__(self, *, pause: float = 0.5) -> None:
        super().__init__(name="desk-worker", daemon=True)
        self._pause, self._end = pause, threading.Event()
        self._label = secrets.token_hex(4)

    def run(self) -> None:
        """Takes up work as it comes."""
        try:
            while not self._end.is_set():
                if not self._did_something():
                    self._end.wait(self._pause)
        finally:
            connections.close_all()

    def _did_something(self) -> bool:
        try:
            job = take_up(self._label)
            if job is not None:
                self.do(job)
        except DatabaseError as fault:  # a full disk, a server that restarts: tried again, nothing is lost
            print(f"fault in the desk's worker: {type(fault).__name__}", file=sys.stderr)  # noqa: T201
            connections.close_all()
            self._end.wait(5)
            return False
        return job is not None

    def close(self) -> None:
        """Ends after the step that is being done; what is left is taken up at the next start."""
        self._end.set()
        self.join(timeout=30)

    def do(self, job: Job) -> None:
        """One piece of work, to its end or until it is to stop."""
        by = job.asked_by.username if job.asked_by else "desk"
        try:
            for step in WORKS[job.kind](job.asked, by):
                self._note(job, step)
        except _StoppedError:
            _over(job, Job.State.STOPPED)
        except InterruptedError:
            Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING, worker="")
        except Exception as fault:  # noqa: BLE001 - work that fails must not end the worker; its place is told
            print(f"fault in work {job.pk}: {type(fault).__name__}", file=sys.stderr)  # noqa: T201
            _over(job, Job.State.FAILED)
        else:
            _over(job, Job.State.DONE)

    def _note(self, job: Job, step: Step) -> None:
        """Keeps how far it is, at most every second unless there is something to tell."""
        now = time.monotonic()
        if not step.lines and now - getattr(job, "noted", 0.0) < 1.0 and step.done != step.total:
            return
        job.noted = now
        job.told = [*job.told, *step.lines][-_LINES:]
        mine = Job.objects.filter(pk=job.pk, worker=self._label)
        if not mine.update(done=step.done, total=step.total, told=job.told, beat_at=timezone.now()):
            raise _StoppedError  # another worker thought this one dead and has taken over
        if mine.filter(to_stop=True).exists():
            raise _StoppedError
        if self._end.is_set():
            raise InterruptedError


def take_up(label: str) -> Job | None:
    """The oldest work that waits, or whose worker has shown no sign of life; now this worker's."""
    free = Q(state=Job.State.WAITING) | Q(state=Job.State.RUNNING, beat_at__lt=timezone.now() - _DEAD)
    with transaction.atomic():
        found = Job.objects.select_for_update(skip_locked=True).filter(free).order_by("id").first()
        if found is None:
            return None
        now = timezone.now()
        Job.objects.filter(pk=found.pk).update(
            state=Job.State.RUNNING, worker=label, begun_at=now, beat_at=now, done=0, told=[]
        )
    return Job.objects.select_related("asked_by").get(pk=found.pk)


def _over(job: Job, state: Any) -> None:
    Job.objects.filter(pk=job.pk).update(state=state, beat_at=timezone.now())


@contextmanager
def working() -> Iterator[Worker]:
    """A span in which a worker does what is asked for."""
    worker = Worker()
    worker.start()
    try:
        yield worker
    finally:
        worker.close()
