"""What groups said of a person up to a day: recognised, declined, taken back; side by side."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from tizim.assessments.entries import Recognition
from tizim.vocab import vague_date

STANCES = ("recognised", "declined", "withdrawn")


def recognitions(
    entries: Iterable[Recognition], mention_ids: Collection[str], *, as_of: date
) -> Mapping[str, Recognition]:
    """By group, the last word on the person of these mentions up to the day (an undated one is the earliest).

    A word of which it is not sure that it was said by the day is left out.
    """
    mine = [one for one in entries if one.mention_id in mention_ids and _said_by(one, as_of)]
    return {one.group: one for one in sorted(mine, key=lambda one: (_last(one), one.recorded_at))}


def stances_possible(words: Iterable[Recognition], *, as_of: date) -> tuple[tuple[Recognition, ...], bool]:
    """The words of one group any of which may be its last up to the day; whether one was surely said by then.

    With vague dates it may be open which of two words came later.
    """
    said = [one for one in words if _first(one) <= as_of]
    sure = [one for one in said if _last(one) <= as_of]
    latest = max(map(_first, sure), default=date.min)
    possible = [one for one in said if _last(one) >= latest]
    dated = {one.date for one in possible}
    if len(dated) == 1 and len(possible) > 1:  # of the same day the one written last
        possible = [max(possible, key=lambda one: one.recorded_at)]
    return tuple(possible), bool(sure)


def _said_by(one: Recognition, day: date) -> bool:
    return one.date is None or _last(one) <= day


def _first(one: Recognition) -> date:
    return (vague_date(one.date).days.first if one.date else date.min) or date.min


def _last(one: Recognition) -> date:
    return (vague_date(one.date).days.last if one.date else date.min) or date.max
