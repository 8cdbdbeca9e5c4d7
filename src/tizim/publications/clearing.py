"""Who may be named and which documents may be used: what people decided, and what holds where nobody has."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tizim.claims import Claim
from tizim.documents import Document, Source
from tizim.identity import Person
from tizim.ledger import Entry, content_id, in_force
from tizim.publications.allowed import allowed, decided
from tizim.publications.entries import Clearance
from tizim.publications.errors import PublicationError
from tizim.timelines import is_persecution

NAMED, COUNTED, WITHHELD = "named", "counted", "withheld"
CITED, USED = "cited", "used"
LEVELS = {"m": (NAMED, COUNTED, WITHHELD), "d": (CITED, USED, WITHHELD)}
"""Levels by the letter of the subject's id: mentions and documents."""


@dataclass(frozen=True, slots=True)
class Cleared:
    """What may leave about one person: the level, the fields beside the usual ones, and why that level.

    ``reasoned``: the decisions give a reason, which an official's name needs who was not asked. ``photo`` is
    the digest of the photo that may leave.
    """

    level: str
    fields: frozenset[str] = frozenset()
    why: str = "published"
    reasoned: bool = False
    photo: str | None = None


def of_all(found: Iterable[Cleared]) -> Cleared | None:
    """What may leave about somebody who may be any of these: what all of them allow; None for nobody.

    A photo shows one of them: it leaves where exactly one is let out.
    """
    several = tuple(found)
    strict = next((one for one in several if one.level != NAMED), None)
    if strict or len(several) < 2:
        return strict or next(iter(several), None)
    fields = frozenset.intersection(*(one.fields for one in several))
    photos = {one.photo for one in several} - {None}
    photo = photos.pop() if len(photos) == 1 else None
    return Cleared(NAMED, fields, several[0].why, all(one.reasoned for one in several), photo)


class Clearing:
    """What may leave, from everything known at a moment."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        standing = in_force(entries)
        self._documents = {one.id: one for one in standing if isinstance(one, Document)}
        self._sources = {one.id: one for one in standing if isinstance(one, Source)}
        given = (one for one in standing if isinstance(one, Clearance))
        self._given: Mapping[str, Clearance] = {one.subject_id: one for one in given}

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of all documents."""
        return tuple(self._documents)

    def document(self, document_id: str) -> str:
        """``cited``, ``used`` or ``withheld``: a public document is cited if nobody decided otherwise."""
        given = self._given.get(document_id)
        if given:
            return given.level
        document = self._documents.get(document_id)
        return CITED if document and self._is_public(document) else WITHHELD

    def given(self, person: Person) -> list[Clearance]:
        """The decisions on the person, one a mention."""
        return [self._given[one] for one in person.mention_ids if one in self._given]

    def decided(self, person: Person) -> str | None:
        """The strictest level that was decided for the person; None where nobody decided."""
        strictest = max(self.given(person), key=_strictness, default=None)
        return strictest.level if strictest else None

    def shut_addresses(self) -> frozenset[str]:
        """The addresses of documents that may not be cited, and of none that may."""
        may = {one.url for one in self._documents.values() if self.document(one.id) == CITED}
        return frozenset(one.url for one in self._documents.values() if one.url and one.url not in may)

    def fields_of(self, document_id: str) -> frozenset[str]:
        """The protected topics of which quotations of the document may speak."""
        given = self._given.get(document_id)
        return frozenset(given.fields) if given else frozenset()

    def usable(self) -> frozenset[str]:
        """The ids of the documents whose facts may leave: an edition is told from these alone."""
        return frozenset(one for one in self._documents if self.document(one) != WITHHELD)

    def person(self, person: Person, claims: Iterable[Claim]) -> Cleared:
        """What may leave about the person with these claims: all that are known, of documents that stay too.

        An age that only a document tells which stays protects a child all the same. Nobody is named of whose
        persecution no cited document tells: no relative, official, witness; a minor only with a guardian's
        consent.
        """
        told = tuple(claims)
        given = self.given(person)
        strictest = max(given, key=_strictness, default=None)
        fields = frozenset.intersection(*(frozenset(one.fields) for one in given)) if given else frozenset()
        if strictest and strictest.level != NAMED:
            return Cleared(strictest.level, fields, "decided")
        if is_minor(told) and not any(one.basis in allowed()["minors_named_with"] for one in given):
            return Cleared(COUNTED, fields, "minor")
        if strictest:
            photo = self._photo(given, grounds=_photo_grounds(told))
            return Cleared(NAMED, fields, "decided", all(one.note for one in given), photo)
        is_cited = any(is_persecution(one) and self.document(one.document_id) == CITED for one in told)
        return Cleared(NAMED) if is_cited else Cleared(COUNTED, why="not_published")

    def _photo(self, given: Iterable[Clearance], *, grounds: Sequence[str]) -> str | None:
        """The one photo that all decisions let out, on such a ground, of a document that is not withheld."""
        found = {
            one.photo_sha256 if "photo" in one.fields and one.basis in grounds and self._shows(one) else None
            for one in given
        }
        return found.pop() if len(found) == 1 else None

    def _shows(self, one: Clearance) -> bool:
        decided = self._given.get(one.photo or "")
        return one.photo in self._documents and not (decided and decided.level == WITHHELD)

    def _is_public(self, document: Document) -> bool:
        if document.obtained and document.obtained not in allowed()["public_ways"]:
            return False
        source = self._sources.get(document.source_id or "")
        if source and (source.protected or source.source_kind in allowed()["guarded_sources"]):
            return False
        return bool(document.obtained or document.url)


