"""The engines by their names."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from tizim.stores.linkage.duck import DuckEngine
from tizim.stores.linkage.engine import Engine
from tizim.stores.linkage.errors import LinkageError
from tizim.stores.linkage.scratch import MEMORY, in_memory, scratch
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
    if master and name != "spark":
        raise LinkageError("a master is for the engine spark")
    with scratch() if name == "spark" or in_memory(MEMORY) else nullcontext() as folder:
        engine = _engine(name, master or _LOCAL, folder, progress)
        try:
            yield engine
        finally:
            engine.close()


def _engine(name: str, master: str, folder: Path | None, progress: Callable[[float], None]) -> Engine:
    return SparkEngine(master, folder) if name == "spark" and folder else DuckEngine(folder, progress)
