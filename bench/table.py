"""What was measured, as Markdown tables with ratios."""

from collections.abc import Iterable
from dataclasses import dataclass

from bench.clock import Spent


@dataclass(frozen=True, slots=True)
class Line:
    """One thing measured against its peer."""

    what: str
    spent: Spent
    peer: str
    peers: Spent


@dataclass(frozen=True, slots=True)
class Size:
    """Bytes on the disk against those of a peer."""

    what: str
    size: int
    peer: str
    peers: int


_HEADS = ("what", "wall s", "CPU s", "against", "wall s", "CPU s", "ratio", "ratio of CPU")
_SIZE_HEADS = ("what", "MB", "against", "MB", "ratio")


def times(lines: Iterable[Line]) -> str:
    """The seconds and their ratios as a Markdown table."""
    return _table(_HEADS, (_cells(line) for line in lines), right=(1, 2, 4, 5, 6, 7))


def sizes(found: Iterable[Size]) -> str:
    """The sizes and their ratios as a Markdown table."""
    rows = (
        (one.what, _megabytes(one.size), one.peer, _megabytes(one.peers), _ratio(one.size, one.peers))
        for one in found
    )
    return _table(_SIZE_HEADS, rows, right=(1, 3, 4))


def _cells(line: Line) -> tuple[str, ...]:
    mine, peers = line.spent, line.peers
    return (
        line.what,
        _seconds(mine.wall),
        _seconds(mine.cpu),
        line.peer,
        _seconds(peers.wall),
        _seconds(peers.cpu),
        _ratio(mine.wall, peers.wall),
        _ratio(mine.cpu, peers.cpu),
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], right: tuple[int, ...]) -> str:
    rule = ("---:" if at in right else "---" for at in range(len(heads)))
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (heads, tuple(rule), *rows))


def _seconds(value: float) -> str:
    return f"{value:.2f}" if value >= 0.1 else f"{value:.4f}"


def _megabytes(value: int) -> str:
    return f"{value / 1e6:.1f}"


def _ratio(mine: float, peers: float) -> str:
    """How many times the peer's; nothing where the peer's time is too short to be measured."""
    if peers <= 0:
        return "–"
    return f"{mine / peers:.1f}" if mine / peers < 100 else f"{mine / peers:.0f}"