def _strictness(one: Clearance) -> int:
    return LEVELS["m"].index(one.level)


def _photo_grounds(claims: Iterable[Claim]) -> Sequence[str]:
    grounds: Sequence[str] = allowed()["minors_named_with" if is_minor(claims) else "photo_with"]
    return grounds


def is_minor(claims: Iterable[Claim]) -> bool:
    """Whether any claim gives an age under that of majority, or calls somebody a child and gives none."""
    return any(is_young(one.age, one.occupation) for one in claims)


def is_young(age: int | None, occupation: str | None) -> bool:
    """Whether an age is under that of majority; where it is not told, whether the occupation is a child's."""
    if age is not None:
        return bool(age < allowed()["age_of_majority"])
    words = re.findall(r"[^\W\d_]+", (occupation or "").casefold())
    return any(word.startswith(tuple(allowed()["minors_called"])) for word in words)


def fields_for(subject_id: str) -> frozenset[str]:
    """The fields that a decision on a document, or on a mention, can let out."""
    return decided("passage") if subject_id.startswith("d") else decided("person") | decided("act")


def clearances(subject_ids: Iterable[str], said: Mapping[str, Any], *, after: str) -> tuple[Clearance, ...]:
    """The entries of one decision on the mentions of a person, or on a document.

    ``after`` is the digest of the ledger's head: the same may be decided again later. ``said`` gives
    ``level``, ``basis``, ``fields``, ``note``, ``photo`` with ``photo_sha256`` (see ``photos.kept_photo``).
    PublicationError where one of them is unknown.
    """
    level, basis, note = said["level"], said.get("basis") or None, said.get("note") or None
    fields, photo = tuple(said.get("fields") or ()), (said.get("photo"), said.get("photo_sha256"))
    made = tuple(
        Clearance(
            id=content_id("x", one, level, basis, list(fields), note, *filter(None, photo), after),
            subject_id=one, level=level, basis=basis, fields=fields, note=note,
            photo=photo[0], photo_sha256=photo[1],
        )
        for one in subject_ids
    )  # fmt: skip
    for one in made:
        check_clearance(one)
    return made


def check_clearance(one: Clearance) -> None:
    """PublicationError where the level, the ground or a field is unknown."""
    levels = LEVELS.get(one.subject_id[:1], ())
    if one.level not in levels:
        raise PublicationError(
            f"{one.subject_id}: level '{one.level}' is not one of {', '.join(levels) or 'none'}"
        )
    if one.basis and one.basis not in allowed()["grounds"]:
        raise PublicationError(
            f"{one.subject_id}: ground '{one.basis}' is not one of {', '.join(allowed()['grounds'])}"
        )
    strange = sorted(set(one.fields) - fields_for(one.subject_id))
    if strange:
        raise PublicationError(f"{one.subject_id}: '{strange[0]}' is no field that a decision can let out")
    _check_photo(one)


def _check_photo(one: Clearance) -> None:
    wanted = "photo" in one.fields
    if wanted != bool(one.photo and one.photo_sha256):
        raise PublicationError(
            f"{one.subject_id}: the field 'photo' and the document of the photo go together"
        )
    if wanted and (one.level != NAMED or one.basis not in allowed()["photo_with"]):
        raise PublicationError(
            f"{one.subject_id}: a photo leaves with the name alone, by {', '.join(allowed()['photo_with'])}"
        )
