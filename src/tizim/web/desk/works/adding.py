"""Files that were handed in at the desk: they lie encrypted in the vault, and a worker takes them in."""

import io
from collections.abc import Iterator, Mapping

from django.core.files.uploadedfile import UploadedFile

from tizim.documents import Document, Extractor, Received, receive_stream
from tizim.ledger import moment, standing
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.working import WORKS, Asked, Step, Steps, Told, ask

KIND = "add"


def hand_in(files: list[UploadedFile], said: Mapping[str, str], by: Account) -> Job:
    """Keeps the files in the vault and asks for them to be taken in; ``said`` are fields for all of them."""
    kept = [{"name": one.name, "sha256": register().vault.put(io.BytesIO(one.read()))} for one in files]
    return ask(KIND, {"files": kept, "said": {name: value for name, value in said.items() if value}}, by)


def take_in(asked: Asked) -> Steps:
    """Takes the files in, one after the other, with what is in each."""
    files, intake = asked.what["files"], _Intake(asked)
    with intake.extractor:
        for done, file in enumerate(files):
            for lines in intake.taken(file):
                yield Step(done, len(files), lines)
    yield Step(len(files), len(files))


class _Intake:
    """What is known of files while one piece of work goes on."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self._since = asked, moment(asked.since) if asked.since else ""
        there = standing(register().ledger, kinds=(Document.kind,))
        documents = [one for one in there if isinstance(one, Document)]
        self._known = {one.sha256 for one in documents}
        self._own = {one.id for one in documents if self._is_own(one)}
        self.extractor = Extractor(told=lambda page, pages: asked.breathe())

    def taken(self, file: Mapping[str, str]) -> Iterator[tuple[Told, ...]]:
        """What became of a file and of those in it, as each is written."""
        vault, said = register().vault, self._asked.what["said"]
        with vault.open(file["sha256"]) as kept:
            stream = io.BytesIO(kept.read())
        for received in receive_stream(
            (file["name"], stream),
            vault=vault,
            known=self._known.__contains__,
            extractor=self.extractor,
            options=said,
        ):
            if received.entries:
                write(received.entries, by=self._asked.by)
                self._known.update(one.sha256 for one in received.entries if isinstance(one, Document))
            yield tuple(self._told(received))

    def _told(self, received: Received) -> Iterator[Told]:
        about = received.document_id or ""
        fate = "added" if about in self._own and received.outcome == "already_there" else received.outcome
        for one in received.problems:
            yield Told(one.where, fate, one.what, one.hint, about)
        if not received.problems:
            yield Told(received.file, fate, about=about)

    def _is_own(self, document: Document) -> bool:
        """Whether this same work wrote it before its worker was killed."""
        return (
            self._asked.again
            and document.recorded_by == self._asked.by
            and document.recorded_at >= self._since
        )


WORKS[KIND] = take_in
