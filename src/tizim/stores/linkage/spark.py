"""Spark: the same tables past one machine. What it must lay aside is encrypted, and lies in memory here."""

import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tizim.stores.linkage.errors import LinkageError, MissingEngineError
from tizim.stores.linkage.naming import level_of

if TYPE_CHECKING:
    import pyarrow

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


class SparkEngine:
    """Tables in a Spark application of the master's; ``local[2]`` is a master in this process."""

    name = "spark"

    def __init__(self, master: str, scratch: Path) -> None:
        try:
            import pandas  # noqa: F401
            import pyspark  # noqa: F401
            import splink
        except ImportError:
            raise MissingEngineError("linking on Spark needs an extra: pip install 'tizim[spark]'") from None
        if not _java():
            raise MissingEngineError(
                "Spark needs Java 17, which is not here (Debian: openjdk-17-jre-headless)"
            )
        self._spark = _session(master, scratch)
        self._known: dict[str, Any] = {}
        how = {"break_lineage_method": "persist", "register_udfs_automatically": False}
        spark_api: Any = splink.SparkAPI
        self.api = spark_api(spark_session=self._spark, **how)

    def put(self, name: str, table: "pyarrow.Table") -> None:
        """Makes a table of these rows."""
        self._keep(name, self._spark.createDataFrame(table))

    def make(self, name: str, sql: str) -> None:
        """Makes a table of an answer; one of that name is replaced."""
        self._keep(name, self._spark.sql(_in_spark(sql)))

    def _keep(self, name: str, frame: Any) -> None:
        frame = frame.persist()
        frame.createOrReplaceTempView(name)
        self._known[name] = frame

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        """The rows of a small answer."""
        return [tuple(row) for row in self._spark.sql(_in_spark(sql)).collect()]

    def batches(self, sql: str) -> Iterator["pyarrow.Table"]:
        """An answer, all of it at once."""
        yield self._spark.sql(_in_spark(sql)).toArrow()

    def name_levels(self, pairs: str, names: Sequence[str], bounds: Sequence[float]) -> None:
        """Makes the table ``edge`` of the pairs of names that reach one of the bounds, in the workers."""
        import pyarrow
        from pyspark.sql.functions import udf

        numbers = pyarrow.array(range(len(names)), pyarrow.int32())
        self.put("name", pyarrow.table({"n": numbers, "name": pyarrow.array(names, pyarrow.string())}))
        self._spark.udf.register("level_of_names", udf(_level(tuple(bounds)), "int", useArrow=True))
        self.make(
            "compared",
            "SELECT p.a, p.b, level_of_names(x.name, y.name) AS level"
            f" FROM {pairs} p JOIN name x ON x.n = p.a JOIN name y ON y.n = p.b",
        )
        self.make("edge", f"SELECT a, b, level FROM compared WHERE level < {len(bounds)}")

    def drop(self, *names: str) -> None:
        """Forgets tables; what others are still made from stays until they are."""
        for name in names:
            self._spark.catalog.dropTempView(name)

    def close(self) -> None:
        """Ends the application; its tables are gone."""
        for frame in self._known.values():
            frame.unpersist()
        self._spark.stop()


def _level(bounds: tuple[float, ...]) -> Callable[[str, str], int]:
    def level(one: str, other: str) -> int:
        return level_of(one, other, bounds)

    return level


def _in_spark(sql: str) -> str:
    import sqlglot

    return str(sqlglot.transpile(sql, read="duckdb", write="spark")[0])


def _java() -> bool:
    home = os.environ.get("JAVA_HOME")
    return bool(shutil.which("java") or (home and Path(home, "bin", "java").exists()))


def _session(master: str, scratch: Path) -> Any:
    """An application of the master, with no page, no log of events, and nothing laid aside in clear."""
    from pyspark.sql import SparkSession

    logging.getLogger("py4j").setLevel(logging.CRITICAL)
    builder = SparkSession.builder.master(master).appName("tizim link")
    for key, value in _settings(master, scratch).items():
        builder = builder.config(key, value)
    if is_loopback(master):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    try:
        return builder.getOrCreate()
    except Exception as error:  # noqa: BLE001 - of many kinds, with a Java stack; the kind is enough
        raise LinkageError(f"no Spark at {master} ({type(error).__name__})") from None


def _settings(master: str, scratch: Path) -> dict[str, str]:
    settings = {
        "spark.local.dir": str(scratch),
        "spark.sql.warehouse.dir": str(scratch / "warehouse"),
        "spark.driver.extraJavaOptions": f"-Djava.io.tmpdir={scratch} -Dderby.system.home={scratch}",
        "spark.io.encryption.enabled": "true",
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.eventLog.enabled": "false",
        "spark.log.level": "ERROR",
        "spark.sql.catalogImplementation": "in-memory",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    if is_loopback(master):
        settings |= {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}
        settings |= {"spark.default.parallelism": "2", "spark.sql.shuffle.partitions": "2"}
    return settings


def is_loopback(master: str) -> bool:
    """Whether all of Spark runs on this machine, as far as the address of the master tells."""
    return master == "local" or master.startswith("local[") or urlsplit(master).hostname in _LOOPBACK
