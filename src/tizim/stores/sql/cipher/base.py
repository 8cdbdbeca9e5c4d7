"""Django's database backend for SQLCipher: Django's own SQLite backend on the sqlcipher3 driver.

``PASSWORD`` is the key, 64 hex characters; ``NAME`` the file.
"""

from collections.abc import Iterable, Sequence
from itertools import chain, tee
from typing import Any

from django.db.backends.sqlite3 import base
from django.db.backends.sqlite3._functions import register as register_functions
from django.utils.asyncio import async_unsafe
from sqlcipher3 import dbapi2

from tizim.stores.sql.cipher.connection import encrypted

# Django registers these on the standard library's sqlite3, which this driver does not share.
dbapi2.register_converter("bool", b"1".__eq__)
dbapi2.register_converter("date", base.decoder(base.parse_date))
dbapi2.register_converter("time", base.decoder(base.parse_time))
dbapi2.register_converter("datetime", base.decoder(base.parse_datetime))
dbapi2.register_converter("timestamp", base.decoder(base.parse_datetime))
dbapi2.register_adapter(base.decimal.Decimal, str)


class DatabaseWrapper(base.DatabaseWrapper):  # type: ignore[misc]
    """A Django connection to an encrypted file."""

    Database = dbapi2

    def get_connection_params(self) -> dict[str, Any]:
        """What ``encrypted`` needs."""
        return {**super().get_connection_params(), "key": self.settings_dict["PASSWORD"]}

    @async_unsafe  # type: ignore[untyped-decorator]
    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """An encrypted connection that knows Django's SQL functions."""
        connection = encrypted(**conn_params)
        register_functions(connection)
        return connection

    def create_cursor(self, name: str | None = None) -> Any:
        """A cursor that takes Django's ``%s``."""
        return self.connection.cursor(factory=CipherCursor)


class CipherCursor(dbapi2.Cursor):  # type: ignore[misc]
    """Django's SQLite cursor, on the other driver."""

    convert_query = base.SQLiteCursorWrapper.convert_query

    def execute(self, query: str, params: Any = None) -> Any:
        """One statement."""
        if params is None:
            return super().execute(query)
        names = list(params) if hasattr(params, "keys") else None
        return super().execute(self.convert_query(query, param_names=names), params)

    def executemany(self, query: str, param_list: Iterable[Sequence[Any]]) -> Any:
        """One statement for many rows."""
        peeked, rows = tee(iter(param_list))
        first = next(peeked, None)
        if first is None:
            return self
        names = list(first) if hasattr(first, "keys") else None
        return super().executemany(self.convert_query(query, param_names=names), chain(rows))
