"""Claims written out in the flat form, and claims told by it: CSV and JSON lines, neither loses anything."""

import json
from collections.abc import Iterable, Iterator, Mapping

from tizim import Problem
from tizim.claims.claim import Claim
from tizim.claims.csv_form import csv_lines, csv_rows
from tizim.claims.fields import FIELDS
from tizim.claims.flat import claim_of, flat_of
from tizim.claims.tables import Row, json_row
from tizim.documents import Passage

_NONE: Mapping[str, Passage] = {}


def to_csv(
    claims: Iterable[Claim], *, passages: Mapping[str, Passage] = _NONE, separator: str = ","
) -> Iterator[str]:
    """The lines of a CSV file with one row a claim; ``passages`` (by id) add the words quoted."""
    return csv_lines(
        tuple(field.name for field in FIELDS), (_cells(claim, passages) for claim in claims), separator
    )


def from_csv(text: str) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The very claims that ``to_csv`` wrote, and what is wrong with rows that tell none."""
    rows = csv_rows(text)
    header = next(rows, ())
    told = ((number, dict(zip(header, cells, strict=False))) for number, cells in enumerate(rows, 2))
    return _claims(Row(number, f"row {number}", cells) for number, cells in told if cells)


def to_json_lines(claims: Iterable[Claim], *, passages: Mapping[str, Passage] = _NONE) -> Iterator[str]:
    """One JSON object a line, each with its line end; what is unknown is left out."""
    for claim in claims:
        yield json.dumps(flat_of(claim, passages.get(claim.passage_id)), ensure_ascii=False) + "\n"


def from_json_lines(text: str) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The very claims that ``to_json_lines`` wrote, and what is wrong with lines that tell none."""
    rows = (json_row(number, line) for number, line in enumerate(text.split("\n"), 1))
    return _claims(row for row in rows if not row.skip)


def _cells(claim: Claim, passages: Mapping[str, Passage]) -> list[str]:
    values = flat_of(claim, passages.get(claim.passage_id))
    return [field.kind.write(values[field.name]) if field.name in values else "" for field in FIELDS]


def _claims(rows: Iterable[Row]) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    claims: list[Claim] = []
    problems: list[Problem] = []
    for row in rows:
        if row.fault:
            problems.append(Problem(row.locator, row.fault))
            continue
        claim, wrong = claim_of(row.cells, row.locator)
        problems += wrong
        if claim is not None:
            claims.append(claim)
    return tuple(claims), tuple(problems)
