"""From claims to marks: what one claim says about the states of a person, and when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from tizim.claims import Claim, day_of_act
from tizim.timelines.rules import rule
from tizim.vocab import Days, Duration, OutcomePart, VagueDate, outcome, table, vague_date

OPENS, HOLDS, ENDS = "opens", "holds", "ends"
# A penalty was made milder: a term told for that day takes the place of a longer one.
LESSENS = "lessens"
# What is told without a day: it settles nothing, and it may have happened by the day of its document.
MAY_OPEN, MAY_END = "may_open", "may_end"


class Gist(NamedTuple):
    """What is kept of a claim where only states are told from it."""

    id: str
    act: str
    articles: tuple[str, ...] = ()
    offence: str | None = None
    place: str | None = None
    outcome: str | None = None


class Mark(NamedTuple):
    """One state opened, reported as holding, or ended, by one claim; or perhaps, if it tells no day.

    ``days`` are the possible days of the opening or ending, or of the report. ``states`` of an ending
    are the states that it ends (``all`` ends every custody and measure). ``until`` is an end that the
    claim itself states, ``told`` the day of the document (its original's, if it is a reprint).
    """

    claim: Claim | Gist
    what: str
    state: str
    days: Days
    sure: bool
    root: str
    told: date | None = None
    until: Days | None = None
    term: Duration | None = None
    longest: Duration | None = None
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim's document stands: its original (itself, unless a reprint) and that one's day."""

    root: str
    day: date | None


def marks_of(claim: Claim, origins: Mapping[str, Origin]) -> tuple[Mark, ...]:
    """What the claim says about states, surely or without a day; empty where it says nothing."""
    origin = origins.get(claim.document_id, Origin(claim.document_id, None))
    parts = outcome(claim.outcome) if claim.outcome else ()
    if any(_penalty_attributes(part.kind).get("undoes") for part in parts):
        return ()
    sure = _is_sure(claim.certainty)
    told = [
        Mark(claim, what, "", days, sure, origin.root, origin.day, until)
        for what, days, until in _moments(claim, origin)
    ]
    if told:
        milder = any(part.kind == "reduced" for part in parts)
        lessened = [mark._replace(what=LESSENS) for mark in told if milder and mark.what == OPENS]
        return (*lessened, *(found for mark in told for found in _all_states(mark, parts)))
    by_then = Mark(claim, OPENS, "", Days(None, origin.day), False, origin.root, origin.day)
    return _without_a_day(_all_states(by_then, parts))


def act_days(claim: Claim, origins: Mapping[str, Origin]) -> Days:
    """The possible days of the act; an undated act took place by the day of its document."""
    if day := day_of_act(claim):
        return vague_date(day).days
    if claim.status_as_of and claim.level == "status":
        return Days(None, vague_date(claim.status_as_of).begin.last)
    origin = origins.get(claim.document_id)
    return Days(None, origin.day if origin else None)


def _moments(claim: Claim, origin: Origin) -> tuple[tuple[str, Days, Days | None], ...]:
    """When the claim opens a state, when it reports it as holding; each with a stated end.

    A state told as of a day had begun by then; so had a death, which is told with or without a day.
    """
    reported = _reported(claim, origin)
    if day := day_of_act(claim):
        vague = vague_date(day)
        if claim.level != "status" or vague.begin.first:
            opened = (_opening(claim, vague),)
            return (*opened, *reported) if claim.level == "status" else opened
    if _attributes(claim.act).get("state") == "dead":
        return ((OPENS, Days(None, reported[0][1].last if reported else origin.day), None),)
    return reported


def _opening(claim: Claim, vague: VagueDate) -> tuple[str, Days, Days | None]:
    """A state over an interval begins and ends with it; what ends states happened on one of its days."""
    attributes = _attributes(claim.act)
    if "ends" in attributes and attributes.get("state") in (None, "dead", "convicted"):
        return OPENS, vague.days, None
    return OPENS, vague.begin, vague.end if vague.end != vague.begin and vague.end.last else None


def _reported(claim: Claim, origin: Origin) -> tuple[tuple[str, Days, Days | None], ...]:
    if not claim.status_as_of:
        return ()
    return ((HOLDS, _report_day(vague_date(claim.status_as_of).begin, origin), None),)


def _report_day(days: Days, origin: Origin) -> Days:
    """A reprint confirms nothing: what it reports holds on the day of the original at the latest."""
    if origin.day and days.last and origin.day < days.last:
        return Days(min(days.first or origin.day, origin.day), origin.day)
    return days


@cache
def _is_sure(certainty: str) -> bool:
    return table("certainties").term(certainty).attributes.get("sure") in (True, "yes")


@cache
def _attributes(act: str) -> Mapping[str, Any]:
    return table("acts").term(act).attributes


def _all_states(mark: Mark, parts: tuple[OutcomePart, ...]) -> tuple[Mark, ...]:
    if any(part.kind == "in_absentia" for part in parts):
        return _states(mark, parts)
    return (*_states(mark, parts), *_penalties(mark, parts))


def _without_a_day(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """What an act without a day may have opened and may have ended by the day of its document.

    Who is held by it was not let go by it, and a case that goes on by it did not end by it.
    """
    opened = [mark._replace(what=MAY_OPEN) for mark in marks if mark.what == OPENS]
    ends = {code for mark in marks if mark.what == ENDS for code in mark.ends}
    ends = ends.union(*(rule(mark.state).replaces for mark in opened))
    for kept in (is_held, _goes_on):
        if any(kept(mark.state) for mark in opened):
            ends = {code for code in ends if not kept(code)}
    if not ends:
        return tuple(opened)
    return (
        *opened,
        marks[0]._replace(what=MAY_END, state="", term=None, longest=None, ends=tuple(sorted(ends))),
    )


@cache
def is_held(state: str) -> bool:
    """Whether somebody in this state is deprived of liberty, by all or by some definitions."""
    return table("states").term(state).attributes.get("deprives_of_liberty") in (True, "yes", "rule")


@cache
def is_sentence(state: str) -> bool:
    """Whether somebody in this state serves a sentence."""
    return table("states").term(state).attributes.get("group") == "sentence"


def _goes_on(state: str) -> bool:
    return state != "convicted" and table("states").term(state).attributes.get("group") == "proceedings"


def _states(mark: Mark, parts: tuple[OutcomePart, ...]) -> tuple[Mark, ...]:
    """The state that the act opens, and those that it ends beyond what that state replaces."""
    attributes = _attributes(mark.claim.act)
    state, ends = attributes.get("state"), attributes.get("ends")
    marks = []
    if state:
        term = next((part for part in parts if part.duration), None) if state != "convicted" else None
        lasts = (term.duration, term.longest) if term else (None, None)
        marks.append(mark._replace(state=state, term=lasts[0], longest=lasts[1]))
    if ends and (ends == "all" or state is None or (state == "convicted" and mark.what == OPENS)):
        marks.append(_ending(mark, ends))
    return tuple(marks)


def _ending(mark: Mark, ends: object) -> Mark:
    """What is no more as of a day had ended by that day."""
    days = Days(None, mark.days.last) if mark.what == HOLDS else mark.days
    return mark._replace(what=ENDS, days=days, ends=_codes(ends))


def _penalties(mark: Mark, parts: tuple[OutcomePart, ...]) -> tuple[Mark, ...]:
    own = _attributes(mark.claim.act).get("state")
    return tuple(found for part in parts for found in _penalty(mark, part, own))


def _penalty(mark: Mark, part: OutcomePart, own: object) -> tuple[Mark, ...]:
    if part.kind == "converted_from":
        state = _penalty_attributes(str(part.of)).get("state")
        return (_ending(mark, state),) if state else ()
    attributes = _penalty_attributes(part.kind)
    marks = []
    if attributes.get("ends"):
        marks.append(_ending(mark, attributes["ends"]))
    if attributes.get("state") and attributes["state"] != own:
        state = attributes["state"]
        marks.append(mark._replace(state=state, term=part.duration, longest=part.longest))
    return tuple(marks)


@cache
def _penalty_attributes(kind: str) -> Mapping[str, Any]:
    return table("penalties").term(kind).attributes


def _codes(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, (list, tuple)) else (str(value),)
