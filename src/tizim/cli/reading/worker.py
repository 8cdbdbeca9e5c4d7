"""A process that reads what it is sent, one task after the other, until its line breaks."""

import contextlib
import sys
from multiprocessing.connection import Connection

from tizim.cli.reading.tools import Tools, finished


def serve(line: Connection) -> None:
    """Answers each task with its result."""
    with Tools() as tools, contextlib.suppress(EOFError, OSError):
        while True:
            task = line.recv()
            line.send(finished(task.done, tools))


if __name__ == "__main__":
    serve(Connection(int(sys.argv[1])))
