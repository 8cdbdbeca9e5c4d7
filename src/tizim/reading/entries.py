"""A reading as entries for the ledger: passages, claims and published figures with ids from their content."""

from tizim.claims import Claim, PublishedFigure
from tizim.documents import Document, Passage, Span, passage_at
from tizim.ledger import Entry, content_id
from tizim.reading.found import ClaimFound, FigureFound, Reading
from tizim.vocab import OutcomeError, outcome, table

READERS = {"en": "en-rules 1", "ru": "ru-rules 1", "kk": "kk-rules 1"}


def entries_of(
    reading: Reading, document: Document, text: str, *, reader: str | None = None
) -> tuple[Entry, ...]:
    """Passages, claims and figures of a reading of the document's text; the same reading has the same ids.

    ``reader`` is the label of whoever read it, if that was not this room's own reader of the language.
    """
    reader = reader or READERS[reading.language]
    passages: dict[str, Entry] = {}
    others: dict[str, Entry] = {}
    for claim in reading.claims:
        passage = passage_at(document, text, Span(claim.start, claim.end))
        passages.setdefault(passage.id, passage)
        entry = _claim(claim, document, passage, reader)
        others.setdefault(entry.id, entry)
    for figure in reading.figures:
        passage = passage_at(document, text, Span(figure.start, figure.end))
        passages.setdefault(passage.id, passage)
        published = _figure(figure, document, passage, reader)
        others.setdefault(published.id, published)
    return (*passages.values(), *others.values())


def _claim(found: ClaimFound, document: Document, passage: Passage, reader: str) -> Claim:
    subject = found.person or found.organisation or f"{found.count_min}-{found.count_max}"
    known, note = known_outcome(found.outcome)
    return Claim(
        id=content_id(
            "c", document.id, reader, found.start, found.end, found.act, subject, found.date, known
        ),
        passage_id=passage.id, document_id=document.id, act=found.act, act_detail=found.act_detail,
        level=found.level, role=found.role, case_kind=found.case_kind, person=found.person,
        mention=found.mention, group=found.group, organisation=found.organisation,
        count_min=found.count_min, count_max=found.count_max, approximate=found.approximate,
        date=found.date, date_basis=found.date_basis,
        place=found.place, articles=found.articles, outcome=known, status=found.status,
        status_as_of=found.status_as_of, certainty=found.certainty, reported_by=found.reported_by,
        perpetrators=found.perpetrators, agency=found.agency, age=found.age, sex=found.sex, town=found.town,
        occupation=found.occupation,
        reader=reader, note=note,
    )  # fmt: skip


def known_outcome(written: str | None) -> tuple[str | None, str | None]:
    """The outcome in the words of the vocabulary, and what it cannot say ("fine 2 salaries") as a note."""
    kept, notes = [], []
    for part in (written or "").split("; "):
        try:
            part = _coded(part)
        except OutcomeError:
            kind = part.split(" ")[0]
            notes.append(part)
            part = kind if _known(kind) else ""
        kept.append(part)
    return "; ".join(part for part in kept if part) or None, "; ".join(note for note in notes if note) or None


def _coded(part: str) -> str:
    """The part as it is, a unit of account by its code: ``fine 50 МРП`` is in monthly calculation indices."""
    (told,) = outcome(part)
    units = told.currency in table("units_of_account")
    return f"{told.kind} {told.amount:f} {told.currency}" if units else part


def _known(kind: str) -> bool:
    try:
        return bool(outcome(kind))
    except OutcomeError:
        return False


def _figure(found: FigureFound, document: Document, passage: Passage, reader: str) -> PublishedFigure:
    return PublishedFigure(
        id=content_id("f", document.id, reader, found.start, found.end, found.count),
        passage_id=passage.id, document_id=document.id, count=found.count, bound=found.bound,
        what=found.what, since=found.since, as_of=found.as_of, place=found.place, reader=reader,
    )  # fmt: skip
