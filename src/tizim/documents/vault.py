"""What documents asks of the keeper of files: bytes in, the same bytes out, named by their digest."""

import hashlib
import io
from typing import BinaryIO, Protocol

from tizim.documents.errors import MissingFileError

CHUNK = 1 << 16


class Vault(Protocol):
    """Keeps files under the SHA-256 of their bytes; the same bytes twice are kept once."""

    def put(self, stream: BinaryIO) -> str:
        """Keeps all bytes of the stream from where it stands; the SHA-256 in hex comes back."""

    def open(self, sha256: str) -> BinaryIO:
        """The bytes under that digest, as a stream; MissingFileError if there are none."""

    def has(self, sha256: str) -> bool:
        """Whether there are bytes under that digest."""


class MemoryVault:
    """A vault that forgets everything when the program ends."""

    def __init__(self) -> None:
        self._files: dict[str, bytes] = {}

    def put(self, stream: BinaryIO) -> str:
        """Keeps the bytes; the SHA-256 in hex comes back."""
        content = stream.read()
        digest = hashlib.sha256(content).hexdigest()
        self._files.setdefault(digest, content)
        return digest

    def open(self, sha256: str) -> BinaryIO:
        """The bytes under that digest."""
        if sha256 not in self._files:
            raise MissingFileError(f"The vault holds no file {sha256[:12]}…")
        return io.BytesIO(self._files[sha256])

    def has(self, sha256: str) -> bool:
        """Whether there are bytes under that digest."""
        return sha256 in self._files
