"""Reports printed in a process beside this one: laying out a long list takes as long as all other files."""

import contextlib
import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.connection import Connection, Pipe
from typing import Self

from tizim.publications.formats.pdf import printed

Report = Callable[[], str]
"""Gives the text of a report when it is to be printed."""
_NEW = 50_000  # objects made before Python looks for rings among them: a layout leaves few
_FAREWELL = 5  # seconds


class Press:
    """Prints reports one after the other, each under its name and with the digest of its edition.

    What the process beside this one does not give back, because it was ended, is printed here.
    """

    def __init__(self, reports: Mapping[str, Report], digest: str, environment: Mapping[str, str]) -> None:
        self._waiting, self._digest = dict(reports), digest
        self._at: tuple[str, Report] | None = None
        self._line, theirs = Pipe()
        # Of the caller's environment only what finds fonts is passed on: the rest may hold a passphrase. A
        # session of its own keeps Ctrl-C from it: the caller ends it.
        self._process = subprocess.Popen(
            (sys.executable, "-P", "-m", "tizim.publications.formats.press", str(theirs.fileno())),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**environment, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, filter(None, sys.path)))},
            pass_fds=(theirs.fileno(),),
            start_new_session=True,
        )
        theirs.close()

    def __enter__(self) -> Self:
        self._begin()
        return self

    def __exit__(self, *error: object) -> None:
        self._line.close()
        if any(error):
            self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_FAREWELL)
        self._process.kill()
        self._process.wait()

    def done(self) -> Iterator[tuple[str, bytes]]:
        """The reports that are printed by now."""
        while self._at and self._line.poll():
            yield self._taken(*self._at)

    def rest(self, *, here: bool) -> Iterator[tuple[str, bytes]]:
        """All other reports; ``here``: those that are not begun are printed by this process meanwhile."""
        while self._at:
            if here and self._waiting and not self._line.poll():
                name, report = self._waiting.popitem()
                yield name, printed(report(), self._digest)
            else:
                yield self._taken(*self._at)

    def _begin(self) -> None:
        self._at = None
        if self._waiting:
            name = next(iter(self._waiting))
            self._at = name, self._waiting.pop(name)
            with contextlib.suppress(OSError):  # it was ended: noticed when its answer is waited for
                self._line.send((self._at[1](), self._digest))

    def _taken(self, name: str, report: Report) -> tuple[str, bytes]:
        try:
            made = self._line.recv_bytes()
        except (EOFError, OSError):
            made = b""
        self._begin()
        return name, made or printed(report(), self._digest)


def serve(line: Connection) -> None:
    """Prints each text that comes, until the line breaks."""
    gc.set_threshold(_NEW)
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send_bytes(printed(*line.recv()))
            gc.collect()  # else rings of the layout before stand beside the next


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
