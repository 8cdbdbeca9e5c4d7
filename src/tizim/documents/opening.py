"""Files as they lie on disk: opened once, measured, and watched for changes while they are read."""

import hashlib
import io
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from tizim.documents.errors import RefusedError
from tizim.documents.limits import Limits, megabytes

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Watched(io.RawIOBase):
    """A file that takes the digest of what is read; a disk that fails makes RefusedError."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._digest = hashlib.sha256()

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes."""
        try:
            piece = self._stream.read(size)
        except OSError as error:
            raise _unreadable(error) from None
        self._digest.update(piece)
        return piece

    def readinto(self, buffer: "memoryview | bytearray", /) -> int:  # type: ignore[override]
        """The next bytes, into a buffer."""
        piece = self.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)

    def readable(self) -> bool:
        """Yes."""
        return True

    def tell(self) -> int:
        """Where it stands."""
        return self._stream.tell()

    def seek(self, place: int, whence: int = 0, /) -> int:
        """Back to the start, the only way it goes; the digest starts again."""
        if place or whence:
            raise io.UnsupportedOperation("a watched file goes back to its start only")
        self._digest = hashlib.sha256()
        return self._stream.seek(0)

    def digest(self) -> str:
        """The SHA-256 of what was read since the start."""
        return self._digest.hexdigest()

    def rewound(self) -> BinaryIO:
        """Itself, at its start."""
        self.seek(0)
        return cast(BinaryIO, self)


@contextmanager
def opened(path: Path, limits: Limits) -> Iterator[tuple[Watched, int]]:
    """The file and its size; RefusedError if it is empty, too big, not there, or no file to be read."""
    try:
        number = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(error) from None
    with os.fdopen(number, "rb") as stream:
        size = _size(os.fstat(number), limits)
        yield Watched(stream), size


def watched_whole(stream: BinaryIO, limits: Limits) -> tuple[Watched, int]:
    """A stream that can be gone through again, and its size; RefusedError if it is empty or too big."""
    size = stream.seek(0, io.SEEK_END)
    _check_size(size, limits)
    return Watched(stream), size


def digest_of(path: Path, limits: Limits) -> str:
    """The SHA-256 of a file."""
    with opened(path, limits) as (stream, _):
        return read_through(stream)


def read_through(stream: Watched) -> str:
    """The SHA-256 of all that the file holds, read piece by piece."""
    stream.seek(0)
    while stream.read(1 << 18):
        pass
    return stream.digest()


def _size(state: os.stat_result, limits: Limits) -> int:
    if not stat.S_ISREG(state.st_mode):
        raise RefusedError("is no file but a pipe or device.", "Give a file.")
    _check_size(state.st_size, limits)
    return state.st_size


def _check_size(size: int, limits: Limits) -> None:
    if not size:
        raise RefusedError("is empty.", "Look for the file at its sender's.")
    if size > limits.file_bytes:
        long, most = megabytes(size), megabytes(limits.file_bytes)
        raise RefusedError(f"is {long} long; at most {most} are read.", "Part it, or raise the limit.")


def _unreadable(error: Exception) -> RefusedError:
    if isinstance(error, FileNotFoundError):
        return RefusedError("is not there.", "Look whether it was moved or renamed.")
    if isinstance(error, PermissionError):
        return RefusedError("may not be read.", "Give yourself the right to read it.")
    reason = getattr(error, "strerror", None) or "its name cannot be used"
    return RefusedError(f"cannot be read ({reason}).", "Copy it to another place.")
