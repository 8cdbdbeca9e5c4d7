"""The database in one encrypted file."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import orjson
from sqlcipher3 import dbapi2

from tizim.stores.errors import DamagedStoreError, StoreBusyError, StoreError, StoreFullError
from tizim.stores.sql.cipher.connection import encrypted
from tizim.stores.sql.database import Row

_MEANINGS = (
    ("locked", StoreBusyError, "Another program is writing to the register; try again when it is done"),
    ("busy", StoreBusyError, "Another program is writing to the register; try again when it is done"),
    ("full", StoreFullError, "There is no room on the disk; nothing of the batch was written"),
    ("disk i/o", StoreFullError, "The disk refuses to write or read; nothing of the batch was written"),
    ("malformed", DamagedStoreError, "The database file is damaged; run 'tizim check' and fetch a backup"),
    ("not a database", DamagedStoreError, "The database file is damaged at its start; fetch a backup"),
    ("unable to open", StoreError, "The database file cannot be opened"),
)


class CipherDatabase:
    """An encrypted file; a ``Database``."""

    def __init__(self, path: Path, key: str) -> None:
        self._path = path
        self._key = key
        self._mine = threading.local()
        self._all: list[Any] = []

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of an answer."""
        with _meaning():
            answer: list[Row] = self._connection().execute(sql, values).fetchall()
            return answer

    def lot(self, sql: str, width: int, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of an answer, in one step: by ``rows`` each of them lets another thread go on first.

        They come as JSON. What that cannot hold (bytes, infinity, broken text), or not in one piece, is read
        row by row, where the driver says what is wrong with it. What ``sql`` gives may be no JSON of its own.
        """
        try:
            found = self._connection().execute(_in_one(sql, width), values).fetchone()
            return [tuple(row) for row in orjson.loads(found[0])]
        except (dbapi2.Error, ValueError):
            return self.rows(sql, values)

    def write(self, sql: str, rows: Iterable[Row]) -> None:
        """The statement once for each row."""
        with _meaning():
            self._connection().executemany(sql, rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The only writer from here on: ``BEGIN IMMEDIATE`` takes the lock before anything is read."""
        connection = self._connection()
        if connection.in_transaction:
            yield
            return
        with _meaning():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def django_settings(self) -> dict[str, Any]:
        """The same database as Django's settings name it."""
        return {
            "ENGINE": "tizim.stores.sql.cipher",
            "NAME": str(self._path),
            "PASSWORD": self._key,
            "OPTIONS": {"timeout": 30.0, "transaction_mode": "IMMEDIATE"},
        }

    def has_table(self, name: str) -> bool:
        """Whether there is such a table."""
        return bool(self.rows("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [name]))

    def damage(self) -> tuple[str, ...]:
        """The pages whose seal does not fit, each in one line."""
        try:
            found = self.rows("PRAGMA cipher_integrity_check") or self.rows("PRAGMA quick_check")
        except StoreError as error:
            return (str(error),)
        return tuple(str(line) for (line,) in found if line != "ok")

    def close(self) -> None:
        """Closes the connections of all threads."""
        while self._all:
            self._all.pop().close()
        self._mine = threading.local()

    def _connection(self) -> Any:
        if not hasattr(self._mine, "connection"):
            if not self._path.is_file():
                raise DamagedStoreError(f"{self._path} is missing; fetch it from a backup")
            self._mine.connection = encrypted(str(self._path), self._key, check_same_thread=False)
            self._all.append(self._mine.connection)
        return self._mine.connection


@lru_cache(maxsize=1024)
def _in_one(sql: str, width: int) -> str:
    """The statement whose one value is all rows of the other, in their order; an error if one holds bytes.

    SQLite takes bytes that look like its own JSON for JSON, so that all are replaced by such as it refuses.
    """
    names = [f"c{number}" for number in range(width)]
    values = ", ".join(f"iif(typeof({name}) = 'blob', x'ff', {name})" for name in names)
    rows = f"WITH found ({', '.join(names)}) AS ({sql})"
    return f"{rows} SELECT CAST(json_group_array(json_array({values})) AS BLOB) FROM found"


@contextmanager
def _meaning() -> Iterator[None]:
    """Turns what the driver says into what it means here."""
    try:
        yield
    except dbapi2.Error as error:
        said = str(error).lower()
        for part, kind, message in _MEANINGS:
            if part in said:
                raise kind(f"{message} ({error})") from None
        raise StoreError(f"The database refuses: {error}") from None
