"""Which documents a definition speaks of, and whether one list lies within another."""

from collections.abc import Iterable

from tizim.documents import Document, Source
from tizim.ledger import Entry
from tizim.tallies.definition import Definition
from tizim.tallies.errors import TallyError
from tizim.tallies.tally import Tally


def documents_meant(of: Definition, entries: Iterable[Entry]) -> frozenset[str] | None:
    """The ids of the documents to which the definition is limited; ``None`` is "all".

    A document is named by its id, file name or title; a source by its id or name. A name that fits
    nothing is refused.
    """
    if not (of.documents or of.sources):
        return None
    known = list(entries)
    documents = [one for one in known if isinstance(one, Document)]
    sources = [one for one in known if isinstance(one, Source)]
    meant = {one.id for name in of.documents for one in _named_documents(name, documents)}
    wanted = {one.id for name in of.sources for one in _named_sources(name, sources)}
    return frozenset(meant | {one.id for one in documents if one.source_id in wanted})


def outside(narrow: Tally, wide: Tally) -> tuple[str, ...]:
    """The ids of those whom the narrower list counts and the wider one does not."""
    within = {one.person_id for one in wide.members}
    return tuple(one.person_id for one in narrow.members if one.person_id not in within)


def _named_documents(name: str, documents: list[Document]) -> list[Document]:
    found = [one for one in documents if name in (one.id, one.file_name, one.title)]
    if not found:
        raise TallyError(f"the definition names a document '{name}' that is not in the register")
    return found


def _named_sources(name: str, sources: list[Source]) -> list[Source]:
    found = [one for one in sources if name in (one.id, one.name)]
    if not found:
        raise TallyError("the definition names a source that is not in the register")
    return found
