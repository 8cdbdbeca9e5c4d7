"""What is wrong with a claim, all of it at once. No problem ever repeats a name."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from tizim import Problem, TizimError
from tizim.claims.claim import Claim
from tizim.claims.errors import ClaimsError
from tizim.claims.flat import OFFICIALS
from tizim.vocab import article, outcome, table, vague_date

_CODES = (
    ("act", "acts"),
    ("role", "roles"),
    ("case_kind", "case_kinds"),
    ("level", "levels"),
    ("certainty", "certainties"),
    ("counting_unit", "counting_units"),
    ("status", "statuses"),
)
_SUBJECTS = ("person", "group", "organisation")
_OLDEST = 130
_FIELDS = tuple(name for name in Claim.field_names() if name not in ("recorded_at", "recorded_by"))


def problems_of(claim: Claim, where: str | None = None) -> tuple[Problem, ...]:
    """Everything that keeps the claim from being written; ``where`` is its id unless a row is named.

    A code that is not in its vocabulary is refused with the nearest known ones named. A perpetrator's or
    a suspect's case is ``against_official``; where it is persecution all the same, the note says why.
    """
    place = where or claim.id
    return tuple(problem for check in _CHECKS for problem in check(claim, place))


def _texts(claim: Claim, where: str) -> Iterator[Problem]:
    for name in _FIELDS:
        value = getattr(claim, name)
        if isinstance(value, str) and value.strip() != value:
            yield _problem(where, name, "has blanks at its edge.", "Leave them out.")
        elif value == "":
            yield _problem(where, name, "is empty.", "Leave it out where it is unknown.")


def _subject(claim: Claim, where: str) -> Iterator[Problem]:
    given = [name for name in _SUBJECTS if getattr(claim, name) is not None]
    if not given:
        yield _problem(where, "subject", "nobody is named.", "Give one of person, group, org.")
    elif len(given) > 1:
        hint = "Write one claim for each."
        yield _problem(where, "subject", f"{' and '.join(given)} are given, a claim has one subject.", hint)


def _codes(claim: Claim, where: str) -> Iterator[Problem]:
    for name, vocabulary in _CODES:
        code = getattr(claim, name)
        if code is not None:
            yield from _unknown(vocabulary, code, f"{where}, {name}")
    if claim.act == "other" and not claim.act_detail:
        yield _problem(where, "act_detail", "is missing.", "With act `other` say in words what was done.")


def _unknown(vocabulary: str, code: str, where: str) -> Iterator[Problem]:
    if code not in table(vocabulary):
        yield Problem(where, *_refused(vocabulary, code))


@lru_cache(maxsize=4096)
def _refused(vocabulary: str, code: str) -> tuple[str, str]:
    """Why a code is refused and which are near; looking for near ones is slow, and mistakes repeat."""
    if " " in code and code.istitle():
        return table(vocabulary).refusal(code), "It looks like a name: perhaps the columns are shifted."
    return table(vocabulary).refusal(code), table(vocabulary).advice(code)


def _perpetrators(claim: Claim, where: str) -> Iterator[Problem]:
    for place, (name, degree, kind) in enumerate(claim.perpetrators, 1):
        here = f"{where}, perpetrators {place}"
        if not name.strip():
            yield Problem(here, "has no name.", "Write `unknown` if the source knows no more.")
        if (name.strip(), degree.strip(), kind.strip()) != (name, degree, kind):
            yield Problem(here, "has blanks at an edge.", "Leave them out.")
        if degree:
            yield from _unknown("degrees_of_involvement", degree, here)
        if kind:
            yield from _unknown("perpetrator_types", kind, here)


def _counts(claim: Claim, where: str) -> Iterator[Problem]:
    low, high = claim.count_min, claim.count_max
    for name, count in (("count_min", low), ("count_max", high)):
        if count is not None and count < 0:
            yield _problem(where, name, "is negative.", "Counts begin at 0.")
    if low is not None and high is not None and low > high:
        hint = "`At least` fills count_min alone, `at most` count_max alone, an exact number both."
        yield _problem(where, "count_max", "is below count_min.", hint)
    if (low is not None or high is not None) and claim.person is not None:
        yield _problem(
            where, "count_min", "counts, but the subject is one person.", "Counts belong to groups."
        )
    if claim.level == "figure" and claim.person is not None:
        yield _problem(where, "level", "`figure` is a counted group.", "Write event, status or practice.")


def _readings(claim: Claim, where: str) -> Iterator[Problem]:
    for name, text in (("date", claim.date), ("status_as_of", claim.status_as_of)):
        yield from _refusal(vague_date, text, f"{where}, {name}")
    yield from _refusal(outcome, claim.outcome, f"{where}, outcome")
    for place, text in enumerate(claim.articles, 1):
        yield from _refusal(_article, text, f"{where}, article {place}")


def _article(text: str) -> None:
    """Refuses in words of its own: a short name and an article look alike, so the text is never repeated."""
    try:
        article(text)
    except TizimError:
        hint = "Write country, book, number and part, one article at a time: KZ-CC 405(2), RU-CC 280.3."
        raise ClaimsError(f"is no reference to an article. {hint}") from None


def _refusal(reader: Callable[[str], Any], text: str | None, where: str) -> Iterator[Problem]:
    if text is not None and (wrong := _wrong(reader, text)):
        yield Problem(where, wrong)


@lru_cache(maxsize=65536)
def _wrong(reader: Callable[[str], Any], text: str) -> str:
    try:
        reader(text)
    except TizimError as refused:
        return str(refused)
    return ""


def _states(claim: Claim, where: str) -> Iterator[Problem]:
    if claim.status is not None and claim.status_as_of is None and claim.date is None:
        hint = "Give status_as_of: the day the source reports the state for."
        yield _problem(where, "status", "has no day.", hint)
    if claim.role in OFFICIALS and claim.case_kind == "persecution" and not claim.note:
        hint = "Write `against_official`, or say in note why it is persecution all the same."
        yield _problem(where, "case_kind", f"is persecution, but the role is {claim.role}.", hint)
    if claim.age is not None and not 0 <= claim.age <= _OLDEST:
        yield _problem(where, "age", "is no age in years.", "Leave it out where it is unknown.")


def _alleged(claim: Claim, where: str) -> Iterator[Problem]:
    """What the authorities allege stands with an act of theirs that accuses, in a case of persecution."""
    if claim.alleged_organisation is None:
        return
    name, acts = "alleged_organisation", table("acts")
    if claim.act in acts and acts.term(claim.act).attributes.get("accuses") != "yes":
        hint = "Only an accusation, a charge or a verdict alleges it."
        yield _problem(where, name, f"stands with `{claim.act}`, which accuses nobody.", hint)
    if claim.organisation is not None or claim.case_kind != "persecution":
        hint = "Leave it out."
        yield _problem(where, name, "is alleged of people in cases of persecution alone.", hint)


def _problem(where: str, name: str, what: str, hint: str) -> Problem:
    return Problem(f"{where}, {name}", what, hint)


_CHECKS = (_texts, _subject, _codes, _perpetrators, _counts, _readings, _states, _alleged)
