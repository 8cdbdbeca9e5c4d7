"""The flat form of a reading, as ``tizim read --format jsonl`` prints it."""

from typing import Any

from tizim.reading.found import ClaimFound, FigureFound, PersonFound, Reading


def to_flat(reading: Reading, document_id: str, *, why: bool = False) -> dict[str, Any]:
    """One JSON object a document. Counted groups that are only published figures stand under ``figures``.

    With ``why`` each claim and figure says which tables and words made it.
    """
    return {
        "id": document_id,
        "language": reading.language,
        "persons": [_person(person) for person in reading.persons],
        "claims": [claim_to_flat(claim, why=why) for claim in reading.claims if claim.level != "figure"],
        "figures": [figure_to_flat(figure, why=why) for figure in reading.figures],
    }


def _person(person: PersonFound) -> dict[str, Any]:
    return {"name": person.name, "forms": list(person.forms), "kind": person.kind}


def claim_to_flat(claim: ClaimFound, *, why: bool = False) -> dict[str, Any]:
    """One claim in the flat form."""
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
        **({"why": list(claim.why)} if why else {}),
    }


def figure_to_flat(figure: FigureFound, *, why: bool = False) -> dict[str, Any]:
    """One published number in the flat form."""
    return {
        "count": figure.count,
        "bound": figure.bound,
        "what": figure.what,
        "since": figure.since,
        "as_of": figure.as_of,
        "place": figure.place,
        "quote": figure.quote,
        **({"why": list(figure.why)} if why else {}),
    }
