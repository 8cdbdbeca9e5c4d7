"""One document with all that was written about it: claims, what was decided on each, figures, passages."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from tizim.claims import Claim, PublishedFigure, Review, documents_by_id
from tizim.documents import Document, Passage
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.web.desk.opened import register

WAITING, ACCEPTED, REJECTED, AMENDED, OWN = "waiting", "accepted", "rejected", "amended", "own"


@dataclass(frozen=True)
class Card:
    """One claim as it stands, what was decided on it, and the claim that it was at first.

    ``state`` is ``waiting`` (a reader proposed it, nobody has decided), ``accepted``, ``rejected``,
    ``amended`` (a person put it right), or ``own`` (a person coded it).
    """

    first: Claim
    claim: Claim
    passage: Passage | None
    decision: Review | None

    @property
    def id(self) -> str:
        """What the card is called, however often its claim is amended: the id of the first one."""
        return self.first.id

    @property
    def state(self) -> str:
        """What was decided."""
        if self.decision:
            return ACCEPTED if self.decision.decision == "accept" else REJECTED
        if self.claim.corrects and self.claim.reader is None:
            return AMENDED
        return WAITING if self.claim.reader else OWN

    @property
    def waits(self) -> bool:
        """Whether nobody has decided yet."""
        return self.state == WAITING

    @property
    def seen(self) -> str:
        """What a decision rests on: if it is another by then, somebody else was quicker."""
        return f"{self.claim.id}.{self.decision.id if self.decision else ''}"

    @property
    def last(self) -> Entry:
        """What was written last on it: the decision, or the claim itself."""
        return self.decision or self.claim

    @property
    def start(self) -> int | None:
        """Where its words begin in the text."""
        return self.passage.start if self.passage else None

    @property
    def end(self) -> int | None:
        """Where its words end."""
        return self.passage.end if self.passage else None


@dataclass(frozen=True)
class Figure:
    """A number that the document prints, and its passage."""

    figure: PublishedFigure
    passage: Passage | None

    @property
    def id(self) -> str:
        """Its id."""
        return self.figure.id

    @property
    def start(self) -> int | None:
        """Where its words begin in the text."""
        return self.passage.start if self.passage else None

    @property
    def end(self) -> int | None:
        """Where its words end."""
        return self.passage.end if self.passage else None


@dataclass(frozen=True)
class Folder:
    """A document as known at a moment, with everything that was written about it by then.

    ``head`` is how many entries the ledger had before it was read: while it has no more, this still stands.
    """

    document: Document
    entries: tuple[Entry, ...]
    head: int = 0

    @cached_property
    def standing(self) -> tuple[Entry, ...]:
        """The entries in force."""
        return in_force(self.entries)

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        """All entries by their ids, hidden ones too."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def passages(self) -> Mapping[str, Passage]:
        """The passages by their ids."""
        return {entry.id: entry for entry in self.entries if isinstance(entry, Passage)}

    @cached_property
    def reviews(self) -> Mapping[str, Review]:
        """The last standing decision on each claim, amendments left aside."""
        found = (one for one in self.standing if isinstance(one, Review) and one.decision != "amend")
        return {one.claim_id: one for one in found}

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The claims in the order of the text, those without a place in it at the end."""
        cards = [self._card(one) for one in self.standing if isinstance(one, Claim)]
        order = {card.id: place for place, card in enumerate(cards)}
        return tuple(sorted(cards, key=lambda card: (*_place(card.passage), order[card.id])))

    @cached_property
    def order(self) -> Mapping[str, int]:
        """The place of each card among all."""
        return {card.id: place for place, card in enumerate(self.cards)}

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The published figures in the order of the text."""
        found = (one for one in self.standing if isinstance(one, PublishedFigure))
        figures = (Figure(one, self.passages.get(one.passage_id)) for one in found)
        return tuple(sorted(figures, key=lambda one: (*_place(one.passage), one.id)))

    @property
    def waiting(self) -> int:
        """How many proposals nobody has decided on."""
        return sum(card.waits for card in self.cards)

    @property
    def proposals(self) -> int:
        """How many of the claims a reader proposed."""
        return sum(card.first.reader is not None for card in self.cards)

    def card(self, claim_id: str) -> Card | None:
        """The card of the claim, whichever of its versions the id is of."""
        known = self.by_id.get(claim_id)
        first = self._first(known).id if isinstance(known, Claim) else None
        return self.cards[self.order[first]] if first and first in self.order else None

    def following(self, card: Card) -> Card | None:
        """The next one that waits, from there on and then from the start."""
        at = self.order[card.id]
        return next((one for one in (*self.cards[at + 1 :], *self.cards[:at]) if one.waits), None)

    def followed_by(self, written: Iterable[Entry]) -> "Folder":
        """The same with what was written about it next."""
        return Folder(self.document, (*self.entries, *written))

    def _card(self, claim: Claim) -> Card:
        return Card(
            self._first(claim), claim, self.passages.get(claim.passage_id), self.reviews.get(claim.id)
        )

    def _first(self, claim: Claim) -> Claim:
        while isinstance(before := self.by_id.get(claim.corrects or ""), Claim):
            claim = before
        return claim


def folder_of(document_id: str, known_at: str | None = None) -> Folder | None:
    """The document of that id, or the one that stands in its place, as known at the moment."""
    head = register().ledger.head().seq
    documents = _known(_family(document_id), known_at)
    document = documents_by_id(documents).get(document_id)
    if document is None:
        return None
    return Folder(document, (*documents, *_about([one.id for one in documents], known_at)), head)


def _about(documents: Iterable[str], known_at: str | None) -> list[Entry]:
    """Claims, figures, decisions and withdrawals of these documents, in the order written."""
    claims = _ids("claim", "document_id", documents)
    claims += _ids("claim", "corrects", claims)
    ids = [*claims, *_ids("review", "claim_id", claims), *_ids("published_figure", "document_id", documents)]
    found = _known([*ids, *_withdrawals(ids)], known_at)
    cited = {one.passage_id for one in found if isinstance(one, Claim | PublishedFigure)}
    return [*found, *_known(cited, known_at)]


def _family(document_id: str) -> list[str]:
    """The ids of the document in all its versions, and of what takes one of them back."""
    found = [document_id]
    while before := [
        one.corrects for one in register().ledger.of(found) if one.corrects and one.corrects not in found
    ]:
        found += before
    ahead = found
    while ahead := [one for one in _ids("document", "corrects", ahead) if one not in found]:
        found = [*found, *ahead]
    return [*found, *_withdrawals(found)]


def _withdrawals(ids: Iterable[str]) -> list[str]:
    """What takes these back, what takes that back, and so on."""
    found: list[str] = []
    ahead = list(ids)
    while ahead := _ids(Withdrawal.kind, "corrects", ahead):
        found += ahead
    return found


def _ids(kind: str, field: str, values: Iterable[str]) -> list[str]:
    """The ids of the entries of a kind that have one of the values there."""
    return register().ledger.having(kind, field, values)


def _known(ids: Iterable[str], known_at: str | None) -> list[Entry]:
    """These entries, as far as they were recorded by then."""
    found = register().ledger.of(ids)
    return [one for one in found if known_at is None or one.recorded_at <= known_at]


def _place(passage: Passage | None) -> tuple[int, int, int]:
    if passage is None or passage.start is None:
        return 1, 0, 0
    return 0, passage.start, passage.end or passage.start
