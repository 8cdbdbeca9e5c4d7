"""The database on a PostgreSQL server, for a team. The server's keeper must encrypt its disk."""

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from tizim.stores.errors import StoreBusyError, StoreError, StoreFullError
from tizim.stores.sql.database import Row

_LOCK = "LOCK TABLE register_link IN EXCLUSIVE MODE"


class PostgresDatabase:
    """A database on a server, named by a connection string; a ``Database``."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._mine = threading.local()
        self._all: list[Any] = []

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of an answer."""
        return self._answer(sql, values)

    def lot(self, sql: str, width: int, values: Sequence[Any] = ()) -> list[Row]:
        """The same: this driver has the whole answer before it makes rows of it."""
        return self._answer(sql, values)

    def write(self, sql: str, rows: Iterable[Row]) -> None:
        """The statement once for each row."""
        with _meaning(), self._connection().cursor() as cursor:
            cursor.executemany(_marked(sql), rows)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The only writer from here on: other writers wait for the table of links, readers do not."""
        with _meaning(), self._connection().transaction():
            self._connection().execute(_LOCK)  # in a span that has it already it waits for nobody
            yield

    def django_settings(self) -> dict[str, Any]:
        """The same database as Django's settings name it."""
        parts = _driver().conninfo.conninfo_to_dict(self._where)
        named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
        settings = {setting: str(parts.pop(part, "")) for setting, part in named.items()}
        return {"ENGINE": "django.db.backends.postgresql", **settings, "OPTIONS": parts}

    def has_table(self, name: str) -> bool:
        """Whether there is such a table."""
        return self.rows("SELECT to_regclass(?) IS NOT NULL", [name]) == [(True,)]

    def damage(self) -> tuple[str, ...]:
        """Nothing: what the server's files are like is seen by the server's own tools."""
        return ()

    def close(self) -> None:
        """Closes the connections of all threads."""
        while self._all:
            self._all.pop().close()
        self._mine = threading.local()

    def _answer(self, sql: str, values: Sequence[Any]) -> list[Row]:
        with _meaning():
            answer: list[Row] = self._connection().execute(_marked(sql), values).fetchall()
            return answer

    def _connection(self) -> Any:
        mine = getattr(self._mine, "connection", None)
        if mine is None or mine.closed:
            mine = self._mine.connection = _driver().connect(self._where, autocommit=True)
            self._all.append(mine)
        return mine


def _driver() -> Any:
    try:
        import psycopg
    except ImportError:
        raise StoreError("PostgreSQL needs the extra 'postgres': install tizim[postgres]") from None
    return psycopg


@lru_cache(maxsize=256)
def _marked(sql: str) -> str:
    """The statement with this driver's mark for values."""
    return sql.replace("%", "%%").replace("?", "%s")


@contextmanager
def _meaning() -> Iterator[None]:
    """Turns what the driver says into what it means here."""
    errors = _driver().errors
    try:
        yield
    except (errors.DiskFull, errors.OutOfMemory) as error:
        raise StoreFullError(
            f"The server has no room; nothing of the batch was written ({_said(error)})"
        ) from None
    except errors.LockNotAvailable as error:
        raise StoreBusyError(f"Another program is writing to the register ({_said(error)})") from None
    except errors.Error as error:
        raise StoreError(f"The database server refuses: {_said(error)}") from None


def _said(error: Exception) -> str:
    """The first line of what the server said; the next ones may quote values."""
    return str(error).split("\n", 1)[0]
