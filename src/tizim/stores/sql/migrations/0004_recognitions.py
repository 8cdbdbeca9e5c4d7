"""Recognitions by groups get their table; determinations say in whose name."""

from importlib import import_module
from typing import ClassVar

from django.db import migrations, models

_FIRST = import_module("tizim.stores.sql.migrations.0001_tables")


class Migration(migrations.Migration):
    """One table and one column more."""

    dependencies: ClassVar = [("register", "0003_by_document")]

    operations: ClassVar = [
        migrations.CreateModel(
            "Recognition",
            [
                ("recorded_at", models.TextField(default="")),
                ("recorded_by", models.TextField(default="")),
                ("corrects", models.TextField(null=True)),
                ("mention_id", models.TextField(default="")),
                ("group", models.TextField(default="")),
                ("stance", models.TextField(default="")),
                ("recognised_as", models.TextField(null=True)),
                ("date", models.TextField(null=True)),
                ("criteria_set", models.TextField(null=True)),
                ("passage_id", models.TextField(null=True)),
                ("note", models.TextField(null=True)),
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.TextField(db_column="id")),
            ],
            options={"db_table": "register_recognition"},
        ),
        migrations.AddField("determination", "group", models.TextField(null=True)),
        migrations.RunPython(_FIRST.guard_tables, migrations.RunPython.noop),
    ]
