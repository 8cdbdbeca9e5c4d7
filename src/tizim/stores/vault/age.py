"""The vault on disk: one age file a content, named by a keyed hash, so that a name cannot be tested."""

import hashlib
import hmac
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO, cast

from tizim.documents import MissingFileError
from tizim.stores.errors import DamagedStoreError, StoreError, StoreFullError
from tizim.stores.keys import Keys
from tizim.stores.private import new_private_file, private_folder, sync_folder
from tizim.stores.vault.padding import unpadded
from tizim.stores.vault.streams import Clear, Sink, Source

_SHA256 = re.compile(r"[0-9a-f]{64}")
_IN_MEMORY = 16 << 20
_ABANDONED = 3600.0


class AgeVault:
    """Keeps files encrypted in a folder; a ``Vault``.

    What comes in is encrypted on its way to the disk and gets its name when it is whole; nothing ever
    lies in clear, not even for a moment. A file cut off by a kill has no name and is cleared away later.
    """

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self._incoming = folder / "incoming"
        self._keys = keys

    def put(self, stream: BinaryIO) -> str:
        """Keeps all bytes of the stream from where it stands; the SHA-256 in hex comes back."""
        import pyrage

        source = Source(stream)
        try:
            with self._part() as part:
                self._encrypt(source, part)
                self._settle(part, self._place(source.sha256))
        except (pyrage.EncryptError, OSError) as error:
            raise source.failure or _refused(error) from None
        return source.sha256

    def open(self, sha256: str) -> BinaryIO:
        """The bytes under that digest as a stream; MissingFileError if there are none.

        A small file comes whole and can be searched to and fro; a large one flows and cannot. If the bytes
        are not those that were put, DamagedStoreError: here, or for a large file when its end is read.
        """
        place = self._place(sha256)
        if not place.is_file():
            raise MissingFileError(f"The vault holds no file {sha256[:12]}…")
        if place.stat().st_size <= _IN_MEMORY:
            return BytesIO(self._whole(place, sha256))
        return cast(BinaryIO, Clear(place, self._identity, sha256).buffered())

    def has(self, sha256: str) -> bool:
        """Whether there are bytes under that digest."""
        return self._place(sha256).is_file()

    def _whole(self, place: Path, sha256: str) -> bytes:
        import pyrage

        try:
            content = b"".join(unpadded([pyrage.decrypt(place.read_bytes(), [self._identity])]))
        except (pyrage.DecryptError, ValueError, OSError):
            content = None
        if content is None or hashlib.sha256(content).hexdigest() != sha256:
            raise DamagedStoreError(
                f"The file {sha256[:12]}… in the vault is damaged; fetch it from a backup"
            )
        return content

    def _encrypt(self, source: Source, part: Path) -> None:
        import pyrage

        with os.fdopen(new_private_file(part), "wb", buffering=0) as file:
            sink = Sink(file)
            try:
                pyrage.encrypt_io(source, sink, [self._identity.to_public()])
            except pyrage.EncryptError as error:
                raise sink.failure or error from None
            os.fsync(file.fileno())

    def _settle(self, part: Path, place: Path) -> None:
        """Gives the whole file its name, unless the same content has it already."""
        if place.exists():
            return
        if not place.parent.exists():
            private_folder(place.parent)
            sync_folder(self._folder)
        part.replace(place)
        sync_folder(place.parent)

    @contextmanager
    def _part(self) -> Iterator[Path]:
        """A name for what is coming in; whatever is left under it at the end goes away."""
        private_folder(self._folder)
        private_folder(self._incoming)
        self._sweep()
        part = self._incoming / f"{secrets.token_hex(16)}.part"
        try:
            yield part
        finally:
            with suppress(FileNotFoundError):
                part.unlink()

    def _sweep(self) -> None:
        """Clears away what a killed program left: parts that nobody has written to for an hour."""
        for part in self._incoming.iterdir():
            with suppress(FileNotFoundError):
                if time.time() - part.stat().st_mtime > _ABANDONED:
                    part.unlink()

    def _place(self, sha256: str) -> Path:
        if not _SHA256.fullmatch(sha256):
            raise StoreError("A file in the vault is named by 64 hex characters")
        name = hmac.new(self._name_key, sha256.encode("ascii"), "sha256").hexdigest()
        return self._folder / name[:2] / f"{name[2:]}.age"

    @cached_property
    def _name_key(self) -> bytes:
        return self._keys.file_names

    @cached_property
    def _identity(self) -> Any:
        import pyrage

        return pyrage.x25519.Identity.from_str(self._keys.age_identity)


def _refused(error: Exception) -> StoreError:
    """What a failed writing means."""
    if isinstance(error, OSError):
        return StoreFullError(f"The disk takes no more ({error.strerror}); nothing of the file was kept")
    return StoreError(f"The file could not be encrypted: {error}")
