"""Scans and pictures that were kept without their text, read by Tesseract once it is there."""

from collections.abc import Iterator, Sequence

from tizim import TizimError
from tizim.documents import Document, Extractor, Received, take_again, why_waiting
from tizim.documents import waiting as without_text
from tizim.ledger import moment, standing
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.working import WORKS, Asked, Step, Steps, Told, ask

KIND = "recognise"


def waiting() -> list[Document]:
    """The documents with pages that nothing has read yet."""
    return list(without_text(standing(register().ledger, kinds=(Document.kind,))))


def ask_to_recognise(documents: Sequence[str], by: Account) -> Job:
    """Asks for the pages of these to be read; none named is all that wait."""
    return ask(KIND, {"documents": list(documents)}, by)


def recognise(asked: Asked) -> Steps:
    """Takes the text out of the files that wait, one after the other."""
    missing = why_waiting()
    if missing:
        raise TizimError(f"{missing.what} {missing.hint}")
    chosen = frozenset(asked.what.get("documents", ()))
    documents = [one for one in waiting() if not chosen or one.id in chosen]
    written = list(_untold(asked)) if asked.again else []
    before = len({about for _, about in asked.told}) + len(written)
    total = before + len(documents)
    yield Step(before, total, tuple(written))
    extractor = Extractor(told=lambda page, pages: asked.breathe())
    for done, received in enumerate(take_again(documents, vault=register().vault, extractor=extractor), 1):
        if received.entries:
            write(received.entries, by=asked.by)
        yield Step(before + done, total, tuple(_told(received)))


def _untold(asked: Asked) -> Iterator[Told]:
    """What this same work wrote and did not tell of, since its worker was killed."""
    told, since = {about for _, about in asked.told}, moment(asked.since)
    there = [one for one in standing(register().ledger, kinds=(Document.kind,)) if isinstance(one, Document)]
    files = {one.id: one.sha256 for one in there}
    for one in there:
        is_own = one.recorded_by == asked.by and one.recorded_at >= since and one.id not in told
        if is_own and (one.corrects or files.get(one.part_of or "") == one.sha256):
            yield Told(one.file_name, "added", about=one.id)


def _told(received: Received) -> Iterator[Told]:
    about = received.document_id or ""
    fate = "no_text" if received.outcome == "already_there" else received.outcome
    for one in received.problems:
        yield Told(one.where, fate, one.what, one.hint, about)
    if not received.problems:
        yield Told(received.file, fate, about=about)


WORKS[KIND] = recognise
