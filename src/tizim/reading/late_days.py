"""Days that no word tells: in a report of news what it tells without a day is of the day told beside it."""

from dataclasses import replace

from tizim.reading.calendar import Day, shifted
from tizim.reading.drafts import Draft

REPORTED = "the time of the report"
"""What such a day was inferred from."""
STANDING = frozenset(("have", "has", "had", "is", "are", "'s", "been"))
"""The first words of verbs that tell no event of the report's own time."""
_NEWS = frozenset(
    ("detention", "release", "fine", "administrative_arrest", "search", "interrogation", "abduction")
)
_NEAR = 14


def dated_by_report(drafts: list[Draft], years: set[int], own: Day | None) -> list[Draft]:
    """The drafts; in a report that prints no earlier year an act without a day has that of the act before it.

    Only days of the two weeks before the report are handed on, and only to verbs that are finished and past.
    """
    if own is None or own.day is None or any(year < own.year for year in years):
        return drafts
    out, near = [], _only_day(drafts, own)
    for draft in drafts:
        if _is_near(draft, own):
            near = draft.day
        elif near is not None and _waits(draft):
            draft = replace(draft, day=near, day_from=REPORTED)
        out.append(draft)
    return out


def _waits(draft: Draft) -> bool:
    return draft.day is None and draft.past and draft.act in _NEWS and not (draft.status or draft.figure)


def _is_near(draft: Draft, own: Day) -> bool:
    """Whether an act has an exact day in the two weeks before the report."""
    first = shifted(own, -_NEAR, "D")
    day = draft.day
    return day is not None and day.day is not None and first is not None and first.order() <= day.order()


def _only_day(drafts: list[Draft], own: Day) -> Day | None:
    """The only day that the acts of a report have, where that was just before it."""
    days = {draft.day for draft in drafts if draft.day is not None and draft.day.day is not None}
    near = [draft.day for draft in drafts if _is_near(draft, own)]
    return near[0] if len(days) == 1 and near else None
