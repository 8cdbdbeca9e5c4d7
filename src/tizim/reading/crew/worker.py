"""A process that reads what it is sent, one task after the other, until its line breaks."""

import contextlib
import gc
import sys
from multiprocessing.connection import Connection

from tizim.reading.crew.tools import Tools, finished

_NEW = 50_000  # objects made before Python looks for rings among them


def serve(line: Connection) -> None:
    """Answers each task with its result."""
    sweep_seldom()
    with Tools() as tools, contextlib.suppress(EOFError, OSError):
        while True:
            task = line.recv()
            line.send(finished(task.done, tools))


def sweep_seldom() -> None:
    """Python seldom looks for rings among new objects: the readers leave none."""
    gc.set_threshold(_NEW)


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
