"""What the register is compared with: the same rows in bare tables, and queries written by hand."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

from tizim.ledger import Entry, Link
from tizim.stores.sql.cipher.connection import encrypted
from tizim.stores.sql.tables import Table, table, tables

Row = tuple[Any, ...]
Batch = list[tuple[Table, list[Row]]]

_TYPES = {"text": "TEXT", "number": "BIGINT", "flag": "BOOLEAN", "list": "TEXT"}

_OPENING = ("detention", "administrative_arrest", "pretrial_detention", "house_arrest", "forced_psychiatry")
_ACTS = ", ".join(f"'{act}'" for act in (*_OPENING, "sentence", "release", "death", "fine"))
_YEARS = "(CAST(substr(day, 1, 4) AS INTEGER) + CAST(substr(outcome, 15, 1) AS INTEGER)) || substr(day, 5)"
_HELD = f"""
    act NOT IN ('release', 'death', 'fine')
    AND (act <> 'sentence' OR outcome LIKE 'imprisonment P_Y%' AND {_YEARS} >= ?)
    AND (act <> 'detention' OR day >= ?)
    AND (act <> 'administrative_arrest' OR day >= ?)
    AND (act NOT IN ('pretrial_detention', 'house_arrest') OR day >= ?)
"""
_LASTS = (0, 3, 30, 365)
_LATEST = """
    SELECT person, {act} AS act, {outcome} AS outcome, max(coalesce(date, status_as_of)) AS day
    FROM claim
    WHERE person IS NOT NULL AND role = 'victim' AND case_kind = 'persecution' AND act IN ({acts})
      AND coalesce(date, status_as_of) <= ?
    GROUP BY person
"""
_SQLITE = _LATEST.format(act="act", outcome="outcome", acts=_ACTS)
_DUCKDB = _LATEST.format(
    act="arg_max(act, coalesce(date, status_as_of))",
    outcome="arg_max(outcome, coalesce(date, status_as_of))",
    acts=_ACTS,
)
_LIST = "SELECT person, act, day, outcome FROM ({latest}) AS latest WHERE {held} ORDER BY act, person"
_TALLY = "SELECT act, count(*) FROM ({latest}) AS latest WHERE {held} GROUP BY act"


def batches(entries: Sequence[Entry], size: int) -> Iterator[Sequence[Entry]]:
    """The entries in the pieces in which they are appended."""
    return (entries[at : at + size] for at in range(0, len(entries), size))


def rows_of(written: Iterable[Sequence[Entry]]) -> list[Batch]:
    """The rows that lie in the tables after batches were appended, without the links of the chain."""
    found, seq = [], 0
    for batch in written:
        links = [Link(at, "", entry) for at, entry in enumerate(batch, seq + 1)]
        seq += len(links)
        by_kind = groupby(sorted(links, key=_kind), key=_kind)
        found.append([(table(kind), table(kind).rows(group)) for kind, group in by_kind])
    return found


def _kind(link: Link) -> str:
    return link.entry.kind


def bare_cipher(path: Path, key: str) -> Any:
    """An encrypted file with bare tables: no chain, no constraint, no trigger."""
    connection = encrypted(str(path), key)
    for each in tables().values():
        connection.execute(_bare(each))
    return connection


def bare_postgres(where: str) -> Any:
    """An empty database on the server with bare tables."""
    import psycopg

    connection = psycopg.connect(where, autocommit=True)
    for each in tables().values():
        connection.execute(_bare(each))
    return connection


def insert_cipher(connection: Any, written: Iterable[Batch]) -> None:
    """The rows by ``executemany``, each batch in one transaction."""
    for batch in written:
        connection.execute("BEGIN IMMEDIATE")
        for each, rows in batch:
            connection.executemany(each.insert, rows)
        connection.execute("COMMIT")


def insert_postgres(connection: Any, written: Iterable[Batch]) -> None:
    """The rows by ``executemany``, each batch in one transaction."""
    for batch in written:
        with connection.transaction(), connection.cursor() as cursor:
            for each, rows in batch:
                cursor.executemany(each.insert.replace("?", "%s"), rows)


def selected(connection: Any) -> list[list[Row]]:
    """Everything that lies in the tables of the entries, as rows."""
    return [connection.execute(f"SELECT * FROM {name}").fetchall() for name in _names()]


def claim_rows(connection: Any) -> list[Row]:
    """The rows of the claims."""
    found: list[Row] = connection.execute(f"SELECT * FROM {table('claim').name}").fetchall()
    return found


def hashed(connection: Any) -> str:
    """Everything that lies in the tables, each row written out by ``repr`` and hashed once."""
    seal = ""
    for name in _names():
        for row in connection.execute(f"SELECT * FROM {name}"):
            seal = hashlib.sha256(repr(row).encode()).hexdigest()
    return seal


def _names() -> list[str]:
    return [each.name for each in tables().values()]


def _bare(each: Table) -> str:
    columns = zip(each.shape.names, each.shape.sorts, strict=True)
    typed = ", ".join(f'"{name}" {_TYPES[sort]}' for name, sort in columns)
    return f"CREATE TABLE IF NOT EXISTS {each.name} (seq INTEGER PRIMARY KEY, {typed})"


Query = Callable[[], list[Row]]


class Handwritten:
    """The claims in one plain table, unencrypted, and the two questions in SQL over it."""

    def __init__(self, rows: list[Row], folder: Path, day: date) -> None:
        self._values = [day.isoformat(), *((day - timedelta(past)).isoformat() for past in _LASTS)]
        self.sqlite = sqlite3.connect(folder / "plain.db")
        names = ", ".join(f'"{name}"' for name in ("seq", *table("claim").shape.names))
        self.sqlite.execute(f"CREATE TABLE claim ({names})")
        marks = ", ".join("?" * len(rows[0]))
        with self.sqlite:
            self.sqlite.executemany(f"INSERT INTO claim VALUES ({marks})", rows)
        self.duckdb = self._loaded(folder / "claims.csv")

    def queries(self, answer: str) -> dict[str, Query]:
        """``list`` or ``tally`` as a query each for DuckDB and SQLite."""
        frame = {"list": _LIST, "tally": _TALLY}[answer]
        in_duckdb = frame.format(latest=_DUCKDB, held=_HELD)
        in_sqlite = frame.format(latest=_SQLITE, held=_HELD)
        return {
            "DuckDB in memory": lambda: self.duckdb.execute(in_duckdb, self._values).fetchall(),
            "plain SQLite": lambda: self.sqlite.execute(in_sqlite, self._values).fetchall(),
        }

    def _loaded(self, path: Path) -> Any:
        """The same claims in DuckDB's memory, by way of a CSV file."""
        import csv

        import duckdb

        names = ("person", "role", "case_kind", "act", "outcome", "date", "status_as_of")
        with path.open("w", newline="", encoding="utf-8") as stream:
            lines = csv.writer(stream)
            lines.writerow(names)
            lines.writerows(self.sqlite.execute(f"SELECT {', '.join(names)} FROM claim"))
        connection = duckdb.connect()
        connection.execute(
            f"CREATE TABLE claim AS SELECT * FROM read_csv('{path}', header = true, all_varchar = true)"
        )
        return connection
