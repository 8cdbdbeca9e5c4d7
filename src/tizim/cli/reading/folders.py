"""The files to read: those named and those in folders, without what an earlier run has read."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tizim import Problem
from tizim.cli.reading.file_task import FileTask
from tizim.cli.reading.out_file import OutFile
from tizim.documents import RefusedError
from tizim.documents.limits import USUAL
from tizim.documents.opening import digest_of
from tizim.documents.walk import Found, walk


@dataclass(slots=True)
class Counts:
    """How a run stands: files read, refused, and read by an earlier one."""

    read: int = 0
    refused: int = 0
    before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of the files, as given: for one by the stem of its name, or for all."""

    one: str | None = None
    each: Mapping[str, str]

    def of(self, path: Path) -> str | None:
        """The day of a file, if one was given."""
        return self.each.get(path.stem, self.one)


def measured(paths: list[Path]) -> tuple[int, int]:
    """How many files there are to read, and how many bytes."""
    files = size = 0
    for found in walk(paths):
        if isinstance(found, Found):
            files += 1
            size += _size(found.path)
    return files, size


class Waiting:
    """The tasks of a run, made one by one as they are asked for."""

    def __init__(
        self, paths: list[Path], days: Days, out: OutFile | None, tell: Callable[[str], None]
    ) -> None:
        self._paths, self._days, self._out, self._tell = paths, days, out, tell
        self.counts = Counts()
        self.skip: Callable[[int], None] = lambda size: None

    def tasks(self, *, why: bool = False) -> Iterator[FileTask]:
        """A task for each file that is not read yet; what cannot be followed is told."""
        for found in walk(self._paths):
            if isinstance(found, Problem):
                self.counts.refused += 1
                self._tell(str(found))
            elif self._out is not None and self._out.is_this(found.path):
                continue
            elif self._was_read(found):
                self.counts.before += 1
                self.skip(_size(found.path))
            else:
                yield FileTask(found.path, found.shown, _size(found.path), self._days.of(found.path), why)

    def _was_read(self, found: Found) -> bool:
        if self._out is None or not self._out.knows(found.shown):
            return False
        try:
            return self._out.had(found.shown, digest_of(found.path, USUAL))
        except RefusedError:
            return False  # the reader says why


def _size(path: Path) -> int:
    try:
        return os.stat(path).st_size
    except OSError:
        return 0
