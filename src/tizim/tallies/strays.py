"""Strays in a count: a surname alone, an account or a nickname, in a document that does not say whose.

It may be anybody; with initials, anybody of that name. Nobody is asked who they are: they add nobody who may
be counted already, and what is told of them may be told of whoever is counted and bears the name.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from tizim.identity import adding_nobody
from tizim.tallies.definition import Class, Definition
from tizim.tallies.fitting import Fit, answer_in
from tizim.timelines import NOT, Chronicle, Episode, Life, Timeline, rule
from tizim.vocab import table

# What these acts come to stands in their outcomes, which may end a state too.
_WITH_OUTCOMES = frozenset("trial sentence conviction appeal asylum_decision release other".split())


def asks_who_is_sure(of: Definition) -> bool:
    """Whether strays of the definition count where nobody else of their name is counted for sure."""
    return all(one.acts for one in of.classes) and of.wish is None


def not_for_sure(told: Chronicle, of: Definition, sure: Collection[str]) -> frozenset[str]:
    """The strays who add nobody to those counted for sure; ``sure`` are all of these, if they are asked for.

    Acts stay what they are whoever suffered them: such a stray counts where nobody else of the name does.
    A state may be over for whoever the stray is: it counts only if it can be nobody else.
    """
    if asks_who_is_sure(of):
        return adding_nobody(told.strays, sure)
    return frozenset(
        one
        for each in told.strays
        for one in each.person_ids
        if each.may_be(one, told.lives if each.anybody else each.namesakes)
    )


def made_by(
    told: Chronicle, of: Definition, code: str | None, counted: Mapping[str, Sequence[Fit]], *, day: date
) -> int:
    """How many more may be counted, if strays are who they may be.

    An end of which the day is vague may stand in for one that is not, a report for one of another day: then
    two together are counted who both are not alone. One of them is a stray.
    """
    states = frozenset(state for one in of.classes for state in one.states)
    held = {one for one, fits in counted.items() if code is None or answer_in(code, fits) != NOT}
    decided = decided_strays(told, of)
    return sum(
        one not in held
        and each.may_be(one, each.namesakes)
        and (bool(of.wish) or _may_make(told.lives[one].timeline, states, day))
        for each in told.strays
        if decided is None or not decided.isdisjoint(each.namesakes)
        for one in each.person_ids
    )


def decided_strays(told: Chronicle, of: Definition) -> frozenset[str] | None:
    """Those among strays and their namesakes on whom people decided; None where a definition does not ask."""
    decisions = of.decisions()
    if decisions is None:
        return None
    people = {one for each in told.strays for one in each.namesakes if one in told.lives}
    return frozenset(one for one in people if decisions.touches(told.lives.mention_ids(one)))


def spoiled(
    told: Chronicle, of: Definition, code: str | None, counted: Mapping[str, Sequence[Fit]], *, day: date
) -> int:
    """How many of those counted in the class (or at all) may not be, if strays are who they may be.

    ``counted`` are all on the list, with how the classes fit. Each stray is one person, and spoils one
    at most.
    """
    held = {one for one, fits in counted.items() if code is None or answer_in(code, fits) != NOT}
    asked = [one for one in of.classes if code in (None, one.code)]
    concerned = (
        (each, one, held.intersection(each.namesakes)) for each in told.strays for one in each.person_ids
    )
    decided = decided_strays(told, of) or ()
    return sum(
        each.may_be(one, bearers)
        and (
            one in decided
            or _may_spoil(told.lives[one].timeline, of, asked, counted.get(one, ()), day)
            or _in_several(told.lives, one, bearers, asked)
        )
        for each, one, bearers in concerned
    )


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


def _in_several(lives: Mapping[str, Life], one: str, bearers: Iterable[str], asked: Sequence[Class]) -> bool:
    """Whether they are told to be in several of the states together, one of which may end another."""
    states = {state for each in asked for state in each.states}
    own = {each.state for each in lives[one].timeline.episodes} & states
    return bool(own) and any(
        len(own | ({each.state for each in lives[bearer].timeline.episodes} & states)) > 1
        for bearer in bearers
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
