"""A line of counts through time, as shapes that a template draws: readable in print and without colour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, log10

from tizim.web.desk.day import Point

WIDTH, HEIGHT = 720, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 12, 30
_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Mark:
    """A tick of an axis: where, and what it says."""

    at: float
    text: object


@dataclass(frozen=True, slots=True)
class Dot:
    """A count: where it stands, and what it is."""

    x: float
    low: float
    high: float
    point: Point


@dataclass(frozen=True, slots=True)
class Chart:
    """Everything a template needs: the band between the bounds, the line of the lower one, ticks and dots."""

    width: int
    height: int
    band: str
    line: str
    rows: tuple[Mark, ...]
    columns: tuple[Mark, ...]
    dots: tuple[Dot, ...]
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    bottom: int = HEIGHT - _BOTTOM


def line_chart(points: Sequence[Point]) -> Chart | None:
    """The chart of the counts; None if there are fewer than two."""
    if len(points) < 2:
        return None
    first, last = points[0].day, points[-1].day
    top = _round_top(max(point.at_most for point in points))
    dots = tuple(
        Dot(_x(one.day, first, last), _y(one.at_least, top), _y(one.at_most, top), one) for one in points
    )
    upper = [f"{dot.x:.1f},{dot.high:.1f}" for dot in dots]
    lower = [f"{dot.x:.1f},{dot.low:.1f}" for dot in dots]
    return Chart(
        WIDTH,
        HEIGHT,
        band=" ".join([*upper, *reversed(lower)]),
        line=" ".join(lower),
        rows=tuple(Mark(_y(value, top), value) for value in _rows(top)),
        columns=tuple(
            Mark(dot.x, dot.point.day) for dot in dots[:-1] if dot.point.day.month in (3, 6, 9, 12)
        ),
        dots=dots,
    )


def _x(day: date, first: date, last: date) -> float:
    share = (day - first).days / max(1, (last - first).days)
    return _LEFT + share * (WIDTH - _LEFT - _RIGHT)


def _y(value: int, top: int) -> float:
    return HEIGHT - _BOTTOM - value / top * (HEIGHT - _TOP - _BOTTOM)


def _round_top(most: int) -> int:
    """The least round number that is not below: 4, 10, 20, 50, 100 …"""
    if most <= 4:
        return 4
    scale = 10 ** int(log10(most))
    return next(step * scale for step in _STEPS if step * scale >= most)


def _rows(top: int) -> list[int]:
    step = max(1, ceil(top / 4))
    return list(range(0, top + 1, step))
