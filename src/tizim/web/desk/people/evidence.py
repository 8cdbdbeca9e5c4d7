"""The claims about one person, act by act: what each says, in which passage, of whose document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tizim.claims import Claim
from tizim.documents import Document, Passage
from tizim.ledger import Entry
from tizim.tallies import Evidence
from tizim.timelines import Life
from tizim.vocab import VagueDateError, vague_date
from tizim.web.desk.moment import Moment
from tizim.web.desk.opened import register, told
from tizim.web.desk.people.seen import standing_documents, standing_sources


@dataclass(frozen=True, slots=True)
class Acts:
    """The claims of one act, in the order of their days."""

    act: str
    claims: Sequence[Evidence]


def evidence(life: Life, asked: Moment) -> list[Evidence]:
    """Each claim of the life with its passage, document and source, as known at the moment."""
    return evidences([life], asked)[0]


def evidences(lives: Sequence[Life], asked: Moment) -> list[list[Evidence]]:
    """The same of several lives, looked up together."""
    of = {one: at for at, life in enumerate(lives) for one in life.person.claim_ids}
    claims = [one for one in register().ledger.of(of) if isinstance(one, Claim)]
    passages = {one.id: one for one in register().ledger.of(each.passage_id for each in claims)}
    documents = standing_documents({one.document_id for one in claims}, asked.known_at)
    speak = {one.source_id for one in documents.values() if one.source_id}
    sources = standing_sources(speak, asked.known_at)
    unreviewed = told(asked).unreviewed

    def behind(one: Claim) -> Evidence:
        document = documents.get(one.document_id)
        return Evidence(
            claim=one,
            passage=_passage(passages, one),
            document=document,
            source=sources.get(document.source_id or "") if document else None,
            reprint=bool(document and document.reprints),
            reviewed=one.id not in unreviewed,
        )

    return [[behind(one) for one in claims if of[one.id] == at] for at in range(len(lives))]


def _passage(passages: Mapping[str, Entry], claim: Claim) -> Passage | None:
    found = passages.get(claim.passage_id)
    return found if isinstance(found, Passage) else None


def by_act(told_of: Iterable[Evidence]) -> list[Acts]:
    """The claims by act, the act that was first the first."""
    acts: dict[str, list[Evidence]] = defaultdict(list)
    for one in sorted(told_of, key=lambda each: (first_day(each.claim), each.claim.id)):
        acts[one.claim.act].append(one)
    return [Acts(act, claims) for act, claims in acts.items()]


def first_day(claim: Claim) -> date:
    """The first possible day of what a claim says; the last of all days where it gives none."""
    text = claim.date or claim.status_as_of
    if not text:
        return date.max
    try:
        days = vague_date(text).days
    except VagueDateError:
        return date.max
    return days.first or days.last or date.max


def documents_in(told_of: Iterable[Evidence]) -> list[Document]:
    """The documents, each once, in the order of their days."""
    found = {one.document.id: one.document for one in told_of if one.document}
    return sorted(found.values(), key=lambda one: (one.date or "", one.id))
