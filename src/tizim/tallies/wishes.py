"""What a definition asks of assessments, read from YAML; whom it may call a political prisoner."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from tizim.assessments import AssessmentError, CriteriaSet, Sets, criteria_from
from tizim.tallies.assessed import Wish
from tizim.tallies.errors import TallyError
from tizim.vocab import table

PRISONER, PERSECUTED = "political_prisoner", "politically_persecuted"
CALLED = (PRISONER, PERSECUTED)
DEPRIVED, NOT_DEPRIVED, OPEN = "deprived", "not_deprived", "open"
_ASSESSED = frozenset(("criteria", "confirmed", "group", "liberty"))
_RECOGNISED = frozenset(("by",))


def read_wish(raw: Mapping[str, Any], where: str, sets: Sets) -> Wish | None:
    """What ``assessed`` and ``recognised`` ask for, by one of the sets; nothing if neither is there."""
    assessed, recognised = raw.get("assessed"), raw.get("recognised")
    if assessed is None and recognised is None:
        return None
    asked = _keys(assessed or {}, _ASSESSED, f"{where}, assessed")
    by = _keys(recognised or {}, _RECOGNISED, f"{where}, recognised").get("by")
    if assessed is not None and not asked.get("criteria"):
        raise TallyError(f"{where}, assessed: name the criteria, as in criteria: PACE-1900-2012/1")
    if recognised is not None and not by:
        raise TallyError(f"{where}, recognised: name the group, as in by: Group")
    confirmed = asked.get("confirmed", True)
    if not isinstance(confirmed, bool):
        raise TallyError(f"{where}, assessed: confirmed is true or false")
    group = str(asked["group"]) if asked.get("group") else None
    return Wish(_criteria(asked.get("criteria"), where, sets), confirmed, group, str(by) if by else None)


def check_called(
    raw: Mapping[str, Any], classes: Iterable[tuple[str, str | None, Iterable[str], bool]], where: str
) -> None:
    """TallyError where a class calls somebody a political prisoner who may not be deprived of liberty.

    ``classes`` are code, what whoever is in it is called, states, and whether it counts in "at most" only. Of
    states that some count and others do not (``rule`` in the vocabulary) the definition itself must say.
    """
    assessed = isinstance(raw.get("assessed"), dict)
    liberty = _liberty(raw["assessed"].get("liberty") or {}, where) if assessed else {}
    for code, called, states, doubtful in classes:
        place = f"{where}, class {code}"
        if called not in (None, *CALLED) or (called and not assessed):
            raise TallyError(
                f"{place}: called is {' or '.join(CALLED)}, in a definition that asks for criteria"
            )
        if assessed and called is None:
            raise TallyError(f"{place}: say whether whoever is in it is called {' or '.join(CALLED)}")
        if called == PRISONER:
            _check_prisoner(tuple(states), liberty, place, doubtful=doubtful)


def _check_prisoner(
    states: tuple[str, ...], liberty: Mapping[str, str], place: str, *, doubtful: bool
) -> None:
    if not states:
        raise TallyError(f"{place}: a political prisoner is deprived of liberty on the day; name states")
    for state in states:
        said = table("states").term(state).attributes.get("deprives_of_liberty")
        rule = {"yes": DEPRIVED, "True": DEPRIVED, "rule": liberty.get(state, "")}.get(
            str(said), NOT_DEPRIVED
        )
        if not rule:
            raise TallyError(f"{place}: some count {state} as deprivation of liberty; say it under 'liberty'")
        if rule == NOT_DEPRIVED:
            raise TallyError(f"{place}: {state} is no deprivation of liberty: called {PERSECUTED}")
        if rule == OPEN and not doubtful:
            raise TallyError(f"{place}: {state} is left open; the class is doubtful: true")


def _criteria(raw: object, where: str, sets: Sets) -> CriteriaSet | None:
    """A set that is known, by its name with the version; or one that is written out."""
    if raw is None:
        return None
    try:
        if isinstance(raw, dict):
            return criteria_from(raw, f"{where}, criteria")
        return sets.named(str(raw))
    except AssessmentError as wrong:
        raise TallyError(f"{where}: {wrong}") from None


def _liberty(raw: object, where: str) -> Mapping[str, str]:
    said = _keys(raw, frozenset(table("states").codes), f"{where}, liberty")
    for state, rule in said.items():
        if rule not in (DEPRIVED, NOT_DEPRIVED, OPEN):
            raise TallyError(f"{where}: liberty of {state} is deprived, not_deprived or open")
    return said


def _keys(raw: object, known: frozenset[str], where: str) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise TallyError(f"{where}: name one of {', '.join(sorted(known)[:8])}")
    for key in raw:
        if key not in known:
            near = get_close_matches(str(key), sorted(known), 1) or sorted(known)
            raise TallyError(f"{where}: unknown key '{key}'; did you mean {', '.join(near)}?")
    return raw
