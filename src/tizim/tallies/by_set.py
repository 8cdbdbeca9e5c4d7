"""The two lists that follow from a group's own set of criteria, in each version of it.

``political-prisoners-by-OURS-2`` counts whoever meets the set and is deprived of liberty by its own rule,
``politically-persecuted-by-OURS-2`` whoever meets it and is under a measure that is none. They are made from
the set, so that nothing is said twice in different words; a group that wants other classes writes a
definition of its own.
"""

import re
from importlib.resources import files
from typing import Any

import yaml

from tizim.assessments import (
    SHIPPED,
    AssessmentError,
    CriteriaSet,
    Sets,
    by_rule,
    criteria_data,
    holding_states,
)
from tizim.tallies.definition import Definition, definition, definition_text, every_shipped, parse_definition
from tizim.tallies.errors import TallyError
from tizim.vocab import table

_PRISONERS, _PERSECUTED = "political-prisoners", "politically-persecuted"
_NAME = re.compile(rf"({_PRISONERS}|{_PERSECUTED})-by-([A-Za-z0-9][A-Za-z0-9_-]*)-([1-9][0-9]*)")
_LANGUAGES = ("en", "ru", "kk")
_DEPRIVED, _OPEN = "deprived", "open"
_WIDER, _UNKNOWN = "in-custody", "missing"
"""The list on which every prisoner is; the state of which nobody knows whether it is a measure at all."""


def names_known(sets: Sets) -> list[str]:
    """The names of the definitions that ship, then of those by the standing versions of own sets."""
    return [*every_shipped(), *(name for of in sets.standing_own() for name in names_by(of))]


def names_by(of: CriteriaSet) -> tuple[str, ...]:
    """The names of the two lists by a set; nobody is a prisoner by one that counts no state as such."""
    kinds = (_PRISONERS, _PERSECUTED) if of.depriving else (_PERSECUTED,)
    return tuple(f"{kind}-by-{of.code}-{of.version}" for kind in kinds)


def definition_known(name: str, sets: Sets = SHIPPED) -> Definition:
    """The definition of that name: one that ships, or one by a set; TallyError for any other."""
    if not _NAME.fullmatch(name):
        return definition(name)
    return parse_definition(text_known(name, sets), where=name, sets=sets)


def text_known(name: str, sets: Sets = SHIPPED) -> str:
    """The YAML text of such a definition."""
    asked = _NAME.fullmatch(name)
    if not asked:
        return definition_text(name)
    kind, code, version = asked.groups()
    try:
        of = sets.named(f"{code}/{version}")
    except AssessmentError as wrong:
        raise TallyError(f"{name}: {wrong}") from None
    told = _prisoners(of, name) if kind == _PRISONERS else _persecuted(of, name)
    return str(yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=110))


def with_set_written_out(text: str, of: Definition) -> str:
    """The text of a definition with its set of criteria written out: no register is needed to read it."""
    if of.wish is None or of.wish.criteria is None:
        return text
    raw = yaml.load(text, Loader=yaml.CSafeLoader)
    raw["assessed"] = {**raw["assessed"], "criteria": criteria_data(of.wish.criteria)}
    return str(yaml.safe_dump(raw, allow_unicode=True, sort_keys=False, width=110))


def _prisoners(of: CriteriaSet, name: str) -> dict[str, Any]:
    """Everybody in a state that the set counts as deprivation of liberty; perhaps, where open."""
    states = [one for one in table("states").codes if one in of.depriving]
    if not states:
        raise TallyError(f"{name}: {of.name} counts no state as deprivation of liberty")
    classes = {
        one: _class(one, "political_prisoner", is_doubtful=of.liberty[one] == _OPEN)
        for one in sorted(states, key=lambda one: of.liberty[one] != _DEPRIVED)
    }
    held = {state for one in definition(_WIDER).classes for state in one.states}
    told = {**_head(of, name, _PRISONERS), "assessed": _wish(of), "classes": classes}
    return {**told, "within": _WIDER} if held.issuperset(states) else told


def _persecuted(of: CriteriaSet, name: str) -> dict[str, Any]:
    """Everybody under a measure or penalty that the set does not count as deprivation of liberty."""
    like = [state for one in definition(_PERSECUTED).classes for state in sorted(one.states)]
    beside = [one for one in holding_states() if one not in of.depriving]
    beside = [one for one in beside if one != _UNKNOWN or one in of.liberty]
    classes = {one: _class(one, "politically_persecuted") for one in (*beside, *like)}
    return {**_head(of, name, _PERSECUTED), "assessed": _wish(of), "classes": classes}


def _head(of: CriteriaSet, name: str, kind: str) -> dict[str, Any]:
    words = _words()[kind]
    called = {one: of.title.get(one) or of.code for one in _LANGUAGES}
    return {
        "name": name, "version": 1,
        "title": {one: words["title"][one].format(set=called[one], version=of.version) for one in _LANGUAGES},
        "note": {one: words["note"][one].format(set=called[one], version=of.version, n=of.assessors).strip()
                 for one in _LANGUAGES},
        "counting_unit": "individual",
    }  # fmt: skip


def _wish(of: CriteriaSet) -> dict[str, Any]:
    rules = {one: of.liberty.get(one, "not_deprived") for one in by_rule()}
    return {"criteria": of.name, "confirmed": True, "liberty": rules}


def _class(state: str, called: str, *, is_doubtful: bool = False) -> dict[str, Any]:
    labels = table("states").term(state).labels
    told = {"title": {one: labels[one] for one in _LANGUAGES}, "states": [state], "called": called}
    return {**told, "doubtful": True} if is_doubtful else told


def _words() -> dict[str, Any]:
    text = files("tizim.tallies").joinpath("data", "words", "by_set.yml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found
