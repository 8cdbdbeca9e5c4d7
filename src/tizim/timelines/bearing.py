"""Which marks bear on a state: those that open or report it, those that end it, those that begin its term."""

from collections.abc import Collection
from functools import cache

from tizim.timelines.marks import ENDS, Mark
from tizim.timelines.rules import rule, rules
from tizim.vocab import table


def speaks_of(mark: Mark, state: str) -> bool:
    """Whether the mark opens the state or reports it as holding."""
    return mark.what != ENDS and mark.state == state


def may_end(mark: Mark, state: str) -> bool:
    """Whether the mark ends the state, or opens or reports one that takes its place."""
    if mark.what == ENDS:
        return "all" in mark.ends or state in mark.ends
    return state in rule(mark.state).replaces


@cache
def counted_custody(state: str) -> frozenset[str]:
    """The states of custody from whose beginning the term of this one may count."""
    if not rule(state).credits_custody:
        return frozenset()
    return frozenset(one for one in rule(state).replaces if is_custody(one))


@cache
def is_custody(state: str) -> bool:
    """Whether somebody in this state is deprived of liberty, by all or by some definitions."""
    return table("states").term(state).attributes.get("deprives_of_liberty") in (True, "yes", "rule")


@cache
def bearing_on(states: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The states whose marks bear on these states, and those that an ending must end to bear on them."""
    ended = states.union(*(counted_custody(one) for one in states))
    opened = ended | {one for one, its in rules().items() if not its.replaces.isdisjoint(ended)}
    return opened, ended


def bears_on(what: str, state: str, ends: Collection[str], states: frozenset[str]) -> bool:
    """Whether a mark of this kind can change anything about these states."""
    opened, ended = bearing_on(states)
    return ("all" in ends or not ended.isdisjoint(ends)) if what == ENDS else state in opened
