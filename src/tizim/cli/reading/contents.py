"""The texts in one file: its own, and those of the files in it, within bounds."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from tizim import Problem
from tizim.documents import Extracted, Limits, Part, RefusedError
from tizim.documents.metadata import all_fields, part_fields
from tizim.documents.naming import public_name
from tizim.reading.crew import Tools

_DEEPEST = 5
_MOST_HARM = 10


@dataclass(frozen=True, slots=True)
class Text:
    """A text to read, its place in the file (``""`` is the file itself), and what is known of it."""

    locator: str
    text: str
    date: str | None
    language: str | None


def texts_in(stream: BinaryIO, size: int, path: Path, shown: str, tools: Tools) -> Iterator[Text | Problem]:
    """Every text in the file, its own last, so that whoever has that one has them all.

    RefusedError if there is none to be had of the file itself.
    """
    sheet = tools.metadata.beside(path, shown)
    yield from sheet.problems
    opening = _Opening(tools, tools.extractor.limits, sheet.fields)
    yield from opening.texts(stream, size, Part(name=path.name, locator="", content=b""), shown)


class _Opening:
    """One file being opened, with all that lies in it: what is left of bytes, parts and patience."""

    def __init__(self, tools: Tools, limits: Limits, beside: Mapping[str, str]) -> None:
        self._tools, self._limits, self._beside = tools, limits, beside
        self._harm = 0

    def texts(
        self, stream: BinaryIO, size: int, part: Part, shown: str, depth: int = 0
    ) -> Iterator[Text | Problem]:
        found = self._tools.extractor.extract(
            stream, file_name=part.name, size=size, declared=part.declared, limits=self._limits
        )
        if found.remark:
            yield Problem(shown, found.remark)
        if found.parts and depth >= _DEEPEST:
            raise RefusedError(
                f"lies in {_DEEPEST} files, one in the other, and holds more.", "Unpack the outer ones."
            )
        for left in found.left_out:
            yield Problem(f"{shown}#{public_name(left.locator)}", left.what, left.hint)
        self._fill(found)
        for inner in found.parts:
            yield from self._part(inner, part.locator, shown, depth + 1)
        yield self._own(found, part)

    def _part(self, part: Part, outer: str, shown: str, depth: int) -> Iterator[Text | Problem]:
        where = f"{shown}#{public_name(part.locator)}"
        if self._harm >= _MOST_HARM:
            return
        inner = replace(part, locator=f"{outer}#{part.locator}" if outer else part.locator)
        try:
            yield from self.texts(io.BytesIO(part.content), len(part.content), inner, where, depth)
        except RefusedError as refusal:
            self._harm += refusal.what.startswith(("takes longer", "breaks the program", "needs more memory"))
            yield refusal.problem(where)
            if self._harm >= _MOST_HARM:
                yield Problem(where, "is the last that is tried: the parts after it are not opened.")

    def _fill(self, found: Extracted) -> None:
        left = self._limits.unpacked_bytes - sum(len(part.content) for part in found.parts)
        parts = self._limits.parts - len(found.parts)
        self._limits = replace(self._limits, unpacked_bytes=max(0, left), parts=max(0, parts))

    def _own(self, found: Extracted, part: Part) -> Text:
        inside = bool(part.locator)
        known = part_fields(found, part, self._beside, {}) if inside else all_fields(found, self._beside)
        return Text(public_name(part.locator), found.text, known.get("date"), known.get("language"))
