"""A release made of an edition that was let out: file by file, packed and sealed, whole or not at all."""

from tizim import TizimError
from tizim.publications import (
    RELEASE_KINDS,
    Release,
    as_it_stands,
    editions,
    release_files,
    release_of,
    work_of,
)
from tizim.stores.signing import public_key, signed
from tizim.web.desk.leaving.gate import RELEASE
from tizim.web.desk.leaving.packing import Packing
from tizim.web.desk.models import Account, Job
from tizim.web.desk.moment import moment_of
from tizim.web.desk.opened import register, told
from tizim.web.desk.working import WORKS, Asked, Step, Steps, ask
from tizim.wiring import printing_environment


def ask_to_release(edition_id: str, by: Account) -> Job:
    """Asks for the release of an edition."""
    return ask(RELEASE, {"edition": edition_id}, by)


def make(asked: Asked) -> Steps:
    """The release of an edition; the same edition gives the same bytes, however often it is begun."""
    yield Step(0)
    release = _release(asked.what["edition"])
    whole, worth = work_of(release)
    keys, box, done = register().keys, Packing(), 0
    for path, content in release_files(release, signed=lambda raw: signed(keys, raw)):
        box.add(path, content)
        done = min(done + worth(path), whole)
        yield Step(min(done, whole - 1), whole)
    digest, size = box.sealed()
    result = {"edition": release.edition.id, "release": digest, "files": box.files, "bytes": size}
    yield Step(whole, whole, result=result)


def _release(edition_id: str) -> Release:
    known, vault = tuple(register().ledger.known_at(kinds=RELEASE_KINDS)), register().vault
    of = next((one for one in editions(known) if one.id == edition_id), None)
    if of is None:
        raise TizimError("There is no such edition.")
    key, press = public_key(register().keys), printing_environment()
    release = release_of(of, known, vault=vault, public_key=key, press=press)
    return as_it_stands(release, told(moment_of({})).lives, register().ledger)


WORKS[RELEASE] = make
