"""What a run of people at work left: a table of pages, and the page of it for docs/."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bench.desk_browser import Log, Seen
from bench.desk_visits import LOOKED_UP, TYPED
from bench.page import load, machine

LIMITS = {TYPED: 50.0, LOOKED_UP: 50.0}
PAGE_LIMIT = 150.0
_ENTRANCE = ("account_login", "send account_login", "mfa_authenticate", "send mfa_authenticate")
_HEAD = (
    "page", "requests", "median ms", "p95 ms", "limit", "p95 / limit", "max ms", "CPU p95 ms",
    "CPU share", "came p95 ms", "queries p95", "first ms",
)  # fmt: skip


@dataclass
class Run:
    """How it was measured, and every answer."""

    people: int
    visitors: int
    seconds: float
    think: float
    letter: float
    load_before: str
    log: Log = field(default_factory=Log)
    first: Log = field(default_factory=Log)
    faults: list[str] = field(default_factory=list)
    visits: frozenset[str] = frozenset()
    processes: int = 1
    ahead: bool = False

    @property
    def by_page(self) -> dict[str, list[Seen]]:
        """The answers of each page, those of coming in left aside."""
        found: dict[str, list[Seen]] = defaultdict(list)
        for one in self.log.seen:
            if one.page not in _ENTRANCE:
                found[one.page].append(one)
        return dict(sorted(found.items()))

    @property
    def broken(self) -> list[Seen]:
        """The answers that were none."""
        return [one for one in (*self.log.seen, *self.first.seen) if one.status >= 500]

    @property
    def missed(self) -> list[str]:
        """The pages over their limit, and what went wrong."""
        over = [page for page, seen in self.by_page.items() if share([x.wall for x in seen]) > limit(page)]
        return [*over, *(f"{one.page}: {one.status}" for one in self.broken), *self.faults]


def limit(page: str) -> float:
    """The milliseconds that a page may take for 95 of 100 requests."""
    return LIMITS.get(page, PAGE_LIMIT)


def share(values: Sequence[float], of: float = 0.95) -> float:
    """The value that so large a share does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(of * len(ordered)))]


def printed(run: Run) -> str:
    """The table, and what was missed."""
    missed = "".join(f"missed: {one}\n" for one in run.missed) or "every page within its limit\n"
    return f"{table(run)}\n\n{waits(run)}\n\n{missed}"


def table(run: Run) -> str:
    """A line a page, in Markdown."""
    lines = ["| " + " | ".join(_HEAD) + " |", "| --- |" + " ---: |" * (len(_HEAD) - 1)]
    return "\n".join([*lines, *_lines(run)])


def _lines(run: Run) -> Iterator[str]:
    first = {one.page: one.wall for one in reversed(run.first.seen)}
    every = sum(one.cpu for seen in run.by_page.values() for one in seen) or 1.0
    for page, seen in run.by_page.items():
        wall = [one.wall for one in seen]
        top = share(wall)
        cells = [
            page, f"{len(seen):,}", f"{share(wall, 0.5):.0f}", f"{top:.0f}", f"{limit(page):.0f}",
            f"{top / limit(page):.2f}", f"{max(wall):.0f}", f"{share([one.cpu for one in seen]):.0f}",
            f"{100 * sum(one.cpu for one in seen) / every:.1f}%",
            f"{share([one.came for one in seen]):.0f}", f"{share([one.queries for one in seen]):.0f}",
            f"{first[page]:.0f}" if page in first else "",
        ]  # fmt: skip
        yield "| " + " | ".join(cells) + " |"
    for page in sorted(first.keys() - run.by_page.keys() - set(_ENTRANCE)):
        yield "| " + " | ".join((page, "0", *["" for _ in _HEAD[3:]], f"{first[page]:.0f}")) + " |"


def waits(run: Run) -> str:
    """How long the parts of pages were waited for, in all their requests, in Markdown."""
    lines = ["| part | loaded | median s | p95 s | max s |", "| --- | ---: | ---: | ---: | ---: |"]
    for part, found in sorted(run.log.waits.items()):
        figures = (share(found, 0.5), share(found), max(found))
        lines.append(f"| {part} | {len(found):,} | " + " | ".join(f"{one:.2f}" for one in figures) + " |")
    return "\n".join(lines)


