"""A real Spark master with one worker, on loopback, started for a test and stopped after it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOST = "127.0.0.1"
BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""What the machines of Java are told: they end in a minute, and to compile them well would take longer."""
_PATIENCE = 120


@contextmanager
def cluster(home: Path) -> Iterator[str]:
    """The address of a master that has a worker."""
    port = _free_port()
    address = f"spark://{_HOST}:{port}"
    (home / "conf").mkdir()
    processes = []
    try:
        processes.append(_started(home, "master", "--port", str(port), "--webui-port", "0"))
        _heard(home / "master.log", "I have been elected leader", processes[-1])
        worker = ("--cores", "1", "--memory", "1g", "--webui-port", "0", "--work-dir", str(home / "work"))
        processes.append(_started(home, "worker", *worker, address))
        _heard(home / "worker.log", "Successfully registered with master", processes[-1])
        yield address
    finally:
        for process in reversed(processes):
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((_HOST, 0))
        port: int = one.getsockname()[1]
        return port


def _started(home: Path, what: str, *arguments: str) -> "subprocess.Popen[bytes]":
    import pyspark

    spark = Path(pyspark.__file__).parent
    settings = {
        **os.environ,
        "SPARK_HOME": str(spark),
        "SPARK_LOCAL_IP": _HOST,
        "SPARK_CONF_DIR": str(home / "conf"),
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_DAEMON_MEMORY": "256m",
        "JAVA_TOOL_OPTIONS": BRIEF,
    }
    command = [str(spark / "bin" / "spark-class"), f"org.apache.spark.deploy.{what}.{what.title()}"]
    with (home / f"{what}.log").open("wb") as log:
        return subprocess.Popen(
            [*command, "--host", _HOST, *arguments],
            env=settings,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _heard(log: Path, text: str, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _PATIENCE
    while text not in log.read_text(encoding="utf-8", errors="replace"):
        assert process.poll() is None, log.read_text(encoding="utf-8", errors="replace")[-2000:]
        assert time.monotonic() < until, f"{log.name} never said: {text}"
        time.sleep(0.3)
