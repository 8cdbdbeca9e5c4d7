"""The flat form of a reading, as ``tizim read --format jsonl`` prints it."""

from typing import Any

from tizim.reading.found import ClaimFound, FigureFound, PersonFound, Reading


def to_flat(reading: Reading, document_id: str) -> dict[str, Any]:
    """One JSON object a document. Counted groups that are only published figures stand under ``figures``."""
    return {
        "id": document_id,
        "language": reading.language,
        "persons": [_person(person) for person in reading.persons],
        "claims": [_claim(claim) for claim in reading.claims if claim.level != "figure"],
        "figures": [_figure(figure) for figure in reading.figures],
    }


def _person(person: PersonFound) -> dict[str, Any]:
    return {"name": person.name, "forms": list(person.forms), "kind": person.kind}


def _claim(claim: ClaimFound) -> dict[str, Any]:
    status = {"status": claim.status, "as_of": claim.status_as_of} if claim.status else None
    return {
        "person": claim.person,
        "org": claim.organisation,
        "count_min": claim.count_min,
        "count_max": claim.count_max,
        "approx": claim.approximate,
        "role": claim.role,
        "act": claim.act,
        "act_detail": claim.act_detail,
        "date": claim.date,
        "place": claim.place,
        "article": list(claim.articles),
        "outcome": claim.outcome,
        "status_as_of": status,
        "certainty": claim.certainty,
        "quote": claim.quote,
        "start": claim.start,
        "end": claim.end,
    }


def _figure(figure: FigureFound) -> dict[str, Any]:
    return {
        "count": figure.count,
        "bound": figure.bound,
        "what": figure.what,
        "since": figure.since,
        "as_of": figure.as_of,
        "place": figure.place,
        "quote": figure.quote,
    }
