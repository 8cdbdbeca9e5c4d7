"""What is dear to make, made once for all the processes of a run."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def once(name: str, make: Callable[[Path], None], places: pytest.TempPathFactory) -> Path:
    """A folder of this process with what ``make`` puts into one: the first process makes, the others copy."""
    own = places.mktemp(name)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        make(own)
        return own
    shared = places.getbasetemp().parent / f"{name}-made"
    with shared.with_suffix(".lock").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        if not shared.exists():
            make(own)
            shutil.copytree(own, shared.with_suffix(".part"))
            shared.with_suffix(".part").rename(shared)
            return own
    return shutil.copytree(shared, own, dirs_exist_ok=True)
