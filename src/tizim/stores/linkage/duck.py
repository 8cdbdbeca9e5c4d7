"""DuckDB, in the memory of this process: no file, no network, no extension."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tizim.stores.linkage.errors import MissingEngineError
from tizim.stores.linkage.naming import levels_of_pairs, processes

if TYPE_CHECKING:
    import pyarrow

_BATCH = 40_000

Told = Callable[[float], None]


class DuckEngine:
    """Tables in memory; what does not fit is laid aside in the folder, which must lie in memory too. Without
    one nothing is laid aside: where the memory is too small, linking ends with an error."""

    name = "duckdb"

    def __init__(
        self, scratch: Path | None, progress: Told = lambda share: None, *, memory: str | None = None
    ) -> None:
        try:
            import duckdb
            from splink import DuckDBAPI
        except ImportError:
            raise MissingEngineError("linking needs an extra: pip install 'tizim[link]'") from None
        self._progress = progress
        self._con = duckdb.connect(":memory:", config=_settings(scratch, memory))
        self._con.execute("SET lock_configuration = true")
        self.api = DuckDBAPI(connection=self._con)

    def put(self, name: str, table: "pyarrow.Table") -> None:
        """Makes a table of these rows."""
        self._con.register("incoming", table)
        self.make(name, "SELECT * FROM incoming")
        self._con.unregister("incoming")

    def make(self, name: str, sql: str) -> None:
        """Makes a table of an answer; one of that name is replaced."""
        self._con.execute(f"CREATE OR REPLACE TABLE {name} AS {sql}")

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small answer."""
        found: list[tuple[Any, ...]] = self._con.execute(sql).fetchall()
        return found

    def batches(self, sql: str) -> Iterator["pyarrow.Table"]:
        """A large answer, piece by piece; nothing else may be asked until its end."""
        import pyarrow

        reader = self._con.cursor().execute(sql).to_arrow_reader(_BATCH)
        for batch in reader:
            yield pyarrow.Table.from_batches([batch])

    def name_levels(self, pairs: str, names: Sequence[str], bounds: Sequence[float]) -> None:
        """Makes the table ``edge`` of the pairs of names that reach one of the bounds, on all cores."""
        import pyarrow

        total = self.rows(f"SELECT count(*) FROM {pairs}")[0][0]
        kept = array("i"), array("i"), array("b")
        done = 0
        asked = self.batches(f"SELECT a, b FROM {pairs} ORDER BY a, b")
        read: list[tuple[list[int], list[int]]] = []
        with processes(total) as runs:
            for levels in levels_of_pairs(_pieces(asked, names, read), bounds, runs):
                left, right = read.pop(0)
                for a, b, level in zip(left, right, levels, strict=True):
                    if level < len(bounds):
                        kept[0].append(a)
                        kept[1].append(b)
                        kept[2].append(level)
                done += len(left)
                self._progress(done / total)
        columns = {name: pyarrow.array(one) for name, one in zip(("a", "b", "level"), kept, strict=True)}
        self.put("edge", pyarrow.table(columns))

    def drop(self, *names: str) -> None:
        """Forgets tables."""
        for name in names:
            self._con.execute(f"DROP TABLE IF EXISTS {name}")

    def close(self) -> None:
        """Ends the connection; its tables are gone."""
        self._con.close()


def _settings(scratch: Path | None, memory: str | None) -> dict[str, Any]:
    limit = {"memory_limit": memory} if memory else {}
    return limit | {
        "temp_directory": str(scratch) if scratch else "",
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
        "preserve_insertion_order": "false",
    }


def _pieces(
    asked: Iterator["pyarrow.Table"], names: Sequence[str], read: list[tuple[list[int], list[int]]]
) -> Iterator[tuple[list[str], list[int], list[int]]]:
    """Pieces of work: the names that they need, and the pairs as places among them."""
    for table in asked:
        left, right = table["a"].to_pylist(), table["b"].to_pylist()
        read.append((left, right))
        places = {number: place for place, number in enumerate(dict.fromkeys([*left, *right]))}
        yield [names[one] for one in places], [places[one] for one in left], [places[one] for one in right]
