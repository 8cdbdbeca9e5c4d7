"""Where a run of the benchmark writes: empty stores, and the one register that is measured."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tests.stores.server import Server

from bench import peers
from bench.clock import CommandLine
from tizim.stores.sql.ledger import SQLLedger
from tizim.stores.sql.postgres import PostgresDatabase
from tizim.stores.sql.schema import migrate
from tizim.stores.sql.sqlcipher import CipherDatabase
from tizim.wiring import Register, create_register, open_register

_KEY = "5e" * 32
_SIZE = (
    "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
    " WHERE relkind = 'r' AND relname IN ('register_claim', 'register_link')"
)


class Ground:
    """A folder and a PostgreSQL server; whoever makes them takes them away."""

    def __init__(self, folder: Path, server: Server) -> None:
        self.folder = folder
        self._server = server
        self._numbers = count(1)
        self._databases: dict[str, str] = {}

    def cipher(self) -> SQLLedger:
        """An empty ledger in a new encrypted file."""
        template = self.folder / "template.db"
        if not template.exists():
            template.touch()
            migrate(CipherDatabase(template, _KEY).django_settings())
        return SQLLedger(CipherDatabase(Path(shutil.copy(template, self._file("ledger"))), _KEY))

    def bare_cipher(self) -> Any:
        """A new encrypted file with bare tables."""
        return peers.bare_cipher(self._file("bare"), _KEY)

    def postgres(self) -> SQLLedger:
        """An empty ledger in a new database on the server."""
        if not self._databases:
            migrate(PostgresDatabase(self._server.create("tables")).django_settings())
        return SQLLedger(PostgresDatabase(self._database("ledger", like="tables")))

    def bare_postgres(self) -> Any:
        """A new database on the server with bare tables."""
        return peers.bare_postgres(self._database("bare"))

    def sizes_on_server(self) -> dict[str, int]:
        """Bytes of claims and links with their indexes in the last database of each sort."""
        import psycopg

        found = {}
        for sort, where in self._databases.items():
            with psycopg.connect(where) as connection:
                ((size,),) = connection.execute(_SIZE).fetchall()
                found[sort] = int(size)
        return found

    def new_register(self) -> Register:
        """The register to be measured, still empty."""
        return create_register(self.folder / "register", key_file=self.folder / "key")

    def register(self) -> Register:
        """The register measured."""
        return open_register(self.folder / "register", key_file=self.folder / "key")

    def command(self) -> CommandLine:
        """The command line over it."""
        return CommandLine(self.folder / "register", self.folder / "key")

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The encrypted file whose bare tables hold the rows of that register."""
        connection = peers.bare_cipher(self.folder / "bare.db", _KEY)
        try:
            yield connection
        finally:
            connection.close()

    def size(self, pattern: str) -> int:
        """Bytes of the files of that name in the folder."""
        return sum(path.stat().st_size for path in self.folder.glob(pattern))

    def _file(self, sort: str) -> Path:
        return self.folder / f"{sort}{next(self._numbers)}.db"

    def _database(self, sort: str, like: str = "template1") -> str:
        self._databases[sort] = self._server.create(f"{sort}{next(self._numbers)}", like=like)
        return self._databases[sort]
