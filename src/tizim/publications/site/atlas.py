"""A map of places as shapes that a template draws: circles by count, readable in print and without colour.

The inner circle is the least, the outer ring the most; areas stand to each other as the counts do. Where
names would run into each other only the number of the row in the table stands beside the circle.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sqrt

from tizim.vocab import Place, places, region_borders
from tizim.vocab import outline as border

WIDTH, HEIGHT = 720, 400
_WEST, _EAST, _SOUTH, _NORTH = 45.6, 88.2, 40.0, 55.9
_SCALE = min(WIDTH / ((_EAST - _WEST) * cos(radians(48))), HEIGHT / (_NORTH - _SOUTH))
_LARGEST, _LEAST, _LETTER, _LINE = 30.0, 2.5, 6.6, 13.0
_MERIDIANS, _PARALLELS = range(50, 90, 10), range(45, 56, 5)
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with how many are told of there; ``written`` are the spellings of one that is not known."""

    code: str
    place: Place | None
    at_least: int
    at_most: int
    written: tuple[str, ...] = ()
    may_be: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Region:
    """A region with all in it, and the places in it that claims name."""

    total: Spot
    spots: tuple[Spot, ...]

    @property
    def is_one_city(self) -> bool:
        """Whether the region is a city: one row tells all."""
        return bool(self.total.place and self.total.place.kind == "city" and len(self.spots) == 1)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the map: its circle and ring, its number in the table, and where its name stands."""

    spot: Spot
    number: int
    x: str
    y: str
    inner: str
    outer: str
    is_region: bool
    word: str
    text_x: str
    text_y: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Atlas:
    """The drawing: border, borders of regions, net of degrees, marks from the largest to the smallest."""

    border: str
    regions: Sequence[str]
    net: Sequence[tuple[str, str, str, str]]
    degrees: Sequence[tuple[str, str, str]]
    marks: Sequence[Mark]
    width: int = WIDTH
    height: int = HEIGHT


def numbered(regions: Iterable[Region]) -> list[tuple[int, Region, list[tuple[int, Spot]]]]:
    """The rows of the table: each region with the number of its first place, each place with its own."""
    rows, at = [], 0
    for region in regions:
        spots = [(at + nth, spot) for nth, spot in enumerate(region.spots, 1)]
        rows.append((at, region, spots))
        at += len(spots)
    return rows


def atlas(regions: Sequence[Region], named: Callable[[Spot], str]) -> Atlas:
    """The map of these places; ``named`` gives the name and the count as they are to be read."""
    circles = sorted(_circles(regions), key=lambda one: -one.outer)
    taken = [(one.x - one.outer, one.y - one.outer, one.x + one.outer, one.y + one.outer) for one in circles]
    marks = [_mark(one, named(one.spot), taken) for one in circles]
    between = tuple(_drawn(one) for one in region_borders("KZ"))
    return Atlas(_drawn(border("KZ")), between, tuple(_net()), tuple(_degrees()), marks)


def _drawn(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in (_on_paper(*one) for one in points))


@dataclass(frozen=True, slots=True)
class _Circle:
    spot: Spot
    number: int
    x: float
    y: float
    inner: float
    outer: float


def _circles(regions: Sequence[Region]) -> Iterable[_Circle]:
    """The circles of the places whose position is known."""
    spots = [one for _, _, some in numbered(regions) for one in some]
    most = max((spot.at_most for _, spot in spots), default=1)
    for number, spot in spots:
        if at := position(spot.code):
            inner = _radius(spot.at_least, most) if spot.at_least else 0.0
            yield _Circle(spot, number, *_on_paper(*at), inner, _radius(spot.at_most, most))


def _mark(one: _Circle, name: str, taken: list[Box]) -> Mark:
    word, text_x, text_y, anchor = _beside((one.x, one.y), one.outer, (name, str(one.number)), taken)
    known = one.spot.place
    return Mark(
        one.spot, one.number, _px(one.x), _px(one.y), _px(one.inner), _px(one.outer),
        bool(known and known.kind == "region"), word, _px(text_x), _px(text_y), anchor,
    )  # fmt: skip


def _beside(
    at: tuple[float, float], radius: float, words: Sequence[str], taken: list[Box]
) -> tuple[str, float, float, str]:
    """The first of the words for which there is room at some side of the circle; the last one at any rate."""
    x, y = at
    for word in words:
        long = _LETTER * len(word)
        sides = (
            (x + radius + 3, y + 4, "start", x + radius + 3),
            (x - radius - 3, y + 4, "end", x - radius - 3 - long),
            (x, y - radius - 4, "middle", x - long / 2),
            (x, y + radius + _LINE - 1, "middle", x - long / 2),
        )
        for text_x, text_y, anchor, left in sides:
            box = (left, text_y - _LINE + 2, left + long, text_y + 2)
            if left > 0 and left + long < WIDTH and not any(_meet(box, one) for one in taken):
                taken.append(box)
                return word, text_x, text_y, anchor
    return words[-1], x, y + 4, "middle"


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _radius(count: int, most: int) -> float:
    return max(_LEAST, _LARGEST * sqrt(count / most)) if most > 20 else max(_LEAST, 6.0 * sqrt(count))


@cache
def position(code: str) -> tuple[float, float] | None:
    """Where a place stands: its own position, for a region the middle of the places known in it."""
    known = places().by_code.get(code)
    if known is None or known.at or known.kind != "region":
        return known.at if known else None
    inside = [one.at for one in places() if one.at and one.region == code]
    return sum(one[0] for one in inside) / len(inside), sum(one[1] for one in inside) / len(inside)


def _on_paper(latitude: float, longitude: float) -> tuple[float, float]:
    return (longitude - _WEST) * cos(radians(48)) * _SCALE, (_NORTH - latitude) * _SCALE


def _net() -> Iterable[tuple[str, str, str, str]]:
    for one in _MERIDIANS:
        x, _ = _on_paper(_NORTH, one)
        yield _px(x), "0.0", _px(x), _px(HEIGHT)
    for one in _PARALLELS:
        _, y = _on_paper(one, _WEST)
        yield "0.0", _px(y), _px(WIDTH), _px(y)


def _degrees() -> Iterable[tuple[str, str, str]]:
    yield from ((_px(_on_paper(_NORTH, one)[0] + 3), _px(HEIGHT - 4), f"{one}°") for one in _MERIDIANS)
    yield from (("3.0", _px(_on_paper(one, _WEST)[1] - 3), f"{one}°") for one in _PARALLELS)


def _px(value: float) -> str:
    return f"{value:.1f}"
