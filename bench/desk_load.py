"""Twenty people at work at the desk at once, and what each page cost the server: python -m bench.desk_load.

    python -m bench.desk_load --folder REGISTER --seconds 600 --write

The server is ``tizim serve`` in a process of its own with a second factor for everybody; the people come in
with theirs. The exit code is 1 where a page is over its limit or did not answer. Without ``--folder`` a
register of ``--people`` is made first and thrown away.
"""

import argparse
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from bench.desk_browser import Browser, Log
from bench.desk_page import Run, printed, written
from bench.desk_team import Member, team
from bench.desk_visits import VISITS, Visitor, asked_for
from bench.large import key_of
from bench.naming import ThreeLanguages
from bench.page import keep, load

ROOT = Path(__file__).resolve().parent.parent
NAMES = tuple(visit.__name__ for visit, _, _ in VISITS)
PAGE = ROOT / "docs" / "desk-speed.md"
_READY = re.compile(r"http://127\.0\.0\.1:(\d+)$", re.MULTILINE)


@contextmanager
def served(folder: Path, said: Path, processes: int = 1) -> Iterator[int]:
    """The desk over the register in a process of its own, or in several; its port comes back."""
    call = [sys.executable, "-m", "bench.desk_served", "--register", str(folder)]
    call += ["--key-file", str(key_of(folder)), "serve", "--second-factor"]
    call += ["--port", "0"] if processes == 1 else ["--port", _free(), "--processes", str(processes)]
    with said.open("w") as out:
        process = subprocess.Popen(call, stdout=out, stderr=out, cwd=ROOT, env=_surroundings())
    try:
        yield _port(process, said)
    except OSError:
        print(said.read_text(), file=sys.stderr)  # what the desk had to say when it went away
        raise
    finally:
        process.terminate()
        process.wait(timeout=600)  # it keeps what it has learnt


def _free() -> str:
    """A port that nobody uses."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return str(one.getsockname()[1])


def _made(folder: Path, people: int) -> None:
    """In a process of its own: making one sets up Django for the ledger alone."""
    _own_process("bench.large", str(folder), "--people", str(people))


def _own_process(module: str, *words: str) -> None:
    call = [sys.executable, "-m", module, *words]
    subprocess.run(call, cwd=ROOT, env=_surroundings(), stdout=sys.stderr, check=True)


def _surroundings() -> dict[str, str]:
    path = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    return {**os.environ, "PYTHONPATH": path, "TIZIM_LANGUAGE": "en"}


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


def _port(process: "subprocess.Popen[bytes]", said: Path) -> int:
    until = time.monotonic() + 600
    while time.monotonic() < until and process.poll() is None:
        if (found := _READY.search(said.read_text())) and _listens(int(found[1])):
            return int(found[1])
        time.sleep(0.1)
    raise SystemExit(f"the desk did not start: {said.read_text()}")


def at_work(port: int, members: Sequence[Member], run: Run) -> None:
    """Everybody comes in, one opens everything once, then all work for the time."""
    names = ThreeLanguages(run.people)
    browsers = [Browser(port, one, Log()) for one in members]
    for one in browsers:
        one.come_in()
    visitors = [
        Visitor(one, names, random.Random(number), run.think, run.letter, run.visits)
        for number, one in enumerate(browsers)
    ]
    for _ in range(1 if run.processes == 1 else 4 * run.processes):  # so that each process answers once
        _first(visitors, run)
    threads = [threading.Thread(target=_works, args=(one, run)) for one in visitors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def _first(visitors: Sequence[Visitor], run: Run) -> None:
    """Each kind of visit once, before the clock runs: the first answers after the start.

    The line of counts is the last thing made ready at the start, so that it is asked for first of all.
    """
    visitors[0].browser.log = run.first
    visitors[0].browser.get("/today/course/")
    for visit, roles, _ in asked_for(run.visits):
        one = next(each for each in visitors if each.browser.member.role in roles)
        one.browser.log, one.think, one.letter, one.until = run.first, 0.0, 0.0, time.time() + 3600
        visit(one)
        one.think, one.letter = run.think, run.letter


def _works(one: Visitor, run: Run) -> None:
    one.browser.log = run.log
    one.until = time.time() + run.seconds
    try:
        one.work()
    except (OSError, ValueError, RuntimeError) as error:
        run.faults.append(f"{one.browser.member.role}: {type(error).__name__} {error}")


def main(words: Sequence[str] | None = None) -> None:
    """Prints the table, and writes the page if asked."""
    options = _options(words)
    run = Run(options.people, options.visitors, options.seconds, options.think, options.letter, load())
    run.visits, run.processes, run.ahead = frozenset(options.visits), options.processes, options.ahead
    with tempfile.TemporaryDirectory(prefix="tz-desk-") as made:
        folder = options.folder or Path(made) / "register"
        if options.folder is None:
            _made(folder, options.people)
        if options.ahead:
            _own_process("bench.ahead", str(folder))
        members = team(folder, key_of(folder), options.visitors)
        with served(folder, Path(made) / "said", options.processes) as port:
            at_work(port, members, run)
        run.faults += [line for line in (Path(made) / "said").read_text().splitlines() if "fault" in line]
    print(printed(run), end="")
    if options.write:
        keep(PAGE, written(run))
    sys.exit(1 if run.missed else 0)


def _options(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.desk_load", description=__doc__)
    parser.add_argument("--folder", type=Path, help="a register that bench.large made; written to")
    parser.add_argument("--people", type=int, default=100_000, help="how many it is about (100,000)")
    parser.add_argument("--visitors", type=int, default=20, help="how many work at once (20)")
    parser.add_argument("--seconds", type=float, default=600, help="for how long (600)")
    parser.add_argument("--think", type=float, default=3.0, help="seconds between two pages, on average (3)")
    parser.add_argument("--letter", type=float, default=0.25, help="seconds between two letters typed (0.25)")
    parser.add_argument("--processes", type=int, default=1, help="how many processes serve (1)")
    parser.add_argument("--ahead", action="store_true", help="let it look ahead first, as on a quiet night")
    parser.add_argument("--visits", nargs="*", default=(), help=f"only these: {' '.join(NAMES)}")
    parser.add_argument("--write", action="store_true", help=f"keep the page as docs/{PAGE.name}")
    return parser.parse_args(words)


if __name__ == "__main__":
    main()
