"""A batch of queries as the Reconciliation Service API 0.2 writes it; its form is never trusted."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, NoReturn

from tizim.web.reconcile.refusal import RefusedError, bad_request

PERSON = "person"
MOST_QUERIES = 20
MOST_CANDIDATES = 5
LONGEST_NAME = 200
_MOST_PROPERTIES = 10
_LONGEST_VALUE = 100


@dataclass(frozen=True, slots=True)
class Query:
    """One cell of a column: a name or the id of a person, and what else the row says.

    ``text`` is empty where it cannot be the name of a person: nothing written, or far too long.
    ``properties`` are pairs of a property's id and a value as text.
    """

    text: str
    limit: int = MOST_CANDIDATES
    of_persons: bool = True
    properties: tuple[tuple[str, str], ...] = ()


def read_queries(text: str) -> dict[str, Query]:
    """The queries of a batch by their keys; RefusedError if it has not the form, or too many are in it.

    A refusal names the place of a query in the batch, never its key or its text.
    """
    batch = _object(text)
    if len(batch) > MOST_QUERIES:
        raise RefusedError(
            HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"A batch has at most {MOST_QUERIES} queries."
        )
    return {key: _query(one, place) for place, (key, one) in enumerate(batch.items(), 1)}


def name_of(text: str) -> str:
    """The text if it can be the name of a person, else nothing."""
    stripped = text.strip()
    return stripped if len(stripped) <= LONGEST_NAME else ""


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise bad_request("'queries' is not JSON.") from None
    if not isinstance(found, dict):
        raise bad_request("'queries' is not an object with one query under each key.")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _query(found: Any, place: int) -> Query:
    if not isinstance(found, dict):
        raise bad_request(f"Query {place} is not an object.")
    text = found.get("query", "")
    if not isinstance(text, str) or ("query" not in found and not found.get("properties")):
        raise bad_request(f"Query {place} has no text in 'query'.")
    properties = found.get("properties") or []
    if not isinstance(properties, list):
        raise bad_request(f"Query {place}: 'properties' is not a list.")
    pairs = [pair for one in properties[:_MOST_PROPERTIES] for pair in _pairs(one, place)]
    return Query(
        name_of(text), _limit(found.get("limit"), place), _of_persons(found.get("type")), tuple(pairs)
    )


def _limit(found: Any, place: int) -> int:
    """How many candidates are wanted; a client that writes 0 means that it does not mind."""
    if found is None or found == 0:
        return MOST_CANDIDATES
    if isinstance(found, bool) or not isinstance(found, (int, float)):
        raise bad_request(f"Query {place}: 'limit' is not a number.")
    return int(min(max(found, 1), MOST_CANDIDATES))


def _of_persons(types: Any) -> bool:
    """Whether persons are among the types asked for; no type asks for all."""
    wanted = types if isinstance(types, list) else [types]
    names = [one.get("id") if isinstance(one, dict) else one for one in wanted if one]
    return not names or PERSON in names


def _pairs(found: Any, place: int) -> Iterator[tuple[str, str]]:
    if not isinstance(found, dict) or not isinstance(found.get("pid"), str):
        raise bad_request(f"Query {place}: a property has no 'pid'.")
    values = found.get("v")
    for value in values if isinstance(values, list) else [values]:
        text = _value(value)
        if text:
            yield found["pid"], text


def _value(found: Any) -> str:
    """The value as text; of a cell that was matched itself, its name."""
    if isinstance(found, dict):
        found = found.get("name") or found.get("id")
    if found is None or isinstance(found, (bool, list, dict)):
        return ""
    if isinstance(found, float) and found.is_integer():
        found = int(found)
    text = str(found).strip()
    return text if len(text) <= _LONGEST_VALUE else ""
