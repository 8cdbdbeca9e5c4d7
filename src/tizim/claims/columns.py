"""The account of a table's columns: what each fills, and what became of it."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from tizim.claims.fields import FIELDS, FlatField, field_named, nearest_field

PROBLEM = "problem"
"""The column that rejected rows carry; it is passed over when they are fed back."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """One column: ``used``, ``empty`` (a known field, no cell filled), ``passed_over`` or ``unknown``.

    ``field`` is what it fills; ``hint`` says why it is passed over, or which field is perhaps meant.
    """

    column: str
    use: str
    field: str | None = None
    hint: str = ""


def filled_fields(columns: Iterable[str], renamed: Mapping[str, str]) -> dict[str, FlatField]:
    """Which column fills which field; ``renamed`` (column: field) goes before the columns' own names.

    Of two columns for one field the first fills it.
    """
    fields: dict[str, FlatField] = {}
    for column in columns:
        found = field_named(renamed.get(column, column))
        if found is not None and found not in fields.values():
            fields[column] = found
    return fields


def account(
    columns: Iterable[str], fields: Mapping[str, FlatField], *, unfilled: Container[str], corrects: bool
) -> tuple[ColumnUse, ...]:
    """What became of each column; ``unfilled`` had nothing in any row; ``corrects`` if ids found claims."""
    own = {field.name for field in FIELDS if field.part == "envelope"} - ({"id"} if corrects else set())
    return tuple(_use(column, fields.get(column), column in unfilled, own) for column in columns)


def _use(column: str, field: FlatField | None, unfilled: bool, own: Container[str]) -> ColumnUse:
    if field is None:
        return _unused(column)
    if unfilled:
        return ColumnUse(column, "empty", field.name)
    if field.name in own:
        hint = "No claim here has such ids." if field.name == "id" else "The ledger writes this itself."
        return ColumnUse(column, "passed_over", field.name, hint)
    return ColumnUse(column, "used", field.name)


def _unused(column: str) -> ColumnUse:
    if column.strip().casefold() == PROBLEM:
        return ColumnUse(column, "passed_over", hint="Written beside rejected rows.")
    twin = field_named(column)
    if twin is not None:
        return ColumnUse(column, "unknown", hint=f"Another column fills {twin.name} already.")
    near = nearest_field(column)
    return ColumnUse(column, "unknown", hint=f"Perhaps {near} is meant." if near else "")
