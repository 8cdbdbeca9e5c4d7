"""On which lists one person stands on a day: for how many at least and at most, and why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.tallies import Definition, Fit, acts_counted, fits, placed, whole
from tizim.timelines import SURELY, Chronicle, Life
from tizim.web.desk.deciders import asking
from tizim.web.desk.definitions import names
from tizim.web.desk.moment import Moment


@dataclass(frozen=True, slots=True)
class Counted:
    """One list, the class of it, for how many the person counts there, why, and the claims behind it."""

    name: str
    title: Mapping[str, str]
    class_title: Mapping[str, str]
    at_least: int
    at_most: int
    why: str
    because: Sequence[str]
    unit: str


def counted(life: Life, told: Chronicle, asked: Moment, *, doubted: bool) -> list[Counted]:
    """The lists that count the person on the day, surely or perhaps; ``doubted``: may be somebody else."""
    day, found = asked.as_of, []
    for of in (asking(name, asked) for name in names(asked)):
        each = fits(life.timeline, of, day, life.person.mention_ids)
        fit = placed(each)
        if fit is not None:
            stray = _is_stray(life.person.id, told)
            found.append(_counted(of, fit, _bounds(life, of, each, day), _doubt(doubted, stray)))
    return found


def _doubt(doubted: bool, stray: bool) -> str:
    """Why identity leaves open whether the person counts: the code of the reason, or nothing."""
    return "identity" if doubted else "stray" if stray else ""


def _counted(of: Definition, fit: Fit, bounds: tuple[int, int], doubt: str) -> Counted:
    titles = {one.code: one.title for one in of.classes}
    low, high = bounds
    why = doubt if doubt and fit.answer == SURELY else fit.why
    return Counted(
        of.name, of.title, titles[fit.code], 0 if doubt else low, high, why, fit.because, of.counting_unit
    )


def _bounds(life: Life, of: Definition, each: Sequence[Fit], day: date) -> tuple[int, int]:
    if of.counting_unit == "act":
        return acts_counted(life.timeline.acts, of.classes, day)
    return int(whole(each) == SURELY), 1


def _is_stray(person_id: str, told: Chronicle) -> bool:
    """Whether the name alone may be somebody's who is counted already."""
    return any(
        person_id in one.person_ids and one.may_be(person_id, told.lives if one.anybody else one.namesakes)
        for one in told.strays
    )
