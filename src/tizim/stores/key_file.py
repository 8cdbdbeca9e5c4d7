"""The key file: a secret in a small file, kept apart from the register (a stick, another machine)."""

import os
import secrets
from pathlib import Path

from tizim.stores.errors import StoreError
from tizim.stores.keys import SIZE
from tizim.stores.private import new_private_file

_HEAD = "tizim-key-1 "


def read_key_file(path: Path) -> bytes:
    """The secret in a key file."""
    try:
        text = path.read_text("ascii").strip()
        secret = bytes.fromhex(text.removeprefix(_HEAD))
    except OSError as error:
        raise StoreError(f"The key file {path} cannot be read: {error.strerror}") from None
    except ValueError:
        secret = b""
    if len(secret) != SIZE:
        raise StoreError(f"{path} is not a key file of tizim")
    return secret


def key_file_for(register: Path, path: Path) -> bytes:
    """The secret of the key file, made now if there is none; it may not lie in the register's own folder."""
    if path.resolve().is_relative_to(register.resolve()):
        raise StoreError("The key file must not lie in the register: who takes the folder would have the key")
    return read_key_file(path) if path.exists() else _new_key_file(path)


def _new_key_file(path: Path) -> bytes:
    secret = secrets.token_bytes(SIZE)
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(new_private_file(path), "w", encoding="ascii") as file:
        file.write(f"{_HEAD}{secret.hex()}\n")
        file.flush()
        os.fsync(file.fileno())
    return secret
