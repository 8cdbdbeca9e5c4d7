"""Of which year a text speaks."""

from tizim.audits.draft import Draft


def now_said(draft: Draft) -> int | None:
    """The year of the text: its own date, or the latest year of a day in it."""
    if draft.date:
        return int(draft.date[:4])
    return max((day.year for day in draft.days if day.year and day.month and day.own_year), default=None)


def year_of_text(draft: Draft) -> int | None:
    """The one year of which a text speaks; None where it names several, or none."""
    years = {day.year for day in draft.days if day.year and day.month and day.own_year}
    return years.pop() if len(years) == 1 else None
