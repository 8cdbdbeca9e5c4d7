"""Figures as they were published: numbers that documents print, and the numbers of our own editions."""

from collections.abc import Collection
from dataclasses import dataclass

from tizim.audits import Meant, Printed, meant, printed
from tizim.claims import PublishedFigure
from tizim.documents import Document, Source
from tizim.ledger import Entry, Withdrawal, in_force
from tizim.publications import definition_of, own_figure
from tizim.web.desk.definitions import defined
from tizim.web.desk.editions.shown import rows as editions
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import opened, register

OWN, PROTECTED, NOBODY = "own", "protected", "-"
_KINDS = (PublishedFigure.kind, Withdrawal.kind)


@dataclass(frozen=True, slots=True)
class Published:
    """One figure with what it counts, and who printed it where; of our own editions no document."""

    figure: Printed
    meant: Meant
    entry: PublishedFigure | None = None
    document: Document | None = None
    source: Source | None = None

    @property
    def id(self) -> str:
        """The id of the figure, or of the edition."""
        return self.figure.id

    @property
    def publisher(self) -> str:
        """Who published it: the id of a source; protected ones are not told apart."""
        if self.entry is None:
            return OWN
        if self.source is None:
            return NOBODY
        return PROTECTED if self.source.protected else self.source.id


def published(asked: Moment) -> tuple[Published, ...]:
    """All figures known at the moment, our own, then others', the latest first; kept."""
    found: tuple[Published, ...] = opened().kept(
        ("published", asked.known_at), lambda: (*_own(asked), *reversed(_others(asked)))
    )
    return found


def fetched(ids: Collection[str | None]) -> dict[str, Entry]:
    """The entries with these ids."""
    wanted = sorted(filter(None, set(ids)))
    return {one.id: one for one in register().ledger.of(wanted)} if wanted else {}


def _others(asked: Moment) -> list[Published]:
    known = tuple(register().ledger.known_at(asked.known_at, kinds=_KINDS))
    figures = [one for one in in_force(known) if isinstance(one, PublishedFigure)]
    documents = fetched([one.document_id for one in figures])
    sources = fetched([one.source_id for one in documents.values() if isinstance(one, Document)])
    return [_of(one, documents.get(one.document_id), sources) for one in figures]


def _of(one: PublishedFigure, document: Entry | None, sources: dict[str, Entry]) -> Published:
    on = document if isinstance(document, Document) else None
    source = sources.get(on.source_id or "") if on else None
    figure = printed(one, on)
    return Published(figure, meant(figure, defined), one, on, source if isinstance(source, Source) else None)


def _own(asked: Moment) -> list[Published]:
    return [
        Published(*own_figure(row.edition, row.content, definition_of(row.edition, register().vault)))
        for row in editions(asked)
    ]
