"""A release made of an edition that was let out: file by file, packed and sealed, whole or not at all."""

from collections.abc import Sequence

from tizim import TizimError
from tizim.ledger import Entry
from tizim.publications import (
    ListEdition,
    Release,
    approved,
    as_it_stands,
    content_of,
    editions,
    errata,
    pdf_is_there,
    release_files,
    work_of,
)
from tizim.stores.signing import public_key, signed
from tizim.web.desk.editions.shown import KINDS, earlier_of
from tizim.web.desk.leaving.gate import RELEASE
from tizim.web.desk.leaving.packing import Packing
from tizim.web.desk.models import Account, Job
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import register, told
from tizim.web.desk.working import WORKS, Asked, Step, Steps, ask


def ask_to_release(edition_id: str, by: Account) -> Job:
    """Asks for the release of an edition."""
    return ask(RELEASE, {"edition": edition_id}, by)


def make(asked: Asked) -> Steps:
    """The release of an edition; the same edition gives the same bytes, however often it is begun."""
    yield Step(0)
    known = tuple(register().ledger.known_at(kinds=KINDS))
    of = next((one for one in editions(known) if one.id == asked.what["edition"]), None)
    if of is None:
        raise TizimError("There is no such edition.")
    release = _release(of, known)
    whole, worth = work_of(release)
    keys, box, done = register().keys, Packing(), 0
    for path, content in release_files(release, signed=lambda raw: signed(keys, raw)):
        box.add(path, content)
        done = min(done + worth(path), whole)
        yield Step(min(done, whole - 1), whole)
    digest, size = box.sealed()
    result = {"edition": of.id, "release": digest, "files": box.files, "bytes": size}
    yield Step(whole, whole, result=result)


def _release(of: ListEdition, known: Sequence[Entry]) -> Release:
    vault, before = register().vault, earlier_of(of, known)
    release = Release(
        of, content_of(of, vault), approved(of, known), public_key(register().keys),
        content_of(before, vault) if before else None, errata(of, known), pdf_is_there(),
    )  # fmt: skip
    return as_it_stands(release, told(moment_of({})).lives, register().ledger)


WORKS[RELEASE] = make
