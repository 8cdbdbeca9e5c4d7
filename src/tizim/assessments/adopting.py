"""A group's own set of criteria written into the register, version by version; retired, and brought back."""

from dataclasses import replace

from tizim.assessments.criteria import CriteriaSet
from tizim.assessments.criteria_text import CODE, criteria_text, parse_criteria
from tizim.assessments.entries import AdoptedSet
from tizim.assessments.errors import AssessmentError
from tizim.assessments.sets import OwnVersion, Sets
from tizim.assessments.shipped import shipped_sets
from tizim.ledger import Withdrawal, content_id

MOST_GROUNDS, MOST_LETTERS = 40, 60_000
_WRONG = {
    "ships": "{code} ships with tizim; give a set of your own another code",
    "no_grounds": "{code}: a set has at least one ground",
    "too_large": f"{{code}}: a set has {MOST_GROUNDS} grounds and {MOST_LETTERS} letters at most",
    "code_of_ground": "{code}: the code of a ground has Latin letters, digits, '-' and '_' alone",
    "other_words": "{name} stands already and says something else; a change is a new version, from {next} on",
    "old_version": "{name}: version {last} stands already; the next is {next}",
    "nothing_new": "{name} says the same as version {last}; nothing is to be written",
}


def wrong_with(of: CriteriaSet, sets: Sets) -> str | None:
    """Why the set may not be written: a code of what is wrong, or nothing.

    ``ships``, ``no_grounds``, ``too_large``, ``code_of_ground``, ``other_words`` (of the same version),
    ``old_version``, ``nothing_new`` (since the version before).
    """
    own = _wrong_in_itself(of)
    if own:
        return own
    versions = sets.versions(of.code)
    if not versions or of.name in sets.own:
        same = not versions or criteria_text(sets.own[of.name].of) == criteria_text(of)
        return None if same else "other_words"
    last = versions[-1].of
    if of.version < last.version:
        return "old_version"
    return "nothing_new" if criteria_text(replace(of, version=last.version)) == criteria_text(last) else None


def _wrong_in_itself(of: CriteriaSet) -> str | None:
    if of.code in shipped_sets():
        return "ships"
    if not of.criteria:
        return "no_grounds"
    if len(of.criteria) > MOST_GROUNDS or len(criteria_text(of)) > MOST_LETTERS:
        return "too_large"
    return None if all(map(CODE.fullmatch, of.codes)) else "code_of_ground"


def adopted(of: CriteriaSet, sets: Sets, note: str | None = None) -> AdoptedSet | None:
    """The entry for a version of a group's own set; None where this version stands with these very words.

    AssessmentError for what ``wrong_with`` names. The id comes from the code and the version, so that no two
    entries of a register are one version.
    """
    wrong = wrong_with(of, sets)
    if wrong:
        versions = sets.versions(of.code)
        last = versions[-1].of.version if versions else 0
        raise AssessmentError(_WRONG[wrong].format(code=of.code, name=of.name, last=last, next=last + 1))
    if of.name in sets.own:
        return None
    known, wording = content_id("o", of.code, of.version), criteria_text(of)
    if parse_criteria(wording, where=of.name) != of:
        raise AssessmentError(f"{of.name}: the set would not be read again as it is")
    return AdoptedSet(id=known, code=of.code, version=of.version, wording=wording, note=note or None)


def retired(of: OwnVersion, reason: str) -> Withdrawal:
    """The entry that retires a version; AssessmentError without a reason, or where it is retired already."""
    if of.retired:
        raise AssessmentError(f"{of.of.name} is retired already")
    if not reason.strip():
        raise AssessmentError(f"{of.of.name}: whoever retires a set says why")
    known = content_id("w", "retired", of.entry.id, of.times)
    return Withdrawal(id=known, corrects=of.entry.id, reason=reason.strip())


def brought_back(of: OwnVersion, reason: str) -> Withdrawal:
    """The entry that offers a retired version again."""
    if not of.retired:
        raise AssessmentError(f"{of.of.name} is not retired")
    return Withdrawal(
        id=content_id("w", "back", of.retired.id), corrects=of.retired.id, reason=reason.strip()
    )
