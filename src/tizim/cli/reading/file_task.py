"""One file read: its text and those in it, each as an object of the flat form."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from tizim import Problem
from tizim.cli.reading.contents import Text, texts_in
from tizim.documents import RefusedError
from tizim.documents.opening import opened, read_through
from tizim.reading import Reading, read, to_flat
from tizim.reading.crew import Failed, Tools, within, without_reader

if TYPE_CHECKING:
    from tizim.cli.reading.second import SecondReader

Flat = dict[str, Any]
_CHANGED = RefusedError("changed while it was read.", "Read it when nothing writes to it.")


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of a file: an object for each text in it, its own last, and lines for people.

    Without objects it was not read.
    """

    sha256: str = ""
    objects: tuple[Flat, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileTask:
    """A file to read: ``date`` is the day that was given for it, above what the file says of itself."""

    path: Path
    shown: str
    size: int
    date: str | None = None
    why: bool = False
    second: "SecondReader | None" = None

    def done(self, tools: Tools) -> FileRead:
        """The file, read."""
        objects: list[Flat] = []
        lines: list[str] = []
        try:
            with opened(self.path, tools.extractor.limits) as (stream, size):
                sha256 = read_through(stream)
                for found in texts_in(stream.rewound(), size, self.path, self.shown, tools):
                    self._take(found, objects, lines)
                if stream.digest() != sha256:
                    raise _CHANGED
        except EOFError:
            return FileRead(lines=(*lines, str(_CHANGED.problem(self.shown))))
        except RefusedError as refusal:
            return FileRead(lines=(*lines, str(refusal.problem(self.shown))))
        if not objects or objects[-1].get("part_of"):
            return FileRead(lines=tuple(lines))
        return FileRead(sha256, tuple(objects), tuple(lines))

    def _take(self, found: Text | Problem, objects: list[Flat], lines: list[str]) -> None:
        if isinstance(found, Problem):
            lines.append(str(found))
            return
        made = within(len(found.text), lambda: self._read(found)) if found.text.strip() else None
        if isinstance(made, (Problem, Failed)):
            where = f"{self.shown}#{found.locator}" if found.locator else self.shown
            lines.append(
                made.line(where) if isinstance(made, Failed) else f"{where}: {made.what} {made.hint}"
            )
            made = None
        if made is not None:
            objects.append(made)
        elif not found.locator and objects:
            objects.append(to_flat(Reading(found.language or "en"), self._id("")))

    def _read(self, found: Text) -> Flat | Problem:
        date = self.date or found.date
        reading = read(found.text, date=date, language=without_reader(found.language))
        if isinstance(reading, Problem):
            return reading
        if self.second is not None:
            flat = self.second.beside(reading, found.text, date, self._id(found.locator), why=self.why)
        else:
            flat = to_flat(reading, self._id(found.locator), why=self.why)
        return {**flat, "part_of": self._id("")} if found.locator else flat

    def _id(self, locator: str) -> str:
        stem = PurePosixPath(self.shown).stem
        return f"{stem}#{locator}" if locator else stem
