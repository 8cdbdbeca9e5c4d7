"""The entries of this room: what was asked, and what came back."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention(Entry):
    """Something asked of, or said to, somebody in power: a letter, a recommendation, a position, a complaint.

    ``intervention_kind`` is a code; ``addressee`` and ``sent_by`` are bodies as written (an
    organisation, an office; joint letters have several senders). ``date`` and ``due`` are EDTF:
    the day it was sent or said, and the day by which an answer is owed or was promised. ``text`` is
    what was asked. ``mention_ids`` are mentions of the persons it is about; none if it is about a law
    or a practice. ``passage_id`` is where the source reports it, if it was not the group's own.
    """

    kind: ClassVar[str] = "intervention"

    intervention_kind: str
    addressee: str
    sent_by: tuple[str, ...] = ()
    date: str | None = None
    due: str | None = None
    text: str | None = None
    mention_ids: tuple[str, ...] = ()
    passage_id: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Response(Entry):
    """What came back to an intervention: a receipt, a refusal, a promise, a partial or full answer.

    Silence is no entry: it is an intervention without a response as of a day. ``response_kind`` is a
    code, ``date`` EDTF, ``text`` what was answered, ``passage_id`` where the source reports it.
    """

    kind: ClassVar[str] = "response"

    intervention_id: str
    response_kind: str
    date: str | None = None
    text: str | None = None
    passage_id: str | None = None
    note: str | None = None
