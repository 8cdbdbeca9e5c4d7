"""One connection to an encrypted database file, set up so that nothing lies in clear beside it."""

from typing import Any

from sqlcipher3 import dbapi2

_SETTINGS = (
    "PRAGMA cipher_log_level = NONE",  # SQLCipher would write about damaged pages to stderr by itself
    "PRAGMA temp_store = MEMORY",  # sorting and indexing leave no file
    "PRAGMA cache_size = -65536",  # 64 MiB; with the 2 MiB of SQLite an encrypted file is five times slower
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",  # else REPLACE deletes a row past the trigger that refuses DELETE
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA journal_mode = WAL",  # readers and one writer at a time
    "PRAGMA synchronous = FULL",  # what was appended outlives a power cut
)


def encrypted(database: str, key: str, **options: Any) -> Any:
    """A connection in autocommit; ``key`` is 64 hex characters, used as they are (no derivation).

    With a wrong key, or where the first page is damaged, SQLCipher raises DatabaseError
    "file is not a database" at the first reading, which is here.
    """
    connection = dbapi2.connect(database, **{"timeout": 30.0, "isolation_level": None} | options)
    try:
        connection.execute(f"PRAGMA key = \"x'{bytes.fromhex(key).hex()}'\"")
        for setting in _SETTINGS:
            connection.execute(setting).fetchall()
    except BaseException:
        connection.close()
        raise
    return connection
