"""Taking files in: one at a time, each becomes entries to append, or is there already, or is refused."""

import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from tizim import Problem
from tizim.documents.drafting import Bytes, document_entry, source_entry
from tizim.documents.entries import Document, Source
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted
from tizim.documents.extractor import Extractor
from tizim.documents.limits import USUAL, Limits
from tizim.documents.metadata import Metadata, all_fields
from tizim.documents.opening import Watched, opened, read_through
from tizim.documents.reprints import document_id, reprinted_id
from tizim.documents.vault import Vault
from tizim.documents.walk import Found, printable, walk

_CHANGED = RefusedError("changed while it was read.", "Add it again when nothing writes to it.")


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
            yield self._one(found)

    def _one(self, found: Found) -> Received:
        try:
            with opened(found.path, self.extractor.limits) as (stream, size):
                return self._opened(found, stream, size)
        except RefusedError as refusal:
            return Received(found.shown, "refused", problems=(refusal.problem(found.shown),))

    def _opened(self, found: Found, stream: Watched, size: int) -> Received:
        sha256 = read_through(stream)
        own_id = document_id(sha256)
        if bytes.fromhex(sha256) in self._seen or self.is_known(sha256):
            return Received(found.shown, "already_there", document_id=own_id)
        sheet = self.metadata.beside(found.path, found.shown)
        if sheet.problems:
            return Received(found.shown, "refused", problems=sheet.problems)
        fields = dict(sheet.fields)
        if fields.get("reprints"):
            fields["reprints"] = self._reprinted(found, fields["reprints"], own_id)
        extracted = self._extracted(found, stream, sha256, size)
        every = all_fields(extracted, fields)
        source = self._source(every)
        kept = self._kept(found, stream, sha256, extracted)
        document = document_entry(kept, extracted, every, source)
        self._seen.add(bytes.fromhex(sha256))
        return _added(found.shown, document, self._if_new(source), extracted.remark)

    def _reprinted(self, found: Found, named: str, own_id: str) -> str:
        original = reprinted_id(found, named, self.metadata, self.extractor.limits)
        if original == own_id:
            raise RefusedError("reprints itself.", "Leave the original without 'reprints'.")
        return original

    def _extracted(self, found: Found, stream: Watched, sha256: str, size: int) -> Extracted:
        try:
            extracted = self.extractor.extract(stream.rewound(), file_name=found.path.name, size=size)
        except EOFError:
            raise _CHANGED from None
        if stream.digest() != sha256:
            raise _CHANGED
        return extracted

    def _kept(self, found: Found, stream: Watched, sha256: str, extracted: Extracted) -> Bytes:
        """Puts the bytes and the text into the vault."""
        if self.vault.put(stream.rewound()) != sha256:
            raise _CHANGED
        text = extracted.text.encode("utf-8")
        text_sha256 = self.vault.put(io.BytesIO(text)) if text else None
        size = stream.tell()
        return Bytes(name=printable(found.path.name), sha256=sha256, size=size, text_sha256=text_sha256)

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


def _added(shown: str, document: Document, sources: tuple[Source, ...], remark: str) -> Received:
    problems = (Problem(shown, remark),) if remark else ()
    return Received(shown, "added", (*sources, document), problems, document.id)
