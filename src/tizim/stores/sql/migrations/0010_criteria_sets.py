"""A group's own sets of criteria get their table."""

from importlib import import_module
from typing import ClassVar

from django.db import migrations, models

_FIRST = import_module("tizim.stores.sql.migrations.0001_tables")


class Migration(migrations.Migration):
    """One table more."""

    dependencies: ClassVar = [("register", "0009_photos")]

    operations: ClassVar = [
        migrations.CreateModel(
            "AdoptedSet",
            [
                ("recorded_at", models.TextField(default="")),
                ("recorded_by", models.TextField(default="")),
                ("corrects", models.TextField(null=True)),
                ("code", models.TextField(default="")),
                ("version", models.BigIntegerField(default=0)),
                ("wording", models.TextField(default="")),
                ("note", models.TextField(null=True)),
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.TextField(db_column="id")),
            ],
            options={"db_table": "register_criteria_set"},
        ),
        migrations.AddIndex(
            "AdoptedSet",
            models.Index(
                fields=("corrects",), name="corrected_criteria_set",
                condition=models.Q(corrects__isnull=False),
            ),
        ),
        migrations.RunPython(_FIRST.guard_tables, migrations.RunPython.noop),
    ]
