"""The rules by which states follow one another, read from ``data/rules.yml``."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from tizim.vocab import Duration, duration

_DAY = duration("P1D")


@dataclass(frozen=True, slots=True)
class Rule:
    """What is known about one state: what it replaces and how far a report of it reaches."""

    rank: int
    replaces: frozenset[str]
    holds_for: Duration
    served_after_term: bool
    credits_custody: bool


_UNKNOWN = Rule(2, frozenset(), _DAY, False, False)


@cache
def rules() -> dict[str, Rule]:
    """The rule of every state, by its code."""
    text = files("tizim.timelines").joinpath("data/rules.yml").read_text(encoding="utf-8")
    return {code: _rule(entry) for code, entry in yaml.load(text, Loader=yaml.CSafeLoader).items()}


def rule(state: str) -> Rule:
    """The rule of a state; a state without one holds for a day and replaces nothing."""
    return rules().get(state, _UNKNOWN)


def _rule(entry: dict[str, object]) -> Rule:
    replaces = entry["replaces"]
    assert isinstance(replaces, list)
    return Rule(
        rank=int(str(entry["rank"])),
        replaces=frozenset(replaces),
        holds_for=duration(str(entry["holds_for"])),
        served_after_term=entry["after_term"] == "no",
        credits_custody=entry.get("credit") == "yes",
    )
