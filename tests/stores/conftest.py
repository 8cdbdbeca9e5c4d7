"""The stores that one suite is run over: memory, SQLCipher, PostgreSQL."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.stores.places import Store, Where, store_at
from tests.stores.server import Server

from tizim.ledger import MemoryDerived, MemoryLedger
from tizim.stores.keys import Keys
from tizim.stores.sql.postgres import PostgresDatabase
from tizim.stores.sql.schema import migrate
from tizim.stores.sql.sqlcipher import CipherDatabase
from tizim.wiring import Register, create_register, open_register

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def cipher_file(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An encrypted database with its tables and no entries, to be copied; and its key."""
    path, key = tmp_path_factory.mktemp("cipher") / "register.db", Keys.fresh().database
    path.touch()
    migrate(CipherDatabase(path, key).django_settings())
    return path, key


@pytest.fixture(scope="session")
def postgres_tables(postgres_server: Server) -> Server:
    """The server with a database ``tables`` that has its tables and no entries, to be copied."""
    migrate(PostgresDatabase(postgres_server.create("tables")).django_settings())
    return postgres_server


@pytest.fixture
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Where]]:
    """A place with empty tables, in the store of that name; databases on the server are gone after the test."""
    laid: list[str] = []

    def made(name: str) -> Where:
        if name == "postgres":
            laid.append(f"register{next(_NUMBERS)}")
            return ("postgres", request.getfixturevalue("postgres_tables").create(laid[-1], like="tables"))
        template, key = request.getfixturevalue("cipher_file")
        path = tmp_path / "register.db"
        shutil.copy(template, path)
        return ("sqlcipher", str(path), key)

    yield made
    for database in laid:
        request.getfixturevalue("postgres_tables").drop(database)


@pytest.fixture(params=["memory", "sqlcipher", "postgres"])
def store(request: pytest.FixtureRequest, place: Callable[[str], Where]) -> Iterator[Store]:
    """Each of the three keepers in turn."""
    if request.param == "memory":
        yield Store("memory", MemoryLedger(), MemoryDerived())
        return
    made = store_at(place(request.param))
    yield made
    made.database.close()


@pytest.fixture(params=["sqlcipher", "postgres"])
def sql_store(request: pytest.FixtureRequest, place: Callable[[str], Where]) -> Iterator[Store]:
    """Each of the two SQL stores in turn."""
    made = store_at(place(request.param))
    yield made
    made.database.close()


@pytest.fixture(scope="session")
def register_template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A register without entries, and its key file."""
    folder = tmp_path_factory.mktemp("template")
    create_register(folder / "register", key_file=folder / "key").close()
    return folder / "register", folder / "key"


@pytest.fixture
def register(register_template: tuple[Path, Path], tmp_path: Path) -> Iterator[Register]:
    """An open register of one's own."""
    folder, key_file = register_template
    shutil.copytree(folder, tmp_path / "register")
    with open_register(tmp_path / "register", key_file=key_file) as opened:
        yield opened
