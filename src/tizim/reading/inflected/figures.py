"""Published numbers: how many people, cases or acts a text counts, since when and as of when."""

from tizim.reading.found import FigureFound
from tizim.reading.inflected.drafting import Scene


def figures_of(text: str, scene: Scene, own: str | None) -> list[FigureFound]:
    """The figures of one sentence."""
    return []
