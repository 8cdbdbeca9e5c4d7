"""The benchmark of linking a whole register: time, memory and what is found, from 10,000 mentions up.

Each size runs in a process of its own. ``--write`` writes the table into ``docs/linking.md`` and the picture.
"""

import argparse
import json
import math
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "linking.md"
PICTURE = ROOT / "docs" / "pictures" / "linking.svg"
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
BEGIN, END = "<!-- measured -->", "<!-- /measured -->"

Figures = dict[str, Any]


def main(argv: list[str] | None = None) -> None:
    """Runs the sizes and the peer; prints the table as it grows."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    options.add_argument("--peer", type=int, default=10_000, help="mentions for the peer; 0: none")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--write", action="store_true", help="write docs/linking.md and the picture")
    chosen = options.parse_args(argv)
    print("\n".join(HEAD), flush=True)
    runs = []
    for size in chosen.sizes:
        runs.append(_run("bench.linking_run", size, chosen.seed))
        print(row(runs[-1]), flush=True)
    peer = _run("bench.linking_peer", chosen.peer, chosen.seed) if chosen.peer else None
    if peer:
        print(_peer(peer))
    if chosen.write:
        write(runs, peer)


def _run(module: str, size: int, seed: int) -> Figures:
    command = [sys.executable, "-m", module, str(size), "--seed", str(seed)]
    done = subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    found: Figures = json.loads(done.stdout.splitlines()[-1])
    return found


HEAD = (
    "| mentions | people | names | pairs of names | candidates | true pairs among them | seconds | CPU s |"
    " peak GB | pairs: precision | recall | F1 | groups: precision | recall | F1 |",
    "|" + "---:|" * 15,
)


def row(run: Figures) -> str:
    """One size as a line of the table."""
    counts = [f"{run[each]:,}" for each in ("mentions", "people", "names", "name_pairs", "candidates")]
    quality = [
        f"{run[f'{what}_{figure}']:.4f}"
        for what in ("pairs", "groups")
        for figure in ("precision", "recall", "f1")
    ]
    cells = [*counts, f"{run['compared']:.4f}", *_cost(run), *quality]
    return f"| {' | '.join(cells)} |"


def _cost(run: Figures) -> list[str]:
    return [f"{run['seconds']:,.0f}", f"{run['cpu_seconds']:,.0f}", f"{run['peak_gb']:.1f}"]


def _peer(peer: Figures) -> str:
    return (
        f"Peer, {peer['mentions']:,} of the same mentions: F1 of pairs {peer['pairs_f1']:.4f} (precision"
        f" {peer['pairs_precision']:.4f}, recall {peer['pairs_recall']:.4f}) at the threshold that is best"
        f" for it, {peer['seconds']:,.0f} s."
    )


def stages(runs: Sequence[Figures]) -> Iterator[str]:
    """Where the time goes."""
    names = [stage for stage in runs[-1]["stages"] if stage != "reading"]
    yield f"| mentions | {' | '.join(names)} |"
    yield "|" + "---:|" * (len(names) + 1)
    for run in runs:
        yield f"| {run['mentions']:,} | {' | '.join(str(run['stages'].get(name, 0)) for name in names)} |"


def growth(runs: Sequence[Figures]) -> str:
    """How the time grew from the first size to the last, beside n log n."""
    first, last = runs[0], runs[-1]
    grew = last["seconds"] / first["seconds"]
    bound = _n_log_n(last["mentions"]) / _n_log_n(first["mentions"])
    kept = "no faster than" if grew <= bound else "faster than"
    return (
        f"From {first['mentions']:,} to {last['mentions']:,} mentions the time grew {grew:.0f} times; n log n"
        f" grows {bound:.0f} times: {kept} n log n."
    )


def _n_log_n(size: int) -> float:
    return size * math.log2(size)


def write(runs: Sequence[Figures], peer: Figures | None) -> None:
    """The figures into the page, the picture beside it."""
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    told = [*HEAD, *map(row, runs), "", growth(runs), "", "Seconds by stage:", "", *stages(runs)]
    told += ["", _peer(peer)] if peer else []
    PAGE.write_text("\n".join([before + BEGIN, *told, END + after]), encoding="utf-8")
    PICTURE.write_text(picture(runs), encoding="utf-8")


TITLE = "Seconds to link a register, by its mentions"
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 760, 460, 80, 180, 50, 60


def picture(runs: Sequence[Figures]) -> str:
    """Seconds by mentions on logarithmic axes, beside n log n from the first size."""
    first = runs[0]
    bound = [
        (run["mentions"], first["seconds"] * _n_log_n(run["mentions"]) / _n_log_n(first["mentions"]))
        for run in runs
    ]
    measured = [(run["mentions"], run["seconds"]) for run in runs]
    seconds = [second for _, second in (*bound, *measured, (0, 900))]
    axes = _Axes([run["mentions"] for run in runs], seconds)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}"'
        f' height="{HEIGHT}" role="img" font-family="sans-serif" font-size="13">',
        f"<title>{TITLE}</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="16" y="26" font-size="17" font-weight="bold">{TITLE}</text>',
        *axes.grid(),
        axes.line(bound, "#666", "6 5"),
        axes.named(bound[-1], "n log n"),
        axes.line([(runs[0]["mentions"], 900), (runs[-1]["mentions"], 900)], "#666", "2 4"),
        axes.named((runs[-1]["mentions"], 900), "15 minutes"),
        axes.line(measured, "#000", ""),
        axes.named(measured[-1], "measured"),
        *(axes.dot(point) for point in measured),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


Point = tuple[float, float]


class _Axes:
    """Both axes, logarithmic."""

    def __init__(self, across: Sequence[float], up: Sequence[float]) -> None:
        self._across = [math.log10(min(across)), math.log10(max(max(across), 2 * min(across)))]
        self._up = [math.floor(math.log10(max(min(up), 1))), math.ceil(math.log10(max(up)))]
        self._marks = sorted(set(across))

    def place(self, point: Point) -> Point:
        """Where a point stands in the picture."""
        x = (math.log10(point[0]) - self._across[0]) / (self._across[1] - self._across[0])
        y = (math.log10(max(point[1], 1)) - self._up[0]) / (self._up[1] - self._up[0])
        return round(LEFT + x * (WIDTH - LEFT - RIGHT), 1), round(
            HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM), 1
        )

    def grid(self) -> Iterator[str]:
        """The lines and numbers of the axes."""
        low, high = int(self._up[0]), int(self._up[1])
        for power in range(low, high + 1):
            x, y = self.place((self._marks[0], 10**power))
            yield f'<path d="M{x} {y}H{WIDTH - RIGHT}" stroke="#ccc"/>'
            yield f'<text x="{x - 8}" y="{y + 4}" text-anchor="end">{10**power:,}</text>'
        for mark in self._marks:
            x, y = self.place((mark, 10**low))
            yield f'<path d="M{x} {y}v5" stroke="#000"/>'
            yield f'<text x="{x}" y="{y + 20}" text-anchor="middle">{mark:,.0f}</text>'
        middle = (LEFT + WIDTH - RIGHT) // 2
        yield f'<text x="{middle}" y="{HEIGHT - 14}" text-anchor="middle">mentions</text>'

    def line(self, points: Sequence[Point], colour: str, dashes: str) -> str:
        """A line through the points."""
        way = " ".join(f"{x},{y}" for x, y in map(self.place, points))
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        return f'<polyline points="{way}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'

    def dot(self, point: Point) -> str:
        """A point with its seconds."""
        x, y = self.place(point)
        told = f'<text x="{x - 6}" y="{y - 9}" text-anchor="end">{point[1]:,.0f} s</text>'
        return f'<circle cx="{x}" cy="{y}" r="4"/>{told}'

    def named(self, point: Point, name: str) -> str:
        """A name beside the end of a line."""
        x, y = self.place(point)
        return f'<text x="{x + 10}" y="{y + 4}">{name}</text>'


if __name__ == "__main__":
    main()
