"""Strays in a count: a surname alone, in a document that does not say whose, may be anybody of that name.

Nobody is asked who they are, so a count must hold whoever they are: they add nobody who may be counted
already, and what is told of them may be told of somebody who is counted.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache

from tizim.identity import Strays, adding_nobody
from tizim.tallies.definition import Class, Definition
from tizim.tallies.fitting import Fit, answer_in
from tizim.timelines import NOT, Chronicle, Episode, Timeline, rule
from tizim.vocab import table

# What these acts come to stands in their outcomes, which may end a state too.
_WITH_OUTCOMES = frozenset("trial sentence conviction appeal asylum_decision release other".split())


def not_for_sure(told: Chronicle, of: Definition, sure: Collection[str]) -> frozenset[str]:
    """The strays who add nobody to those counted for sure; ``sure`` are all who are so, each alone.

    Acts stay what they are whoever suffered them: such a stray counts where nobody else of the name does.
    A state may be over for whoever the stray is: it counts only if it can be nobody else.
    """
    if all(one.acts for one in of.classes):
        return adding_nobody(told.strays, sure)
    return frozenset(one for each in told.strays for one in each.person_ids if any(_others(each, one)))


def made_by(
    told: Chronicle, of: Definition, code: str | None, counted: Mapping[str, Sequence[Fit]], *, day: date
) -> int:
    """How many more may be counted, if strays are who they may be.

    An end of which the day is vague may stand in for one that is not, a report for one of another day: then
    two together are counted who both are not alone. One of them is a stray.
    """
    states = frozenset(state for one in of.classes for state in one.states)
    held = {one for one, fits in counted.items() if code is None or answer_in(code, fits) != NOT}
    return sum(
        one not in held and any(_others(each, one)) and _may_make(told.lives[one].timeline, states, day)
        for each in told.strays
        for one in each.person_ids
    )


def spoiled(
    told: Chronicle, of: Definition, code: str | None, counted: Mapping[str, Sequence[Fit]], *, day: date
) -> int:
    """How many of those counted in the class (or at all) may not be, if strays are who they may be.

    ``counted`` are all on the list, with how the classes fit. Each stray is one person, and spoils one
    at most.
    """
    held = {one for one, fits in counted.items() if code is None or answer_in(code, fits) != NOT}
    asked = [one for one in of.classes if code in (None, one.code)]
    spoiling = (
        (set(_others(each, one)) & held, one)
        for each in told.strays
        for one in each.person_ids
        if not held.isdisjoint(each.bearers)
    )
    return sum(
        bool(bearers) and _may_spoil(told.lives[one].timeline, of, asked, counted.get(one, ()), day)
        for bearers, one in spoiling
    )


def _others(strays: Strays, one: str) -> Iterator[str]:
    """The bearers of the name, strays among them, whom nobody judged to be another than this stray."""
    for each in (*strays.bearers, *strays.person_ids):
        if each != one and (min(one, each), max(one, each)) not in strays.different:
            yield each


def _may_spoil(
    line: Timeline, of: Definition, asked: Sequence[Class], fits: Sequence[Fit], day: date
) -> bool:
    """Whether what is told here may take somebody out of the classes asked for."""
    states = {state for one in asked for state in one.states}
    if len(asked) < len(of.classes):
        first = next(at for at, one in enumerate(of.classes) if one.code == asked[0].code)
        if any(fit.answer != NOT for fit in fits[:first]):
            return True
    if not states:
        return False
    return any(one.state not in states or _is_over(one, day) for one in line.episodes) or any(
        _may_end(act.act, frozenset(states)) for act in line.acts
    )


def _is_over(episode: Episode, day: date) -> bool:
    """Whether it is told to be over, or may be by its term; a term may count from somebody's custody too."""
    if episode.end or not episode.expected_ends:
        return episode.end is not None
    return rule(episode.state).credits_custody or min(episode.expected_ends) <= day


def _may_make(line: Timeline, states: frozenset[str], day: date) -> bool:
    """Whether what is told here may put somebody into one of the states whom nothing else does."""
    if any(one.state in states and not _is_long_over(one, day) for one in line.episodes):
        return True
    return any(
        _may_end(act.act, frozenset())
        and act.days.first != act.days.last
        and (act.days.last is None or act.days.last >= day)
        for act in line.acts
    )


def _is_long_over(one: Episode, day: date) -> bool:
    """Whether it ended on a known day before, and began on a known day."""
    known = one.begin.first is not None and one.begin.first == one.begin.last
    return bool(known and one.end and one.end.last and one.end.first == one.end.last and one.end.last < day)


@cache
def _may_end(act: str, states: frozenset[str]) -> bool:
    """Whether such an act may end a state without opening one of these."""
    attributes = table("acts").term(act).attributes
    if attributes.get("state") in states and act not in _WITH_OUTCOMES:
        return False
    return act in _WITH_OUTCOMES or bool(attributes.get("ends"))
