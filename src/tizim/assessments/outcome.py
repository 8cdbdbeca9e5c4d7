"""What the determinations about a person come to: met, not met, open, contested; by whom, because of what."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from tizim.assessments.criteria import CriteriaSet
from tizim.assessments.entries import Determination
from tizim.assessments.rule import MET, NOT_MET, OPEN

NOT_ASSESSED, CONTESTED = "not_assessed", "contested"


@dataclass(frozen=True, slots=True)
class Finding:
    """One criterion as all found it: ``met``, ``not_met``, ``open``, ``contested`` or ``not_assessed``."""

    criterion: str
    answer: str
    determinations: tuple[Determination, ...]

    @property
    def assessors(self) -> tuple[str, ...]:
        """The working names of those who found anything."""
        return tuple(dict.fromkeys(one.recorded_by for one in self.determinations))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The answer of a set for one person (and case): what was found of each criterion, and by how many.

    ``answer`` is ``met``, ``not_met``, ``open``, ``contested`` (assessors come to different answers) or
    ``not_assessed``. ``agreeing`` are the assessors who come to that answer; ``confirmed`` says that they are
    as many as the set wants. An answer that is not confirmed is one person's and counts as doubtful.
    """

    criteria_set: str
    case: str | None
    answer: str
    findings: tuple[Finding, ...]
    agreeing: tuple[str, ...]
    confirmed: bool

    @property
    def because(self) -> tuple[str, ...]:
        """The ids of the determinations behind it."""
        return tuple(one.id for finding in self.findings for one in finding.determinations)

    @property
    def lacking(self) -> tuple[str, ...]:
        """The criteria that nobody has assessed."""
        return tuple(one.criterion for one in self.findings if one.answer == NOT_ASSESSED)


def outcomes(
    of: CriteriaSet,
    determinations: Iterable[Determination],
    mention_ids: Collection[str],
    *,
    group: str | None = None,
) -> tuple[Outcome, ...]:
    """An outcome for each case of the person of these mentions; one of ``not_assessed`` if there is none.

    Of the standing determinations only those of the set (in this version) and of the group count (none: the
    one that keeps the register). Of several by one assessor on one criterion and case the latest counts,
    whatever mention it names.
    """
    mine = [
        one for one in determinations
        if one.criteria_set == of.name and one.group == group and one.mention_id in mention_ids
    ]  # fmt: skip
    cases = sorted({one.case for one in mine}, key=lambda case: case or "")
    return tuple(_outcome(of, case, [one for one in mine if one.case == case]) for case in cases or [None])


def whole_answer(found: Sequence[Outcome]) -> Outcome:
    """The outcome that tells most of a person with several cases: a confirmed ``met`` before any other."""
    return min(found, key=lambda one: (_RANK.index(one.answer), not one.confirmed, one.case or ""))


_RANK = (MET, CONTESTED, OPEN, NOT_MET, NOT_ASSESSED)


def _outcome(of: CriteriaSet, case: str | None, mine: Iterable[Determination]) -> Outcome:
    latest = {(one.recorded_by, one.criterion): one for one in sorted(mine, key=lambda one: one.recorded_at)}
    findings = tuple(
        _finding(code, [one for (_, criterion), one in latest.items() if criterion == code])
        for code in of.codes
    )
    by_assessor: dict[str, dict[str, str]] = {}
    for (assessor, criterion), one in latest.items():
        by_assessor.setdefault(assessor, {})[criterion] = one.finding
    answers = {assessor: _answer(of, found) for assessor, found in by_assessor.items()}
    answer = _together(answers.values())
    agreeing = tuple(sorted(one for one, said in answers.items() if said == answer))
    confirmed = answer in (MET, NOT_MET) and len(agreeing) >= of.assessors
    return Outcome(of.name, case, answer, findings, agreeing, confirmed)


def _finding(code: str, about: Sequence[Determination]) -> Finding:
    return Finding(code, _together(one.finding for one in about), tuple(about))


def _answer(of: CriteriaSet, found: Mapping[str, str]) -> str:
    """One assessor's answer: an exclusion that was not looked at excludes nobody."""
    if of.unless:
        shut = of.unless.answer({code: found.get(code, NOT_MET) for code in of.codes})
        if shut != NOT_MET:
            return NOT_MET if shut == MET else OPEN
    return of.met.answer(found)


def _together(answers: Iterable[str]) -> str:
    """What several say: met and not met contest each other; open gives way to either."""
    said = set(answers)
    if {MET, NOT_MET} <= said:
        return CONTESTED
    return next((one for one in (MET, NOT_MET, OPEN) if one in said), NOT_ASSESSED)
