"""What is met of a set of criteria, for a person, because of which passages, decided by whom."""

from tizim.assessments.adopting import adopted, brought_back, retired, wrong_with
from tizim.assessments.agreement import Agreement, agreement
from tizim.assessments.beside import Beside, side_by_side
from tizim.assessments.changes import SetChange, set_changes
from tizim.assessments.criteria import CriteriaSet, Criterion, SetSource, in_words
from tizim.assessments.criteria_text import (
    by_rule,
    criteria_data,
    criteria_from,
    criteria_text,
    holding_states,
    load_criteria,
    parse_criteria,
)
from tizim.assessments.determining import FINDINGS, Found, determination, problems_of, recognition
from tizim.assessments.entries import AdoptedSet, Determination, Recognition
from tizim.assessments.errors import AssessmentError
from tizim.assessments.outcome import Finding, Outcome, outcomes, whole_answer
from tizim.assessments.recognised import STANCES, recognitions, stances_possible
from tizim.assessments.rule import Rule, rule_of, rule_parts, rule_words
from tizim.assessments.sets import SETS, SHIPPED, OwnVersion, Sets
from tizim.assessments.sheet import Ground, Sheet, decisions_of, words_on
from tizim.assessments.shipped import criteria_set, known_sets, learn_sets, shipped_sets
from tizim.assessments.title import Title, title

__all__ = [
    "FINDINGS",
    "SETS",
    "SHIPPED",
    "STANCES",
    "AdoptedSet",
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
    "OwnVersion",
    "Recognition",
    "Rule",
    "SetChange",
    "SetSource",
    "Sets",
    "Sheet",
    "Title",
    "adopted",
    "agreement",
    "brought_back",
    "by_rule",
    "criteria_data",
    "criteria_from",
    "criteria_set",
    "criteria_text",
    "decisions_of",
    "determination",
    "holding_states",
    "in_words",
    "known_sets",
    "learn_sets",
    "load_criteria",
    "outcomes",
    "parse_criteria",
    "problems_of",
    "recognition",
    "recognitions",
    "retired",
    "rule_of",
    "rule_parts",
    "rule_words",
    "set_changes",
    "shipped_sets",
    "side_by_side",
    "stances_possible",
    "title",
    "whole_answer",
    "words_on",
    "wrong_with",
]
