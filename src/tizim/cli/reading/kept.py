"""The register's documents read: what each proposes is kept in one go, and then noted as done."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from tizim import TizimError
from tizim.cli.door import write
from tizim.cli.printing import echo
from tizim.cli.reading.files import INTERRUPTED, tell
from tizim.cli.reading.plain import second_lines
from tizim.cli.reading.progress import advancing
from tizim.cli.texts import say
from tizim.cli.waiting import read_waiting
from tizim.documents import Document, Source, text_of
from tizim.ledger import in_force, standing
from tizim.reading.crew import LABEL, Failed, Notes, TextTask, Unread, cores, readable, worked

if TYPE_CHECKING:
    from tizim.cli.reading.second import SecondReader
    from tizim.wiring import Register

_FEW = 8


def keep_read(
    register: "Register", *, jobs: int | None, second: "SecondReader | None", language: str
) -> None:
    """Reads what was not read yet and keeps what is proposed, for review."""
    read_waiting(register, language)
    notes = Notes(register.derived, f"{LABEL}, {second.label}" if second else LABEL)
    documents = readable(standing(register.ledger, kinds=("document",)))
    waiting = [one for one in documents if one.id not in notes.done]
    held = _held_back(register, waiting, second)
    waiting = [one for one in waiting if one.id not in held]
    run = _Run(register, notes)
    workers = 1 if second else jobs or (cores() if len(waiting) > _FEW else 1)
    try:
        with advancing(say("reading_bar", language), things=len(waiting), total=len(waiting)) as bar:
            for task, result in worked(_tasks(register, waiting, second), workers):
                run.take(task, result)
                bar(1)
    except KeyboardInterrupt:
        tell(say("reading_stopped_out", language, n=run.read))
        raise typer.Exit(INTERRUPTED) from None
    run.summary(len(documents) - len(waiting) - len(held), language)
    if held:
        echo(say("second_held_back", language, n=len(held)))


def _tasks(
    register: "Register", waiting: list[Document], second: "SecondReader | None"
) -> Iterator[TextTask]:
    return (TextTask(document, text_of(document, register.vault), second) for document in waiting)


def _held_back(register: "Register", waiting: list[Document], second: "SecondReader | None") -> set[str]:
    """Documents of protected sources, where the text would leave this machine: they never do."""
    if second is None or not second.leaves:
        return set()
    standing = in_force(register.ledger.known_at(kinds=("source", "withdrawal")))
    protected = {one.id for one in standing if isinstance(one, Source) and one.protected}
    return {one.id for one in waiting if one.source_id in protected}


class _Run:
    """What came of the documents so far."""

    def __init__(self, register: "Register", notes: Notes) -> None:
        self._register, self._notes = register, notes
        self._kept = 0
        self.read = 0
        self._unread: Counter[str] = Counter()
        self._failed = 0
        self._dropped: Counter[str] = Counter()
        self._unanswered: Counter[str] = Counter()

    def take(self, task: TextTask, result: Any) -> None:
        """Keeps what a document gave, in one go; then it counts as read."""
        if isinstance(result, Unread):
            self._unread[result.language] += 1
        elif isinstance(result, Failed):
            self._failed += 1
            tell(result.line(task.shown))
        else:
            self._kept += len(write(self._register, result.entries, skip_known=True))
            self.read += 1
            self._dropped.update(result.dropped)
            self._unanswered.update(result.unread)
            if not result.unread:
                self._notes.add(task.document.id)

    def summary(self, before: int, language: str) -> None:
        """What was done, and what to do next."""
        echo(say("reading_kept", language, n=self.read, kept=self._kept, before=before))
        for code, number in sorted(self._unread.items()):
            echo(say("reading_no_reader", language, n=number, code=code))
        for line in second_lines(self._dropped, self._unanswered, language):
            echo(line)
        if self._failed and not self.read and not before:
            raise TizimError(say("nothing_read", language))
        if self._kept:
            echo(say("reading_unreviewed", language))
