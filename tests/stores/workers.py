"""What other processes do to a store in the tests: they write, wait for each other, and are killed."""

import multiprocessing
import resource
import sys
from multiprocessing.context import ForkServerContext
from pathlib import Path
from typing import Any

from tests.stores.entries import AT, batch
from tests.stores.places import Where, store_at

from tizim.stores import Keys, StoreFullError
from tizim.stores.vault import AgeVault


def processes() -> ForkServerContext:
    """Processes forked from a clean one that has imported everything: quick to start, safe beside threads."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.stores.workers", "psycopg", "pyrage"])
    return context


def append_batches(where: Where, name: str, count: int, size: int) -> None:
    """Appends batches that are the same each time, leaving out those that are there."""
    store = store_at(where)
    for number in range(count):
        store.ledger.append(batch(f"{name}-{number}", size + number), at=AT, by=name, skip_known=True)


def append_together(where: Where, name: str, barrier: Any) -> None:
    """Appends batches at the same time as others."""
    store = store_at(where)
    barrier.wait()
    for number in range(12):
        store.ledger.append(batch(f"{name}-{number}", 10), at=AT, by=name)


def append_on_full_disk(where: Where, limit: int) -> None:
    """Appends while no file may grow past the limit; the exit code tells whether that was told clearly."""
    store = store_at(where)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        store.ledger.append(batch("big", 6000), at=AT, by="ed")
    except StoreFullError:
        sys.exit(7)


def put_on_full_disk(folder: str, master: bytes, limit: int) -> None:
    """Puts a file that does not fit."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        AgeVault(Path(folder), Keys(master)).put(Repeating(8 << 20))
    except StoreFullError:
        sys.exit(7)


def put_files(folder: str, master: bytes, name: str) -> None:
    """Puts files of many sizes, the same each time."""
    vault = AgeVault(Path(folder), Keys(master))
    for number in range(40):
        vault.put(Repeating(40_000 * number, f"{name} {number} ".encode()))


def put_and_open_large(folder: str, master: bytes, size: int, answer: Any) -> None:
    """Puts and reads a large file; answers how much the memory of the process grew, in MiB."""
    vault = AgeVault(Path(folder), Keys(master))
    vault.open(vault.put(Repeating(1000))).close()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sha256 = vault.put(Repeating(size))
    read = 0
    with vault.open(sha256) as stream:
        while piece := stream.read(1 << 16):
            read += len(piece)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer.put((read, (after - before) / 1024))


class Repeating:
    """A stream of so many bytes that takes no memory."""

    def __init__(self, size: int, text: bytes = b"The same again. ") -> None:
        self._left = size
        self._text = text * (1 + 65536 // len(text))

    def read(self, count: int = -1) -> bytes:
        count = min(self._left if count < 0 else count, self._left, 65536)
        self._left -= count
        return self._text[:count]
