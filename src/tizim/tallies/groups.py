"""Counted groups: what sources count without naming."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tizim.tallies.definition import Class, Definition
from tizim.timelines import GroupMark


@dataclass(frozen=True, slots=True)
class GroupCount:
    """What the counted groups of one class come to; ``at_most`` is ``None`` where it is open."""

    code: str
    at_least: int
    at_most: int | None
    because: tuple[str, ...]


def count_groups(of: Definition, marks: Sequence[GroupMark], day: date) -> tuple[GroupCount, ...]:
    """For each class with counted groups what they come to on the day.

    Groups of one event, and groups that a class does not tell apart, may be the same people: the
    largest lower bound counts, never a sum. Only groups counted in persons enter.
    """
    found = [_count(one, of, marks, day) for one in of.classes if one.groups]
    return tuple(count for count in found if count is not None)


def _count(one: Class, of: Definition, marks: Sequence[GroupMark], day: date) -> GroupCount | None:
    fitting = [mark for mark in marks if _fits(one, mark, day) and mark.counting_unit == of.counting_unit]
    if not fitting:
        return None
    highest = [mark.count_max for mark in fitting]
    exact = [high for high in highest if high is not None]
    return GroupCount(
        code=one.code,
        at_least=max(mark.count_min for mark in fitting),
        at_most=None if len(exact) < len(highest) else max(exact),
        because=tuple(sorted(mark.claim_id for mark in fitting)),
    )


def _fits(one: Class, mark: GroupMark, day: date) -> bool:
    groups = one.groups
    if groups is None or (groups.acts and mark.act not in groups.acts):
        return False
    if groups.events and (mark.event or "") not in groups.events:
        return False
    if groups.details and (mark.act_detail or "") not in groups.details:
        return False
    told = mark.as_of or mark.days.last
    return told is None or told <= day
