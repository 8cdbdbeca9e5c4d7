"""Taking files in: one at a time, each becomes entries to append, or is there already, or is refused."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from tizim import Problem
from tizim.documents.drafting import document_entry, source_entry
from tizim.documents.entries import Document, Source
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted
from tizim.documents.extractor import Extractor
from tizim.documents.limits import USUAL, Limits
from tizim.documents.metadata import Metadata
from tizim.documents.opening import Watched, opened, read_through, watched_whole
from tizim.documents.pieces import CHANGED, Piece, kept, piece_of, shown_part
from tizim.documents.reprints import document_id, reprinted_id
from tizim.documents.vault import Vault
from tizim.documents.walk import Found, walk

_DEEPEST = 5
_MOST_HARM = 10
_TOO_HARMFUL = RefusedError(
    f"holds {_MOST_HARM} parts or more that break the program that reads them; the rest is not opened.",
    "Unpack it and add its parts.",
)


@dataclass(frozen=True, slots=True)
class Received:
    """What became of one file: the entries to append, and every line that people must see.

    ``added``: the bytes and the text lie in the vault, ``entries`` are a Source if its publisher is new in
    this run, and the Document; a problem beside them says what to know (a scan has no text).
    ``already_there``: a document with these bytes was known, nothing is added. ``refused``: see ``problems``.
    """

    file: str
    outcome: Literal["added", "already_there", "refused"]
    entries: tuple[Source | Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    document_id: str | None = None

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell people about the file."""
        told = tuple(str(problem) for problem in self.problems)
        if self.outcome == "added":
            return told or (f"{self.file}: added as {self.document_id}.",)
        if self.outcome == "already_there":
            return (f"{self.file}: is there already as {self.document_id}; nothing was added.",)
        return told


def receive(
    paths: Sequence[str | Path],
    *,
    vault: Vault,
    known: Callable[[str], bool] | Collection[str] = (),
    options: Mapping[str, str] | None = None,
    limits: Limits = USUAL,
) -> Iterator[Received]:
    """Takes in files and folders, file by file in the order of names; memory does not grow with their number.

    ``known`` says of a SHA-256 whether a document with these bytes stands in the ledger. ``options`` are
    fields for all files, above what sheets say. Append the entries with ``skip_known=True``: a Source of an
    earlier run comes again with the same id.
    """
    metadata = Metadata(options or {})
    if metadata.options.problems:
        yield Received("options", "refused", problems=metadata.options.problems)
        return
    is_known = known if callable(known) else frozenset(known).__contains__
    with Extractor(limits) as extractor:
        intake = _Intake(vault, is_known, metadata, extractor)
        for found in walk([Path(path) for path in paths]):
            yield from intake.take(found)


def receive_stream(
    file: tuple[str, BinaryIO],
    *,
    vault: Vault,
    known: Callable[[str], bool],
    extractor: Extractor,
    options: Mapping[str, str] | None = None,
) -> Iterator[Received]:
    """Takes in one file that is open already: its name and a stream that can go back. What is in it first."""
    name, stream = file
    metadata = Metadata(options or {})
    if metadata.options.problems:
        yield Received(name, "refused", problems=metadata.options.problems)
        return
    try:
        watched, size = watched_whole(stream, extractor.limits)
        sha256 = read_through(watched)
        given = metadata.options.fields
        piece = Piece(
            shown=name, name=name, stream=watched, size=size, sha256=sha256, beside=lambda: dict(given)
        )
        yield from _Intake(vault, known, metadata, extractor)._taken(piece, _Room(extractor.limits))
    except RefusedError as refusal:
        yield Received(name, "refused", problems=(refusal.problem(name),))


class _WrongSheetError(Exception):
    """What people say beside a file cannot be taken."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self.problems = problems


class _Room:
    """What is left for the files in one file, however deep they lie: bytes, number, and patience."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._harm = 0

    def fill(self, extracted: Extracted) -> None:
        """Counts the files that were found in a file."""
        bytes_left = self.limits.unpacked_bytes - sum(len(part.content) for part in extracted.parts)
        parts_left = self.limits.parts - len(extracted.parts)
        self.limits = replace(self.limits, unpacked_bytes=max(0, bytes_left), parts=max(0, parts_left))

    def count(self, received: Received) -> None:
        """Counts a file that broke the worker or took too long."""
        if received.outcome == "refused" and any(_is_harm(problem.what) for problem in received.problems):
            self._harm += 1

    @property
    def is_spent(self) -> bool:
        """Whether so many did harm that the rest is left alone."""
        return self._harm >= _MOST_HARM


def _is_harm(what: str) -> bool:
    return what.startswith(("takes longer", "breaks the program", "needs more memory"))


