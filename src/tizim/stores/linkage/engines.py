"""The engines by their names."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tizim.stores.linkage.duck import DuckEngine
from tizim.stores.linkage.engine import Engine
from tizim.stores.linkage.errors import LinkageError
from tizim.stores.linkage.scratch import scratch
from tizim.stores.linkage.spark import SparkEngine

ENGINES = ("duckdb", "spark")
_LOCAL = "local[*]"


@contextmanager
def engine_named(
    name: str, *, master: str | None = None, progress: Callable[[float], None] = lambda share: None
) -> Iterator[Engine]:
    """The engine, with a private folder in memory for what it must lay aside; both are gone at the end.

    ``master``: where Spark is asked; without it, in this process. ``progress``: the share of names compared.
    """
    if name not in ENGINES:
        raise LinkageError(f"an engine is {' or '.join(ENGINES)}, not '{name}'")
    with scratch() as folder:
        engine: Engine = (
            SparkEngine(master or _LOCAL, folder) if name == "spark" else DuckEngine(folder, progress)
        )
        try:
            yield engine
        finally:
            engine.close()
