"""Determinations and recognitions for the tests; everybody in them is invented."""

from typing import Any

from tizim.assessments import Determination, Recognition


def found(criterion: str, finding: str, by: str, **fields: Any) -> Determination:
    """A determination of the mention m-1 by PACE, as somebody wrote it."""
    known = {
        "id": f"k-{criterion}-{finding}-{by}-{fields.get('case')}-{fields.get('recorded_at')}",
        "mention_id": "m-1", "criteria_set": "PACE-1900-2012/1", "criterion": criterion, "finding": finding,
        "recorded_by": by, "recorded_at": "2026-01-01T00:00:00.000000Z",
    }  # fmt: skip
    return Determination(**(known | fields))


def word(group: str, stance: str, date: str | None = None, **fields: Any) -> Recognition:
    """A group's word on m-1."""
    known = {
        "id": f"g-{group}-{stance}-{date}",
        "mention_id": "m-1",
        "group": group,
        "stance": stance,
        "date": date,
    }
    return Recognition(**(known | fields))
