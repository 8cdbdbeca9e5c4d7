"""What was received: every document with what became of it, and every source with what it published."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from tizim.documents import Document, Source
from tizim.ledger import Withdrawal
from tizim.web.desk.latest import latest
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register
from tizim.web.desk.people.seen import heirs_among
from tizim.web.desk.reading.waiting import Count, counted
from tizim.web.desk.sight import Sight

_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Received:
    """A document, who published it, and how many proposals of it there are; None where nobody has read it."""

    document: Document
    source: Source | None
    count: Count | None


@dataclass(frozen=True, slots=True)
class Documents:
    """One page of documents, the latest received first; how many are in cases closed to the account."""

    page: Page
    rows: Sequence[Received]
    closed: int
    source: Source | None = None


@dataclass(frozen=True, slots=True)
class Publisher:
    """A source, and how many of its documents the account may open."""

    source: Source
    documents: int


def documents(asked: Moment, sight: Sight, *, source_id: str = "", number: str = "1") -> Documents:
    """The documents as known at the moment, of one source if one is named; closed ones are counted alone."""
    by_id, counts = _sources(asked), counted(asked).counts
    wanted = by_id.get(source_id)
    every = [one for one in _documents(asked) if not source_id or _source_of(one, asked) == wanted]
    seen = [one for one in every if sight.document(one.id)]
    page = Paginator(seen, _AT_ONCE).get_page(number)
    rows = [Received(one, _source_of(one, asked), counts.get(one.id)) for one in page]
    return Documents(page, rows, len(every) - len(seen), wanted)


def publishers(asked: Moment, sight: Sight, *, number: str = "1") -> Page:
    """The sources of documents that the account may open, those with the most first."""
    known = [_source_of(one, asked) for one in _documents(asked) if sight.document(one.id)]
    by_id = {one.id: one for one in known if one}
    order = sorted(Counter(one.id for one in known if one).items(), key=lambda item: (-item[1], item[0]))
    return Paginator([Publisher(by_id[one], n) for one, n in order], _AT_ONCE).get_page(number)


def standing_ids(asked: Moment) -> list[str]:
    """The ids of all documents that stand at the moment, the latest received first."""
    return [one.id for one in _documents(asked)]


def _documents(asked: Moment) -> Sequence[Document]:
    """Every document that stands at the moment, the latest received first."""

    def gathered() -> Sequence[Document]:
        standing = {one.id: one for one in counted(asked).documents.values()}
        return sorted(standing.values(), key=lambda one: (one.recorded_at, one.id), reverse=True)

    return opened().latest(("documents", asked.known_at), latest(Document, Withdrawal), gathered)


def _source_of(document: Document, asked: Moment) -> Source | None:
    return _sources(asked).get(document.source_id or "")


def _sources(asked: Moment) -> dict[str, Source]:
    """The source that stands at the moment for each id."""

    def gathered() -> dict[str, Source]:
        kinds = (Source.kind, Withdrawal.kind)
        written = [one for kind in kinds for one in register().ledger.known_at(asked.known_at, kinds=(kind,))]
        return heirs_among(sorted(written, key=lambda one: one.recorded_at))

    return opened().latest(("sources", asked.known_at), latest(Source, Withdrawal), gathered)
