"""Borders of countries and of regions in them, coarse, to draw small maps with."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""
Line = tuple[Point, ...]
_DATA = Path(__file__).parent / "data"


@cache
def outline(country: str) -> Line:
    """The points of the border in their order, the last joined to the first; none if it is not held."""
    return _line(_content(country).get("points", ()))


@cache
def region_borders(country: str) -> tuple[Line, ...]:
    """The borders between regions, a line for each two that meet; as they were when the source was made."""
    return tuple(_line(one) for one in _content(country).get("regions", ()))


def _line(points: Iterable[Iterable[float]]) -> Line:
    return tuple((float(latitude), float(longitude)) for latitude, longitude in points)


@cache
def _content(country: str) -> dict[str, Any]:
    import yaml

    path = _DATA / f"outline_{country.lower()}.yml"
    if not country.isalpha() or not path.is_file():
        return {}
    content: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return content
