"""What somebody may be called: the outcome of a set together with deprivation of liberty on a day."""

from dataclasses import dataclass

from tizim.assessments.criteria import DEPRIVED, CriteriaSet
from tizim.assessments.outcome import Outcome
from tizim.assessments.rule import MET, NOT_MET

PRISONER, PERSECUTED, NEITHER, UNDECIDED = (
    "political_prisoner",
    "politically_persecuted",
    "neither",
    "undecided",
)
_SURELY, _PERHAPS = "surely", "perhaps"


@dataclass(frozen=True, slots=True)
class Title:
    """``political_prisoner``, ``politically_persecuted``, ``neither`` or ``undecided``; sure or why not.

    ``why`` are short codes: ``not_confirmed`` (too few assessors), ``liberty_in_doubt`` (perhaps held),
    ``liberty_by_rule`` (the set leaves the state open), ``contested``, ``open``, ``not_assessed``.
    """

    code: str
    sure: bool
    why: tuple[str, ...] = ()


def title(of: CriteriaSet, outcome: Outcome, held: dict[str, str]) -> Title:
    """What the set allows to call somebody, from the outcome and from the states ``held`` on the day.

    ``held`` gives ``surely`` or ``perhaps`` for each state that may hold. Whoever is not deprived of liberty
    is never a political prisoner.
    """
    if outcome.answer == NOT_MET:
        return Title(NEITHER, outcome.confirmed, () if outcome.confirmed else ("not_confirmed",))
    if outcome.answer != MET:
        return Title(UNDECIDED, False, (outcome.answer,))
    liberty, doubt = _liberty(of, held)
    why = doubt if outcome.confirmed else ("not_confirmed", *doubt)
    return Title(PRISONER if liberty else PERSECUTED, not why, why)


def _liberty(of: CriteriaSet, held: dict[str, str]) -> tuple[bool, tuple[str, ...]]:
    """Whether somebody may be deprived of liberty by the set, and what makes it doubtful."""
    counted = {state: answer for state, answer in held.items() if state in of.depriving}
    if any(answer == _SURELY and of.liberty[state] == DEPRIVED for state, answer in counted.items()):
        return True, ()
    if any(answer == _SURELY for answer in counted.values()):
        return True, ("liberty_by_rule",)
    return bool(counted), ("liberty_in_doubt",) if counted else ()
