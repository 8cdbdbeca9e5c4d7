"""Work shared out to processes, one task at a time to each; the caller alone writes what comes back."""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, Pipe, wait
from typing import Any, Protocol, TypeVar, cast

from tizim.reading.crew.tools import Failed, Tools, finished

_SERVES = 32_000_000  # bytes a worker reads before a fresh one takes its place: what it keeps stays bounded
_FAREWELL = 5  # seconds
_AHEAD = 32  # finished tasks a worker that may wait for a slow one before them


class Task(Protocol):
    """Something to read: how it is shown, how long it is, and what makes the result."""

    @property
    def shown(self) -> str:
        """How people see it."""

    @property
    def size(self) -> int:
        """Bytes, for the progress and for how long a worker lives."""

    def done(self, tools: Tools) -> Any:
        """The result; it must be one that can be sent between processes."""


T = TypeVar("T", bound=Task)


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def worked(
    tasks: Iterator[T], workers: int, *, ordered: bool = False, apart: bool = False
) -> Iterator[tuple[T, Any]]:
    """Each task with its result, or ``Failed``; as they are done, or in the order of the tasks.

    Nothing is taken from ``tasks`` that no worker is free for. One worker is this process itself, unless it
    is to stay ``apart`` because this one has other work, such as drawing pages.
    """
    if workers <= 1 and not apart:
        yield from _alone(tasks)
        return
    with _Crew(workers) as crew:
        done = crew.run(enumerate(tasks), _AHEAD * workers if ordered else None)
        yield from _in_order(done) if ordered else ((task, result) for _, task, result in done)


def _alone(tasks: Iterator[T]) -> Iterator[tuple[T, Any]]:
    with Tools() as tools:
        for task in tasks:
            yield task, finished(task.done, tools)


def _in_order(done: Iterator[tuple[int, T, Any]]) -> Iterator[tuple[T, Any]]:
    early: dict[int, tuple[T, Any]] = {}
    expected = 0
    for number, task, result in done:
        early[number] = task, result
        while expected in early:
            yield early.pop(expected)
            expected += 1


@dataclass(slots=True)
class _Sent:
    number: int
    task: Any


class _Crew:
    """Worker processes, started when there is work for them and replaced when they die or grow old."""

    def __init__(self, workers: int) -> None:
        self._most = workers
        self._idle: list[_Worker] = []
        self._busy: dict[Connection, tuple[_Worker, _Sent]] = {}

    def __enter__(self) -> "_Crew":
        return self

    def __exit__(self, *error: object) -> None:
        for busy, _ in self._busy.values():
            busy.end()
        for idle in self._idle:
            idle.dismiss()

    def run(self, tasks: Iterator[tuple[int, T]], ahead: int | None) -> Iterator[tuple[int, T, Any]]:
        """Results as they come; no task starts more than ``ahead`` places after one that is not done."""
        upcoming = next(tasks, None)
        while upcoming is not None or self._busy:
            while upcoming is not None and self._may_start(upcoming[0], ahead):
                self._start(_Sent(upcoming[0], upcoming[1]))
                upcoming = next(tasks, None)
            yield from self._some_done()

    def _may_start(self, number: int, ahead: int | None) -> bool:
        if len(self._busy) >= self._most:
            return False
        oldest = min((sent.number for _, sent in self._busy.values()), default=number)
        return ahead is None or number < oldest + ahead

    def _start(self, sent: _Sent) -> None:
        worker = self._idle.pop() if self._idle else _Worker()
        self._busy[worker.line] = worker, sent
        with contextlib.suppress(OSError):  # it died while it was idle: noticed when its answer is waited for
            worker.line.send(sent.task)

    def _some_done(self) -> Iterator[tuple[int, Any, Any]]:
        for line in wait(list(self._busy)):
            worker, sent = self._busy.pop(cast(Connection, line))
            try:
                result = worker.line.recv()
            except (EOFError, OSError):
                worker.end()
                if worker.served:  # what it read before may be at fault: a fresh one tries once more
                    self._start(sent)
                    continue
                result = Failed("breaks the program that reads it.", "Code it by hand.")
            else:
                self._keep(worker, sent.task.size)
            yield sent.number, sent.task, result

    def _keep(self, worker: "_Worker", size: int) -> None:
        worker.served += max(1, size)
        if worker.served >= _SERVES:
            worker.dismiss()
        else:
            self._idle.append(worker)


class _Worker:
    """A process that ends when this one does: its line breaks."""

    def __init__(self) -> None:
        self.served = 0
        self.line, theirs = Pipe()
        # Nothing of the caller's environment is passed on: it may hold a passphrase. A session of its own
        # keeps Ctrl-C from it: the caller ends it.
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-m", "tizim.reading.crew.worker", str(theirs.fileno())),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": os.pathsep.join(os.path.abspath(path) for path in sys.path if path)},
            pass_fds=(theirs.fileno(),),
            start_new_session=True,
        )
        theirs.close()

    def dismiss(self) -> None:
        """Ends it when it waits for work: it puts its tools away."""
        self.line.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_FAREWELL)
        self.end()

    def end(self) -> None:
        """Ends it whatever it does."""
        self._process.kill()
        self._process.wait()
        self.line.close()
