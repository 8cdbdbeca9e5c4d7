"""Editions of lists: what may leave, who let it out, what was wrong in it."""

from importlib import import_module
from typing import Any, ClassVar

from django.db import migrations, models

_FIRST = import_module("tizim.stores.sql.migrations.0001_tables")


def _table(name: str, *fields: tuple[str, Any]) -> migrations.CreateModel:
    """A table with the envelope of an entry before its own fields."""
    return migrations.CreateModel(
        name,
        [
            ("recorded_at", models.TextField(default="")),
            ("recorded_by", models.TextField(default="")),
            ("corrects", models.TextField(null=True)),
            *fields,
            ("seq", models.IntegerField(primary_key=True, serialize=False)),
            ("entry_id", models.TextField(db_column="id")),
        ],
        options={"db_table": f"register_{name.lower()}"},
    )


def _text(name: str) -> tuple[str, Any]:
    return name, models.TextField(default="")


def _open(name: str) -> tuple[str, Any]:
    return name, models.TextField(null=True)


class Migration(migrations.Migration):
    """Three tables and four columns more."""

    dependencies: ClassVar = [("register", "0004_recognitions")]

    operations: ClassVar = [
        _table("Approval", _text("edition_id"), _text("decision"), _open("reason")),
        _table(
            "Clearance",
            _text("subject_id"),
            _text("level"),
            _open("basis"),
            ("fields", models.TextField(default="[]")),
            _open("note"),
        ),
        _table("Erratum", *map(_text, ("edition_id", "place", "said", "right", "reason", "date"))),
        *(
            migrations.AddField("listedition", name, models.TextField(null=True))
            for name in ("basis", "definition_sha256", "program", "vocabulary")
        ),
        migrations.RunPython(_FIRST.guard_tables, migrations.RunPython.noop),
    ]
