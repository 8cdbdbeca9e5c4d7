"""Borders of countries, coarse, to draw small maps with."""

from functools import cache
from pathlib import Path

Point = tuple[float, float]
"""Latitude and longitude, in degrees."""
_DATA = Path(__file__).parent / "data"


@cache
def outline(country: str) -> tuple[Point, ...]:
    """The points of the border in their order, the last joined to the first; none if it is not held."""
    import yaml

    path = _DATA / f"outline_{country.lower()}.yml"
    if not country.isalpha() or not path.is_file():
        return ()
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple((float(latitude), float(longitude)) for latitude, longitude in content["points"])