class _Intake:
    """One run: what it takes files with, and what it has seen."""

    def __init__(
        self, vault: Vault, is_known: Callable[[str], bool], metadata: Metadata, extractor: Extractor
    ) -> None:
        self.vault, self.is_known, self.metadata, self.extractor = vault, is_known, metadata, extractor
        self._seen: set[bytes] = set()
        self._told: set[Path] = set()
        self._sources: dict[str, Source] = {}

    def take(self, found: Found | Problem) -> Iterator[Received]:
        """What becomes of a file; before the first of a folder, what is wrong with its ``documents.yml``."""
        if isinstance(found, Problem):
            yield Received(found.where, "refused", problems=(found,))
            return
        folder = self.metadata.folder(found.path, found.shown)
        if found.path.parent not in self._told:
            self._told.add(found.path.parent)
            for problem in (*folder.problems, *folder.strays):
                yield Received(problem.where, "refused", problems=(problem,))
        if not folder.problems:
            yield from self._one(found)

    def _one(self, found: Found) -> Iterator[Received]:
        try:
            with opened(found.path, self.extractor.limits) as (stream, size):
                piece = self._of_folder(found, stream, size)
                yield from self._taken(piece, _Room(self.extractor.limits))
        except RefusedError as refusal:
            yield Received(found.shown, "refused", problems=(refusal.problem(found.shown),))

    def _of_folder(self, found: Found, stream: Watched, size: int) -> Piece:
        sha256 = read_through(stream)
        return Piece(
            shown=found.shown,
            name=found.path.name,
            stream=stream,
            size=size,
            sha256=sha256,
            beside=lambda: self._beside(found, document_id(sha256)),
        )

    def _beside(self, found: Found, own_id: str) -> Mapping[str, str]:
        """What sheets and options say of a file; _WrongSheetError if a sheet is wrong."""
        sheet = self.metadata.beside(found.path, found.shown)
        if sheet.problems:
            raise _WrongSheetError(sheet.problems)
        fields = dict(sheet.fields)
        if fields.get("reprints"):
            fields["reprints"] = self._reprinted(found, fields["reprints"], own_id)
        return fields

    def _reprinted(self, found: Found, named: str, own_id: str) -> str:
        original = reprinted_id(found, named, self.metadata, self.extractor.limits)
        if original == own_id:
            raise RefusedError("reprints itself.", "Leave the original without 'reprints'.")
        return original

    def _taken(self, piece: Piece, room: "_Room") -> Iterator[Received]:
        """What becomes of a file: the files in it come first, so that no interruption loses them."""
        own_id = document_id(piece.sha256)
        seen = bytes.fromhex(piece.sha256) in self._seen
        if seen or self.is_known(piece.sha256):
            if piece.may_hold_parts and not seen:
                yield from self._missed(piece, room)
            yield Received(piece.shown, "already_there", document_id=own_id)
            return
        try:
            beside = piece.beside()
            extracted = self._extracted(piece, room)
            yield from self._parts(piece, extracted, beside, room)
            yield self._added(piece, extracted, beside)
        except _WrongSheetError as wrong:
            yield Received(piece.shown, "refused", problems=wrong.problems)
        except RefusedError as refusal:
            yield Received(piece.shown, "refused", problems=(refusal.problem(piece.shown),))

    def _missed(self, piece: Piece, room: "_Room") -> Iterator[Received]:
        """Files in a file that is known already, which an earlier version or run could not take."""
        try:
            beside = piece.beside()
            parts = self._parts(piece, self._extracted(piece, room), beside, room)
            yield from (received for received in parts if received.outcome == "added")
        except (RefusedError, _WrongSheetError):
            return  # said when it was added

    def _parts(
        self, piece: Piece, extracted: Extracted, beside: Mapping[str, str], room: "_Room"
    ) -> Iterator[Received]:
        for left in extracted.left_out:
            where = shown_part(piece, left.locator)
            yield Received(where, "refused", problems=(Problem(where, left.what, left.hint),))
        room.fill(extracted)
        for part in extracted.parts:
            inner = piece_of(part, piece, document_id(piece.sha256), beside)
            if room.is_spent:
                raise _TOO_HARMFUL
            for received in self._taken(inner, room):
                room.count(received)
                yield received

    def _extracted(self, piece: Piece, room: "_Room") -> Extracted:
        declared = piece.part.declared if piece.part else ""
        try:
            extracted = self.extractor.extract(
                piece.stream.rewound(),
                file_name=piece.name,
                size=piece.size,
                declared=declared,
                limits=room.limits,
            )
        except EOFError:
            raise CHANGED from None
        if piece.stream.digest() != piece.sha256:
            raise CHANGED
        if extracted.parts and piece.depth >= _DEEPEST:
            raise RefusedError(
                f"lies in {_DEEPEST} files, one in the other, and holds more: it is not opened.",
                "Unpack the outer ones and add what is in them.",
            )
        return extracted

    def _added(self, piece: Piece, extracted: Extracted, beside: Mapping[str, str]) -> Received:
        every = piece.fields(extracted, beside, self.metadata.options.fields)
        source = self._source(every)
        document = document_entry(kept(piece, extracted, self.vault), extracted, every, source)
        self._seen.add(bytes.fromhex(piece.sha256))
        problems = (Problem(piece.shown, extracted.remark),) if extracted.remark else ()
        return Received(piece.shown, "added", (*self._if_new(source), document), problems, document.id)

    def _source(self, fields: Mapping[str, str]) -> Source | None:
        """The source that the fields name; RefusedError if an earlier file tells otherwise about it."""
        source = source_entry(fields)
        before = self._sources.get(source.id, source) if source else None
        if source and before and replace(before, name=source.name) != source:
            raise RefusedError(
                f"tells otherwise about its publisher ({source.id}) than a file before it.",
                "Give source_kind, reliability and protected alike in all files, best under 'defaults'.",
            )
        return source

    def _if_new(self, source: Source | None) -> tuple[Source, ...]:
        if source is None or source.id in self._sources:
            return ()
        self._sources[source.id] = source
        return (source,)
