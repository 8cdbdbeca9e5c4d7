"""Folders and files that only their owner may read, written whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def private_folder(path: Path) -> Path:
    """The folder, made if need be, closed to everybody else (0700)."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    return path


def new_private_file(path: Path) -> int:
    """A file that was not there before (0600), open for writing; FileExistsError if it was."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)


def write_private(path: Path, content: bytes) -> None:
    """Puts the whole content in the place of the file at once; a kill or a full disk leaves the old one."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(new_private_file(part), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(FileNotFoundError):
            part.unlink()
        raise
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """Makes the names in a folder outlive a power cut."""
    folder = os.open(path, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
