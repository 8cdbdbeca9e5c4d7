"""The register of invented people that tests of the desk copy, with somebody of each role, on both databases."""

import itertools
import shutil
from itertools import groupby
from pathlib import Path

import pytest

from tests.stores.server import Server
from tizim.stores.key_file import read_key_file
from tizim.stores.keys import Keys
from tizim.stores.register_file import RegisterFile, read_register_file, sealed_server, write_register_file
from tizim.stores.slots import Secret, opened
from tizim.stores.sql.ledger import SQLLedger
from tizim.stores.sql.postgres import PostgresDatabase
from tizim.stores.sql.schema import migrate
from tizim.wiring import Register, open_register

PASSWORD = "correct horse battery staple"
BOTH = pytest.mark.parametrize("kept_in", ["sqlcipher", "postgres"], indirect=True)
"""What is tried in a browser on both databases."""
_NUMBERS = itertools.count(1)


def made(folder: Path) -> None:
    """The register of the demonstration: ``register`` with accounts, ``unentered`` before anybody came in."""
    from tizim.cli import app

    app(["demo", str(folder / "register")], standalone_mode=False)
    shutil.copytree(folder / "register", folder / "unentered")
    _enter(folder / "register", folder)


def copied(pattern: Path, folder: Path, *, anew: bool) -> None:
    """The register of the pattern in that folder."""
    shutil.copytree(pattern / _of(anew), folder)


def copied_to_server(pattern: Path, folder: Path, server: Server, *, anew: bool) -> str:
    """The same with its entries in a database of its own on the server, whose name comes back."""
    database = f"desk{next(_NUMBERS)}"
    server.create(database, like=f"desk_{_of(anew)}")
    _led_to_server(pattern, folder, server.where(database), anew=anew)
    return database


def fill_server(pattern: Path, server: Server) -> None:
    """Lays two databases to be copied: with accounts, and before anybody came in."""
    where = server.create("desk_unentered")
    migrate(PostgresDatabase(where).django_settings())
    _copy_entries(pattern, where)
    there = server.create("desk_register", like="desk_unentered")
    folder = pattern / "on-server"
    _led_to_server(pattern, folder, there, anew=True)
    _enter(folder, pattern)


def leave() -> None:
    """Django lets go of the register's database."""
    from django.db import connections

    connections["default"].close()


def _of(anew: bool) -> str:
    return "unentered" if anew else "register"


def _enter(folder: Path, keys: Path) -> None:
    """Somebody of each role comes in."""
    from django.contrib.auth.models import Group

    from tizim.web.desk.models import Account
    from tizim.web.desk.roles import ROLES
    from tizim.web.desk.serving import use

    with open_register(folder, key_file=keys / "register.key") as register:
        use(register)
        for role in ROLES:
            account = Account.objects.create_user(f"{role}-1", PASSWORD)
            account.groups.set(Group.objects.filter(name=role))
        leave()


def _led_to_server(pattern: Path, folder: Path, where: str, *, anew: bool) -> None:
    """The folder of the pattern without its database file, led to a database on a server."""
    shutil.copytree(pattern / _of(anew), folder, ignore=shutil.ignore_patterns("register.db*"))
    slots = read_register_file(folder).slots
    keys = _keys(pattern)
    write_register_file(folder, RegisterFile("postgres", sealed_server(where, keys), slots))


def _keys(pattern: Path) -> Keys:
    slots = read_register_file(pattern / "unentered").slots
    return opened(slots, Secret(None, read_key_file(pattern / "register.key")))


def _copy_entries(pattern: Path, where: str) -> None:
    """Every batch as it was written: the same moments, the same digests."""
    database = PostgresDatabase(where)
    ledger = SQLLedger(database)
    with open_register(pattern / "unentered", key_file=pattern / "register.key") as register:
        for (at, by), batch in groupby(_written(register), lambda one: (one.recorded_at, one.recorded_by)):
            ledger.append(list(batch), at=at, by=by)
        assert ledger.head() == register.ledger.head()
    database.close()


def _written(register: Register):
    return register.ledger.known_at()
