"""The two sides of a judgement beside each other: what is told of each, for the eye and for programs."""

from collections.abc import Iterable, Mapping
from typing import Any

from tizim.cli.printing import echo
from tizim.cli.texts import say
from tizim.documents import Document
from tizim.identity import Beside, Side, context_of

_MOST_DOCUMENTS = 4
_TOLD = {"age": "side_age", "town": "side_town", "occupation": "side_occupation", "articles": "articles"}


def side_row(side: Side, documents: Mapping[str, Document]) -> dict[str, Any]:
    """What is told of one side, for a program."""
    days = context_of(side.claims, documents)
    return {
        "id": side.id,
        "name": side.name,
        "names": list(side.names),
        "age": _values(str(one.age) for one in side.claims if one.age is not None),
        "town": _values(one.town or one.place for one in side.claims),
        "occupation": _values(one.occupation for one in side.claims),
        "articles": _values(article for one in side.claims for article in one.articles),
        "first_day": days.first_day,
        "last_day": days.last_day,
        "documents": [_document(one, documents) for one in _values(one.document_id for one in side.claims)],
    }


def print_side(number: int, row: Mapping[str, Any], language: str) -> None:
    """What is told of one side, for the eye."""
    echo(f"{number}  {row['name']}  ({row['id']})")
    others = [name for name in row["names"] if name != row["name"]]
    if others:
        echo(f"   {say('other_names', language)}: {'; '.join(others)}")
    told = [f"{say(text, language)}: {', '.join(row[key])}" for key, text in _TOLD.items() if row[key]]
    if told:
        echo(f"   {'; '.join(told)}")
    if row["first_day"]:
        echo(f"   {say('side_days', language, first=row['first_day'], last=row['last_day'])}")
    shown = [_titled(one) for one in row["documents"][:_MOST_DOCUMENTS]]
    more = len(row["documents"]) - len(shown)
    rest = f" {say('and_more', language, n=more)}" if more else ""
    echo(f"   {say('side_documents', language)}: {'; '.join(shown)}{rest}")


def print_beside(found: Beside, language: str, *, probability: float | None = None) -> None:
    """How far the two sides agree, for the eye; a probability speaks of two mentions and joins nothing."""
    echo(say("names_agree", language, score=f"{found.score:.2f}"))
    for reason in found.reasons:
        echo(f"- {reason}")
    if probability is None:
        echo(say("names_only", language))
    for key, reasons in (("speaks_for", found.speaking_for), ("speaks_against", found.speaking_against)):
        if reasons:
            echo(f"{say(key, language)}: {'; '.join(reasons)}")
    if probability is not None:
        echo(say("likely", language, probability=_rounded(probability)))


def beside_row(found: Beside) -> dict[str, Any]:
    """How far the two sides agree, for a program."""
    return {
        "names": list(found.names),
        "score": round(found.score, 4),
        "reasons": list(found.reasons),
        "for": found.speaking_for,
        "against": found.speaking_against,
    }


def _rounded(probability: float) -> str:
    """Two digits; never quite 0 or 1, since a person decides."""
    if probability > 0.99:
        return "> 0.99"
    return "< 0.01" if probability < 0.01 else f"{probability:.2f}"


def _values(found: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(one for one in found if one))


def _document(document_id: str, documents: Mapping[str, Document]) -> dict[str, str | None]:
    known = documents.get(document_id)
    return {
        "id": document_id,
        "file": known.file_name if known else None,
        "date": known.date if known else None,
    }


def _titled(row: Mapping[str, str | None]) -> str:
    name = row["file"] or row["id"] or ""
    return f"{name} ({row['date']})" if row["date"] else name
