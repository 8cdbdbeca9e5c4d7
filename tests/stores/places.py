"""Where a store lies, in words that can be handed to another process, and the store that lies there."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tizim.stores.sql.database import Database
from tizim.stores.sql.derived import SQLDerived
from tizim.stores.sql.ledger import SQLLedger
from tizim.stores.sql.postgres import PostgresDatabase
from tizim.stores.sql.sqlcipher import CipherDatabase

Where = tuple[str, ...]


@dataclass
class Store:
    """A ledger somewhere, with what was computed from it."""

    name: str
    ledger: Any
    derived: Any
    database: Any = None
    where: Where = field(default=())


def database_at(where: Where) -> Database:
    """The database at a place that can be handed to another process."""
    return PostgresDatabase(where[1]) if where[0] == "postgres" else CipherDatabase(Path(where[1]), where[2])


def store_at(where: Where) -> Store:
    database = database_at(where)
    return Store(where[0], SQLLedger(database), SQLDerived(database), database, where)
