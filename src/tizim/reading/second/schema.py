"""The form of an answer: a claim in the flat form, with closed lists and nothing about belief."""

from functools import cache
from typing import Any

from tizim.vocab import table

MOST = 100  # proposals in one passage
LONGEST = 1_000  # signs in one field
ROLES = ("victim", "perpetrator", "other")
BOUNDS = ("exact", "at_least", "more_than", "at_most", "about")
_NO_CLAIM = ("denied",)  # what somebody denies is no claim


@cache
def certainties() -> tuple[str, ...]:
    """How sure a claim can be."""
    return tuple(code for code in table("certainties").codes if code not in _NO_CLAIM)


@cache
def schema() -> dict[str, Any]:
    """The JSON schema that a model is held to, and its answer is checked by again."""
    return _object({"claims": _list(_object(claim_fields())), "figures": _list(_object(figure_fields()))})


def claim_fields() -> dict[str, Any]:
    """The fields of a claim. There is none for what a person thinks, believes or belongs to."""
    return {
        "quote": _text(),
        "person": _text(or_none=True),
        "base_name": _text(or_none=True),
        "org": _text(or_none=True),
        "count_min": _count(or_none=True),
        "count_max": _count(or_none=True),
        "role": _one_of(ROLES),
        "act": _one_of(table("acts").codes),
        "act_detail": _text(or_none=True),
        "date": _text(or_none=True),
        "place": _text(or_none=True),
        "article": {"type": "array", "maxItems": 10, "items": {"type": "string", "maxLength": 40}},
        "outcome": _text(or_none=True),
        "certainty": _one_of(certainties()),
    }


def figure_fields() -> dict[str, Any]:
    """The fields of a published number."""
    return {
        "quote": _text(),
        "count": _count(),
        "bound": _one_of(BOUNDS),
        "what": _text(),
        "since": _text(or_none=True),
        "as_of": _text(or_none=True),
    }


def _text(*, or_none: bool = False) -> dict[str, Any]:
    return {"type": ["string", "null"] if or_none else "string", "maxLength": LONGEST}


def _count(*, or_none: bool = False) -> dict[str, Any]:
    return {"type": ["integer", "null"] if or_none else "integer", "minimum": 0}


def _one_of(codes: tuple[str, ...]) -> dict[str, Any]:
    return {"type": "string", "enum": list(codes)}


def _list(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "maxItems": MOST, "items": item}


def _object(fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": fields,
        "required": list(fields),
        "additionalProperties": False,
    }
