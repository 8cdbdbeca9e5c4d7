"""The one place where ports meet stores, and where time, randomness and the user's name come from."""

import fcntl
import getpass
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from tizim import Problem, TizimError
from tizim.assessments import AssessmentError, learn_sets
from tizim.ledger import moment, random_id
from tizim.stores.check import problems
from tizim.stores.errors import DamagedStoreError, StoreError
from tizim.stores.key_file import key_file_for, read_key_file
from tizim.stores.keys import Keys
from tizim.stores.private import new_private_file, private_folder
from tizim.stores.register_file import (
    NAME,
    RegisterFile,
    read_register_file,
    sealed_server,
    server,
    write_register_file,
)
from tizim.stores.slots import Secret, new_slots, opened
from tizim.stores.sql.database import Database
from tizim.stores.sql.derived import SQLDerived
from tizim.stores.sql.ledger import SQLLedger
from tizim.stores.sql.schema import MIGRATIONS, migrate, migrations_run
from tizim.stores.vault import AgeVault

_DATABASE = "register.db"
_FINDS_FONTS = (
    "HOME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "PANGO_LANGUAGE", "FONTCONFIG_FILE", "FONTCONFIG_PATH",
    "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Register:
    """An open register: the ledger, the files, and what was computed from them."""

    path: Path
    ledger: SQLLedger
    derived: SQLDerived
    vault: AgeVault
    database: Database
    keys: Keys

    def problems(self) -> Iterator[Problem]:
        """What is damaged, changed or missing; nothing if the register is sound."""
        return problems(self.database, self.vault)

    def close(self) -> None:
        """Closes the database."""
        self.database.close()

    def __enter__(self) -> Self:
        """The register, closed at the end of the block."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the register."""
        self.close()


def create_register(
    path: Path | str,
    *,
    passphrase: str | None = None,
    key_file: Path | str | None = None,
    postgres: str | None = None,
) -> Register:
    """A new register in the folder, opened with a passphrase, a key file, or either of the two.

    A key file that is not there is made. ``postgres`` is the connection string of an empty database on a
    server; without it the ledger lies in an encrypted file in the folder.
    """
    folder = Path(path)
    if folder.is_dir() and any(not file.name.startswith(f".{NAME}.") for file in folder.iterdir()):
        raise StoreError(f"{folder} is not empty; a register is made in a new or an empty folder")
    keys = Keys.fresh()
    slots = new_slots(keys, Secret(passphrase, key_file_for(folder, Path(key_file)) if key_file else None))
    private_folder(folder)
    content = RegisterFile(slots=slots)
    if postgres:
        content = RegisterFile("postgres", sealed_server(postgres, keys), slots)
    database = _new_database(folder, content, keys)
    write_register_file(folder, content)
    return _register(folder, keys, database)


def open_register(
    path: Path | str, *, passphrase: str | None = None, key_file: Path | str | None = None
) -> Register:
    """The register in the folder; WrongKeyError if the passphrase or the key file is not its own."""
    folder = Path(path)
    content = read_register_file(folder)
    learn_own_sets()
    keys = opened(content.slots, _secret(passphrase, key_file))
    database = _database(folder, content, keys)
    try:
        _bring_up_to_date(folder, database)
    except BaseException:
        database.close()
        raise
    return _register(folder, keys, database)


def change_keys(
    path: Path | str,
    *,
    passphrase: str | None = None,
    key_file: Path | str | None = None,
    new_passphrase: str | None = None,
    new_key_file: Path | str | None = None,
) -> None:
    """Lets the register be opened by the new passphrase and key file, and by no others from then on.

    The master key stays, so nothing is encrypted anew: who has copied the folder and knows an old
    passphrase can open the copy with it.
    """
    folder = Path(path)
    content = read_register_file(folder)
    keys = opened(content.slots, _secret(passphrase, key_file))
    secret = Secret(new_passphrase, key_file_for(folder, Path(new_key_file)) if new_key_file else None)
    write_register_file(folder, RegisterFile(content.store, content.server, new_slots(keys, secret)))


def now() -> str:
    """The present moment, as the ledger writes moments."""
    return moment(datetime.now(UTC))


def user_name() -> str:
    """Who is working: the setting TIZIM_USER, else the name on this machine."""
    return os.environ.get("TIZIM_USER") or getpass.getuser()


def learn_own_sets() -> None:
    """Makes a group's own sets of criteria known: the YAML files of the folder TIZIM_CRITERIA, if any."""
    folder = os.environ.get("TIZIM_CRITERIA")
    if folder and not Path(folder).is_dir():
        raise AssessmentError(f"TIZIM_CRITERIA: there is no folder '{folder}'")
    learn_sets(sorted(Path(folder).glob("*.y*ml")) if folder else [])


def least_count_given() -> int | None:
    """The setting TIZIM_LEAST_COUNT: how many not named stand together in a number, if more than usual."""
    given = os.environ.get("TIZIM_LEAST_COUNT", "").strip()
    if given and not (given.isascii() and given.isdigit()):
        raise TizimError("TIZIM_LEAST_COUNT is a number of people, as 5")
    return int(given) if given else None


def printing_environment() -> dict[str, str] | None:
    """The environment of a process that prints reports; None where there is no second core for it."""
    from tizim.reading.crew import cores

    return {name: os.environ[name] for name in _FINDS_FONTS if name in os.environ} if cores() > 1 else None


def fresh_id(prefix: str) -> str:
    """A new id from the system's randomness."""
    return random_id(prefix, secrets.token_bytes(10))


def _secret(passphrase: str | None, key_file: Path | str | None) -> Secret:
    return Secret(passphrase, read_key_file(Path(key_file)) if key_file else None)


def _register(folder: Path, keys: Keys, database: Database) -> Register:
    vault = AgeVault(folder / "vault", keys)
    return Register(folder, SQLLedger(database), SQLDerived(database), vault, database, keys)


def _database(folder: Path, content: RegisterFile, keys: Keys) -> Database:
    if content.store == "postgres":
        from tizim.stores.sql.postgres import PostgresDatabase

        return PostgresDatabase(server(content, keys))
    from tizim.stores.sql.sqlcipher import CipherDatabase

    return CipherDatabase(folder / _DATABASE, keys.database)


def _new_database(folder: Path, content: RegisterFile, keys: Keys) -> Database:
    """The database with its tables; StoreError if a register lies there already."""
    database = _database(folder, content, keys)
    if content.store == "sqlcipher":
        os.close(new_private_file(folder / _DATABASE))
    elif migrations_run(database) and SQLLedger(database).head().seq:
        raise StoreError("That database on the server holds a register already")
    try:
        migrate(database.django_settings())
    except BaseException:
        database.close()
        for left in folder.glob(f"{_DATABASE}*"):
            left.unlink()
        raise
    return database


def _bring_up_to_date(folder: Path, database: Database) -> None:
    """Runs missing migrations, one process at a time."""
    run = migrations_run(database)
    if run == 0:
        raise DamagedStoreError("The database of the register is empty; fetch a backup")
    if run == MIGRATIONS:
        return
    with _alone_in(folder):
        if migrations_run(database) < MIGRATIONS:
            migrate(database.django_settings())


@contextmanager
def _alone_in(folder: Path) -> Iterator[None]:
    """A span in which no other process that asks for the same is in it."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)