def written(run: Run) -> str:
    """The page, in Markdown."""
    command = (
        f"python -m bench.desk_load --folder FOLDER --people {run.people} --visitors {run.visitors}"
        f" --seconds {run.seconds:.0f} --think {run.think:g} --letter {run.letter:g}"
    )
    if run.processes > 1:
        command += f" --processes {run.processes}"
    if run.ahead:
        command += " --ahead"
    if run.visits:
        command += f" --visits {' '.join(sorted(run.visits))}"
    requests = sum(map(len, run.by_page.values()))
    return _PAGE.format(
        people=f"{run.people:,}",
        claims=f"{10 * run.people:,}",
        plain=run.people,
        visitors=run.visitors,
        minutes=f"{run.seconds / 60:.0f}",
        requests=f"{requests:,}",
        rate=f"{requests / run.seconds:.1f}",
        think=f"{run.think:g}",
        letter=f"{run.letter:g}",
        table=table(run),
        verdict=_verdict(run),
        waits=waits(run),
        when=datetime.now(UTC).date(),
        machine=machine(),
        before=run.load_before,
        after=load(),
        command=command,
        ahead=AHEAD if run.ahead else "",
    )


def _verdict(run: Run) -> str:
    if not run.missed:
        return "Every page kept its limit."
    return "Missed: " + "; ".join(run.missed) + "."


AHEAD = """\
- Before, the desk had looked ahead (`python -m bench.ahead FOLDER`), as it does by itself when nobody asks:
  what holds of everybody on all days is known and kept, but of groups of more than nine people in doubt.
"""
_PAGE = """\
# How fast the desk answers

Twenty people at once on two cores, on a large register: the server's time for a page at the 95th percentile
has a limit of 150 ms, and of 50 ms for search as somebody types. `bench/desk_load.py` measures it against
`tizim serve` in a process of its own, or in several (see the command); the people behind the table are
invented like the register.

The register: {people} people, {claims} claims. {visitors} visitors, {minutes} minutes,
{requests} requests ({rate} a second); on average {think} s between two pages of one visitor and {letter} s
between two letters typed, each letter a request.

{table}

{verdict}

Parts that a page loads by itself, until they were there. Those that take longer than 0.05 s are made beside
(`web/desk/parts.py`): the desk says that they are being counted, and the page asks again after 0.4 s. In a
register of more than 50,000 entries Today and the pages of lists do the same as a whole after 0.1 s, where
something is to be counted first, and the browser asks again after a second: of those this table has the ones
that were not there at once. Each of these requests stands in the table above.

{waits}

- **ms** are those between the first and the last line of Django's work on the request, on the clock: waiting
  for the processor, for locks and for other requests in the same process is in it. **CPU** is the processor's
  time of the thread alone, **CPU share** the page's part of that of all pages; **came** is what the visitor
  waited, with the way to the server and its queue.
- **queries** are those of Django and of the ledger together. **first** is the first answer after the start of
  the server, before anything was in memory; it stands outside the percentile.
- What is *sent* is a form: a decision, a judgement, the day set. Decisions write to the ledger, so the pages
  after them bring up to date what is kept in memory; that is in their figures.
- Days asked about are today and four of earlier years, all as known now. An earlier moment of *knowledge* is
  put together by a thread that reads the whole ledger again; pages say so meanwhile. That is measured apart:
  `--visits look_back`.
- Where an earlier process served this register, what it had found out was kept and taken up again (0015).
{ahead}- Visitors run on the same machine and take their share of its two cores.

## This run

- Day: {when}
- Machine: {machine}
- Processes that wanted a core, over 1, 5 and 15 minutes: {before} at the start, {after} at the end
- Made by: `.venv/bin/python -m bench.large FOLDER --people {plain}`
- Command: `.venv/bin/{command}`
"""
