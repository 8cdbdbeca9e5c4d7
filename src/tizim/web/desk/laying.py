"""The desk's own tables brought up to date, by one process at a time: several may start at once."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from tizim.web.desk.roles import bring_up_roles

_TURN = 8_404_001
"""The number of the lock on a PostgreSQL server, whichever machine the process is on."""


def lay_tables(folder: Path) -> None:
    """Runs the migrations that are missing; roles are what the program says, migrations or not.

    Where nothing is missing no table is touched: others may be at work on them.
    """
    with _alone(folder):
        if _missing():
            call_command("migrate", verbosity=0, interactive=False)
        else:
            bring_up_roles("default")
        call_command("createcachetable", verbosity=0)


def _missing() -> bool:
    executor = MigrationExecutor(connections["default"])
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """A span in which no other process that asks for the same is in it, here or on another machine."""
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with _alone_on_server():
            yield
    finally:
        os.close(lock)


@contextmanager
def _alone_on_server() -> Iterator[None]:
    if connections["default"].vendor != "postgresql":
        yield
        return
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_TURN])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_TURN])
