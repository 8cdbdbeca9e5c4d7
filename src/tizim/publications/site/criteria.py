"""The criteria behind a list in words: where they are written, when they are met, what counts as held."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tizim.assessments import holding_states, in_words, rule_of, rule_words
from tizim.publications.content import Pairs, ToldSet
from tizim.publications.site.words import Words

_ANSWERS = ("deprived", "open", "not_deprived")


@dataclass(frozen=True, slots=True)
class SaidSet:
    """A set in the words of one language: its heading, a line each, and the grounds as rows."""

    heading: str
    lines: Sequence[str]
    grounds: Sequence[tuple[str, str, str]]


def said_set(of: ToldSet | None, words: Words) -> SaidSet | None:
    """The set that an edition prints, in words; None where it prints none."""
    if of is None:
        return None
    version = of.name.rpartition("/")[2]
    heading = words.say("criteria_title", title=_in(of.title, words), version=version)
    rows = [(_in(one.title, words), _in(one.text, words), _in(one.place, words)) for one in of.grounds]
    return SaidSet(heading, [*_lines(of, words)], rows)


def _lines(of: ToldSet, words: Words) -> Sequence[str]:
    parts = (_in(of.publisher, words), words.vague(of.date) if of.date else "", _in(of.place, words), of.url)
    source = ", ".join(filter(None, parts))
    decided = words.say("criteria_decided", day=words.vague(of.decided_on)) if of.decided_on else ""
    key = "criteria_assessors" if of.confirmed else "criteria_one_assessor"
    return tuple(
        filter(
            None,
            (
                words.say("criteria_source", source=source) if source else "",
                decided,
                *_rules(of, words),
                *_liberty(dict(of.liberty), words),
                words.say(key, n=of.assessors),
                words.say("criteria_own_words") if source else "",
            ),
        )
    )


def _rules(of: ToldSet, words: Words) -> Sequence[str]:
    named = {one.code: _in(one.title, words) for one in of.grounds}
    how = {one: words.say(f"criteria_{one}", parts="{parts}") for one in ("any", "all")}

    def told(key: str, parts: tuple[object, ...]) -> str:
        return words.say(key, rule=rule_words(rule_of(parts), named.__getitem__, how)) if parts else ""

    return told("criteria_met", of.met), told("criteria_unless", of.unless)


def _liberty(said: Mapping[str, str], words: Words) -> Sequence[str]:
    """What counts as deprivation of liberty, is left open, does not count; a state not named does not."""
    states = [one for one in holding_states() if one in said or one != "missing"]
    by_answer = {
        answer: [words.label("states", one) for one in states if said.get(one, "not_deprived") == answer]
        for answer in _ANSWERS
    }
    told = ((answer, "; ".join(named)) for answer, named in by_answer.items() if named)
    return [words.say(f"criteria_{answer}", states=named) for answer, named in told]


def _in(said: Pairs, words: Words) -> str:
    return in_words(dict(said), words.language)[0]
