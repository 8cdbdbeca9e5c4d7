"""The register's documents as tasks: what each proposes comes back as entries; which were read is noted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

import orjson

from tizim import Problem
from tizim.documents import Document, language_of
from tizim.ledger import Derived, Entry
from tizim.reading.crew.tools import Failed, Tools, within
from tizim.reading.entries import READERS, entries_of
from tizim.reading.found import Reading
from tizim.reading.read import read

LABEL = ", ".join(sorted(READERS.values()))
"""The readers that there are, with their versions: notes of other ones do not count."""
_PAGE = 500


class Answered(Protocol):
    """What became of a second reader's other proposals."""

    @property
    def dropped(self) -> Mapping[str, int]:
        """Why and how many were dropped."""

    @property
    def unread(self) -> Mapping[str, int]:
        """Why and how many passages it gave no answer for."""


class Second(Protocol):
    """A second reader beside the rules."""

    @property
    def label(self) -> str:
        """Its name in the claims that it proposes."""

    def entries(self, first: Reading, text: str, document: Document) -> tuple[tuple[Entry, ...], Answered]:
        """Its own proposals as entries, and what became of the others."""


def without_reader(language: str | None) -> str | None:
    """The language that somebody says a text is in, if there is no reader for it.

    Where there is one, each paragraph is read in the language that it is found to be in.
    """
    code = (language or "").split("-")[0].casefold()
    return code if code and code not in READERS else None


@dataclass(frozen=True, slots=True)
class TextTask:
    """A document of the register with its text."""

    document: Document
    text: str
    second: Second | None = None

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

    def __init__(self, derived: Derived, label: str = LABEL) -> None:
        self._derived, self._label = derived, label
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


def readable(standing: Iterable[Entry]) -> list[Document]:
    """The documents in force that have a text."""
    return [one for one in standing if isinstance(one, Document) and one.text_sha256]
