"""The register's documents read: what each proposes is kept in one go, and then noted as done."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import orjson
import typer

from tizim import Problem, TizimError
from tizim.cli.door import write
from tizim.cli.printing import echo
from tizim.cli.reading.crew import cores, worked
from tizim.cli.reading.file_task import without_reader
from tizim.cli.reading.files import INTERRUPTED, tell
from tizim.cli.reading.plain import second_lines
from tizim.cli.reading.progress import advancing
from tizim.cli.reading.tools import Failed, Tools, within
from tizim.cli.texts import say
from tizim.cli.waiting import read_waiting
from tizim.documents import Document, Source, language_of, text_of
from tizim.ledger import Entry, in_force
from tizim.reading import READERS, entries_of, read

if TYPE_CHECKING:
    from tizim.cli.reading.second import SecondReader
    from tizim.wiring import Register

_LABEL = ", ".join(sorted(READERS.values()))
_PAGE = 500
_FEW = 8


@dataclass(frozen=True, slots=True)
class TextTask:
    """A document of the register with its text."""

    document: Document
    text: str
    second: "SecondReader | None" = None

    @property
    def shown(self) -> str:
        """Its id."""
        return self.document.id

    @property
    def size(self) -> int:
        """About as many bytes as its text has."""
        return len(self.text)

    def done(self, tools: Tools) -> "Kept | Unread | Failed":
        """The entries that reading it gives."""
        result: Kept | Unread | Failed = within(len(self.text), self._read)
        return result

    def _read(self) -> "Kept | Unread":
        said = without_reader(self.document.language)
        if said is not None:
            return Unread(said)
        reading = read(self.text, date=self.document.date)
        if isinstance(reading, Problem):
            return Unread(language_of(self.text) or "?")
        entries = entries_of(reading, self.document, self.text)
        if self.second is None:
            return Kept(entries)
        more, second = self.second.entries(reading, self.text, self.document)
        return Kept((*entries, *more), second.dropped, second.unread)


@dataclass(frozen=True, slots=True)
class Kept:
    """The entries of a document; what the second reader had dropped, and why it gave no answers."""

    entries: tuple[Entry, ...]
    dropped: Mapping[str, int] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document in a language without a reader."""

    language: str


class Notes:
    """Which documents were read, noted one by one; if the notes are lost, reading again doubles nothing."""

    def __init__(self, register: "Register", label: str) -> None:
        self._derived, self._label = register.derived, label
        self._page: list[str] = []
        self._number = 0
        self.done: set[str] = set()
        while (note := self._derived.load(self._key, label)) is not None:
            self._page = orjson.loads(note)
            self.done.update(self._page)
            if len(self._page) < _PAGE:
                break
            self._turn()

    def add(self, document_id: str) -> None:
        """Notes a document; what it costs does not grow with the number of those before."""
        self.done.add(document_id)
        self._page.append(document_id)
        self._derived.save(self._key, self._label, orjson.dumps(self._page))
        if len(self._page) >= _PAGE:
            self._turn()

    @property
    def _key(self) -> str:
        return f"read {self._number}"

    def _turn(self) -> None:
        self._number, self._page = self._number + 1, []


def keep_read(
    register: "Register", *, jobs: int | None, second: "SecondReader | None", language: str
) -> None:
    """Reads what was not read yet and keeps what is proposed, for review."""
    read_waiting(register, language)
    notes = Notes(register, f"{_LABEL}, {second.label}" if second else _LABEL)
    documents = [one for one in _documents(register) if one.text_sha256]
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


def _documents(register: "Register") -> list[Document]:
    standing = in_force(register.ledger.known_at(kinds=("document", "withdrawal")))
    return [one for one in standing if isinstance(one, Document)]


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
