"""What the SQL ledger asks of a database, whichever it is."""

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol

Row = tuple[Any, ...]


class Database(Protocol):
    """A database reached by SQL with ``?`` for values; from several threads, each by its own connection."""

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of an answer, one after the other: for few."""

    def lot(self, sql: str, width: int, values: Sequence[Any] = ()) -> list[Row]:
        """All rows of an answer of so many columns, as ``rows`` gives them; for some thousand."""

    def write(self, sql: str, rows: Iterable[Row]) -> None:
        """The statement once for each row."""

    def writing(self) -> AbstractContextManager[None]:
        """A span in which this is the only writer of the ledger; all of it is kept at its end, or nothing.

        A span within a span is part of it.
        """

    def has_table(self, name: str) -> bool:
        """Whether there is such a table."""

    def django_settings(self) -> dict[str, Any]:
        """The same database as Django's settings name it."""

    def damage(self) -> tuple[str, ...]:
        """What the database finds damaged in its own files."""

    def close(self) -> None:
        """Closes the connections of all threads."""
