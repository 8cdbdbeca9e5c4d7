"""The fields of the flat form, version 1: what each is called, holds and means.

The table is the contract that other programs rely on (``docs/reference/flat-forms.md`` prints it).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from tizim.claims.cells import COUNT, LIST, PERPETRATORS, TEXT, YES_NO, Kind

FLAT_FORM = 1
"""The version of the flat form; it grows when a reader of the old form would read something wrong."""


@dataclass(frozen=True, slots=True)
class FlatField:
    """One field: its ``name`` in the flat form, the ``attribute`` it fills, and of what (``part``).

    ``part`` is ``claim``, ``passage``, ``document`` (the document quoted) or ``envelope`` (what the
    ledger stamps: written out, never taken in by an import).
    """

    name: str
    attribute: str
    kind: Kind
    part: str
    meaning: str
    example: str


def _claim(name: str, kind: Kind, meaning: str, example: str, attribute: str = "") -> FlatField:
    return FlatField(name, attribute or name, kind, "claim", meaning, example)


def _passage(name: str, kind: Kind, meaning: str, example: str) -> FlatField:
    return FlatField(name, name, kind, "passage", meaning, example)


def _envelope(name: str, meaning: str, example: str) -> FlatField:
    return FlatField(name, name, TEXT, "envelope", meaning, example)


FIELDS: tuple[FlatField, ...] = (
    _envelope(
        "id", "Id of the claim. In an import: the claim that this row corrects.", "c-5d0c0f6a7b1e2d3c4f50"
    ),
    FlatField(
        "document", "document", TEXT, "document", "The document quoted: its id or file name.", "letter.txt"
    ),
    _claim("person", TEXT, "Subject: the fullest form of the name in the document.", "Aru Sampleva"),
    _claim("mention", TEXT, "The form of the name in the passage itself.", "Sampleva"),
    _claim("group", TEXT, "Subject: who was counted, in the words of the source.", "participants of a rally"),
    _claim("org", TEXT, "Subject: an organisation.", "Open Steppe Society", "organisation"),
    _claim("count_min", COUNT, "How many at the least: `at least 58` is 58, `more than 25` is 26.", "58"),
    _claim("count_max", COUNT, "How many at the most; empty after `at least`.", "60"),
    _claim("approx", YES_NO, "Whether the source gives the number as about.", "yes", "approximate"),
    _claim("counting_unit", TEXT, "What is counted (code of `counting_units`).", "individual"),
    _claim("role", TEXT, "The part of the subject (code of `roles`).", "victim"),
    _claim("case_kind", TEXT, "`persecution` or `against_official` (code of `case_kinds`).", "persecution"),
    _claim("level", TEXT, "`event`, `status`, `figure` or `practice` (code of `levels`).", "event"),
    _claim("act", TEXT, "What was done (code of `acts`). Always needed.", "sentence"),
    _claim("act_detail", TEXT, "What was done, in words; needed with `other`.", "pressure on the family"),
    _claim("date", TEXT, "When (EDTF).", "2020-11"),
    _claim("date_basis", TEXT, "`stated`, or what the date was inferred from.", "stated"),
    _claim("place", TEXT, "Where.", "Sampletown"),
    _claim("agency", TEXT, "The court or agency.", "Sampletown City Court No. 2"),
    _claim("article", LIST, "Articles of law, with the law book.", "KZ-CC 405(2); KZ-CC 182(1)", "articles"),
    _claim(
        "offence", TEXT, "The title of the offence as the source gives it.", "taking part in a banned group"
    ),
    _claim(
        "alleged_organisation",
        TEXT,
        "As an accusation, charge or verdict alleges, no membership; only with acts that accuse.",
        "Open Steppe Movement",
    ),
    _claim("outcome", TEXT, "Penalties and decisions, the main one first.", "imprisonment P4Y; ban P3Y"),
    _claim("status", TEXT, "The state the subject is said to be in (code of `statuses`).", "custody"),
    _claim("status_as_of", TEXT, "The day that state is reported for (EDTF).", "2020-11-30"),
    _claim("certainty", TEXT, "How the source says it (code of `certainties`).", "alleged"),
    _claim("reported_by", TEXT, "Whom the document names as saying so.", "the lawyer"),
    _claim(
        "perpetrators",
        PERPETRATORS,
        "Name, degree of involvement and type of each.",
        "special police|carried_out|police",
    ),
    _claim("event", TEXT, "A name for the case or event that acts belong to.", "rally-2020-06"),
    _claim("age", COUNT, "Age of the person, in years.", "34"),
    _claim("sex", TEXT, "Sex of the person, as the source gives it.", "female"),
    _claim("town", TEXT, "Where the person comes from or lives.", "Sampletown"),
    _claim("occupation", TEXT, "What the person does for a living.", "teacher"),
    _claim(
        "reader",
        TEXT,
        "Name and version of the reader that proposed the claim; empty: a person.",
        "rules-en 1",
    ),
    _claim("note", TEXT, "Anything else.", "year from line 10"),
    _passage("quote", TEXT, "The words of the document that say so.", "was sentenced to four years"),
    _passage("start", COUNT, "Where the quote starts in the document's text (code points).", "310"),
    _passage("end", COUNT, "Where it ends.", "337"),
    _passage("page", COUNT, "The page it stands on.", "2"),
    _passage("locator", TEXT, "The place in material without running text.", "row 12"),
    _envelope("passage_id", "Id of the passage.", "p-0f6a7b1e2d3c4f505d0c"),
    FlatField(
        "document_id", "document_id", TEXT, "document", "Id of the document.", "d-7b1e2d3c4f505d0c0f6a"
    ),
    _envelope("corrects", "Id of the claim that this claim corrects.", "c-1e2d3c4f505d0c0f6a7b"),
    _envelope("recorded_at", "When the ledger wrote it.", "2026-11-22T05:50:00.000000Z"),
    _envelope("recorded_by", "Who wrote it.", "desk-1"),
)

_OTHER_NAMES = {
    "status_date": "status_as_of", "count": "count_min", "number": "count_min", "name": "person",
    "victim": "person", "full_name": "person", "source": "document", "file": "document",
    "file_name": "document", "type_of_act": "act", "law": "article", "sentence": "outcome",
    "penalty": "outcome", "court": "agency", "city": "place", "location": "place", "comment": "note",
    "text": "quote", "имя": "person", "фио": "person", "дата": "date", "место": "place",
    "статья": "article", "суд": "agency", "аты-жөні": "person", "күні": "date", "орны": "place",
    "бап": "article", "сот": "agency",
}  # fmt: skip
"""What people call these fields: hints only, a column is never taken for a field on the strength of them."""


@cache
def fields_by_name() -> Mapping[str, FlatField]:
    """Every accepted name of a field: the one of the flat form and the one of the claim."""
    names = {field.name: field for field in FIELDS}
    names |= {field.attribute: field for field in FIELDS}
    return names | {"claim_id": names["id"]}


def plain_name(column: str) -> str:
    """The heading of a column as field names are written: ``Status as of`` is ``status_as_of``."""
    return re.sub(r"[\s\-]+", "_", column.strip().casefold())


@cache
def field_named(column: str) -> FlatField | None:
    """The field that a column or key fills, ``None`` if there is no such field."""
    return fields_by_name().get(plain_name(column))


def nearest_field(column: str) -> str | None:
    """The known field that an unknown column perhaps means."""
    name = plain_name(column)
    meant = _OTHER_NAMES.get(name) or _OTHER_NAMES.get(column.strip().casefold())
    return meant or next(iter(get_close_matches(name, fields_by_name(), n=1, cutoff=0.7)), None)
