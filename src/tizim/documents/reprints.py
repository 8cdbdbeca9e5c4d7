"""Which document a document repeats: named by the file beside it or by its id, whichever comes first."""

import os
import re
import unicodedata
from pathlib import Path

from tizim.documents.errors import RefusedError
from tizim.documents.limits import Limits
from tizim.documents.metadata import Metadata
from tizim.documents.opening import digest_of
from tizim.documents.walk import Found
from tizim.ledger import content_id

_ID = re.compile("d-[0-9a-f]{20}")


def document_id(sha256: str) -> str:
    """The id of the document with these bytes: the same wherever and whenever it is received."""
    return content_id("d", sha256)


def reprinted_id(found: Found, named: str, metadata: Metadata, limits: Limits) -> str:
    """The id of the document that ``named`` means: an id, or a file beside the one found.

    The file is read for its digest, so it need not have been received yet, and the order of files does
    not matter. RefusedError if there is no such file, or if reprints go round in a circle.
    """
    if _ID.fullmatch(named):
        return named
    original = _file_named(found.path, named, found.root)
    _refuse_circle(found, original, metadata)
    try:
        return document_id(digest_of(original, limits))
    except RefusedError as refusal:
        raise RefusedError(f"reprints a file that {refusal.what}", refusal.hint) from None


def _file_named(beside: Path, named: str, root: Path) -> Path:
    """The file of that name, under the folder that was given; composed and decomposed letters are alike."""
    folder = (beside.parent / named).parent
    wanted = unicodedata.normalize("NFC", Path(named).name)
    names = os.listdir(folder) if os.path.isdir(folder) else []
    match = next((name for name in names if unicodedata.normalize("NFC", name) == wanted), None)
    path = Path(os.path.realpath(folder / match)) if match else None
    if path is None or not path.is_relative_to(os.path.realpath(root)):
        raise RefusedError(
            "reprints a file that is not here.", "Name a file of this folder, or a document's id."
        )
    return path


def _refuse_circle(found: Found, original: Path, metadata: Metadata) -> None:
    seen = {Path(os.path.realpath(found.path))}
    here: Path | None = original
    while here:
        if here in seen:
            raise RefusedError(
                "reprints itself, perhaps by way of others.", "Leave the original without 'reprints'."
            )
        seen.add(here)
        here = _next(here, found.root, metadata)


def _next(path: Path, root: Path, metadata: Metadata) -> Path | None:
    named = metadata.beside(path, path.name).fields.get("reprints", "")
    if not named or _ID.fullmatch(named):
        return None
    try:
        return _file_named(path, named, root)
    except RefusedError:
        return None  # that file's own line says so
