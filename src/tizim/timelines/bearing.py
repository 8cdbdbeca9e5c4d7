"""Which marks bear on a state: those that open or report it, end it, or say from when its term counts."""

from collections.abc import Collection
from functools import cache

from tizim.timelines.marks import ENDS, LESSENS, MAY_END, is_held, is_sentence
from tizim.timelines.rules import rule, rules

ENDINGS = (ENDS, MAY_END)


@cache
def ended_by(what: str, state: str, ends: tuple[str, ...], among: frozenset[str]) -> tuple[str, ...]:
    """Which of the states such a mark ends: those that it names, or those that its own state replaces."""
    if what not in ENDINGS:
        return tuple(among & rule(state).replaces)
    return tuple(among if "all" in ends else among.intersection(ends))


@cache
def counted_custody(state: str) -> frozenset[str]:
    """The states of custody from whose beginning the term of this one may count."""
    if not rule(state).credits_custody:
        return frozenset()
    return frozenset(one for one in rule(state).replaces if is_held(one))


@cache
def bearing_on(states: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The states whose marks bear on these states, and those that an ending must end to bear on them."""
    ended = states.union(*(counted_custody(one) for one in states))
    opened = ended | {one for one, its in rules().items() if not its.replaces.isdisjoint(ended)}
    if any(map(is_held, ended)):
        opened |= {one for one in rules() if is_held(one)}
    return opened, ended


def bears_on(what: str, state: str, ends: Collection[str], states: frozenset[str]) -> bool:
    """Whether a mark of this kind can change anything about these states."""
    opened, ended = bearing_on(states)
    if what == LESSENS:
        return any(map(is_sentence, ended))
    return ("all" in ends or not ended.isdisjoint(ends)) if what in ENDINGS else state in opened
