"""Which open questions about identity move a count: pairs that would count otherwise if they were one."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache

from tizim.tallies.definition import Definition
from tizim.tallies.fitting import Fit, fits, whole
from tizim.timelines import NOT, SURELY, Chronicle, Timeline

Pair = tuple[str, str]


def at_stake(
    definitions: Sequence[Definition],
    told: Chronicle,
    pairs: Iterable[Pair],
    as_one: Callable[[Pair], Timeline],
    *,
    as_of: date,
) -> Mapping[Pair, tuple[str, ...]]:
    """For each of these pairs the definitions by name whose count depends on it, on the day.

    Two persons who are one are counted by what all their claims together tell: ``as_one`` gives that
    timeline. It is not asked for pairs of whom no claim tells anything that a definition speaks of.
    """
    line = cache(as_one)
    wanted = [pair for pair in pairs if all(one in told.lives for one in pair)]
    lives = {one: told.lives[one] for pair in wanted for one in pair}
    found: dict[Pair, list[str]] = defaultdict(list)
    for of in definitions:
        mentions = {one: life.person.mention_ids for one, life in lives.items()}
        alone = {one: fits(life.timeline, of, as_of, mentions[one]) for one, life in lives.items()}
        for pair in wanted:
            apart = [alone[one] for one in pair]
            both = (*mentions[pair[0]], *mentions[pair[1]])
            if any(map(spoken_of, apart)) and _moves(apart, fits(line(pair), of, as_of, both)):
                found[pair].append(of.name)
    return {pair: tuple(names) for pair, names in found.items()}


def spoken_of(found: Sequence[Fit]) -> bool:
    """Whether anything is told that the definition speaks of."""
    return any(fit.because or fit.why != "no_claim" for fit in found)


def _moves(apart: Sequence[Sequence[Fit]], together: Sequence[Fit]) -> bool:
    answers, answer = [whole(one) for one in apart], whole(together)
    surely, perhaps = answers.count(SURELY), len(answers) - answers.count(NOT)
    return (surely, perhaps) != (int(answer == SURELY), int(answer != NOT))
