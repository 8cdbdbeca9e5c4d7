"""The file of ``--out``: a line is whole or not there, and what stands in it is not read again."""

import fcntl
import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Self

import orjson

from tizim import TizimError
from tizim.cli.texts import say


class OutFile:
    """Objects appended a file at a time; a second run goes on where the first one stopped.

    Each line names the ``file`` and the ``sha256`` of its bytes. The texts in a file (``part_of``) stand
    before the line of the file itself: that one says that they are all there.
    """

    def __init__(self, path: Path, language: str = "en") -> None:
        self.dropped = False
        self._path, self._language = path, language
        self._before: Counter[bytes] = Counter()
        self._files: set[bytes] = set()
        self._number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o600)
        try:
            self._lock()
            self._recall()
        except BaseException:
            os.close(self._number)
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.fsync(self._number)
        os.close(self._number)

    @property
    def is_new(self) -> bool:
        """Whether nothing stood in it."""
        return not self._before

    def is_this(self, path: Path) -> bool:
        """Whether a path is the file itself."""
        try:
            return os.path.samestat(os.stat(path), os.fstat(self._number))
        except OSError:
            return False

    def knows(self, shown: str) -> bool:
        """Whether a file of that name was read; its digest decides whether it is the same still."""
        return _mark(shown) in self._files

    def had(self, shown: str, sha256: str) -> bool:
        """Whether a file stands in it from an earlier run; as often as it stands there."""
        mark = _mark(shown, sha256)
        if self._before[mark] <= 0:
            return False
        self._before[mark] -= 1
        return True

    def append(self, shown: str, sha256: str, objects: Iterable[dict[str, Any]]) -> None:
        """The lines of one file, in one piece."""
        about = {"file": shown, "sha256": sha256}
        block = b"".join(orjson.dumps({**one, **about}, option=orjson.OPT_APPEND_NEWLINE) for one in objects)
        while block:
            block = block[os.write(self._number, block) :]

    def _lock(self) -> None:
        try:
            fcntl.flock(self._number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise TizimError(say("reading_busy", self._language, file=self._path.name)) from None

    def _recall(self) -> None:
        """What stands in the file; a line that was torn, and parts without their file, are cut off."""
        whole = place = 0
        with open(os.dup(self._number), "rb") as stream:
            stream.seek(0)
            for line in stream:
                place += len(line)
                found = self._line(line, is_last=place == os.fstat(self._number).st_size)
                if found is not None and not found.get("part_of"):
                    self._before[_mark(found["file"], found["sha256"])] += 1
                    self._files.add(_mark(found["file"]))
                    whole = place
        self.dropped = whole < place
        if self.dropped:
            os.ftruncate(self._number, whole)

    def _line(self, line: bytes, *, is_last: bool) -> dict[str, Any] | None:
        """The object of a line; ``None`` for a last one that is torn. Anything else is not ours to add to."""
        try:
            found = orjson.loads(line)
        except orjson.JSONDecodeError:
            found = None
        if is_last and (found is None or not line.endswith(b"\n")):
            return None
        if not isinstance(found, dict) or not all(
            isinstance(found.get(key), str) for key in ("file", "sha256")
        ):
            raise TizimError(say("reading_not_ours", self._language, file=self._path.name))
        return found


def _mark(*parts: str) -> bytes:
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).digest()
