"""A private folder in memory for what an engine must lay aside: names never lie in clear on a disk."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tizim.stores.linkage.errors import LinkageError

MEMORY = Path("/dev/shm")
_NAME = re.compile(r"tizim-link-(\d+)-")


@contextmanager
def scratch(memory: Path = MEMORY) -> Iterator[Path]:
    """A new folder (0700) in a file system that is memory, removed afterwards.

    What a killed process left there is removed first. LinkageError where there is no such file system.
    """
    if not in_memory(memory):
        raise LinkageError(
            f"{memory} is not in memory; names would lie in clear on a disk. Nothing was linked"
        )
    _sweep(memory)
    folder = Path(tempfile.mkdtemp(prefix=f"tizim-link-{os.getpid()}-", dir=memory))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def in_memory(folder: Path) -> bool:
    """Whether the folder is the root of a file system that is memory only."""
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return False
    return any(line.split()[1:3] == [str(folder), "tmpfs"] for line in mounts)


def _sweep(memory: Path) -> None:
    """Removes folders of processes that are no more."""
    for left in memory.iterdir():
        named = _NAME.match(left.name)
        if named and left.stat().st_uid == os.getuid() and not Path(f"/proc/{named[1]}").exists():
            shutil.rmtree(left, ignore_errors=True)
