"""A decision on a criterion, made ready to be written: checked against the set, tied to the earlier one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tizim import Problem
from tizim.assessments.criteria import CriteriaSet
from tizim.assessments.entries import Determination, Recognition
from tizim.assessments.errors import AssessmentError
from tizim.assessments.recognised import STANCES
from tizim.assessments.rule import MET, NOT_MET, OPEN
from tizim.ledger import content_id
from tizim.vocab import VocabError, vague_date

FINDINGS = (MET, NOT_MET, OPEN)


@dataclass(frozen=True, slots=True)
class Found:
    """What an assessor found of one criterion (in one case, for a group), with passages for and against."""

    criterion: str
    finding: str
    passages_for: tuple[str, ...] = ()
    passages_against: tuple[str, ...] = ()
    case: str | None = None
    note: str | None = None
    group: str | None = None


def determination(
    of: CriteriaSet,
    mention_id: str,
    found: Found,
    *,
    by: str,
    before: Iterable[Determination] = (),
) -> Determination | None:
    """The entry for a finding; it corrects the assessor's own earlier one, and is None if nothing changes.

    AssessmentError for what the set does not know, and for ``met`` or ``not_met`` without any passage.
    """
    problems = problems_of(of, found)
    if problems:
        raise AssessmentError("; ".join(str(one) for one in problems))
    mine = [
        one for one in before
        if (one.recorded_by, one.mention_id, one.criteria_set, one.criterion, one.case, one.group)
        == (by, mention_id, of.name, found.criterion, found.case, found.group)
    ]  # fmt: skip
    earlier = mine[-1] if mine else None
    made = Determination(
        id="",
        mention_id=mention_id,
        criteria_set=of.name,
        criterion=found.criterion,
        finding=found.finding,
        passages_for=found.passages_for,
        passages_against=found.passages_against,
        case=found.case,
        note=found.note,
        group=found.group,
        corrects=earlier.id if earlier else None,
    )
    if earlier and _content(earlier) == _content(made):
        return None
    return replace(made, id=content_id("k", by, made.corrects, *_content(made)))


def problems_of(of: CriteriaSet, found: Found) -> Sequence[Problem]:
    """What is wrong with a finding; none if it can be written."""
    wrong = []
    if found.criterion not in of.codes:
        wrong.append(Problem("criterion", f"'{found.criterion}' is not in {of.code}", ", ".join(of.codes)))
    if found.finding not in FINDINGS:
        wrong.append(Problem("finding", f"'{found.finding}' is no finding", ", ".join(FINDINGS)))
    if found.finding in (MET, NOT_MET) and not (found.passages_for or found.passages_against):
        wrong.append(
            Problem("passages", "a finding needs a passage", "cite one for or against, or say 'open'")
        )
    return wrong


def recognition(said: Recognition) -> Recognition:
    """The entry for a group's word with its id; AssessmentError for an unknown stance or a wrong date."""
    if said.stance not in STANCES:
        raise AssessmentError(f"'{said.stance}' is no stance: {', '.join(STANCES)}")
    if not said.group.strip():
        raise AssessmentError("a recognition names the group whose word it is")
    try:
        vague_date(said.date or "2020")
    except VocabError as wrong:
        raise AssessmentError(str(wrong)) from None
    parts = (said.mention_id, said.group, said.stance, said.recognised_as, said.date, said.criteria_set)
    return replace(said, id=content_id("g", *parts, said.passage_id, said.note))


def _content(one: Determination) -> tuple[object, ...]:
    cited = ",".join(one.passages_for), ",".join(one.passages_against)
    parts = (one.mention_id, one.criteria_set, one.criterion, one.finding, *cited, one.case, one.note)
    return (*parts, one.group) if one.group else parts
