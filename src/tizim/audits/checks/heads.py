"""The year that a heading, or the head of a text, gives to days without one."""

import re
from dataclasses import replace
from datetime import date

from tizim.audits.days import Day, is_real
from tizim.audits.draft import Draft
from tizim.documents import Span

YEAR_LINE = re.compile(r"\W*((?:19|20)\d\d)(?: год\w*| жыл\w*)?\W*")
_HEAD_LINES, _HEAD_LONG = 4, 140


def heading_year(draft: Draft, at: int) -> int | None:
    """The year of the last line before a place that holds nothing but a year: a heading of a chronicle."""
    lines = draft.kept("year lines", lambda: _year_lines(draft))
    return next((year for start, year in reversed(lines) if start <= at), None)


def _year_lines(draft: Draft) -> list[tuple[int, int]]:
    hits = (YEAR_LINE.fullmatch(draft.text, at.start, at.end) for at in draft.paragraphs)
    return [(hit.start(), int(hit.group(1))) for hit in hits if hit]


def headed_year(draft: Draft, day: Day) -> int | None:
    """The one year that the head of a text names, for a day of a paragraph that names none before it.

    None where that would be after the day of the text itself.
    """
    year, own = draft.kept("year of the head", lambda: _head_year(draft))
    at = draft.paragraph(day.start).start
    told = any(one.own_year and one.year for one in draft.days_in(Span(at, day.start)))
    if year is None or told or not day.month or not is_real(replace(day, year=year)):
        return None
    return None if own and date(year, day.month, day.day or 1) > own else year


def _head_year(draft: Draft) -> tuple[int | None, date | None]:
    """The year of the dates in the first short lines of a text, and the day on which it was written."""
    lines = [at for at in draft.paragraphs[:_HEAD_LINES] if at.end - at.start < _HEAD_LONG]
    days = [one for at in lines for one in draft.days_in(at) if one.own_year and one.year]
    years = {one.year for one in days}
    own = [one.exact for one in days if one.exact]
    return (years.pop() if len(years) == 1 and own else None), (max(own) if own else None)
