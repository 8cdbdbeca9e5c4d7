"""Documents read for proposals: all that wait, or those that were chosen; in processes of their own."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from tizim.documents import Document, text_of
from tizim.ledger import standing
from tizim.reading.crew import Failed, Kept, Notes, TextTask, Unread, cores, readable, worked
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.working import WORKS, Asked, Step, Steps, Told, ask

KIND = "read"


def there() -> list[Document]:
    """The documents with a text."""
    return readable(standing(register().ledger, kinds=(Document.kind,)))


def unread(documents: Iterable[Document]) -> list[Document]:
    """Those that no reader of this version has read yet."""
    done = Notes(register().derived).done
    return [one for one in documents if one.id not in done]


def ask_to_read(documents: Sequence[str], by: Account) -> Job:
    """Asks for these to be read; none named is all that wait."""
    return ask(KIND, {"documents": list(documents)}, by)


def read_all(asked: Asked) -> Steps:
    """Reads them and keeps what each proposes in one go; it counts as read once that is told."""
    notes, before = Notes(register().derived), {about for _, about in asked.told}
    wanted = [one for one in _wanted(asked, notes) if one.id not in before]
    total = len(before) + len(wanted)
    yield Step(len(before), total)
    tasks = (TextTask(one, text_of(one, register().vault)) for one in wanted)
    for done, (task, result) in enumerate(worked(tasks, max(1, cores() - 1), apart=True), len(before) + 1):
        told = _kept(result, asked, task.document.id)
        note = partial(notes.add, task.document.id) if isinstance(result, Kept) else _nothing
        yield Step(done, total, (told,), kept=note)


def _nothing() -> None:
    """What was not read is noted nowhere."""


def _wanted(asked: Asked, notes: Notes) -> list[Document]:
    """The chosen documents, whether they were read before or not; without a choice those that wait."""
    chosen = frozenset(asked.what.get("documents", ()))
    return [one for one in there() if (one.id in chosen if chosen else one.id not in notes.done)]


def _kept(result: Any, asked: Asked, document_id: str) -> Told:
    """What came of a document, once its proposals are written.

    Of work begun anew what is there already counts: a killed worker may have written it and told nothing.
    """
    if isinstance(result, Failed):
        return Told(document_id, "refused", result.what, result.hint, document_id)
    if isinstance(result, Unread):
        return Told(document_id, "no_reader", result.language, "", document_id)
    written = write(result.entries, by=asked.by)
    claims = sum(one.kind == "claim" for one in (result.entries if asked.again else written))
    return Told(document_id, "read", str(claims), "", document_id)


WORKS[KIND] = read_all
