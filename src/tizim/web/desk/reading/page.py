"""What the page of a document shows: its text in parts, its cards, who else is here, what may be done."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404, HttpRequest

from tizim.documents import Document, Source
from tizim.web.desk.access import may
from tizim.web.desk.noting import note
from tizim.web.desk.opened import register
from tizim.web.desk.reading import drafts
from tizim.web.desk.reading.deciding import last_decided
from tizim.web.desk.reading.folder import Card, Figure, Folder, folder_of
from tizim.web.desk.reading.sheet import MANY, Paragraph, Part, parts_of, sheet, text_and_paragraphs
from tizim.web.desk.reading.sides import Sides, is_closed, sides_of
from tizim.web.desk.reading.waiting import counted
from tizim.web.desk.sight import sight_of


def folder_for(request: HttpRequest, document_id: str, *, opening: bool = False) -> Folder:
    """The document for whoever asks; 404 where it is closed to the account or was not known at the moment."""
    sight = sight_of(request)
    folder = folder_of(document_id, request.asked.known_at)
    if folder is None or not sight.document(document_id) or not sight.document(folder.document.id):
        raise Http404
    if opening and folder.document.id in sight.guarded:
        note(request, "opened", folder.document.id)
    return folder


def card_for(request: HttpRequest, document_id: str, claim_id: str) -> tuple[Folder, Card]:
    """One claim of the document; 404 where there is none."""
    folder = folder_for(request, document_id)
    card = folder.card(claim_id)
    if card is None:
        raise Http404
    return folder, card


def may_decide(request: HttpRequest) -> bool:
    """Whether whoever asks may write now: a moment of before is only looked at."""
    return may(request.user, "code") and request.asked.known_at is None


@dataclass(frozen=True)
class Page:
    """The page of a document, with one card open and the part of the text that this stands in."""

    request: Any
    folder: Folder
    wanted: str = ""
    number: int | None = None

    @property
    def document(self) -> Document:
        """The document."""
        return self.folder.document

    @cached_property
    def source(self) -> Source | None:
        """Who speaks."""
        found = register().ledger.of([self.document.source_id] if self.document.source_id else [])
        return next((one for one in found if isinstance(one, Source)), None)

    @cached_property
    def opened(self) -> Card | None:
        """The card that is open: the one asked for, else the first that waits here."""
        if self.wanted:
            return self.folder.card(self.wanted)
        here = self.cards if self.number else self.folder.cards
        return next((card for card in here if card.waits), None) if may_decide(self.request) else None

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts of a long text; of a document without text, of its many claims."""
        text, spans = text_and_paragraphs(self.document)
        if text:
            return parts_of(text, spans)
        count = max(1, -(-len(self.folder.cards) // MANY))
        return tuple(Part(number + 1, number * MANY, (number + 1) * MANY) for number in range(count))

    @cached_property
    def part(self) -> Part:
        """The part that is shown."""
        if self.number is None and (aim := self.opened or self._wanted_figure):
            return next((one for one in self.parts if self._is_in(aim, one)), self.parts[0])
        return self.parts[min(max(self.number or 1, 1), len(self.parts)) - 1]

    @property
    def _wanted_figure(self) -> Figure | None:
        return next((one for one in self.folder.figures if one.id == self.wanted), None)

    @cached_property
    def cards(self) -> list[Card]:
        """The claims of the part; those without a place in the text stand with its first part."""
        return [card for card in self.folder.cards if self._is_in(card, self.part)]

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures printed in the part."""
        return [one for one in self.folder.figures if self._is_in(one, self.part)]

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """The text of the part, with what quotes it."""
        return list(sheet(self.document, self.part, [*self.cards, *self.figures]))

    @cached_property
    def sides(self) -> Sides | None:
        """What of its pages and its text is shown beside each other; None where it has no pages."""
        text, _ = text_and_paragraphs(self.document)
        return sides_of(self.request, self.document, text, self.opened)

    @property
    def is_closed(self) -> bool:
        """Whether it is a picture of a kind that cannot be shown or read here."""
        return is_closed(self.document)

    @cached_property
    def drafts(self) -> frozenset[str]:
        """The ids of the claims with something typed and not sent."""
        return drafts.of(self.request.user, self.document.id)

    @property
    def may_decide(self) -> bool:
        """Whether whoever asks may write."""
        return may_decide(self.request)

    @cached_property
    def undoable(self) -> Card | None:
        """The card with this account's last decision."""
        return last_decided(self.folder, self.request.user.username) if self.may_decide else None

    @property
    def decided(self) -> int:
        """How many of the proposals somebody has decided on."""
        return self.folder.proposals - self.folder.waiting

    @property
    def head(self) -> str:
        """The moment up to which this page knows what was written."""
        return register().ledger.head().recorded_at

    @cached_property
    def next_document(self) -> str | None:
        """The document to go on with."""
        return next_waiting(self.request, after=self.document.id)

    def _is_in(self, one: Card | Figure, part: Part) -> bool:
        start = one.start
        if text_and_paragraphs(self.document)[0]:
            return part.start <= start < part.end if start is not None else part.number == 1
        return not isinstance(one, Card) or part.start <= self.folder.order[one.id] < part.end

    def context(self, **more: Any) -> dict[str, Any]:
        """What templates draw the page from."""
        return {"page": self, "document": self.document, "place": "reading", **more}


def next_waiting(request: HttpRequest, after: str = "") -> str | None:
    """The id of a document that waits: the oldest of those not looked at just now."""
    closed = sight_of(request).closed
    return next((one for one in counted(request.asked).waiting if one != after and one not in closed), None)
