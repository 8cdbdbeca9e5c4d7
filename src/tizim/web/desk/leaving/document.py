"""What may leave of one document, and why: its way here, its source, what somebody decided."""

from collections.abc import Sequence
from dataclasses import dataclass

from tizim.documents import Document, Source
from tizim.publications import Clearance, allowed
from tizim.stores.sql.models import ENTRY_MODELS
from tizim.web.desk.leaving.clearings import clearing, decisions, sources_of
from tizim.web.desk.moment import Moment
from tizim.web.desk.people.seen import standing_documents
from tizim.web.desk.sight import Sight


@dataclass(frozen=True, slots=True)
class Paper:
    """A document before the door: the level, the code of the reason, decisions, how much it tells."""

    document: Document
    source: Source | None
    level: str
    why: str
    fields: frozenset[str]
    decisions: Sequence[Clearance]
    claims: int = 0


def paper(document_id: str, asked: Moment, sight: Sight) -> Paper | None:
    """The document before the door; None where there is none that may be known to the account."""
    found = papers([document_id], asked) if sight.document(document_id) else []
    if not found:
        return None
    (one,) = found
    claims = ENTRY_MODELS["claim"].objects.filter(document_id=document_id).count()
    return Paper(one.document, one.source, one.level, one.why, one.fields, one.decisions, claims)


def papers(document_ids: Sequence[str], asked: Moment) -> list[Paper]:
    """These documents before the door, in their order, looked up together."""
    standing, of = standing_documents(set(document_ids), asked.known_at), clearing(document_ids, (), asked)
    sources, given = sources_of(standing, asked), decisions(document_ids, asked)
    found = []
    for one in document_ids:
        if document := standing.get(one):
            source = sources.get(document.source_id or "")
            mine = [each for each in given if each.subject_id == one]
            level = of.document(one)
            found.append(
                Paper(document, source, level, _why(document, source, mine), of.fields_of(one), mine)
            )
    return found


def _why(document: Document, source: Source | None, given: Sequence[Clearance]) -> str:
    """Why a document is cited, used or withheld, as a code."""
    if given:
        return "decided"
    if document.obtained and document.obtained not in allowed()["public_ways"]:
        return "confidential"
    if source and source.protected:
        return "protected"
    if source and source.source_kind in allowed()["guarded_sources"]:
        return "leak"
    return "public" if document.obtained or document.url else "unknown"
