"""Scans and pictures that were kept without their text, read by Tesseract once it is there."""

from collections.abc import Iterator, Sequence

from tizim import TizimError
from tizim.documents import Document, Extractor, Received, take_again, why_waiting
from tizim.documents import waiting as without_text
from tizim.ledger import standing
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
    before = len({about for _, about in asked.told})
    total = before + len(documents)
    yield Step(before, total)
    extractor = Extractor(told=lambda page, pages: asked.breathe())
    for done, received in enumerate(take_again(documents, vault=register().vault, extractor=extractor), 1):
        if received.entries:
            write(received.entries, by=asked.by)
        yield Step(before + done, total, tuple(_told(received)))


def _told(received: Received) -> Iterator[Told]:
    about = received.document_id or ""
    fate = "no_text" if received.outcome == "already_there" else received.outcome
    for one in received.problems:
        yield Told(one.where, fate, one.what, one.hint, about)
    if not received.problems:
        yield Told(received.file, fate, about=about)


WORKS[KIND] = recognise
