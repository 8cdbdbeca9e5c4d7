"""Sets of criteria in words: rules, what counts as deprivation of liberty, what differs between two."""

from collections.abc import Iterator
from typing import Any

from tizim.assessments import (
    CriteriaSet,
    Rule,
    SetChange,
    holding_states,
    in_words,
    rule_words,
)
from tizim.cli.texts import say
from tizim.vocab import label

_RULES = {"any": "set_any", "all": "set_all"}
_LIBERTY = {"deprived": "set_deprived", "open": "set_open", "not_deprived": "set_not_deprived"}
_ANSWERS = {
    "deprived": "set_answer_deprived",
    "open": "set_answer_open",
    "not_deprived": "set_answer_not_deprived",
}
_CHANGES = {
    "title": "set_changed_title",
    "note": "set_changed_note",
    "publisher": "set_changed_publisher",
    "source_place": "set_changed_source_place",
    "source_date": "set_changed_source_date",
    "url": "set_changed_url",
    "compared": "set_changed_compared",
    "decided_by": "set_changed_decided_by",
    "decided_on": "set_changed_decided_on",
    "assessors": "set_changed_assessors",
    "liberty": "set_changed_liberty",
    "met": "set_changed_met",
    "unless": "set_changed_unless",
    "order": "set_changed_order",
    "ground_added": "set_ground_added",
    "ground_removed": "set_ground_removed",
    "ground_title": "set_changed_ground_title",
    "ground_text": "set_changed_ground_text",
    "ground_place": "set_changed_ground_place",
}


def rule_said(of: CriteriaSet, rule: Rule, language: str) -> str:
    """A rule of a set in words, its grounds by their titles."""
    named = {one.code: in_words(one.title, language)[0] for one in of.criteria}
    how = {way: say(key, language, parts="{parts}") for way, key in _RULES.items()}
    return rule_words(rule, lambda code: named.get(code, code), how)


def liberty_said(of: CriteriaSet, language: str) -> Iterator[str]:
    """What counts as deprivation of liberty, what is left open, what does not count; a line each."""
    for answer, key in _LIBERTY.items():
        states = [
            label("states", one, language)
            for one in holding_states()
            if of.liberty.get(one, "not_deprived") == answer and (one in of.liberty or one != "missing")
        ]
        if states:
            yield say(key, language, states="; ".join(states))


def change_said(one: SetChange, earlier: CriteriaSet, later: CriteriaSet, language: str) -> str:
    """A difference between two sets in a line."""
    if one.what in ("ground_added", "ground_removed"):
        ground = one.after or one.before
        return say(_CHANGES[one.what], language, of=f"{one.of} ({in_words(ground.title, language)[0]})")
    before, after = _said(one, one.before, earlier, language), _said(one, one.after, later, language)
    what = say(_CHANGES[one.what], language, of=_of(one, later, language))
    tongue = f" ({one.language})" if one.language else ""
    return f"{what}{tongue}: {before or '—'} → {after or '—'}"


def _of(one: SetChange, later: CriteriaSet, language: str) -> str:
    """What a difference is of: a state, or a ground by its name."""
    if one.what == "liberty":
        return label("states", one.of, language)
    titles = {each.code: in_words(each.title, language)[0] for each in later.criteria}
    return f"{one.of} ({titles[one.of]})" if one.of in titles else ""


def _said(one: SetChange, value: Any, of: CriteriaSet, language: str) -> str:
    if isinstance(value, Rule):
        return rule_said(of, value, language)
    if one.what == "liberty":
        return say(_ANSWERS[value], language)
    if isinstance(value, bool):
        return say("set_yes" if value else "set_no", language)
    return ", ".join(value) if isinstance(value, tuple) else str("" if value is None else value)
