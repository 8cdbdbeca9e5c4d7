"""A real PostgreSQL for the tests: the one inside the wheel ``pgserver``, on a socket and no port."""

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

QUICK = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "16MB"}


@dataclass(frozen=True)
class Server:
    """A running server."""

    folder: Path

    def where(self, database: str = "postgres") -> str:
        """The connection string of one of its databases."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def create(self, database: str, *, like: str = "template1") -> str:
        """A new database; its connection string comes back."""
        import psycopg

        with psycopg.connect(self.where(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {database} TEMPLATE {like} STRATEGY file_copy")
        return self.where(database)

    def drop(self, database: str) -> None:
        """The database goes, whoever is still connected."""
        import psycopg

        with psycopg.connect(self.where(), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {database} WITH (FORCE)")


@contextmanager
def running_server() -> Iterator[Server]:
    """A server in a folder of its own; both are gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="tz-pg-", dir=os.environ.get("PYTEST_DEBUG_TEMPROOT")))
    try:
        programs, runner = _programs(folder)
        setup = [programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres"]
        setup += ["-E", "UTF8", "--locale=C", "--no-sync"]
        subprocess.run(setup, check=True, capture_output=True, **runner)
        options = [part for name, value in QUICK.items() for part in ("-c", f"{name}={value}")]
        start = [programs / "postgres", "-D", folder / "data", "-k", folder, "-h", "", *options]
        process = subprocess.Popen(start, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **runner)
        try:
            server = Server(folder)
            _wait_for(server, process)
            yield server
        finally:
            process.send_signal(signal.SIGQUIT)  # at once: what it holds is thrown away
            process.wait(20)
    finally:
        shutil.rmtree(folder)


def _programs(folder: Path) -> tuple[Path, dict[str, Any]]:
    """Where the programs are, and how to run them: PostgreSQL refuses root, so root runs it as nobody."""
    found = importlib.util.find_spec("pgserver")
    if found is None or found.origin is None:
        if os.environ.get("CI") == "true":
            pytest.fail("pgserver is not installed, and CI must not skip")
        pytest.skip("pgserver is not installed")
    installed = Path(found.origin).parent / "pginstall"
    if os.geteuid() != 0:
        return installed / "bin", {"cwd": folder}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    runner = {"cwd": folder, "user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
    try:
        subprocess.run([installed / "bin/postgres", "--version"], check=True, capture_output=True, **runner)
    except (PermissionError, subprocess.CalledProcessError):
        installed = Path(shutil.copytree(installed, folder / "pginstall", symlinks=True))
    return installed / "bin", runner


def _wait_for(server: Server, process: "subprocess.Popen[bytes]") -> None:
    import psycopg

    for _ in range(1500):
        assert process.poll() is None, "PostgreSQL did not start"
        try:
            psycopg.connect(server.where()).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.02)
    raise AssertionError("PostgreSQL does not answer")
