"""An intervention or a response made ready to be written: its codes known, its days readable, its id."""

from dataclasses import replace

from tizim.interventions.entries import Intervention, Response
from tizim.interventions.errors import InterventionError
from tizim.ledger import content_id
from tizim.vocab import VocabError, table, vague_date


def intervention(said: Intervention) -> Intervention:
    """The entry with its id; InterventionError for an unknown kind, nobody addressed or a wrong day."""
    _known("intervention_kinds", said.intervention_kind)
    if not said.addressee.strip():
        raise InterventionError("an intervention names whom it was sent or said to")
    for day in (said.date, said.due):
        _readable(day)
    parts = (
        said.intervention_kind, said.addressee, "\n".join(said.sent_by), said.date, said.due, said.text,
        "\n".join(said.mention_ids), said.passage_id, said.note,
    )  # fmt: skip
    return replace(said, id=content_id("i", *parts))


def response(said: Response, *, to: Intervention) -> Response:
    """The entry with its id; InterventionError also for an answer before what it answers."""
    _known("response_kinds", said.response_kind)
    _readable(said.date)
    if said.date and to.date:
        came, asked = vague_date(said.date).days.last, vague_date(to.date).days.first
        if came and asked and came < asked:
            raise InterventionError(f"{said.date} is before {to.date}, when it was asked")
    parts = (to.id, said.response_kind, said.date, said.text, said.passage_id, said.note)
    return replace(said, id=content_id("a", *parts), intervention_id=to.id)


def _known(name: str, code: str) -> None:
    problem = table(name).problem(code, "kind")
    if problem:
        raise InterventionError(str(problem))


def _readable(day: str | None) -> None:
    try:
        if day:
            vague_date(day)
    except VocabError as wrong:
        raise InterventionError(str(wrong)) from None
