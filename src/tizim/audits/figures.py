"""The figures that a text prints: what is counted, with which bound, and what the readers make of it."""

from typing import Any

from tizim.audits.draft import Draft
from tizim.reading import FigureFound

_FIGURES = ("persons", "cases", "acts", "money", "papers", "places")


def figures(draft: Draft) -> tuple[dict[str, Any], ...]:
    """The figures of a text in the flat form, with ``since`` and ``as_of`` where the readers tell."""
    return tuple(
        {
            "figure": one.value,
            "bound": one.bound,
            "unit": one.unit,
            "at_least": one.low,
            **_told(draft, one.number),
            "start": one.start,
            "end": one.end,
            "quote": draft.text[one.start : one.end],
        }
        for one in draft.counts
        if one.unit in _FIGURES or one.of_them or one.other
    )


def _told(draft: Draft, number: tuple[int, int]) -> dict[str, str | None]:
    """What a reader says of the figure at this place."""
    found = next((one for one in draft.reading.figures if _holds(one, number)), None)
    if found is None:
        return {"what": None, "since": None, "as_of": None, "place": None}
    return {"what": found.what, "since": found.since, "as_of": found.as_of, "place": found.place}


def _holds(figure: FigureFound, number: tuple[int, int]) -> bool:
    return figure.start <= number[0] and number[1] <= figure.end
