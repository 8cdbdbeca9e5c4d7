"""An edition of 10,000 people, frozen, let out and released: python -m bench.edition.

The register is that of ``bench.large`` with fewer people; the list is everybody whom its documents tell of.
Each step is a call of the command line: seconds on the clock and of the processor, the most memory that all
its processes together held at one moment (shared pages counted once; looked at twice a second).
Writes docs/edition-speed.md.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.large import key_of
from bench.page import load

PAGE = Path(__file__).parent.parent / "docs" / "edition-speed.md"
LIMIT_SECONDS, LIMIT_MB = 180, 1_000
_AS_OF = "2026-11-16"
_LIST = """\
name: everybody
version: 1
title: {en: People to whom something was done, ru: Пострадавшие люди, kk: Зардап шеккендер}
counting_unit: individual
classes:
  sentenced:
    title: {en: convicted, ru: осуждены, kk: сотталғандар}
    acts: [conviction, sentence]
  charged:
    title: {en: charged, ru: обвинены, kk: айып тағылғандар}
    acts: [charge, trial, pretrial_detention, house_arrest]
  held:
    title: {en: held, ru: задержаны, kk: ұсталғандар}
    acts: [detention, administrative_arrest, fine, search, interrogation]
"""


@dataclass(frozen=True, slots=True)
class Step:
    """One call of the command line: what it did, how long it took, what it held, what it printed."""

    what: str
    wall: float
    cpu: float
    megabytes: float
    said: str


def steps(folder: Path, register: Path) -> Iterator[Step]:
    """The list frozen, let out by somebody else, and released."""
    definition = folder / "everybody.yml"
    definition.write_text(_LIST, encoding="utf-8")
    frozen = _call(register, "freeze", str(definition), "--as-of", _AS_OF, "--all")
    yield frozen
    found = re.search(r"tizim approve (e-\w+)", frozen.said)
    if not found:
        raise SystemExit("nothing was frozen")
    yield _call(register, "approve", found[1], "--reason", "read", user="second")
    yield _call(register, "release", found[1], str(folder / "released"))


def _made(register: Path, people: int) -> None:
    """The register, made by a process of its own: what a call holds at its start counts as its memory."""
    words = (sys.executable, "-m", "bench.large", str(register), "--people", str(people))
    subprocess.run(words, check=True)


def _call(register: Path, *words: str, user: str = "bench") -> Step:
    own = {"TIZIM_REGISTER": str(register), "TIZIM_KEY_FILE": str(key_of(register)), "TIZIM_USER": user}
    with tempfile.TemporaryFile() as out:
        begun = time.perf_counter()
        program = Path(sys.executable).with_name("tizim")
        process = subprocess.Popen([program, *words], env=os.environ | own, stdout=out)
        ended, most = 0, 0.0
        while not ended:
            most = max(most, sum(map(_megabytes, _family(process.pid))))
            time.sleep(0.5)
            ended, status, used = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise SystemExit(f"tizim {words[0]} ended with {process.returncode}")
        out.seek(0)
        said = out.read().decode()
    return Step(words[0], wall, used.ru_utime + used.ru_stime, most, said)


def _family(pid: int) -> Iterator[int]:
    """The process and all that it started; those that ended meanwhile are no more."""
    yield pid
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found = children.read_text().split()
        except OSError:
            continue
        for child in found:
            yield from _family(int(child))


def _megabytes(pid: int) -> float:
    """What the process holds, its share of pages held by several."""
    try:
        told = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0
    share = re.search(r"^Pss: +(\d+)", told, re.MULTILINE)
    return int(share[1]) / 1024 if share else 0.0


def page(found: Sequence[Step], people: str, released: Path, before: str) -> str:
    """The figures as a page: whether they keep what was asked, and how busy the machine was meanwhile."""
    files = [one for one in released.rglob("*") if one.is_file()]
    size = sum(one.stat().st_size for one in files) / 1e6
    rows = "\n".join(
        f"| `tizim {one.what}` | {one.wall:.0f} | {one.cpu:.0f} | {one.megabytes:,.0f} |" for one in found
    )
    wall, cpu = sum(one.wall for one in found), sum(one.cpu for one in found)
    most = max(one.megabytes for one in found)
    in_time, in_room = _kept(wall < LIMIT_SECONDS), _kept(most < LIMIT_MB)
    return f"""# How long a large edition takes

An edition of {people} people with the site in three languages, PDF, DOCX, XLSX, CSV, JSON and FollowTheMoney: {len(files):,} files, {size:,.0f} MB. Asked for: under {LIMIT_SECONDS} seconds ({in_time}) and {LIMIT_MB:,} MB ({in_room}). Made by `make bench-edition` on {os.cpu_count()} processors. Processes that wanted one of them (1 / 5 / 15 minutes): {before} before, {load()} after; the more there are beside it, the longer it takes on the clock.

| step | s on the clock | s of the processor | most memory, MB |
|---|---|---|---|
{rows}
| all | {wall:.0f} | {cpu:.0f} | {most:,.0f} |

Memory is that of all processes together. Long reports are printed in a process beside the one that makes all other files, so that a release uses two processors. A report sets more than 1,000 people in lines instead of tables, and prints no more than 3,000 passages; the others stand on the site and in `passages.csv`.
"""  # noqa: E501


def _kept(so: bool) -> str:
    return "kept" if so else "missed"


def main(words: Sequence[str] | None = None) -> None:
    """Makes the register and the edition, prints and writes the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.edition", description=__doc__)
    parser.add_argument("--people", type=int, default=9_500, help="in the register (default: 9,500)")
    parser.add_argument("--register", type=Path, help="one that is there already, made by bench.large")
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as there:
        folder = Path(there)
        register = options.register or folder / "register"
        if not options.register:
            _made(register, options.people)
        found, before = [], load()
        for one in steps(folder, register):
            print(
                f"{one.what}: {one.wall:.0f} s, {one.cpu:.0f} s of CPU, {one.megabytes:,.0f} MB", flush=True
            )
            found.append(one)
        counted = re.findall(r"at most ([\d,]+)", found[0].said)
        PAGE.write_text(page(found, f"{int(counted[-1]):,}", folder / "released", before), encoding="utf-8")


if __name__ == "__main__":
    main()
