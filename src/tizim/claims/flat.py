"""A claim as one flat record with the names that other programs rely on, and back again.

Empty and unknown are one thing here: a text has no blanks at its edges and is never empty.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tizim import Problem
from tizim.claims.cells import blank
from tizim.claims.claim import Claim
from tizim.claims.fields import FIELDS, FlatField, field_named
from tizim.documents import Passage

OFFICIALS = frozenset(("perpetrator", "suspect"))


@dataclass(slots=True)
class Record:
    """What was read from one flat record, by part, and what could not be read."""

    claim: dict[str, Any] = field(default_factory=dict)
    passage: dict[str, Any] = field(default_factory=dict)
    document: dict[str, Any] = field(default_factory=dict)
    envelope: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def usual_case_kind(role: str) -> str:
    """The kind of case that a role means unless something else is said: officials are no victims."""
    return "against_official" if role in OFFICIALS else "persecution"


def flat_of(claim: Claim, passage: Passage | None = None) -> dict[str, Any]:
    """The flat record of a claim: every known field under its flat name, in the order of the form.

    With the passage the words quoted go along, so that the record can be imported elsewhere.
    """
    values = {flat.name: _value(flat, claim, passage) for flat in FIELDS}
    return {name: value for name, value in values.items() if value is not None and value not in ((), "")}


def read_record(
    values: Mapping[str, Any], where: str, names: Mapping[str, FlatField] | None = None
) -> Record:
    """The fields of one flat record; keys that are no fields are left alone.

    ``names`` says which column fills which field if something else than their names decides.
    """
    record = Record()
    for key, value in values.items():
        flat = field_named(key) if names is None else names.get(key)
        if flat is not None and value != "" and not blank(value):
            _read_field(record, flat, value, where)
    _complete(record.claim)
    return record


def opened(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """``status_as_of`` with ``{"status", "as_of"}`` inside it becomes the two fields it holds."""
    held = values.get("status_as_of")
    if not isinstance(held, dict):
        return values
    return {"status": held.get("status"), **values, "status_as_of": held.get("as_of")}


def claim_of(values: Mapping[str, Any], where: str = "record") -> tuple[Claim | None, tuple[Problem, ...]]:
    """The very claim that a flat record tells, envelope included; ``None`` if it cannot be told."""
    record = read_record(opened(values), where)
    given = record.claim | record.envelope | record.document
    given.pop("document", None)
    missing = [name for name in ("id", "passage_id", "document_id", "act") if name not in given]
    problems = (*record.problems, *(Problem(f"{where}, {name}", "is missing.") for name in missing))
    return (None if problems else Claim(**given)), problems


def _value(flat: FlatField, claim: Claim, passage: Passage | None) -> Any:
    if flat.part == "passage":
        return getattr(passage, flat.attribute) if passage else None
    if flat.name == "document":
        return claim.document_id if passage else None
    return getattr(claim, flat.attribute)


def _read_field(record: Record, flat: FlatField, value: Any, where: str) -> None:
    try:
        getattr(record, flat.part)[flat.attribute] = flat.kind.read(value)
    except ValueError as wrong:
        record.problems.append(Problem(f"{where}, {flat.name}", f"{wrong}.", _hint(flat)))


def _hint(flat: FlatField) -> str:
    if flat.name in ("count_min", "count_max"):
        return "For `at least 58` write 58 in count_min and nothing in count_max."
    return f"Written like: {flat.example}"


def _complete(claim: dict[str, Any]) -> None:
    """What a flat record means without saying it: the case kind of officials, the unnamed group."""
    if "role" in claim and "case_kind" not in claim:
        claim["case_kind"] = usual_case_kind(claim["role"])
    counted = "count_min" in claim or "count_max" in claim
    if counted and not claim.keys() & {"person", "group", "organisation"}:
        claim["group"] = "unnamed"
