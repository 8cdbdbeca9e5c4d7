"""How long something takes: wall and CPU seconds, in this process or as a command line of its own."""

import gc
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds on the clock and seconds of the processor."""

    wall: float
    cpu: float


def once(work: Callable[[], Any]) -> Spent:
    """What one run costs; garbage of earlier work is collected before, what was made is freed after."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    made = work()
    spent = Spent(time.perf_counter() - wall, time.process_time() - cpu)
    del made
    return spent


def best(work: Callable[[], Any], times: int) -> Spent:
    """The quickest of some runs."""
    return min((once(work) for _ in range(times)), key=lambda spent: spent.wall)


def fresh(work: Callable[[Any], Any], ground: Callable[[], Any], times: int) -> Spent:
    """The quickest of some runs, each on new ground that is made before the clock starts."""
    spent = []
    for _ in range(times):
        made = ground()
        spent.append(once(lambda made=made: work(made)))
    return min(spent, key=lambda one: one.wall)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The command ``tizim`` over one register: each call a fresh process, with bytecode cached."""

    register: Path
    key_file: Path

    def call(self, *words: str) -> tuple[Spent, str]:
        """What one call costs, and what it prints; SystemExit if it fails."""
        with tempfile.TemporaryFile() as out:
            begun = time.perf_counter()
            process = subprocess.Popen(
                [Path(sys.executable).with_name("tizim"), *words],
                env=self._environment(),
                stdout=out,
            )
            _, status, used = os.wait4(process.pid, 0)
            spent = Spent(time.perf_counter() - begun, used.ru_utime + used.ru_stime)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(f"tizim {words[0]} ended with {process.returncode}")
            out.seek(0)
            return spent, out.read().decode()

    def median(self, *words: str, times: int) -> Spent:
        """The call that lies in the middle of some; of several, one call before them is not counted."""
        if times > 1:
            self.call(*words)
        spent = sorted((self.call(*words)[0] for _ in range(times)), key=lambda one: one.wall)
        return spent[len(spent) // 2]

    def _environment(self) -> Mapping[str, str]:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {
            **kept,
            "TIZIM_REGISTER": str(self.register),
            "TIZIM_KEY_FILE": str(self.key_file),
            "TIZIM_USER": "bench",
        }
