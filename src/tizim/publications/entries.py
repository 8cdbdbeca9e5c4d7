"""The entries of this room: what may leave, a frozen list, who let it go out, what was wrong in it."""

from dataclasses import dataclass
from typing import ClassVar

from tizim.ledger import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance(Entry):
    """A person decided what may leave the house about somebody, or of a document.

    ``subject_id`` is a mention or a document. ``level`` of a person: ``named``, ``counted`` (in numbers,
    never by name) or ``withheld`` (not even counted); of a document: ``cited``, ``used`` (its facts, not
    itself) or ``withheld``. ``basis`` says on what ground: ``consent``, ``guardian_consent``,
    ``family_consent``, ``published``, ``decision``. ``fields`` are those that may leave beside the usual
    ones. ``photo`` is the document, a picture of the person, that may leave with ``photo`` among the fields;
    ``photo_sha256`` is of the picture made anew from it, as it leaves, which lies in the vault. The latest
    counts.
    """

    kind: ClassVar[str] = "clearance"

    subject_id: str
    level: str
    basis: str | None = None
    fields: tuple[str, ...] = ()
    note: str | None = None
    photo: str | None = None
    photo_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEdition(Entry):
    """A list by this definition, for this day and as known at this moment, was frozen under a number.

    With ``as_of`` (a day, EDTF), ``known_at`` (a moment in the ledger) and ``basis`` the edition can be
    computed again at any time; ``digest`` (SHA-256 of the frozen bytes, which lie in the vault) shows
    whether that gives the same. ``number`` counts the editions of one definition from 1. ``vocabulary`` is
    the digest of the words and rules, ``program`` the version, ``definition_sha256`` the definition's text
    in the vault. ``signature`` is over the digest.
    """

    kind: ClassVar[str] = "list_edition"

    definition: str
    as_of: str
    known_at: str
    number: int
    digest: str
    signature: str | None = None
    note: str | None = None
    basis: str | None = None
    vocabulary: str | None = None
    program: str | None = None
    definition_sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Approval(Entry):
    """A second pair of eyes: somebody else than who froze it lets an edition go out, or refuses to."""

    kind: ClassVar[str] = "approval"

    edition_id: str
    decision: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Erratum(Entry):
    """What was wrong in a published edition, what is right, and why; it stands beside the edition for good.

    ``place`` is where in the edition (the number of a person on the list, a figure); ``date`` is the day of
    the correction, EDTF.
    """

    kind: ClassVar[str] = "erratum"

    edition_id: str
    place: str
    said: str
    right: str
    reason: str
    date: str
