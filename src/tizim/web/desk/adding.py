"""Files that were handed in at the desk: they lie encrypted in the vault, and a worker takes them in."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from tizim.documents import Document, Extractor, receive_stream
from tizim.ledger import standing
from tizim.web.desk.models import Account, Job
from tizim.web.desk.opened import register, write
from tizim.web.desk.working import WORKS, Step, ask

KIND = "add"


def hand_in(files: list[UploadedFile], said: Mapping[str, str], by: Account) -> Job:
    """Keeps the files in the vault and asks for them to be taken in; ``said`` are fields for all of them."""
    kept = [{"name": one.name, "sha256": register().vault.put(io.BytesIO(one.read()))} for one in files]
    return ask(KIND, {"files": kept, "said": {name: value for name, value in said.items() if value}}, by)


def take_in(asked: Mapping[str, Any], by: str) -> Iterator[Step]:
    """Takes the files in, one after the other; those that are there already are said to be."""
    files = asked["files"]
    known = {
        one.sha256 for one in standing(register().ledger, kinds=("document",)) if isinstance(one, Document)
    }
    with Extractor() as extractor:
        for done, file in enumerate(files):
            yield Step(done, len(files), tuple(_taken(file, asked["said"], known, extractor, by)))
    yield Step(len(files), len(files))


def _taken(
    file: Mapping[str, str], said: Mapping[str, str], known: set[str], extractor: Extractor, by: str
) -> Iterator[str]:
    vault = register().vault
    with vault.open(file["sha256"]) as kept:
        stream = io.BytesIO(kept.read())
    taken = receive_stream(
        (file["name"], stream), vault=vault, known=known.__contains__, extractor=extractor, options=said
    )
    for received in taken:
        if received.entries:
            write(received.entries, by=by)
            known.update(one.sha256 for one in received.entries if isinstance(one, Document))
        yield from received.lines


WORKS[KIND] = take_in
