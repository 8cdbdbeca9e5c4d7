"""An edition as JSON with the schema that describes it, and the data dictionary."""

from collections.abc import Iterator
from typing import Any

import orjson

from tizim.publications.content import Content, frozen
from tizim.publications.formats.tables import dictionary

_TEXT, _OPEN_TEXT, _NUMBER = {"type": "string"}, {"type": ["string", "null"]}, {"type": "integer"}
_OPEN_NUMBER = {"type": ["integer", "null"]}
_PAIR = {"type": "array", "prefixItems": [_TEXT, _TEXT], "minItems": 2, "maxItems": 2}
_WORDS = {"type": "array", "items": _PAIR}
_ARTICLES = {"type": "array", "items": _TEXT}


def files(content: Content) -> Iterator[tuple[str, bytes]]:
    """``list.json`` (the frozen bytes themselves), ``schema.json``, ``dictionary.json``."""
    yield "list.json", frozen(content)
    yield "schema.json", orjson.dumps(schema(), option=orjson.OPT_INDENT_2)
    yield "dictionary.json", orjson.dumps(dictionary(), option=orjson.OPT_INDENT_2)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of ``list.json``."""
    told = _told()
    told["properties"]["hushed"] = _NUMBER  # only where few people were left out of the numbers
    told["properties"]["criteria"] = _criteria()  # only of lists for which people were assessed
    told["properties"]["people"]["items"]["properties"]["photo"] = _TEXT  # only of whom a photo goes along
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An edition of a list made with tizim",
        **told,
    }


def _told() -> dict[str, Any]:
    """All that every edition says."""
    return _object(
            form={"const": "tizim-edition 1"}, definition=_TEXT, version=_NUMBER, title=_WORDS, note=_WORDS,
            classes={"type": "array", "items": {"type": "array", "prefixItems": [_TEXT, _WORDS]}},
            number=_NUMBER, as_of={"type": "string", "format": "date"}, known_at=_TEXT,
            basis={"enum": ["reviewed", "all"]}, unit={"enum": ["individual", "act"]}, at_least=_NUMBER,
            at_most=_OPEN_NUMBER, parts=_list(code=_TEXT, at_least=_NUMBER, at_most=_OPEN_NUMBER),
            people=_list(**_entered()),
            groups=_list(code=_TEXT, at_least=_NUMBER, at_most=_OPEN_NUMBER, passages=_places()),
            passages=_list(**_cited()), vocabulary=_TEXT, program=_TEXT,
    )  # fmt: skip


def _criteria() -> dict[str, Any]:
    """The set of criteria; rules are the way (``any``, ``all``), then codes of grounds or rules again."""
    rule = {"type": "array", "items": {"type": ["string", "array"]}}
    return _object(
        name=_TEXT, title=_WORDS, publisher=_WORDS, place=_WORDS, date=_TEXT, url=_TEXT, decided_on=_TEXT,
        assessors=_NUMBER, confirmed={"type": "boolean"}, liberty=_WORDS, met=rule, unless=rule,
        grounds=_list(code=_TEXT, place=_WORDS, title=_WORDS, text=_WORDS),
    )  # fmt: skip


def _entered() -> dict[str, Any]:
    return {
        "number": _NUMBER, "key": _OPEN_TEXT, "name": _OPEN_TEXT, "code": _TEXT, "sure": {"type": "boolean"},
        "why": _TEXT, "since": _OPEN_TEXT, "expected_end": _OPEN_TEXT, "articles": _ARTICLES, "more": _WORDS,
        "acts": _list(
            act=_TEXT, date=_OPEN_TEXT, place=_OPEN_TEXT, agency=_OPEN_TEXT, articles=_ARTICLES,
            outcome=_OPEN_TEXT, certainty=_TEXT, passages=_places(), more=_WORDS,
        ),
    }  # fmt: skip


def _cited() -> dict[str, Any]:
    texts = ("quote", "locator", "title", "date", "url", "document_kind", "language", "source", "source_kind")
    return {"page": _OPEN_NUMBER, **dict.fromkeys(texts, _OPEN_TEXT)}


def _places() -> dict[str, Any]:
    return {"type": "array", "items": {"type": "integer", "minimum": 0}}


def _list(**fields: Any) -> dict[str, Any]:
    return {"type": "array", "items": _object(**fields)}


def _object(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": list(fields), "additionalProperties": False}
