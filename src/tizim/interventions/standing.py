"""What was asked up to a day, with what had come back by then, or silence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tizim.interventions.entries import Intervention, Response
from tizim.ledger import Entry
from tizim.vocab import table, vague_date

ANSWERED, RECEIVED, SILENT, OVERDUE, NONE_DUE = "answered", "received", "silent", "overdue", "none_due"
STATES = (OVERDUE, SILENT, RECEIVED, ANSWERED, NONE_DUE)


@dataclass(frozen=True, slots=True)
class Standing:
    """One intervention as of a day, and the responses that had come, the earliest first.

    ``state`` is ``answered``; ``received`` (a receipt, a promise, a question: the asker still waits);
    ``silent``; ``overdue`` (silent or merely received, and the day on which an answer was due has passed);
    ``none_due`` where nobody was asked for an answer and none came.
    """

    intervention: Intervention
    responses: tuple[Response, ...]
    state: str


def standing_on(entries: Iterable[Entry], *, as_of: date) -> tuple[Standing, ...]:
    """Every intervention in force that was sent or said by the day, in the order of their days."""
    known = list(entries)
    asked = [one for one in known if isinstance(one, Intervention) and _by(one.date, as_of)]
    came = [one for one in known if isinstance(one, Response) and _by(one.date, as_of)]
    found = (_standing(one, [a for a in came if a.intervention_id == one.id], as_of) for one in asked)
    return tuple(sorted(found, key=lambda one: (one.intervention.date or "", one.intervention.id)))


def _standing(one: Intervention, came: list[Response], as_of: date) -> Standing:
    responses = tuple(sorted(came, key=lambda each: (each.date or "", each.id)))
    return Standing(one, responses, _state(one, responses, as_of))


def _state(one: Intervention, responses: tuple[Response, ...], as_of: date) -> str:
    kinds, answers = table("intervention_kinds"), table("response_kinds")
    if any(answers.term(each.response_kind).attributes.get("answers") == "yes" for each in responses):
        return ANSWERED
    due = vague_date(one.due).days.last if one.due else None
    if due and due < as_of:
        return OVERDUE
    if responses:
        return RECEIVED
    return SILENT if kinds.term(one.intervention_kind).attributes.get("awaits") == "yes" else NONE_DUE


def _by(day: str | None, as_of: date) -> bool:
    """Whether it had surely come by the day; what bears no day is taken as known."""
    last = vague_date(day).days.last if day else None
    return last is None or last <= as_of
