"""What flows into the vault and out of it, in pieces: a large file takes no more memory than a small one."""

import hashlib
import io
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from tizim.stores.errors import DamagedStoreError
from tizim.stores.vault.padding import Padding, unpadded

_PIECE = 1 << 16


class Source:
    """A stream that is hashed while it is read, followed by its padding."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._hash = hashlib.sha256()
        self._size = 0
        self._padding: Padding | None = None
        self.failure: BaseException | None = None

    @property
    def sha256(self) -> str:
        """The digest of what was read, without the padding."""
        return self._hash.hexdigest()

    def read(self, count: int = _PIECE) -> bytes:
        """The next bytes; what the stream itself raises is kept in ``failure``."""
        if self._padding is not None:
            return self._padding.read(count)
        try:
            piece = self._stream.read(count)
        except BaseException as error:
            self.failure = error
            raise
        self._hash.update(piece)
        self._size += len(piece)
        if piece:
            return piece
        self._padding = Padding(self._size)
        return self._padding.read(count)


class Sink:
    """A file that remembers why it refused to be written."""

    def __init__(self, file: io.FileIO) -> None:
        self._file = file
        self.failure: OSError | None = None

    def write(self, piece: bytes) -> int:
        """Writes a piece."""
        try:
            return self._file.write(piece)
        except OSError as error:
            self.failure = error
            raise

    def flush(self) -> None:
        """Hands on what is waiting."""
        self._file.flush()


class Clear(io.RawIOBase):
    """The clear bytes of a large age file: a thread decrypts into a pipe, the reader takes from it."""

    def __init__(self, place: Path, identity: Any, sha256: str) -> None:
        self._sha256 = sha256
        self._hash = hashlib.sha256()
        self._failed = False
        read_end, write_end = os.pipe()
        self._pipe = os.fdopen(read_end, "rb")
        self._pieces = unpadded(self._decrypted())
        self._rest = b""
        self._thread = threading.Thread(target=self._decrypt, args=(place, identity, write_end), daemon=True)
        self._thread.start()

    def buffered(self) -> io.BufferedReader:
        """The stream as readers want it."""
        return io.BufferedReader(self, _PIECE)

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes; at the end DamagedStoreError if they were not all, or not those that were put."""
        while not self._rest:
            piece = self._next()
            if piece is None:
                return 0
            self._rest = piece
        count = min(len(buffer), len(self._rest))
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count

    def close(self) -> None:
        """Lets go of the file; a reader may stop in the middle."""
        if not self.closed:
            self._pipe.close()
            self._thread.join()
        super().close()

    def _next(self) -> bytes | None:
        try:
            piece = next(self._pieces, None)
        except ValueError:
            piece, self._failed = None, True
        if piece is not None:
            self._hash.update(piece)
        elif self._failed or self._hash.hexdigest() != self._sha256:
            raise DamagedStoreError(
                f"The file {self._sha256[:12]}… in the vault is damaged; fetch it from a backup"
            )
        return piece

    def _decrypted(self) -> Iterator[bytes]:
        while piece := self._pipe.read(_PIECE):
            yield piece
        self._thread.join()

    def _decrypt(self, place: Path, identity: Any, write_end: int) -> None:
        import pyrage

        with os.fdopen(write_end, "wb", buffering=0) as pipe:
            try:
                with place.open("rb") as file:
                    pyrage.decrypt_io(file, pipe, [identity])
            except (pyrage.DecryptError, OSError):
                self._failed = True
