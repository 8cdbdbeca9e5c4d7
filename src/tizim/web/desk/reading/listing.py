"""The list of documents that wait, and of those that are done."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

from tizim.documents import Document, Source
from tizim.web.desk.models import Draft
from tizim.web.desk.opened import register
from tizim.web.desk.reading.presence import readers
from tizim.web.desk.reading.waiting import Count, counted
from tizim.web.desk.sight import sight_of

_AT_ONCE = 50
WAIT, DONE = "waiting", "done"


@dataclass(frozen=True, slots=True)
class Row:
    """One document in the list."""

    document: Document
    count: Count
    source: Source | None
    readers: tuple[str, ...]
    is_draft: bool

    @property
    def decided(self) -> int:
        """How many proposals somebody has decided on."""
        return self.count.proposals - self.count.waiting


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the list, and the counts of all."""

    page: Page
    rows: tuple[Row, ...]
    waiting: int
    done: int
    proposals: int
    closed: int
    languages: tuple[str, ...]


def listing(request: HttpRequest, *, which: str, language: str, number: str) -> Listing:
    """The documents that wait or are done, the earliest first; closed ones are counted, not named."""
    found, closed = counted(request.asked), sight_of(request).closed
    waiting = [one for one in found.waiting if one not in closed]
    done = [one for one in found.done if one not in closed]
    wanted = [found.documents[one] for one in (done if which == DONE else waiting)]
    chosen = [one for one in wanted if language in ("", one.language)]
    page = Paginator(chosen, _AT_ONCE).get_page(number)
    return Listing(
        page=page,
        rows=_rows(request, list(page), found.counts),
        waiting=len(waiting),
        done=len(done),
        proposals=sum(found.counts[one].waiting for one in waiting),
        closed=len(found.waiting) - len(waiting),
        languages=tuple(sorted({one.language for one in wanted if one.language})),
    )


def _rows(request: HttpRequest, documents: list[Document], counts: Mapping[str, Count]) -> tuple[Row, ...]:
    ids = [one.id for one in documents]
    sources = register().ledger.of({one.source_id for one in documents if one.source_id})
    by_id = {one.id: one for one in sources if isinstance(one, Source)}
    here = readers(ids)
    typed = Draft.objects.filter(account=request.user, document_id__in=ids)
    drafted = set(typed.values_list("document_id", flat=True))
    return tuple(
        Row(
            one,
            counts[one.id],
            by_id.get(one.source_id or ""),
            tuple(here.get(one.id, ())),
            one.id in drafted,
        )
        for one in documents
    )
