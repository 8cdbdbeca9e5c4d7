"""Everything that can be found out about a register's soundness, one line a finding."""

from collections.abc import Iterator

from tizim import Problem
from tizim.documents import Document, MissingFileError, Vault
from tizim.ledger import Entry, first_break
from tizim.publications import Clearance, ListEdition
from tizim.stores.errors import StoreError
from tizim.stores.sql.database import Database
from tizim.stores.sql.ledger import SQLLedger

_PIECE = 1 << 20


def problems(database: Database, vault: Vault) -> Iterator[Problem]:
    """What is damaged in the database's file, broken in the chain, missing or damaged in the vault."""
    damage = database.damage()
    yield from (Problem("database", line, "Fetch a backup.") for line in damage)
    try:
        ledger = SQLLedger(database)
        found = first_break(ledger)
        if found:
            yield Problem("ledger", str(found), "Everything before it holds.")
        yield from _files(ledger, vault)
    except StoreError as error:
        if not damage:
            yield Problem("database", str(error))


def _files(ledger: SQLLedger, vault: Vault) -> Iterator[Problem]:
    for entry in ledger.known_at(kinds=[Document.kind, ListEdition.kind, Clearance.kind]):
        for sha256 in filter(None, _kept(entry)):
            wrong = _wrong_with(vault, sha256)
            if wrong:
                yield Problem(f"{entry.kind.replace('list_', '')} {entry.id}", wrong)


def _kept(entry: Entry) -> tuple[str | None, ...]:
    """The digests of the files in the vault that the entry tells of; an edition written by hand has none."""
    if isinstance(entry, Document):
        return entry.sha256, entry.text_sha256, entry.protected_sha256
    if isinstance(entry, Clearance):
        return (entry.photo_sha256,)
    assert isinstance(entry, ListEdition)
    return (entry.digest, entry.definition_sha256) if entry.definition_sha256 else ()


def _wrong_with(vault: Vault, sha256: str) -> str | None:
    try:
        with vault.open(sha256) as stream:
            while stream.read(_PIECE):
                pass
    except (MissingFileError, StoreError) as error:
        return str(error)
    return None
