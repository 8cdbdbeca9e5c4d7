"""What an engine must be able to do; DuckDB in this process, Spark past one machine."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import pyarrow


class Engine(Protocol):
    """Tables, asked by SQL in the words of DuckDB; ``api`` is Splink's way to the same tables."""

    name: str
    api: Any

    def put(self, name: str, table: "pyarrow.Table") -> None:
        """Makes a table of these rows."""

    def make(self, name: str, sql: str) -> None:
        """Makes a table of an answer; one of that name is replaced."""

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small answer."""

    def batches(self, sql: str) -> Iterator["pyarrow.Table"]:
        """A large answer, piece by piece."""

    def name_levels(self, pairs: str, names: Sequence[str], bounds: Sequence[float]) -> None:
        """Makes the table ``edge`` (a, b, level) of those pairs (a, b) of names in the table ``pairs`` that
        reach one of the bounds."""

    def drop(self, *names: str) -> None:
        """Forgets tables."""

    def close(self) -> None:
        """Ends the engine."""
