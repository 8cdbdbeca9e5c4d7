"""What is taken in: a file of a folder, or a file in another file; the vault gets both in the same way."""

import io
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from tizim.documents.drafting import Bytes
from tizim.documents.errors import RefusedError
from tizim.documents.extracted import Extracted, Part
from tizim.documents.metadata import all_fields, part_fields
from tizim.documents.naming import printable, public_name
from tizim.documents.opening import Watched
from tizim.documents.vault import Vault

CHANGED = RefusedError("changed while it was read.", "Add it again when nothing writes to it.")
_CONTAINERS = (".zip", ".eml", ".msg", ".warc", ".gz", ".wacz", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A file to take in: how people see it, its bytes, and what they say of it.

    ``beside`` are the fields of its sheets (for a part those of the file it came in), read when they are
    needed. ``part`` is what the container knows of it; ``depth`` how many containers lie around it.
    """

    shown: str
    name: str
    stream: Watched
    size: int
    sha256: str
    beside: Callable[[], Mapping[str, str]]
    part: Part | None = None
    part_of: str | None = None
    depth: int = 0

    @property
    def may_hold_parts(self) -> bool:
        """Whether the name is one of a file with files in it."""
        return self.name.lower().endswith(_CONTAINERS)

    def fields(
        self, extracted: Extracted, beside: Mapping[str, str], options: Mapping[str, str]
    ) -> dict[str, str]:
        """All that is known of the file beside its text."""
        if self.part:
            return part_fields(extracted, self.part, beside, options)
        return all_fields(extracted, beside)


def piece_of(part: Part, container: Piece, container_id: str, beside: Mapping[str, str]) -> Piece:
    """A file in a file, as something to take in."""
    return Piece(
        shown=shown_part(container, part.locator),
        name=part.name,
        stream=Watched(io.BytesIO(part.content)),
        size=len(part.content),
        sha256=digest(part.content),
        beside=lambda: beside,
        part=part,
        part_of=container_id,
        depth=container.depth + 1,
    )


def shown_part(container: Piece, locator: str) -> str:
    """How a file in a file is shown: ``mail.eml#attachment 2``."""
    return f"{container.shown}#{public_name(locator)}"


def digest(content: bytes) -> str:
    """The SHA-256 of bytes."""
    import hashlib

    return hashlib.sha256(content).hexdigest()


def kept(piece: Piece, extracted: Extracted, vault: Vault) -> Bytes:
    """Puts the bytes, the text and what is protected into the vault."""
    if vault.put(piece.stream.rewound()) != piece.sha256:
        raise CHANGED
    text = extracted.text.encode("utf-8")
    hidden = _protected(piece, extracted)
    return Bytes(
        name=public_name(piece.name),
        sha256=piece.sha256,
        size=piece.size,
        text_sha256=vault.put(io.BytesIO(text)) if text else None,
        part_of=piece.part_of,
        locator=public_name(piece.part.locator) if piece.part else None,
        protected_sha256=vault.put(io.BytesIO(hidden)) if hidden else None,
    )


def _protected(piece: Piece, extracted: Extracted) -> bytes:
    """What stands in the vault alone: who is behind the pseudonyms, and names that could not be shown."""
    locator = piece.part.locator if piece.part else ""
    hidden: dict[str, object] = {}
    if extracted.protected:
        hidden["behind"] = _as_json(extracted.protected)
    if public_name(piece.name) != printable(piece.name):
        hidden["file_name"] = printable(piece.name)
    if public_name(locator) != printable(locator):
        hidden["locator"] = printable(locator)
    return json.dumps(hidden, ensure_ascii=False, sort_keys=True).encode() if hidden else b""


def _as_json(table: str) -> object:
    """The table as the worker made it; what is no JSON is kept as it came, for the worker is not trusted."""
    try:
        return cast(object, json.loads(table))
    except (ValueError, RecursionError):
        return table
