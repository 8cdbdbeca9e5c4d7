"""``register.json``: how the register is opened, and nothing of what is in it."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tizim.stores.errors import DamagedStoreError, StoreError
from tizim.stores.keys import Keys
from tizim.stores.private import write_private
from tizim.stores.slots import Slot, sealed, unsealed

NAME = "register.json"
VERSION = 1
STORES = ("sqlcipher", "postgres")

_ABOUT = b"server"


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """The slots of the keys, and in which store the ledger lies (``sqlcipher`` or ``postgres``)."""

    store: str = "sqlcipher"
    server: str = ""
    slots: list[Slot] = field(default_factory=list)


def read_register_file(folder: Path) -> RegisterFile:
    """What stands in the folder's register.json; StoreError if there is none or it is of a newer version."""
    try:
        found = json.loads((folder / NAME).read_bytes())
    except FileNotFoundError:
        raise StoreError(f"There is no register in {folder}") from None
    except OSError as error:
        raise StoreError(f"The register in {folder} cannot be read: {error.strerror}") from None
    except ValueError:
        raise DamagedStoreError(f"{folder / NAME} is damaged; fetch it from a backup") from None
    return _understood(found, folder)


def write_register_file(folder: Path, content: RegisterFile) -> None:
    """Puts register.json in place, whole."""
    written = {"version": VERSION, "store": content.store, "server": content.server, "slots": content.slots}
    write_private(folder / NAME, json.dumps(written, indent=1).encode() + b"\n")


def sealed_server(where: str, keys: Keys) -> str:
    """The address of a database server as it may stand in register.json."""
    return sealed(where.encode(), keys.server, _ABOUT)


def server(content: RegisterFile, keys: Keys) -> str:
    """The address of the database server."""
    where = unsealed(content.server, keys.server, _ABOUT)
    if where is None:
        raise DamagedStoreError(f"The address of the database server in {NAME} is damaged")
    return where.decode()


def _understood(found: Any, folder: Path) -> RegisterFile:
    if not isinstance(found, dict) or not isinstance(found.get("version"), int):
        raise DamagedStoreError(f"{folder / NAME} is damaged; fetch it from a backup")
    if found["version"] > VERSION:
        raise StoreError("A newer version of tizim made this register; update this one")
    if found.get("store") not in STORES or not isinstance(found.get("slots"), list):
        raise DamagedStoreError(f"{folder / NAME} is damaged; fetch it from a backup")
    return RegisterFile(found["store"], found.get("server", ""), found["slots"])
