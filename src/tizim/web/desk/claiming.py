"""Whose turn a piece of work is: taken up by one worker alone, and again when that one is dead.

Each taking has a mark of its own. Whatever a worker notes counts only while the work bears its mark, so that
one that slept through its turn (a closed laptop, a stalled machine) writes nothing over the next one's notes.
"""

import secrets
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.models import F, Q
from django.utils import timezone

from tizim.web.desk.models import Job, Line

BEAT = 2.0
"""Seconds between two signs of life."""
SILENT = 15.0
"""Seconds without a sign after which a worker counts as dead."""


class Taker:
    """Takes up work for one worker, and remembers how long others gave no sign while it watched.

    Only its own clock counts: those of several machines differ, and a machine that slept wakes up late.
    """

    def __init__(self, silent: float = SILENT) -> None:
        self._silent = silent
        self._signs: dict[int, tuple[datetime | None, float]] = {}

    def take(self) -> Job | None:
        """The oldest work that waits, or whose worker is dead; from then on this worker's alone."""
        dead = [one.pk for one in Job.objects.filter(state=Job.State.RUNNING) if self._is_dead(one)]
        if not (dead or Job.objects.filter(state=Job.State.WAITING).exists()):
            return None
        with transaction.atomic():
            free = Q(state=Job.State.WAITING) | Q(pk__in=dead, state=Job.State.RUNNING)
            found = Job.objects.select_for_update(skip_locked=True).filter(free).order_by("id").first()
            if found is None or (found.state == Job.State.RUNNING and not self._is_dead(found)):
                return None
            mark, now = secrets.token_hex(8), timezone.now()
            Job.objects.filter(pk=found.pk).update(
                state=Job.State.RUNNING, worker=mark, begun_at=now, beat_at=now, done=0, takes=F("takes") + 1
            )
        return Job.objects.select_related("asked_by").get(pk=found.pk)

    def _is_dead(self, job: Job) -> bool:
        """Whether it has given no new sign for as long as this worker has patience."""
        beat, since = self._signs.get(job.pk, (None, 0.0))
        if beat != job.beat_at or not since:
            self._signs[job.pk] = beat, since = job.beat_at, time.monotonic()
        return time.monotonic() - since >= self._silent


def mine(job: Job) -> Any:
    """The work, as long as it bears the mark of this taking."""
    return Job.objects.filter(pk=job.pk, worker=job.worker, state=Job.State.RUNNING)


def noted(job: Job, lines: Sequence[Line] = (), **fields: Any) -> bool:
    """Keeps how far it is and what people must see, together; False where the work is another's by now."""
    with transaction.atomic():
        if not mine(job).update(beat_at=timezone.now(), **fields):
            return False
        Line.objects.bulk_create(lines, batch_size=1000)
    return True


def given_back(job: Job) -> None:
    """Somebody else may go on with it."""
    mine(job).update(state=Job.State.WAITING, worker="")


class Heart:
    """Gives signs of life while work is done, and hears whether it is to end; in a thread of its own."""

    def __init__(self, job: Job) -> None:
        self._job, self._end = job, threading.Event()
        self.to_stop, self.lost = False, False

    def beat(self) -> None:
        """One sign of life, and a look whether somebody wants the work to end."""
        self.lost = not mine(self._job).update(beat_at=timezone.now())
        self.to_stop = mine(self._job).filter(to_stop=True).exists()

    def _beat_on(self) -> None:
        try:
            while not self._end.wait(BEAT):
                try:
                    self.beat()
                except DatabaseError:  # somebody writes much at once; the next one comes
                    connections.close_all()
        finally:
            connections.close_all()

    @contextmanager
    def beating(self) -> Iterator["Heart"]:
        """A span in which it beats."""
        thread = threading.Thread(target=self._beat_on, name="desk-heart", daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._end.set()
            thread.join(timeout=BEAT * 2)
