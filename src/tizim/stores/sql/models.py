"""Django's view of the tables: a model for each kind of entry, made from the entry's own fields.

The ledger reads and writes by SQL of its own; the models are what migrations are made from
(see ``bare_settings`` for the command) and what the desk may query.
"""

from typing import Any

from django.db import models

from tizim.ledger import Entry, shape
from tizim.stores.sql.kinds import ENTRY_CLASSES


class Link(models.Model):  # type: ignore[misc]
    """An entry's place in the chain."""

    seq = models.IntegerField(primary_key=True)
    kind = models.TextField()
    entry_id = models.TextField()
    digest = models.TextField()
    recorded_at = models.TextField()

    class Meta:
        """Ids are unique; moments are asked for."""

        db_table = "register_link"
        constraints = (models.UniqueConstraint(fields=("entry_id",), name="register_link_entry_once"),)
        indexes = (models.Index(fields=("recorded_at", "seq"), name="register_link_moment"),)


class Derived(models.Model):  # type: ignore[misc]
    """Something computed, kept for the ledger whose head has the digest; may be emptied at any time."""

    key = models.TextField(primary_key=True)
    digest = models.TextField()
    payload = models.BinaryField()

    class Meta:
        """The one table without guards."""

        db_table = "register_derived"


_COLUMNS = {
    "text": models.TextField,
    "number": models.BigIntegerField,
    "flag": models.BooleanField,
    "list": models.TextField,
}
_EMPTY = {"text": "", "number": 0, "flag": False, "list": "[]"}
_ASKED_BY = {
    "document": {"register_document_corrected": "corrects"},
    "claim": {"register_claim_of_document": "document_id", "register_claim_corrected": "corrects"},
    "review": {"register_review_of_claim": "claim_id"},
    "published_figure": {"register_figure_of_document": "document_id"},
    "withdrawal": {"register_withdrawal_of": "corrects"},
}
"""Indexes by which the entries of one document, or on one claim, are found without reading all."""


def _meta(kind: str) -> dict[str, Any]:
    return {"db_table": f"register_{kind}", "indexes": _indexes(kind)}


def _indexes(kind: str) -> tuple[models.Index, ...]:
    """Few entries correct another one, so that only these stand in an index of it."""
    asked_by = _ASKED_BY.get(kind, {})
    if "corrects" not in asked_by.values():
        asked_by = {**asked_by, f"corrected_{kind}": "corrects"}
    corrected = models.Q(corrects__isnull=False)
    return tuple(
        models.Index(fields=(column,), name=name, condition=corrected if column == "corrects" else None)
        for name, column in asked_by.items()
    )


def _column(sort: str, optional: bool) -> models.Field:
    """The column of a field; where it may not be NULL, rows from before the field get an empty value."""
    return _COLUMNS[sort](null=True) if optional else _COLUMNS[sort](default=_EMPTY[sort])


def _model(entry_class: type[Entry]) -> type[models.Model]:
    """The table of a kind of entry: ``seq``, and a column for each field (a tuple is JSON text)."""
    form = shape(entry_class)
    columns = {
        name: _column(sort, optional)
        for name, sort, optional in zip(form.names, form.sorts, form.optional, strict=True)
    }
    del columns["id"]  # Django wants a field of this name to be the primary key
    attributes = {
        "__module__": __name__,
        "__doc__": entry_class.__doc__,
        "seq": models.IntegerField(primary_key=True),
        "entry_id": models.TextField(db_column="id"),
        **columns,
        "Meta": type("Meta", (), _meta(entry_class.kind)),
    }
    return type(entry_class.__name__, (models.Model,), attributes)


ENTRY_MODELS = {entry_class.kind: _model(entry_class) for entry_class in ENTRY_CLASSES}
