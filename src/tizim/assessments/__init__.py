"""What is met of a set of criteria, for a person, because of which passages, decided by whom."""

from tizim.assessments.agreement import Agreement, agreement
from tizim.assessments.beside import Beside, side_by_side
from tizim.assessments.criteria import (
    CriteriaSet,
    Criterion,
    criteria_set,
    in_words,
    known_sets,
    learn_sets,
    load_criteria,
    parse_criteria,
    shipped_sets,
)
from tizim.assessments.determining import FINDINGS, Found, determination, problems_of, recognition
from tizim.assessments.entries import Determination, Recognition
from tizim.assessments.errors import AssessmentError
from tizim.assessments.outcome import Finding, Outcome, outcomes, whole_answer
from tizim.assessments.recognised import STANCES, recognitions, stances_possible
from tizim.assessments.sheet import Ground, Sheet, decisions_of, words_on
from tizim.assessments.title import Title, title

__all__ = [
    "FINDINGS",
    "STANCES",
    "Agreement",
    "AssessmentError",
    "Beside",
    "CriteriaSet",
    "Criterion",
    "Determination",
    "Finding",
    "Found",
    "Ground",
    "Outcome",
    "Recognition",
    "Sheet",
    "Title",
    "agreement",
    "criteria_set",
    "decisions_of",
    "determination",
    "in_words",
    "known_sets",
    "learn_sets",
    "load_criteria",
    "outcomes",
    "parse_criteria",
    "problems_of",
    "recognition",
    "recognitions",
    "shipped_sets",
    "side_by_side",
    "stances_possible",
    "title",
    "whole_answer",
    "words_on",
]
