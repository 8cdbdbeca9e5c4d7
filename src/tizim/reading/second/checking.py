"""What of an answer holds: quotations and names must stand in the passage, codes in the vocabulary."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from tizim.reading.found import ClaimFound, FigureFound
from tizim.reading.second.fields import Fields
from tizim.reading.second.port import ModelError
from tizim.reading.second.schema import BOUNDS, MOST, ROLES, certainties, claim_fields, figure_fields
from tizim.vocab import table

_FENCE = re.compile(r"```(?:json)?\s*(.*?)\s*```", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 10


class _Dropped(Exception):  # noqa: N818
    """A proposal does not hold; the argument says by which test."""


@dataclass(slots=True)
class Checked:
    """The proposals that hold, and how many did not, by the test that they failed."""

    claims: list[ClaimFound] = field(default_factory=list)
    figures: list[FigureFound] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Ground:
    """What proposals are held against: the passage, where it starts, and the years that may be meant."""

    passage: str
    start: int
    years: frozenset[str]


def checked(answer: str, ground: Ground) -> Checked:
    """The proposals of an answer that hold; ModelError if it is no answer in the form that was asked for."""
    found = Checked()
    whole = _parsed(answer)
    found.dropped["field"] += len(set(whole) - {"claims", "figures"})
    for row in _rows(whole, "claims", found):
        _take(found, lambda row=row: found.claims.append(_claim(row, ground, found.dropped)))
    for row in _rows(whole, "figures", found):
        _take(found, lambda row=row: found.figures.append(_figure(row, ground, found.dropped)))
    found.dropped = +found.dropped
    return found


def _parsed(answer: str) -> dict[str, Any]:
    fenced = _FENCE.fullmatch(answer.strip())
    try:
        whole = orjson.loads(fenced[1] if fenced else answer)
    except orjson.JSONDecodeError:
        raise ModelError("no JSON") from None
    if not isinstance(whole, dict) or not all(
        isinstance(whole.get(key, []), list) for key in ("claims", "figures")
    ):
        raise ModelError("another form than was asked for")
    if not {"claims", "figures"} & set(whole):
        raise ModelError("another form than was asked for")
    return whole


def _rows(whole: Mapping[str, Any], key: str, found: Checked) -> list[Any]:
    rows: list[Any] = whole.get(key, [])
    found.dropped["many"] += max(0, len(rows) - MOST)
    return rows[:MOST]


def _take(found: Checked, add: Any) -> None:
    try:
        add()
    except _Dropped as dropped:
        found.dropped[str(dropped)] += 1


def _claim(row: Any, ground: Ground, dropped: Counter[str]) -> ClaimFound:
    quote, start = _quoted(row, ground)
    fields = Fields(row, ground.passage, quote, ground.years)
    if row.get("act") not in table("acts").codes:
        raise _Dropped("act")
    if row.get("role") not in ROLES or row.get("certainty") not in certainties():
        raise _Dropped("form")
    subject = _subject(row, fields)
    official = row["role"] == "perpetrator"
    made = ClaimFound(
        act=row["act"], start=start, end=start + len(quote), quote=quote, role=row["role"],
        certainty=row["certainty"], case_kind="against_official" if official else "persecution",
        act_detail=fields.verbatim("act_detail"), date=fields.date("date"), place=fields.verbatim("place"),
        articles=fields.articles(), outcome=fields.outcome(), **subject,
    )  # fmt: skip
    dropped["field"] += fields.dropped + len(set(row) - set(claim_fields()))
    return made


def _quoted(row: Any, ground: Ground) -> tuple[str, int]:
    """The quotation and its place in the text; a proposal without one does not exist."""
    if not isinstance(row, dict) or not isinstance(row.get("quote"), str):
        raise _Dropped("form")
    quote = row["quote"].strip()
    if len(quote) < _SHORTEST or len(_WORD.findall(quote)) < 2:
        raise _Dropped("short")
    place = ground.passage.find(quote)
    if place < 0:
        raise _Dropped("quote")
    return quote, ground.start + place


def _subject(row: Mapping[str, Any], fields: Fields) -> dict[str, Any]:
    """Exactly one: a person, an organisation or a counted group."""
    counted = any(row.get(name) is not None for name in ("count_min", "count_max"))
    given = [name for name in ("person", "org") if row.get(name)]
    if len(given) + counted != 1:
        raise _Dropped("subject")
    if counted:
        return _group(fields)
    if given == ["org"]:
        organisation = fields.verbatim("org")
        if organisation is None:
            raise _Dropped("person")
        return {"organisation": organisation}
    name, mention = fields.name()
    if name is None:
        raise _Dropped("person")
    return {"person": name, "mention": mention}


def _group(fields: Fields) -> dict[str, Any]:
    low, high = fields.count("count_min"), fields.count("count_max")
    if (low is None and high is None) or (low is not None and high is not None and low > high):
        raise _Dropped("subject")
    return {"group": fields.quote, "count_min": low, "count_max": high}


def _figure(row: Any, ground: Ground, dropped: Counter[str]) -> FigureFound:
    quote, start = _quoted(row, ground)
    fields = Fields(row, ground.passage, quote, ground.years)
    count = fields.count("count")
    if count is None or row.get("bound") not in BOUNDS:
        raise _Dropped("form")
    made = FigureFound(
        count=count, what=fields.verbatim("what") or quote, start=start, end=start + len(quote), quote=quote,
        bound=row["bound"], since=fields.date("since"), as_of=fields.date("as_of"),
    )  # fmt: skip
    dropped["field"] += fields.dropped + len(set(row) - set(figure_fields()))
    return made
