"""The page that a run of the benchmark leaves: what was measured, against what, on which machine."""

import os
import platform
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from bench.clock import Spent
from bench.table import Line, Size, sizes, times

LIMIT = 2.0
BY_HAND = "<!-- written by hand from here on; kept by the script -->"


@dataclass
class Report:
    """What a run found so far."""

    claims: int
    day: date
    batch: int
    calls: int
    load_before: str
    entries: int = 0
    lines: list[Line] = field(default_factory=list)
    sizes: list[Size] = field(default_factory=list)
    cold: dict[str, Spent] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)

    @property
    def people(self) -> int:
        """How many people the claims are about."""
        return max(1, self.claims // 10)

    @property
    def runs(self) -> int:
        """Of how many runs in this process the best counts."""
        return min(3, self.calls)

    def add(self, what: str, spent: Spent, peer: str, peers: Spent) -> None:
        """One more line, told on standard error at once."""
        self.lines.append(Line(what, spent, peer, peers))
        print(f"{what}: {spent.wall:.2f} s; {peer}: {peers.wall:.4f} s", file=sys.stderr, flush=True)


def written(report: Report) -> str:
    """The page, in Markdown."""
    return _PAGE.format(
        claims=f"{report.claims:,}",
        people=f"{report.people:,}",
        entries=f"{report.entries:,}",
        batch=f"{report.batch:,}",
        day=report.day,
        calls=report.calls,
        runs=report.runs,
        times=times(report.lines),
        sizes=sizes(report.sizes),
        limit="\n".join(_kept(what, spent) for what, spent in report.cold.items()),
        answers="; ".join(f"{who}: {said}" for who, said in report.answers.items()),
        when=datetime.now(UTC).date(),
        machine=machine(),
        before=report.load_before,
        after=load(),
        command=f"python -m bench.register --claims {report.claims} --calls {report.calls}",
    )


def keep(page: Path, text: str) -> None:
    """Writes the page; what was written by hand at its end stays."""
    before = page.read_text("utf-8") if page.is_file() else ""
    _, mark, by_hand = before.partition(BY_HAND)
    page.write_text(f"{text}\n{mark}{by_hand}" if mark else text, "utf-8")


def _kept(what: str, spent: Spent) -> str:
    verdict = "kept" if spent.wall < LIMIT else "missed"
    return f"- {what}: {spent.wall:.2f} s ({spent.cpu:.2f} s of CPU), limit {LIMIT:.0f} s: {verdict}."


def machine() -> str:
    """Processor, cores, memory, system, version of Python."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory; {platform.system()}"
        f" {platform.machine()}, Python {platform.python_version()}"
    )


def load() -> str:
    """How many processes wanted a core, on average over the last 1, 5 and 15 minutes."""
    return " / ".join(f"{one:.1f}" for one in os.getloadavg())


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    lines = known.read_text("utf-8").splitlines() if known.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown processor")


_PAGE = """\
# Benchmarks

`make bench` measures the register against bare tables and against queries written by hand, all in one run
on one machine. Seconds depend on the machine and on what else it does meanwhile; ratios less so. To write
this page anew: `.venv/bin/python -m bench.register --write` (about six minutes).

The register holds {claims} claims about {people} invented people, {entries} entries in all: claims with
their passages, documents, reviews, judgements, corrections and withdrawals.

## Time

{times}

## A list and a tally from a cold command line

{limit}

Answers as of {day}: {answers}.

## Size on disk

{sizes}

## What is compared with what

- **Appending** goes through `Ledger.append`, {batch} entries at a time: checks, digests, chain, one
  transaction a batch. The peer is `executemany` of the finished rows into tables with the same columns in
  the same store, in the same transactions, without digests, chain, links, unique ids and triggers.
  SQLCipher syncs each batch to the disk on both sides; the PostgreSQL server of the run never waits for
  the disk, on both sides. CPU seconds of PostgreSQL are those of the client alone.
- **The chronicle** is every person with a timeline, counted groups and doubts: what every list and count is
  answered from. It is kept, encrypted, beside the entries. The peer fetches all rows from a bare encrypted
  file and makes nothing of them.
- **`tizim list` and `tizim tally`** are command lines in fresh processes that open the register with a key
  file; the median of {calls}, with bytecode cached and the file in the memory of the system. Right after an
  append it is one call, which also brings the chronicle up to date. The peers are queries in a process that
  already runs, over the claims in one plain, unencrypted table without an index: for each name, the latest
  act with a bearing on custody by the day, unless its term was over.
- **What the queries by hand leave out**: that one person is written in several ways, and two persons in one;
  vague dates, open beginnings and ends, so there are no bounds; doubtful and conflicting sources;
  conversions of sentences; corrections, withdrawals and rejected claims; reprints; counted groups; the
  claims behind each line; what was known at an earlier moment; encryption. Their count is another one.
- **`tizim check`** reads the seals of the file, follows the chain over all entries and opens every
  document's file in the vault. The peer fetches the bare rows and computes one SHA-256 a row.

Times are the best of {runs} where nothing else is said. Appending all entries, the first chronicle and the
calls right after an append are measured once. In-process times are those of one process that holds the
entries only where it appends them.

## This run

- Day: {when}
- Machine: {machine}
- Processes that wanted a core, over 1, 5 and 15 minutes: {before} at the start, {after} at the end
- Command: `.venv/bin/{command}`
"""
