"""Computed things kept inside the database: the one table whose rows may be replaced."""

from collections.abc import Iterable

from tizim.ledger import Computed
from tizim.stores.sql.database import Database

_LOAD = "SELECT payload FROM register_derived WHERE key = ? AND digest = ?"
_SAVE = (
    "INSERT INTO register_derived (key, digest, payload) VALUES (?, ?, ?)"
    " ON CONFLICT (key) DO UPDATE SET digest = excluded.digest, payload = excluded.payload"
)


class SQLDerived:
    """Keeps computed things in the database of the ledger, encrypted as it is; a ``Derived``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self, key: str, digest: str) -> bytes | None:
        """What was computed for that key from the ledger with that digest, or None."""
        found = self._database.rows(_LOAD, [key, digest])
        return bytes(found[0][0]) if found else None

    def save(self, key: str, digest: str, payload: bytes) -> None:
        """Keeps what was computed, in place of what was kept for the key before."""
        self._database.write(_SAVE, [(key, digest, payload)])

    def save_all(self, rows: Iterable[Computed]) -> None:
        """Keeps all of these, or none."""
        with self._database.writing():
            self._database.write(_SAVE, list(rows))
